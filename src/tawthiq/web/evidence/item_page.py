"""One item of evidence as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.evidence.consent import Release
from tawthiq.evidence.custody import faults, remarks
from tawthiq.evidence.media.claims import About
from tawthiq.store.queries.evidence_item import Sheet
from tawthiq.store.queries.evidence_of_source import of_case
from tawthiq.store.queries.likeness import Alike
from tawthiq.store.queries.stamps import Stamp
from tawthiq.values.both import Both
from tawthiq.web.evidence.measures import seconds_said, size_said
from tawthiq.web.wording.evidence import CAME, FAMILIES, step_said, use_said

_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Said:
    """What a device or program says of the file it made."""

    about: Both
    name: str
    said_by: str
    value: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What one time stamp proves, or why it proves nothing yet.

    Attributes:
        state: "verified", "pending" or "refused".
    """

    state: str
    said: Both


@dataclass(frozen=True, slots=True)
class ItemPage:
    """An item laid out for a reader.

    Attributes:
        alike: What looks like it, without those of the same bytes.
        own: Which of the items that are spoken of are of the same case.
        kind: What it is, in words.
        measures: Width and height, length, pages.
        has_preview: Whether something can be shown of it.
        can_be_redacted: Whether it is a picture or a PDF that is still here.
        custody: Each step told.
        broken: What does not fit in the chain of custody.
        remarks: What in the chain is odd and may be right.
        proofs: What its time stamps prove.
        out: What of it left the house, to whom.
    """

    sheet: Sheet
    alike: tuple[Alike, ...]
    own: frozenset[str]
    came: Both
    kind: Both
    measures: tuple[Both, ...]
    size: Both
    has_preview: bool
    can_be_redacted: bool
    warning: Both | None
    says: tuple[Said, ...]
    not_read: tuple[Both, ...]
    custody: tuple[Both, ...]
    broken: tuple[Both, ...]
    remarks: tuple[Both, ...]
    proofs: tuple[Proof, ...]
    out: tuple[tuple[Release, Both], ...]


def item_page(sheet: Sheet, released: tuple[Release, ...]) -> ItemPage:
    """Lay out an item.

    Args:
        released: What left the house, of any item of its case.
    """
    content = sheet.brief.content
    kind = content.kind if content else None
    is_pdf = bool(kind and kind.media_type == _PDF)
    shown = bool(kind and (is_pdf or kind.family in ("picture", "film")))
    sight = sheet.sight
    alike = tuple(one for one in sheet.alike if one.code not in sheet.same)
    mine = [one for one in released if one.item == sheet.brief.code]
    return ItemPage(
        sheet=sheet,
        alike=alike,
        own=frozenset(of_case(sheet.brief.case, [*sheet.same, *(one.code for one in alike)])),
        came=CAME[sheet.brief.came],
        kind=Both.same("PDF") if is_pdf else FAMILIES[kind.family if kind else "other"],
        measures=tuple(_measures(sheet)),
        size=size_said(content.size) if content else Both("", ""),
        has_preview=shown,
        can_be_redacted=bool(kind and (is_pdf or kind.family == "picture")),
        warning=kind.warning if kind else None,
        says=tuple(
            Said(claim.about.label, claim.name, claim.said_by, claim.value)
            for claim in sorted(sight.claims, key=lambda one: list(About).index(one.about))
        )
        if sight
        else (),
        not_read=tuple(one.said for one in sight.not_read.values()) if sight else (),
        custody=tuple(map(step_said, sheet.custody)),
        broken=tuple(faults(sheet.custody)) if _has_chain(sheet) else (),
        remarks=tuple(remarks(sheet.custody)),
        proofs=tuple(map(_proof, sheet.stamps)),
        out=tuple((one, use_said(one.use)) for one in mine),
    )


def _has_chain(sheet: Sheet) -> bool:
    """Whether a chain should be there: what we made has that of what it was made from."""
    return not sheet.is_erased and not (sheet.brief.parent and not sheet.custody)


def _measures(sheet: Sheet) -> Iterator[Both]:
    sight = sheet.sight
    if sight is None:
        return
    if sight.width and sight.height:
        yield Both(f"{sight.width} × {sight.height} pixels", f"{sight.width} × {sight.height} بكسل")
    if sight.seconds:
        length = seconds_said(sight.seconds).en
        yield Both(f"length {length}", f"المدة {length}")
    if sight.parts and sight.parts > 1:
        yield Both(f"{sight.parts} pages or pictures", f"عدد الصفحات أو الصور: {sight.parts}")


def _proof(stamp: Stamp) -> Proof:
    if stamp.verified:
        at = f"{stamp.verified.time:%Y-%m-%d %H:%M:%S} UTC"
        return Proof(
            "verified",
            Both(
                f"{stamp.authority} signed that it saw the ledger with this entry not later than"
                f" {at}; so these bytes were here by then",
                f"وقّعت {stamp.authority} أنها رأت السجل المختوم وفيه هذا القيد في موعد لا يتجاوز"
                f" {at}؛ فكانت هذه البايتات هنا حتى ذلك الوقت",
            ),
        )
    name = Both.same(f"{stamp.authority}: ")
    return Proof("pending" if stamp.pending else "refused", name + stamp.said)
