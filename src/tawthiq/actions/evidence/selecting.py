"""What a package is about, which pieces of it may leave, and what stays behind and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from tawthiq.actions.evidence.denied import refuse_denied
from tawthiq.errors import NotLookedAtError, UnknownNameError
from tawthiq.evidence.consent import Denied, Use
from tawthiq.evidence.consent import may as may_be
from tawthiq.evidence.packages.contents import LeftOut
from tawthiq.store import models
from tawthiq.store.queries.consents import history, persons_in
from tawthiq.store.queries.evidence import items_of, with_content
from tawthiq.values.both import NOTHING, Both, joined


@dataclass(frozen=True, slots=True)
class Piece:
    """One item that came from outside, and what of it may leave.

    Attributes:
        leaves: Whether its own bytes go along.
        copies: Redacted and other copies that go along.
        why_not: Why its own bytes stay behind.
    """

    root: models.EvidenceItem
    leaves: bool
    copies: tuple[models.EvidenceItem, ...]
    why_not: Both = NOTHING

    @property
    def leaving(self) -> tuple[models.EvidenceItem, ...]:
        return ((self.root,) if self.leaves else ()) + self.copies


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes into a package.

    Attributes:
        about: The code that was asked for.
        left_out: What the question finds and does not leave, by reason.
    """

    case: models.Case
    about: str
    title: Both
    question: Both
    pieces: tuple[Piece, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(row.code for piece in self.pieces for row in piece.leaving)


def select(about: str, case: str, use: Use) -> Selection:
    """Choose, and ask consent for every piece.

    Raises:
        UnknownNameError: Nothing has this code.
        NotLookedAtError: Nothing of it was found.
        NotAllowedError: Nothing of it may leave; the message says why of the first.
    """
    found = _found(about, case)
    past, now = history(found.case.code), datetime.now(UTC)
    answers = {row.pk: may_be(use, persons_in(row), past, now) for row in found.rows}
    pieces, reasons = list[Piece](), Counter[tuple[str, str]]()
    for root in _roots(found.rows):
        leaving = [r for r in found.rows if _root(r) == root and not _is_denied(answers[r.pk])]
        denied = [r for r in found.rows if _root(r) == root and _is_denied(answers[r.pk])]
        reasons.update(_why(answers[row.pk]) for row in denied)
        copies = tuple(row for row in leaving if row != root)
        if leaving:
            why = _why_not(root, found.rows, denied)
            pieces.append(Piece(root, root in leaving, copies, why))
    if not found.rows:
        raise NotLookedAtError(
            f"there is no evidence for {about} that could be packed; link items to it first",
            f"لا أدلة لـ{about} يمكن حزمها؛ اربط به أدلة أولًا",
        )
    if not pieces:
        refuse_denied(about, next(iter(answers.values())))
    left_out = tuple(LeftOut(Both(*why), number) for why, number in reasons.items())
    return Selection(found.case, about, found.title, found.question, tuple(pieces), left_out)


@dataclass(frozen=True, slots=True)
class _Found:
    case: models.Case
    title: Both
    question: Both
    rows: list[models.EvidenceItem]


def _found(about: str, case: str) -> _Found:
    """By the code of an item, a case, or an incident of a case; in this order."""
    items = with_content(models.EvidenceItem.objects.exclude(content=None)).order_by("id")
    if (item := items.filter(code=about).first()) is not None:
        with_copies = [item] if item.parent else [item, *_copies(item)]
        return _Found(
            item.case,
            Both(f"Evidence {about}", f"الدليل {about}"),
            Both(f"the item {about} and its copies", f"الدليل {about} ونسخه"),
            with_copies,
        )
    if (row := models.Case.objects.filter(code=about).first()) is not None:
        return _Found(
            row,
            Both(row.title_en, row.title_ar),
            Both(f"all evidence of the case {about}", f"كل أدلة الملف {about}"),
            list(items.filter(case=row)),
        )
    return _of_incident(about, case)


def _of_incident(about: str, case: str) -> _Found:
    incidents = models.Incident.objects.filter(code=about).select_related("case")
    chosen = list(incidents.filter(case__code=case) if case else incidents[:2])
    if len(chosen) != 1:
        raise UnknownNameError(
            f"no item, case or incident is called {about!r}; for an incident name its case too",
            f"لا دليل ولا ملف ولا واقعة بالرمز {about!r}؛ للواقعة اذكر ملفها ‎(--case)",
        )
    [incident] = chosen
    codes = {one.code for one in items_of(incident.case.code, "incident", about)}
    claims = models.Grouping.objects.filter(case=incident.case, incident=about)
    for claim in set(claims.values_list("claim", flat=True)):
        codes |= {one.code for one in items_of(incident.case.code, "claim", claim)}
    rows = with_content(models.EvidenceItem.objects.filter(code__in=codes).exclude(content=None))
    found = list(rows.order_by("id"))
    found += [copy for row in found if not row.parent for copy in _copies(row)]
    return _Found(
        incident.case,
        Both(incident.title_en, incident.title_ar),
        Both(
            f"evidence linked to the incident {about} or to a claim of it",
            f"الأدلة المربوطة بالواقعة {about} أو بادعاء من ادعاءاتها",
        ),
        list({row.pk: row for row in found}.values()),
    )


def _copies(row: models.EvidenceItem) -> list[models.EvidenceItem]:
    made = models.EvidenceDerivation.objects.filter(root=row).values_list("item_id", flat=True)
    rows = models.EvidenceItem.objects.filter(id__in=list(made)).exclude(content=None)
    return list(with_content(rows).order_by("id"))


def _root(row: models.EvidenceItem) -> models.EvidenceItem:
    while row.parent is not None:
        row = row.parent
    return row


def _roots(rows: Iterable[models.EvidenceItem]) -> list[models.EvidenceItem]:
    return list(dict.fromkeys(map(_root, rows)))


def _is_denied(answer: object) -> bool:
    return isinstance(answer, Denied)


def _why(answer: object) -> tuple[str, str]:
    """For a package: how many, and no code of a person."""
    assert isinstance(answer, Denied)
    said = joined(answer.reasons[:1])
    general = said if "nobody has looked" in said.en else _NO_CONSENT
    return general.en, general.ar


def _why_not(
    root: models.EvidenceItem,
    rows: list[models.EvidenceItem],
    denied: list[models.EvidenceItem],
) -> Both:
    if root in denied:
        return _NO_CONSENT
    return NOTHING if root in rows else _ONLY_COPY


_NO_CONSENT = Both(
    "no consent of everybody who is in it for this recipient",
    "لا موافقة من كل مَن يظهر فيه على هذه الجهة",
)
_ONLY_COPY = Both("only a copy made from it was asked for", "طُلبت نسخة منه فقط")
