"""Whether stated numbers can all be true together: parts and wholes, sums, shares, windows.

Nothing here asks a source. "60 victims, among them 154 children" is wrong whoever says it,
and whether one number counts a part of another is decided by their definitions
(``relation``), never by their size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from tawthiq.counts.definition import Definition
from tawthiq.counts.relation import Kinship, Line, relate
from tawthiq.values.how_many import HowMany


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that a text states.

    Attributes:
        definition: What it counts, as far as the text says.
        how_many: How many.
        where: Start and end of its words in the text, in codepoints.
    """

    definition: Definition
    how_many: HowMany
    where: tuple[int, int] = (0, 0)


class SlipKind(StrEnum):
    """In which way numbers contradict each other."""

    PART_EXCEEDS_WHOLE = "part-exceeds-whole"
    PARTS_EXCEED_WHOLE = "parts-exceed-whole"
    PARTS_FALL_SHORT = "parts-fall-short"
    """Parts that are said to be all of it add up to less."""
    SAME_COUNTED_TWICE = "same-counted-twice"
    """A sum of numbers that count some of the same people."""
    SHARE_OFF = "share-off"
    WINDOW_SHRINKS = "window-shrinks"
    """A longer time holds fewer than a shorter one within it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Stated numbers that cannot all be true.

    Attributes:
        whole: The number that the others are held against.
        parts: Those others.
        recomputed: What the parts make: a sum, or a share in per cent.
        stated: What the text says instead.
    """

    kind: SlipKind
    whole: Stated
    parts: tuple[Stated, ...]
    recomputed: float
    stated: float


_ABOUT = 0.05
"""How far "about" reaches, as a share of the number: house choice."""


def at_least(number: HowMany) -> int | None:
    """The least that a number commits to; "about" commits to a little less than it says."""
    if number.low is not None:
        return number.low
    return None if number.best is None else int(number.best * (1 - _ABOUT))


def at_most(number: HowMany) -> int:
    """The most that a number can be read to mean.

    "At least 60" has no end, but whoever knows of 154 children would not say at least
    60 victims; so its printed number is its most here.
    """
    if number.high is not None:
        return number.high
    if number.low is not None:
        return number.headline
    return int(number.headline * (1 + _ABOUT)) + 1


def part_exceeds(part: Stated, whole: Stated) -> Slip | None:
    """A part that is larger than its whole."""
    low = at_least(part.how_many)
    if low is None or low <= at_most(whole.how_many):
        return None
    kind = SlipKind.PART_EXCEEDS_WHOLE
    return Slip(kind, whole, (part,), part.how_many.headline, whole.how_many.headline)


def sum_differs(whole: Stated, parts: Sequence[Stated], *, all_of_it: bool) -> Slip | None:
    """Parts that share nothing and do not make their whole.

    Args:
        all_of_it: Whether the text says that there are no other parts; without it, parts
            that fall short say nothing.
    """
    lows = [at_least(part.how_many) for part in parts]
    if len(parts) < 2 or any(low is None for low in lows) or _share_something(parts):
        return None
    total = sum(part.how_many.headline for part in parts)
    stated = whole.how_many.headline
    if sum(low or 0 for low in lows) > at_most(whole.how_many):
        return Slip(SlipKind.PARTS_EXCEED_WHOLE, whole, tuple(parts), total, stated)
    least = at_least(whole.how_many)
    exact = all(part.how_many.is_exact for part in parts)
    if all_of_it and exact and least is not None and total < least:
        return Slip(SlipKind.PARTS_FALL_SHORT, whole, tuple(parts), total, stated)
    return None


def _share_something(parts: Sequence[Stated]) -> bool:
    """Whether two of the parts count some of the same, so that a sum means nothing."""
    return any(
        relate(a.definition, b.definition).kinship is not Kinship.DISJOINT
        for a, b in combinations(parts, 2)
    )


def counted_twice(total: Stated, parts: Sequence[Stated]) -> Slip | None:
    """A total that is the sum of numbers of which some count the same.

    One report through two channels, a month and the quarter it lies in, children and
    civilians: their sum counts somebody twice.
    """
    if len(parts) < 2 or sum(p.how_many.headline for p in parts) != total.how_many.headline:
        return None
    for one, other in combinations(parts, 2):
        if _surely_share(one.definition, other.definition):
            kind = SlipKind.SAME_COUNTED_TWICE
            recomputed = max(p.how_many.headline for p in parts)
            return Slip(kind, total, tuple(parts), recomputed, total.how_many.headline)
    return None


def _surely_share(ours: Definition, theirs: Definition) -> bool:
    """Whether a sum of the two counts some twice, and not only may.

    Sites of two months can be the same sites: such a sum may mislead and is not wrong.
    """
    kinship = relate(ours, theirs, mind_basis=False).kinship
    if kinship is Kinship.OVERLAPPING:
        return not ours.unit.counts_again
    return kinship in (Kinship.SAME, Kinship.PART, Kinship.WHOLE)


@dataclass(frozen=True, slots=True)
class SharePrinted:
    """A share as a text prints it.

    Attributes:
        low, high: In per cent; one is None for "more than half" and "under 10 %".
        digits: Decimals printed.
        rough: Whether it is a fraction in words, or comes with "about".
    """

    low: float | None
    high: float | None
    digits: int = 0
    rough: bool = False

    def admits(self, share: float) -> bool:
        """Whether it can be a printing of this share: rounded or cut off, as printed."""
        if self.low is not None and self.high is not None:
            return self._is_printing_of(share)
        slack = _ROUGH if self.rough else 0.5 * self._unit
        if self.low is not None:
            return share > self.low - min(slack, 0.5)
        return self.high is None or share < self.high + min(slack, 0.5)

    @property
    def _unit(self) -> float:
        return 10.0**-self.digits

    def _is_printing_of(self, share: float) -> bool:
        printed = self.low or 0.0
        if self.rough:
            return abs(printed - share) <= _ROUGH
        rounded = abs(printed - share) <= 0.5 * self._unit + 1e-9
        cut_off = 0 <= share - printed < self._unit
        return rounded or cut_off


_ROUGH = 3.0
"""Points by which "about" and "half" may be off: house choice."""


def share_differs(printed: SharePrinted, parts: Sequence[Stated], whole: Stated) -> Slip | None:
    """A percentage that its own numbers do not give."""
    total = whole.how_many.headline
    if not parts or not total:
        return None
    share = 100 * sum(part.how_many.headline for part in parts) / total
    # Parts beyond their whole are another slip, and make no share.
    if share > 100 or printed.admits(share):
        return None
    stated = printed.low if printed.low is not None else printed.high
    return Slip(SlipKind.SHARE_OFF, whole, tuple(parts), share, stated or 0.0)


def contradictions(stated: Sequence[Stated]) -> Iterator[Slip]:
    """Pairs of which one counts a part of the other, on one basis, and is larger."""
    for one, other in combinations(stated, 2):
        relation = relate(one.definition, other.definition)
        if relation.kinship is Kinship.WHOLE:
            one, other = other, one
        elif relation.kinship is not Kinship.PART:
            continue
        if slip := part_exceeds(one, other):
            shrinks = relation.lines == (Line.WHEN,)
            kind = SlipKind.WINDOW_SHRINKS if shrinks else slip.kind
            yield Slip(kind, slip.whole, slip.parts, slip.recomputed, slip.stated)
