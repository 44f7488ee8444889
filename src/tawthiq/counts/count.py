"""A number with its meaning and its way back: a definition, a value, members, what was left out."""

from __future__ import annotations

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
    NOT_STATED = "not-stated"
    """No claim gives this number for it."""
    NO_SITE = "no-site"
    SITE_UNCERTAIN = "site-uncertain"
    WITHDRAWN = "withdrawn"
    DUPLICATE = "duplicate"


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
