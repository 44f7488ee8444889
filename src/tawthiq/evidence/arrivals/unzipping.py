"""Taking the members out of a zip that is kept already, into the vault, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tawthiq.evidence.arrivals.given_name import GivenName
from tawthiq.evidence.sandbox.frames import Record
from tawthiq.evidence.sandbox.limits import Limits
from tawthiq.evidence.sandbox.not_read import NotRead, Why
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.vault.group import NotKept
from tawthiq.evidence.vault.staging import Staged
from tawthiq.evidence.vault.store import Store
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """Ends for one zip; house choice, a telephone's whole export fits."""

    members: int = 100_000
    size: int = 64 << 30  # bytes that come out of it
    wall: float = 3600  # seconds
    processor: int = 1200  # seconds


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a zip, before it is known whether it could be taken out.

    Attributes:
        when: When the zip says that it was last changed, in whatever time of day its maker had;
            a claim.
    """

    name: GivenName
    when: str


def members_of(
    store: Store, sandbox: Sandbox, path: Path, limits: ZipLimits | None = None
) -> Iterator[tuple[Member, Staged | NotKept] | NotRead]:
    """Stage the members of a zip.

    A member that is locked, broken, a link or too large comes as ``NotKept``; the zip that holds
    it is kept. If the zip cannot be read on, ``NotRead`` comes last.

    Raises:
        StorageError: The disk of the vault is full or refuses.
    """
    within = limits or ZipLimits()
    coming = sandbox.hear(
        "zip",
        path,
        {"members": within.members, "size": within.size},
        Limits(
            wall=within.wall, processor=within.processor, output=2 * within.size, memory=1 << 30
        ),
    )
    try:
        for record in coming:
            if isinstance(record, NotRead):
                yield record
                return
            if isinstance(record, bytes) or "opened" not in record:
                yield NotRead(Why.NONSENSE)
                return
            if not record.get("is_folder"):
                member = _member(record)
                yield member, _staged(store, member, coming)
            else:
                next(coming, None)  # that closes it again
    finally:
        coming.close()


def _member(record: Record) -> Member:
    try:
        raw = bytes.fromhex(str(record["opened"]))
    except ValueError:
        raw = b""
    name = GivenName.of_bytes(raw, is_utf8=record.get("is_utf8") is True)
    return Member(name, str(record.get("when"))[:40])


def _staged(
    store: Store, member: Member, coming: Iterator[Record | bytes | NotRead]
) -> Staged | NotKept:
    try:
        return store.stage(_chunks(coming))
    except _Ended as ended:
        return NotKept(member.name.shown, _reason(ended.why))


class _Ended(Exception):
    """A member ended before it was whole."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def _chunks(coming: Iterator[Record | bytes | NotRead]) -> Iterator[bytes]:
    """The bytes of one member, up to the record that closes it."""
    for one in coming:
        if isinstance(one, bytes):
            yield one
        elif isinstance(one, NotRead):
            raise _Ended(one.why)
        elif one.get("closed") is True:
            return
        else:
            raise _Ended(_known(one.get("why")))
    raise _Ended(Why.DIED)


def _known(why: object) -> Why:
    try:
        return Why(str(why))
    except ValueError:
        return Why.NONSENSE


_LINK = Both("a link, not a file", "رابط وليس ملفًا")
_PACKED = Both("packed in a way that is not known here", "مضغوط بطريقة غير معروفة هنا")


def _reason(why: Why) -> Both:
    meaning = {Why.NOT_OF_THIS_KIND: _LINK, Why.NOT_INSTALLED: _PACKED}.get(why, NotRead(why).said)
    return meaning + Both("; the zip that holds it is kept", "؛ والملف المضغوط الذي يحويه محفوظ")
