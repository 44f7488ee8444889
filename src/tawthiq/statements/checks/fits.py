"""How a number of a text stands to each total that its source is known to have published.

Two questions are kept apart: do both count the same thing (unit, people, sites, parties,
rule), and do both speak of the same time and place. What the text does not say is taken
as the source says it: a missing window does not make a number wrong, it makes it
incomplete, and another check says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from tawthiq.claims.group import EVERYBODY, UNSTATED, Group
from tawthiq.counts.definition import Definition, Unit
from tawthiq.counts.order import Order, order_of_restrictions, order_of_sets, product
from tawthiq.counts.relation import Line, order_of_times
from tawthiq.records.vocabulary import parties, sites, weapons
from tawthiq.statements.known import KnownCount
from tawthiq.statements.reading.areas import area_called, order_of_areas
from tawthiq.statements.reading.parties import SIDE, is_collective
from tawthiq.statements.reading.reading import Mention, TimeSaid
from tawthiq.statements.wording import value_of
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import Precision, When


class Frame(StrEnum):
    """How the time or the place of a number stands to that of a known total."""

    SAME = "same"
    UNSAID = "unsaid"
    """The text does not say."""
    OPEN = "open"
    """What is said does not decide."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fit:
    """One number of a text beside one total of its source.

    Attributes:
        lines: Along which the two count different things; empty where they count the same.
        agrees: Whether the values agree.
        when, where: How time and place stand.
    """

    count: KnownCount
    lines: frozenset[Line]
    agrees: bool
    when: Frame
    where: Frame

    @property
    def same_question(self) -> bool:
        return not self.lines

    @property
    def same_frame(self) -> bool:
        return Frame.OTHER not in (self.when, self.where)


def question_of(mention: Mention) -> tuple[object, ...]:
    """All of a number that decides how it fits, so that equal ones are asked once."""
    window, area, source = mention.window, mention.area, mention.source
    return (
        mention.how_many,
        mention.unit,
        mention.who,
        mention.sites,
        mention.weapons,
        mention.parties,
        mention.inside,
        (window.when, window.coarse) if window else None,
        (area.area, area.settlement) if area else None,
        source.origins if source else None,
    )


def fits_of(mention: Mention, pool: Iterable[KnownCount]) -> Iterator[Fit]:
    """Hold a number against every total of a pool that is of its kind."""
    for count in pool:
        known = count.count.definition
        if mention.unit is None or not _comparable_units(mention.unit, known.unit):
            continue
        yield Fit(
            count,
            frozenset(_differing(mention, known)),
            agrees(mention.how_many, value_of(count)),
            frame_of_time(mention.window, known.when),
            _frame_of_place(mention, count),
        )


def _comparable_units(ours: Unit, theirs: Unit) -> bool:
    """The same unit, or two things that happen to sites and are often taken for each other."""
    return ours is theirs or (ours.counts_sites and theirs.counts_sites)


def _differing(mention: Mention, known: Definition) -> Iterator[Line]:
    if mention.unit is not known.unit:
        yield Line.UNIT
    if known.unit.counts_persons and not _same_people(mention.who, known.who):
        yield Line.WHO
    if not _same_sites(mention, known):
        yield Line.SITES
    if mention.weapons is not None or known.weapons is not None:
        ours = weapons().spread(mention.weapons) if mention.weapons else None
        if order_of_restrictions(ours, known.weapons) is not Order.SAME:
            yield Line.WEAPONS
    if not _same_parties(mention.parties, known.parties):
        yield Line.PARTIES
    if _rules(mention.inside) != _rules(known.inside):
        yield Line.INSIDE


_WIDE = (EVERYBODY, UNSTATED)


def _same_people(ours: Group, theirs: Group) -> bool:
    """Whether the text's people are the source's, or a wider word that is true of them.

    Civilians are people, so "781 people" does not misstate 781 civilians; people are not
    all civilians, so the other way round it does.
    """
    return ours == theirs or ours in _WIDE


def order_of_people(ours: Group, theirs: Group) -> Order:
    return product(order_of_sets(a, b) for a, b in zip(ours.lines, theirs.lines, strict=True))


def _same_sites(mention: Mention, known: Definition) -> bool:
    if not known.unit.counts_sites and known.sites is None and mention.sites is None:
        return True
    ours = sites().spread(mention.sites) if mention.sites else None
    return order_of_restrictions(ours, known.sites) in (Order.SAME, Order.WHOLE)


def _same_parties(ours: frozenset[str] | None, theirs: frozenset[str] | None) -> bool:
    """Whether both name the same parties, as far as the text names any.

    A side named for a total that its source does not split in the figure itself, or that
    the source splits elsewhere, is the fault of another check, not another number.
    """
    spread = parties().spread(ours) if ours else None
    if order_of_restrictions(spread, theirs) is Order.SAME:
        return True
    if ours is None:
        return theirs is not None and SIDE in theirs
    if theirs is None:
        return is_collective(ours)
    if is_collective(ours) and spread is not None and len(_tops(theirs)) > 1:
        return theirs <= spread or spread <= theirs
    if "non-state" in theirs and "armed-opposition" in ours:
        return True  # the UN's "non-State actors" are most texts' "opposition groups"
    # Monitors call Syrian government forces and their allies "the government side".
    return SIDE in theirs and "syrian-government" in ours


def _tops(keys: frozenset[str]) -> list[str]:
    """The parties of a set that no other party of the set holds."""
    tree = parties()
    return [key for key in keys if tree[key].parent not in keys]


def _rules(keys: frozenset[str]) -> frozenset[str]:
    """Rules without their version: a text that says "massacres" means its source's rule."""
    return frozenset(key.partition("-")[0] for key in keys)


_NEAR = 0.05
"""How far "about 800" may be from 781: house choice."""


def agrees(said: HowMany, known: HowMany) -> bool:
    """Whether a text's number can be a printing of a source's.

    A plain 781 prints "at least 781"; 750 does not, although more than 747 includes it.
    """
    number = known.headline
    printed = {n for n in (known.low, known.best, known.high) if n is not None}
    if said.is_exact:
        inside = known.low is not None and known.high is not None and known.low < known.high
        return said.headline in printed or bool(inside and known.admits(said.headline))
    if said.low is not None and said.high is not None:
        return said.low <= number <= said.high
    if said.low is not None:
        return said.low <= number or said.low - 1 in printed
    if said.high is not None:
        return number <= said.high
    return abs(said.headline - number) <= max(1, _NEAR * number)


def frame_of_time(said: TimeSaid | None, known: When) -> Frame:
    """How a stated window stands to a source's; a window in months may print one in days."""
    if said is None or not said.when.is_known:
        return Frame.UNSAID
    when = said.when
    if when.may_overlap(known) and _is_vague(when, known):
        return _frame_of_estimate(when, known)
    if _same_ends(said, known):
        return Frame.SAME
    return Frame.OPEN if order_of_times(when, known) is Order.UNDECIDED else Frame.OTHER


def _is_vague(when: When, known: When) -> bool:
    return Precision.ESTIMATE in (when.precision, known.precision) or not known.is_known


_ESTIMATED = 10
"""Days by which an end that a source only estimates ("late April") may differ: house choice."""


def _frame_of_estimate(when: When, known: When) -> Frame:
    """Where one end is the source's own and the other as near as its estimate allows, the same."""
    if not (when.first and when.last and known.first and known.last):
        return Frame.OPEN
    gaps = (abs((when.first - known.first).days), abs((when.last - known.last).days))
    if max(gaps) > _ESTIMATED:
        return Frame.OTHER
    return Frame.SAME if min(gaps) == 0 else Frame.OPEN


_CLOSE = 3
"""Days by which "since 29 April" and "since 26 April" may differ and be left open: house choice."""


def _same_ends(said: TimeSaid, known: When) -> bool:
    """Whether every end that the text says is the source's."""
    ours = [(said.when.first, known.first), (said.when.last, known.last)]
    stated = [(mine, theirs) for mine, theirs in ours if mine is not None]
    if any(theirs is None for _, theirs in stated):
        return False
    if said.coarse:
        return all(
            theirs is not None and (mine.year, mine.month) == (theirs.year, theirs.month)
            for mine, theirs in stated
        ) and (said.when.precision is not Precision.MONTH or _fills_month(known))
    return all(mine == theirs for mine, theirs in stated)


def _fills_month(known: When) -> bool:
    """ "In June" prints "1 to 23 June": the month alone is named and its beginning is in it."""
    return known.first is not None and known.first.day <= _CLOSE


def _frame_of_place(mention: Mention, count: KnownCount) -> Frame:
    if mention.area is None:
        return Frame.UNSAID
    if mention.area.settlement:
        return Frame.OTHER
    said = count.area_said or count.count.definition.where.name.en
    match order_of_areas(mention.area.area, area_called(said)):
        case Order.SAME:
            return Frame.SAME
        case Order.UNDECIDED | Order.ACROSS:
            return Frame.OPEN
        case _:
            return Frame.OTHER


def asserted(mention: Mention, known: Definition) -> Definition:
    """What the text's number claims to count; what it leaves open is the source's."""
    unit = mention.unit or known.unit
    return replace(
        known,
        unit=unit,
        who=mention.who if unit.counts_persons else EVERYBODY,
        sites=sites().spread(mention.sites) if mention.sites else None,
        weapons=weapons().spread(mention.weapons) if mention.weapons else None,
        parties=parties().spread(mention.parties) if mention.parties else None,
        inside=mention.inside,
    )
