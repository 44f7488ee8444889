"""Take evidence in: bytes into the vault, then item, custody and entry in one transaction.

Every group that comes is on the disk and in the ledger for good; whoever is told of it may throw
the source away. A program that is killed between the two leaves whole bytes in the vault that
nobody was told of, and the same command takes them in when it is given again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.checkpoints import checkpoint
from tawthiq.actions.evidence import kinds_of
from tawthiq.actions.promising import Promised, now, promise
from tawthiq.errors import InputError
from tawthiq.evidence.arrivals.arriving import Arrival, NotOpened, bring_in
from tawthiq.evidence.arrivals.given_name import GivenName
from tawthiq.evidence.custody import Step, StepKind, first
from tawthiq.evidence.media.kinds import Kind
from tawthiq.evidence.packages.sealed_texts import CUSTODY, OBJECT, object_text
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.vault.group import GroupLimits, NotKept
from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.objects import Held, Kept
from tawthiq.evidence.vault.store import Store
from tawthiq.ledger.note import Note
from tawthiq.store import models
from tawthiq.store.bulk import first_free_id, settle_numbers
from tawthiq.store.home import Home
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.evidence_known import Known, known_items
from tawthiq.values.digest import Digest

KIND = "evidence.received"
"""The kind of the entry that promises what came and who brought it."""


@dataclass(frozen=True, slots=True)
class Given:
    """How something came, the same for all files of one arrival.

    Attributes:
        case: The code of the case.
        source: From whom or where, in one line.
        by: Who takes it in; also who holds it from now on.
        note: How it came; one line, may be empty.
        kind: ``RECEIVED`` or ``CAPTURED``.
    """

    case: str
    source: str
    by: str
    note: str = ""
    kind: StepKind = StepKind.RECEIVED


@dataclass(frozen=True, slots=True)
class Receipt:
    """What whoever gave a file is told.

    Attributes:
        item: Its code from now on.
        name: What it was called.
        entry: Its place in the ledger.
        held_before: Items with the same bytes that were there already, of any case.
        is_again: Nothing was added: this item came before under this name from this source, and
            in the same zip if it came in one.
        is_mended: The vault had a damaged copy of these bytes; this one took its place.
    """

    item: str
    name: GivenName
    digest: Digest
    size: int
    entry: int
    held_before: tuple[str, ...] = ()
    is_again: bool = False
    is_mended: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """A group of files that is kept and sealed.

    Attributes:
        refused: What could not be kept, and why.
        checkpoint: The ledger with this group in it, signed; None where nothing was added.
    """

    receipts: tuple[Receipt, ...]
    refused: tuple[Arrival, ...]
    checkpoint: Note | None


def open_vault(home: Home) -> LocalStore:
    """The vault of a home folder, made when first asked for; close it after use.

    Raises:
        StorageError: It is one of another version, or the disk refuses.
    """
    return LocalStore(home.vault)


def add(
    home: Home,
    paths: Iterable[Path],
    given: Given,
    *,
    opens_zips: bool = True,
    limits: GroupLimits | None = None,
) -> Iterator[Batch | NotOpened]:
    """Take in files, folders, and what is in zips; each batch that comes is kept for good.

    Raises:
        UnknownNameError: No case has this code.
        InputError: It is not said from whom it comes, or in more than one line.
        StorageError: The disk is full or refuses. What came in earlier batches is kept.
        HomeError: The database could not be written.
    """
    _check(given)
    with open_vault(home) as store, Sandbox() as sandbox:
        insides = dict[Digest, int]()
        for group in bring_in(store, sandbox, paths, opens_zips=opens_zips, limits=limits):
            if isinstance(group, NotOpened):
                yield group
            else:
                yield seal_arrivals(home, store, group, given, insides)


def seal_arrivals(
    home: Home,
    store: Store,
    arrivals: Sequence[Arrival],
    given: Given,
    insides: dict[Digest, int] | None = None,
) -> Batch:
    """Seal files that the vault has already, all in one transaction.

    Args:
        insides: Rows of zips by their digest, so that what was in them names them; those of
            these arrivals are added, also where they came before.

    Raises:
        UnknownNameError, InputError, HomeError: As for ``add``.
    """
    _check(given)
    insides = {} if insides is None else insides
    kept = [one for one in arrivals if isinstance(one.outcome, Kept)]
    refused = tuple(one for one in arrivals if isinstance(one.outcome, NotKept))
    with changing(given.case) as case:
        known = known_items([_kept(one).ref.digest for one in kept])
        receipts = dict[int, Receipt]()
        fresh = list[tuple[int, Arrival]]()
        for at, one in enumerate(kept):
            if again := _again(case, one, known, given, insides):
                receipts[at] = _receipt_again(one, again)
                insides.setdefault(_kept(one).ref.digest, again.number)
            else:
                fresh.append((at, one))
        note = None
        if fresh:
            rows = _write(case, store, [one for _, one in fresh], given, insides)
            for (at, one), (row, _) in zip(fresh, rows, strict=True):
                receipts[at] = _receipt(one, row, known)
                insides.setdefault(_kept(one).ref.digest, row.pk)
            note = checkpoint(home)
    return Batch(tuple(receipts[at] for at in sorted(receipts)), refused, note)


def _check(given: Given) -> None:
    """Refuse before anything is copied what could not be sealed afterwards."""
    rights.require_evidence(given.by, given.case)
    row_of(given.case)
    if not given.source.strip():
        raise InputError(
            "say from whom or where the evidence comes (--from); the chain of custody begins there",
            "اذكر ممن أو من أين ورد الدليل ‎(--from)؛ فسلسلة الحيازة تبدأ من هناك",
        )
    try:
        _first_step("E-000000", given)
    except ValueError:
        raise InputError(
            "source, name and note are one line each, without spaces around and below 2,000 signs",
            "المصدر والاسم والملاحظة سطر واحد لكل منها، بلا فراغات حوله وأقل من 2000 حرف",
        ) from None


def _first_step(code: str, given: Given) -> Step:
    return first(
        code,
        given.kind,
        now(),
        source=given.source.strip(),
        to=given.by,
        by=given.by,
        note=given.note.strip(),
    )


def _write(
    case: models.Case,
    store: Store,
    arrivals: Sequence[Arrival],
    given: Given,
    insides: dict[Digest, int],
) -> list[tuple[models.EvidenceItem, Promised]]:
    """Entries first, because rows name their places; rows then, and the line that seals them."""
    number, code = first_free_id(models.EvidenceItem), _last_number() + 1
    steps = [_first_step(f"E-{code + at:06}", given) for at in range(len(arrivals))]
    texts = [_texts(step, _kept(one)) for step, one in zip(steps, arrivals, strict=True)]
    promised = promise(KIND, texts, by=given.by, at=steps[0].time)
    items = [
        models.EvidenceItem(
            id=number + at, case=case, code=step.item, came=given.kind, entry=p.index, at=step.time
        )
        for at, (step, p) in enumerate(zip(steps, promised, strict=True))
    ]
    models.EvidenceItem.objects.bulk_create(items)
    settle_numbers(models.EvidenceItem)
    kinds = kinds_of.kinds_of(store, arrivals)
    models.EvidenceContent.objects.bulk_create(
        _content(item, one, kind, p, given, insides)
        for item, one, kind, p in zip(items, arrivals, kinds, promised, strict=True)
    )
    models.CustodyStep.objects.bulk_create(
        step_row(item, step, p) for item, step, p in zip(items, steps, promised, strict=True)
    )
    what = {"items": len(items), "first": items[0].code, "last": items[-1].code}
    journal.write(case, by=given.by, action="add-evidence", what=what)
    return list(zip(items, promised, strict=True))


def _last_number() -> int:
    last = models.EvidenceItem.objects.filter(parent=None).order_by("-id").first()
    return int(last.code.removeprefix("E-")) if last else 0


def _texts(step: Step, kept: Kept) -> dict[str, bytes]:
    ref = kept.ref
    return {OBJECT: object_text(step.item, ref.digest, ref.size), CUSTODY: step.to_bytes()}


def _content(
    item: models.EvidenceItem,
    arrival: Arrival,
    kind: Kind,
    promised: Promised,
    given: Given,
    insides: dict[Digest, int],
) -> models.EvidenceContent:
    kept, name = _kept(arrival), arrival.name
    return models.EvidenceContent(
        item=item,
        sha256=str(kept.ref.digest),
        sha512=kept.fingerprint.sha512.hex(),
        size=kept.ref.size,
        salt=promised.salts[OBJECT],
        name=name.text.replace("\x00", "\ufffd"),
        name_raw=name.raw.hex(),
        encoding=name.encoding,
        media_type=kind.media_type,
        said_by_name=kind.said_by_name or "",
        source=given.source.strip(),
        note=given.note.strip(),
        inside_id=_inside(arrival, insides),
        changed_said=arrival.when or "",
    )


def step_row(item: models.EvidenceItem, step: Step, promised: Promised) -> models.CustodyStep:
    """A step of custody as a row; its entry promised it under ``custody``."""
    return models.CustodyStep(
        item=item,
        number=step.number,
        kind=step.kind,
        time=step.time,
        holder=step.holder,
        to=step.to,
        by=step.by,
        previous=str(step.previous),
        note=step.note,
        entry=promised.index,
        salt=promised.salts[CUSTODY],
    )


def _kept(arrival: Arrival) -> Kept:
    assert isinstance(arrival.outcome, Kept)
    return arrival.outcome


def _inside(arrival: Arrival, insides: dict[Digest, int]) -> int | None:
    return insides.get(arrival.inside.digest) if arrival.inside else None


def _again(
    case: models.Case,
    arrival: Arrival,
    known: dict[Digest, list[Known]],
    given: Given,
    insides: dict[Digest, int],
) -> Known | None:
    """The item that this file is already: same bytes, name, source and case, and the same zip.

    Each zip keeps its own files, so that what a tool wrote can be read with all that lay beside.
    """
    name, source = arrival.name.raw.hex(), given.source.strip()
    this = (case.pk, name, source, _inside(arrival, insides))
    for one in known.get(_kept(arrival).ref.digest, ()):
        if (one.case, one.name_raw, one.source, one.inside) == this:
            return one
    return None


def _receipt(
    arrival: Arrival, row: models.EvidenceItem, known: dict[Digest, list[Known]]
) -> Receipt:
    kept = _kept(arrival)
    same = known.setdefault(kept.ref.digest, [])
    before = tuple(one.code for one in same)
    name = arrival.name.raw.hex()
    same.append(Known(row.pk, row.code, row.case_id, name, "", row.entry, None))
    return Receipt(
        row.code,
        arrival.name,
        kept.ref.digest,
        kept.ref.size,
        row.entry,
        before,
        is_mended=kept.held is Held.MENDED,
    )


def _receipt_again(arrival: Arrival, known: Known) -> Receipt:
    kept = _kept(arrival)
    told = Receipt(
        known.code, arrival.name, kept.ref.digest, kept.ref.size, known.entry, is_again=True
    )
    return replace(told, is_mended=kept.held is Held.MENDED)
