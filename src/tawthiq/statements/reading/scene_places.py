"""At which settlement the people whom a number counts are said to have been harmed.

Several settlements in one breath ("in Saraqib and Hass") are one answer: the number is for
them together. A region is none, and neither is a landmark ("north of Saraqib").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from tawthiq.statements.reading.areas import city_named, end_of_list
from tawthiq.statements.reading.numbers import Found, around
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.reading import AreaSaid
from tawthiq.statements.reading.stage import Stage

Where = tuple[tuple[str, ...], tuple[str, ...]]


def where_of(stage: Stage, numbers: Sequence[Found], at: int) -> tuple[Where | None, int]:
    """The settlements of a number, the others beside it, and the sentence that names them."""
    number = numbers[at]
    named = stage.areas.get(number.sentence, [])
    if named:
        chosen = _chosen(stage.page, numbers, at, named)
        if chosen is None or _is_divided(numbers, at, chosen):
            return None, number.sentence
        return _together(stage.page, named, chosen), number.sentence
    for earlier in stage.before(number.sentence):
        if named := stage.areas.get(earlier, []):
            settled = _settled(stage.page, named, named[-1])
            return (_together(stage.page, named, settled) if settled else None), earlier
    return ((), ()), number.sentence


_LANDMARK = re.compile(
    r"\b(?:near|outside|from|between|(?:north|south|east|west)\w*(?:[- ]\w+)? of"
    r"|(?:road|highway|way) (?:to|from)|towards?)\s+(?:the\s+)?(?:\w+\s+of\s+)?$",
    re.IGNORECASE,
)


def _chosen(
    page: Page, numbers: Sequence[Found], at: int, named: Sequence[AreaSaid]
) -> AreaSaid | None:
    """The settlement that a number is said to be of; None where it is of a region.

    A sentence that opens with a place says places before their numbers ("In Saraqib 7, in
    Hass 2"); one that does not says them after.
    """
    number = numbers[at]
    direct = [a for a in named if not _LANDMARK.search(page.text, max(0, a.start - 40), a.start)]
    named = direct or named
    clause = page.layout.clause_at(number.start)
    named = [a for a in named if a.start in clause] or named
    stop = min(end_of_list(page, numbers, at, clause.end), clause.end)
    previous = around(page, numbers, at).start
    after = next((a for a in named if number.end <= a.start < stop), None)
    before = next((a for a in reversed(named) if previous <= a.start < number.start), None)
    earlier = next((a for a in reversed(named) if a.start < number.start), None)
    first = _first_of_sentence(numbers, at)
    opens = any(a.settlement and a.start < first.start for a in named)
    order = (before, after, earlier) if opens else (after, before, earlier)
    nearest = next((a for a in order if a is not None), named[0])
    return None if _is_anothers(numbers, at, nearest) else _settled(page, named, nearest)


def _is_anothers(numbers: Sequence[Found], at: int, place: AreaSaid) -> bool:
    """ "Of 59 killed, 39 died in Saraqib": another number of the dead stands nearer to it."""
    between = [n for n in numbers[at + 1 : at + 12] if n.start < place.start]
    listed = [n for n in between if n.harm == numbers[at].harm and n.whole != at]
    return any(not n.noun.groups or n.noun.groups == numbers[at].noun.groups for n in listed)


def _first_of_sentence(numbers: Sequence[Found], at: int) -> Found:
    while at and numbers[at - 1].sentence == numbers[at].sentence:
        at -= 1
    return numbers[at]


_WITHIN = re.compile(
    r"(?:[\s,(]|['’]s?\b|\b(?:in|of|the|town|city|village|governorate|province|countryside|area|region"
    r"|district|sub-?district|southern|northern|eastern|western|rural|market|camp|hospital)\b)*",
    re.IGNORECASE,
)


def _settled(page: Page, named: Sequence[AreaSaid], area: AreaSaid) -> AreaSaid | None:
    """The settlement itself, or the one that stands right beside its region."""
    if area.settlement:
        return area
    if city := city_named(page, area):
        return replace(area, settlement=city)
    for one, other in pairwise(named):
        beside = area in (one, other) and (one.settlement or other.settlement)
        if beside and _WITHIN.fullmatch(page.text, one.end, other.start):
            return one if one.settlement else other
    return None


def _is_divided(numbers: Sequence[Found], at: int, place: AreaSaid) -> bool:
    """ "59 people, 39 of them in Ma'arrat al-Numan": the place is the part's, not the whole's."""
    number = numbers[at]
    between = [n for n in numbers[at + 1 : at + 12] if number.end <= n.start < place.start]
    return any(n.whole == at and not n.noun.groups for n in between)


_AND = re.compile(
    r"\s*(?:,|,?\s*\b(?:and|as well as)\b|&|/)\s*(?:(?:in|on|at|of|the|nearby|both)\s+){0,3}"
    r"(?:(?:towns?|cit(?:y|ies)|villages?|markets?)\s+(?:of\s+)?)?",
    re.IGNORECASE,
)


def _together(page: Page, named: Sequence[AreaSaid], chosen: AreaSaid) -> Where:
    """The settlements listed in one breath with the chosen one, and those named elsewhere."""
    settlements = [chosen if a.start == chosen.start else a for a in named]
    settlements = [a for a in settlements if a.settlement]
    at = settlements.index(chosen)
    first = last = at
    while first and _AND.fullmatch(page.text, settlements[first - 1].end, settlements[first].start):
        first -= 1
    while last + 1 < len(settlements) and _AND.fullmatch(
        page.text, settlements[last].end, settlements[last + 1].start
    ):
        last += 1
    listed = settlements[first : last + 1]
    others = [a for a in settlements if a not in listed]
    return _codes(listed), _codes(others)


def _codes(areas: Iterable[AreaSaid]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(area.settlement for area in areas))
