"""Which area a number is said to be of: names of places and areas in the text, compared.

The bare name of a governorate means the governorate; a settlement makes the number one of
an incident, not of an area. Where two areas end is often not known, and then how they
stand to each other is not decided.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from tawthiq.counts.order import Order
from tawthiq.places.found import FoundArea
from tawthiq.places.place import Area, Level
from tawthiq.places.shipped import shipped
from tawthiq.statements.reading.harms import is_list_gap
from tawthiq.statements.reading.lexicon import Hit, Lexicon
from tawthiq.statements.reading.numbers import Found
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.reading import AreaSaid
from tawthiq.values.text import fold

_SIDE = re.compile(
    r"\b(?:(?:north|south|east|west)(?:-?\s?(?:east|west))?(?:ern)?|rural|greater|northwest(?:ern)?"
    r"|central|parts of)\s+$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:['’]s)?(?:\s+(?:governorates?|provinces?|region|countryside|(?:city\s+)?and\s+(?:its|their)"
    r"\s+(?:countryside|surroundings|suburbs)|city|and\s+surrounding\s+areas"
    r"|and\s+(?=[A-Z])\S+(?:\s+(?:governorates?|provinces?))?|,\s+(?=[A-Z])\S+(?=,?\s+and\s)))*"
)
_CITY = re.compile(
    r"(?P<name>[A-Z][\w’'-]*)\s+city\b(?!\s+and\b)|city\s+of\s+(?P<of>[A-Z][\w’'-]*)"
)


@cache
def _places() -> Lexicon:
    """The names of the shipped gazetteer in Latin letters, made once."""
    phrases = []
    for area in shipped().areas():
        phrases += [("area", area.code, p) for p in (area.name.en, *area.variants) if _latin(p)]
    for place in shipped().places():
        wide = place.level in (Level.COUNTRY, Level.GOVERNORATE)
        kind = "wide" if wide else "settlement"
        if place.level in (Level.DISTRICT, Level.SUBDISTRICT):
            continue
        phrases += [(kind, place.code, name) for name in place.written if _latin(name)]
    return Lexicon(phrases)


@lru_cache(maxsize=4)
def _further(places: frozenset[tuple[str, tuple[str, ...]]]) -> Lexicon:
    """The names of a case's own places in Latin letters; made once while the case stands."""
    return Lexicon(
        ("settlement", code, name) for code, names in places for name in names if _latin(name)
    )


_NAME = re.compile(r"(?:(?:al|el|a[dnrstz]|ash)[-‑ ’']{1,2})?[A-Z]")
"""A name begins with a capital, after an article that many write small: "al-Ghadfa"."""
_KINDS = ("area", "wide", "settlement")


def _latin(name: str) -> bool:
    return any("a" <= c.lower() <= "z" for c in name) and not any(c >= "\u0600" for c in name)


def read_areas(page: Page, places: Mapping[str, tuple[str, ...]] | None = None) -> list[AreaSaid]:
    """The areas and settlements that a text names, in order.

    Args:
        places: Settlements that the shipped gazetteer lacks, by code, as they are written.
    """
    spotted = [_places().spot(page.words)]
    if places:
        spotted.append(_further(frozenset(places.items())).spot(page.words))
    hits = [hit for each in spotted for kind in _KINDS for hit in each.of(kind)]
    found: list[AreaSaid] = []
    for hit in sorted(hits, key=_order):
        if hit.kind != "area" and not _NAME.match(page.text, hit.start):
            continue
        if found and hit.start < found[-1].end:
            continue
        said = _said(page, hit)
        if found and not page.text[found[-1].end : said.start].strip() and said.area:
            said = _joined(page, found.pop(), said)
        found.append(said)
    return found


def _joined(page: Page, before: AreaSaid, said: AreaSaid) -> AreaSaid:
    """ "the north-west de-escalation area": two phrases that together name one area."""
    area = _area(page.text[before.start : said.end]) or said.area
    return AreaSaid(before.start, said.end, area=area)


def _order(hit: Hit) -> tuple[int, int, int]:
    return hit.start, -hit.end, _KINDS.index(hit.kind)


def _said(page: Page, hit: Hit) -> AreaSaid:
    if hit.kind == "settlement":
        return AreaSaid(hit.start, hit.end, settlement=hit.key)
    if hit.kind == "area":
        return AreaSaid(hit.start, hit.end, area=_area(page.text[hit.start : hit.end]))
    side = _SIDE.search(page.text, max(0, hit.start - 24), hit.start)
    start = side.start() if side else hit.start
    tail = _TAIL.match(page.text, hit.end)
    for end in sorted({tail.end() if tail else hit.end, hit.end}, reverse=True):
        if area := _area(page.text[start:end]):
            return AreaSaid(start, end, area=area)
    return AreaSaid(hit.start, hit.end, area=_area(page.text[hit.start : hit.end]))


@lru_cache(maxsize=4096)
def _area(words: str) -> Area | None:
    answer = shipped().find_area(" ".join(words.split()).replace("’s", "").replace("'s", ""))
    return answer.area if isinstance(answer, FoundArea) else None


def city_named(page: Page, said: AreaSaid) -> str:
    """The code of the town, where the words say that the town is meant: "Aleppo city"."""
    found = _CITY.search(page.text, max(0, said.start - 8), said.end + 5)
    return _cities().get(fold(found["name"] or found["of"]), "") if found else ""


@cache
def _cities() -> dict[str, str]:
    towns = shipped().places(Level.SETTLEMENT)
    return {fold(name): town.code for town in reversed(towns) for name in town.written}


def area_called(words: str) -> Area | None:
    """The area that a source's words name, or None."""
    return _area(words)


@lru_cache(maxsize=4096)
def _order_of(one: Area, other: Area) -> Order:
    if one.code == other.code:
        return Order.SAME
    gazetteer = shipped()
    inside, holds = gazetteer.contains(other, one), gazetteer.contains(one, other)
    if inside and holds:
        return Order.SAME
    if inside or holds:
        return Order.PART if inside else Order.WHOLE
    return Order.APART if gazetteer.overlaps(one, other) is False else Order.UNDECIDED


def order_of_areas(one: Area | None, other: Area | None) -> Order:
    """How two areas stand to each other; what is not known whole is not decided."""
    return _order_of(one, other) if one and other else Order.UNDECIDED


IN = re.compile(
    r"\b(?:in|across|of|throughout|within|inside|around|on|for|from|at|over|to)\s+(?:the\s+|and\s+"
    r"around\s+|all\s+of\s+|parts\s+of\s+)?(?:so-called\s+)?$",
    re.IGNORECASE,
)


def areas_of(
    page: Page, numbers: Sequence[Found], areas: Sequence[AreaSaid]
) -> list[AreaSaid | None]:
    """The area that applies to each number, or None."""
    by_sentence: dict[int, list[AreaSaid]] = {}
    for said in areas:
        if IN.search(page.text, max(0, said.start - 40), said.start):
            by_sentence.setdefault(page.layout.sentence_at(said.start), []).append(said)
    found: list[AreaSaid | None] = []
    for at, number in enumerate(numbers):
        own = _own(page, numbers, at, by_sentence.get(number.sentence, []))
        if own is None and number.whole is not None and number.whole < at:
            own = found[number.whole]
        found.append(own or _of_sentence_before(page, number, by_sentence))
    return found


def _own(page: Page, numbers: Sequence[Found], at: int, said: list[AreaSaid]) -> AreaSaid | None:
    """The nearest after the number in its clause, else the nearest before it, else any."""
    number = numbers[at]
    if not said:
        return None
    if len(said) == 1:
        return said[0]
    clause = page.layout.clause_at(number.start)
    stop = end_of_list(page, numbers, at, clause.end)
    after = [a for a in said if number.end <= a.start < min(stop, clause.end)]
    before = [a for a in said if a.start < number.start]
    return after[0] if after else (before[-1] if before else said[0])


def end_of_list(page: Page, numbers: Sequence[Found], at: int, end: int) -> int:
    """Where the next number begins that is neither a part of this one nor in one list with it."""
    last = numbers[at].end
    for other in numbers[at + 1 : at + 20]:
        if other.start >= end:
            break
        if other.whole != at and not is_list_gap(page, last, other.start):
            return other.start
        last = other.end
    return end


def _of_sentence_before(
    page: Page, number: Found, by_sentence: dict[int, list[AreaSaid]]
) -> AreaSaid | None:
    sentences = page.layout.sentences
    for earlier in range(number.sentence - 1, max(-1, number.sentence - 4), -1):
        if sentences[earlier].block != sentences[number.sentence].block:
            return None
        if earlier in by_sentence:
            return by_sentence[earlier][-1]
    return None
