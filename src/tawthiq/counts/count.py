"""A number with its meaning and its way back: a definition, a value, members, what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.counts.definition import Definition
from tawthiq.values.both import NOTHING, Both
from tawthiq.values.how_many import HowMany


class MemberKind(StrEnum):
    INCIDENT = "incident"
    CLAIM = "claim"
    """The one claim of a total that a source published: nobody can look inside."""


@dataclass(frozen=True, slots=True)
class Member:
    """Something that was counted.

    Attributes:
        code: Of the incident or the claim.
        title: For readers.
        how_many: What it adds to the number.
        urls: Where the sources say so.
    """

    kind: MemberKind
    code: str
    title: Both
    how_many: HowMany
    urls: tuple[str, ...] = ()


class Reason(StrEnum):
    """Why something that may belong to a count is not in it."""

    NO_DATE = "no-date"
    DATE_UNCERTAIN = "date-uncertain"
    """It may have happened inside or outside the window."""
    NO_PLACE = "no-place"
    PLACE_UNCERTAIN = "place-uncertain"
    SEVERAL_PLACES = "several-places"
    """One figure for places inside and outside; it cannot be split."""
    NO_PARTY = "no-party"
    PARTY_DISPUTED = "party-disputed"
    GRADE = "grade"
    """Its grade is not among those that count."""
    FIGHTERS = "fighters"
    """Every target named is military, so that nobody killed there is presumed civilian."""
    NOT_STATED = "not-stated"
    """No claim gives this number for it."""
    NO_SITE = "no-site"
    """No claim says what kind of place was hit."""
    NO_WEAPON = "no-weapon"
    RULE_UNDECIDED = "rule-undecided"
    """It meets the counting rule at the high end of its range and not at the low end."""


REASONS_IN_WORDS: Mapping[Reason, Both] = {
    Reason.NO_DATE: Both("no date is stated", "لا تاريخ مذكور"),
    Reason.DATE_UNCERTAIN: Both(
        "may have happened inside or outside the period", "قد يكون وقع ضمن الفترة أو خارجها"
    ),
    Reason.NO_PLACE: Both("no place is known", "لا مكان معروف"),
    Reason.PLACE_UNCERTAIN: Both(
        "cannot be decided whether it lies in the area", "لا يمكن الجزم بوقوعه ضمن المنطقة"
    ),
    Reason.SEVERAL_PLACES: Both(
        "one figure for places inside and outside the area; it is not split",
        "رقم واحد لأماكن داخل المنطقة وخارجها، ولا يُجزّأ",
    ),
    Reason.NO_PARTY: Both("no party is named", "لم يُسمَّ أي طرف"),
    Reason.PARTY_DISPUTED: Both(
        "sources name different parties, or leave it open between them",
        "تسمّي المصادر أطرافًا مختلفة أو تترك الأمر مفتوحًا بينها",
    ),
    Reason.GRADE: Both("its grade is not among those counted", "درجته ليست من الدرجات المحتسبة"),
    Reason.FIGHTERS: Both(
        "every target named is military, so nobody is presumed civilian",
        "كل الأهداف المذكورة عسكرية، فلا يُفترض أن أحدًا من القتلى مدني",
    ),
    Reason.NOT_STATED: Both("no claim gives this number", "لا ادعاء يذكر هذا الرقم"),
    Reason.NO_SITE: Both(
        "no claim says what kind of place was hit", "لا ادعاء يذكر نوع المكان المستهدف"
    ),
    Reason.NO_WEAPON: Both("no claim names the weapon", "لا ادعاء يذكر السلاح"),
    Reason.RULE_UNDECIDED: Both(
        "meets the counting rule only at the high end of its range",
        "لا يستوفي قاعدة العدّ إلا عند الحد الأعلى",
    ),
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What may belong to a count and was not counted, for one reason.

    Attributes:
        codes: Of the incidents, in order.
        how_many: What they would have added, or None where no number is stated for any.
    """

    reason: Reason
    codes: tuple[str, ...]
    how_many: HowMany | None


@dataclass(frozen=True, slots=True)
class Count:
    """A number that leads back.

    Attributes:
        name: Stable in its case, as in ``civilians-killed``; "" for one made on the way.
        title: What readers see first.
        value: None where nothing could be counted, which is not zero.
        members: What was counted, each reachable.
        left_out: What may belong to it and was not counted, with reason and number.
        strategy: How disagreeing claims became a range, in words.
        notes: What a reader must know beside the number ("end day not stated").
    """

    name: str
    title: Both
    definition: Definition
    value: HowMany | None
    members: tuple[Member, ...]
    left_out: tuple[LeftOut, ...] = ()
    strategy: Both = NOTHING
    notes: tuple[Both, ...] = ()
