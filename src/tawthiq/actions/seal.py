"""Seal what an action has done: an entry in the log, in the same transaction.

While something is being changed, the numbers of the last rows are known from before it
began. What is sealed are the rows beyond them and no others: a row that somebody slipped
in behind our back is never sealed along with honest ones, and ``verify`` names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

from tawthiq.ledger.commitment import Commitment, new_salt
from tawthiq.ledger.entry import Entry
from tawthiq.ledger.log import Log
from tawthiq.ledger.tree import Head
from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.store.sealed.manifest import CaseAfter, Manifest, Rows
from tawthiq.store.sealed.parts import ROWS, digest_of, numbers_to_bytes, parts
from tawthiq.store.sealed.storage import DatabaseStorage, lock
from tawthiq.store.sealed.tables import KEPT, columns_of, last_numbers
from tawthiq.values.digest import Digest

TAKEN_OVER = "take-over"
_SEALED_UP_TO: ContextVar[dict[str, int] | None] = ContextVar("sealed_up_to", default=None)


@contextmanager
def watched() -> Iterator[None]:
    """Know what is written inside; on leaving, all of it must be sealed.

    Raises:
        RuntimeError: Our own code wrote rows and no line of the journal.
    """
    if (outside := _SEALED_UP_TO.get()) is not None:
        yield from _watched_inside(outside)
        return
    lock()
    token = _SEALED_UP_TO.set(last_numbers())
    try:
        yield
        if unsealed := [n for n, _ in _beyond(_SEALED_UP_TO.get() or {}, last_numbers())]:
            raise RuntimeError(f"rows were written that no line tells of: {', '.join(unsealed)}")
    finally:
        _SEALED_UP_TO.reset(token)


def seal(
    kind: str,
    *,
    by: str,
    case: models.Case | None = None,
    gone: Mapping[str, Sequence[int]] | None = None,
) -> Head:
    """Add the entry of one line of the journal, with every row written since the last.

    Args:
        kind: The action.
        case: The case, where it was changed.
        gone: Numbers of sealed rows that the action has removed, by model.

    Raises:
        RuntimeError: Nothing is being changed.
        IntegrityError: The log in the database was changed behind our back.
    """
    up_to = _SEALED_UP_TO.get()
    if up_to is None:
        raise RuntimeError("nothing is sealed outside of a change")
    log = Log(DatabaseStorage())
    last = last_numbers()
    manifest = Manifest(
        rows=dict(
            _seal_rows(log.size, name, up_to[name], last[name]) for name, _ in _beyond(up_to, last)
        ),
        gone=dict(_seal_gone(log.size, *each) for each in (gone or {}).items() if each[1]),
        case=CaseAfter(case.pk, case.revision, case.state) if case else None,
    )
    up_to.update(last)
    return log.append([_entry(kind, by, manifest.to_bytes()).to_bytes()])


def take_over(*, by: str) -> None:
    """Seal what was recorded before there was a log; once, on the first start of this version.

    It says of those rows only that they were so on that day.
    """
    lock()
    if DatabaseStorage().head().size or not any(last_numbers().values()):
        return
    token = _SEALED_UP_TO.set(dict.fromkeys(KEPT, 0))
    try:
        seal(TAKEN_OVER, by=by)
        for case in models.Case.objects.order_by("id"):
            seal(TAKEN_OVER, by=by, case=case)
    finally:
        _SEALED_UP_TO.reset(token)


def append(kind: str, *, by: str, body: bytes) -> Head:
    """Add an entry that seals no rows and carries its content itself."""
    return Log(DatabaseStorage()).append([_entry(kind, by, body).to_bytes()])


def _watched_inside(outside: dict[str, int]) -> Iterator[None]:
    """What is undone inside was never sealed."""
    before, is_done = dict(outside), False
    try:
        yield
        is_done = True
    finally:
        if not is_done:
            outside.update(before)


def _beyond(up_to: Mapping[str, int], last: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(name, last[name]) for name in KEPT if last[name] > up_to[name]]


def _seal_rows(entry: int, name: str, after: int, last: int) -> tuple[str, Rows]:
    columns = columns_of(name)
    count, digested = 0, list[bytes]()
    for number, part in enumerate(parts(name, columns, after + 1, last)):
        about = {"entry": entry, "table": name, "part": number}
        models.SealedPart.objects.create(**about, gone=False, rows=part.rows)
        models.SealedSalts.objects.create(**about, salts=part.salts)
        digested.append(part.rows)
        count += len(part.salts) // 32
    return name, Rows(count, digest_of(digested), columns)


def _seal_gone(entry: int, name: str, numbers: Sequence[int]) -> tuple[str, Rows]:
    digested = [numbers_to_bytes(some) for some in chunks(sorted(numbers), ROWS)]
    models.SealedPart.objects.bulk_create(
        models.SealedPart(entry=entry, table=name, part=number, gone=True, rows=rows)
        for number, rows in enumerate(digested)
    )
    return name, Rows(len(numbers), digest_of(digested))


def _entry(kind: str, by: str, body: bytes) -> Entry:
    held, _ = models.ActorSalt.objects.get_or_create(name=by, defaults={"salt": new_salt()})
    return Entry(
        kind=kind,
        time=datetime.now(UTC).replace(microsecond=0),
        actor=Commitment.to(by.encode(), bytes(held.salt)),
        payload=Digest.of(body),
        body=body,
    )
