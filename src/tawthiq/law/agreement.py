"""An agreement about an area: a de-escalation zone, a ceasefire, a deconfliction list.

It has parties, an area and days. An incident inside is an *alleged breach* of it; what that
weighs in law is said with it, because a breach of such a text is not by itself a war crime
and civilians are protected with or without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tawthiq.law.incident import Incident
from tawthiq.law.norm import Checked
from tawthiq.values.both import NOTHING, Both


@dataclass(frozen=True, slots=True)
class AgreementKind:
    """A kind of agreement and its weight in law.

    Attributes:
        weight: What an incident inside means, and what it does not mean.
        bears_on: Norms that it gives facts for.
    """

    key: str
    name: Both
    weight: Both
    bears_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement.

    Attributes:
        parties: States and groups that agreed; nobody else is bound by it.
        areas: Names of the places inside, as the incidents name theirs.
        partly: Names of places of which a part that nobody drew is inside.
        first, last: Its days; None where open.
    """

    id: str
    kind: str
    name: Both
    parties: tuple[str, ...]
    areas: tuple[str, ...]
    first: date
    last: date | None
    source: str
    note: Both = NOTHING
    partly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.last and self.last < self.first:
            raise ValueError(f"the agreement ends ({self.last}) before it begins ({self.first})")
        if not self.parties:
            raise ValueError("an agreement has parties")


@dataclass(frozen=True, slots=True)
class KnownAgreement:
    """An agreement that the pack knows, and how its row was checked."""

    agreement: Agreement
    checked: Checked


class Inside(StrEnum):
    """Whether an incident falls under an agreement."""

    ALLEGED_BREACH = "alleged_breach"
    """Inside its area and days, and the party that is said to have acted had agreed."""
    OTHER_PARTY = "other_party"
    """Inside, and the party named had not agreed: no breach by it, the law holds as ever."""
    UNATTRIBUTED = "unattributed"
    """Inside, and nobody is named."""
    UNKNOWN = "unknown"
    """The day or the place is not recorded, or the area was never drawn there."""
    OUTSIDE = "outside"


INSIDE = {
    Inside.ALLEGED_BREACH: Both(
        "an alleged breach: inside its area and days, and ascribed to a party that had agreed",
        "خرق مُدّعى به: داخل منطقته وأيامه، ومنسوب إلى طرف كان قد وافق عليه",
    ),
    Inside.OTHER_PARTY: Both(
        "inside, and ascribed to a party that had not agreed: no breach by it, and the law holds",
        "داخله، ومنسوب إلى طرف لم يوافق عليه: لا خرق منه للاتفاق، والقانون سارٍ كما هو",
    ),
    Inside.UNATTRIBUTED: Both("inside, and ascribed to nobody", "داخله، وغير منسوب إلى أحد"),
    Inside.UNKNOWN: Both(
        "not known: its day or place is not recorded well enough, or nobody drew the area there",
        "غير معروف: لم يُسجَّل يومها أو مكانها بما يكفي، أو لم تُرسم حدود المنطقة هناك",
    ),
    Inside.OUTSIDE: Both("outside", "خارجه"),
}


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One incident under one agreement, with the weight of it."""

    agreement: str
    incident: str
    inside: Inside
    weight: Both


def under(
    agreement: Agreement, incidents: Iterable[Incident], kinds: dict[str, AgreementKind]
) -> tuple[AgreementLine, ...]:
    """What each incident is under an agreement."""
    weight = kinds[agreement.kind].weight
    return tuple(
        AgreementLine(agreement.id, incident.id, _inside(agreement, incident), weight)
        for incident in incidents
    )


def _inside(agreement: Agreement, incident: Incident) -> Inside:
    if incident.first is None or incident.last is None:
        return Inside.UNKNOWN
    ended = agreement.last is not None and incident.first > agreement.last
    if incident.last < agreement.first or ended:
        return Inside.OUTSIDE
    if not incident.place and not incident.within:
        return Inside.UNKNOWN
    # An incident whose days reach over the beginning or the end may lie on either side.
    if incident.first < agreement.first or (agreement.last and incident.last > agreement.last):
        return Inside.UNKNOWN
    if not any(incident.lies_in(area) for area in agreement.areas):
        in_part = any(incident.lies_in(area) for area in agreement.partly)
        in_part = in_part or any(incident.may_lie_in(area) for area in agreement.areas)
        return Inside.UNKNOWN if in_part else Inside.OUTSIDE
    if not incident.is_attributed:
        return Inside.UNATTRIBUTED
    return Inside.ALLEGED_BREACH if incident.party in agreement.parties else Inside.OTHER_PARTY
