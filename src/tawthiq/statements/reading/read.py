"""Reading a text: one pass for its words, then numbers, times, names and what ties them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from tawthiq.claims.group import EVERYBODY, Group
from tawthiq.claims.source import Source
from tawthiq.counts.definition import Unit
from tawthiq.statements.reading.areas import areas_of, read_areas
from tawthiq.statements.reading.harms import read_harms
from tawthiq.statements.reading.names import Names
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.numbers import Found, spot_numbers
from tawthiq.statements.reading.page import Page, open_page
from tawthiq.statements.reading.parties import named_parties, read_parties
from tawthiq.statements.reading.percentages import read_shares, spot_shares
from tawthiq.statements.reading.reading import (
    AreaSaid,
    Cited,
    Mention,
    PartySaid,
    Reading,
    Scene,
    TimeSaid,
)
from tawthiq.statements.reading.relations import (
    read_beside,
    read_groups,
    read_massacres,
    read_parts,
)
from tawthiq.statements.reading.scenes import scenes_of
from tawthiq.statements.reading.sentences import Span
from tawthiq.statements.reading.sources import Says, read_citations, sources_of
from tawthiq.statements.reading.stage import Stage, not_of_names
from tawthiq.statements.reading.windows import read_times, windows_of
from tawthiq.statements.reading.words import GROUPS, HARMS, SITE_HARMS


def _nobody_says(cited: Cited, number: Found) -> bool:
    return False


def read_statement(
    text: str,
    sources: Mapping[str, Source],
    *,
    said_on: date | None = None,
    says: Says = _nobody_says,
    places: Mapping[str, tuple[str, ...]] | None = None,
) -> Reading:
    """Read an English text; the same text is always read the same way.

    Args:
        sources: The case's sources, so that their names are recognised.
        said_on: The day it was said, where known; else it is looked for in the text.
        says: Whether a source is known to have said a number: it decides which numbers a
            line of citation under a paragraph covers.
        places: Settlements of the case that the shipped gazetteer lacks, by code.
    """
    page = open_page(text)
    names = Names(sources)
    named = names.spot(page)
    citations = read_citations(page, names, named)
    times, day, dated_at = read_times(page, said_on)
    times = not_of_names(page, times, [*named, *citations])
    shares = spot_shares(text)
    taken = sorted((Span(s.start, s.end) for s in (*times, *shares)), key=lambda s: s.start)
    numbers = spot_numbers(page, taken)
    read_parts(page, numbers)
    read_harms(page, numbers)
    read_beside(page, numbers)
    read_groups(numbers)
    read_massacres(page, numbers)
    read_parties(page, numbers)
    areas = read_areas(page, places)
    by_source = _repeated(numbers, sources_of(page, numbers, citations, says))
    by_window = _repeated(numbers, windows_of(page, numbers, times))
    by_area = _repeated(numbers, areas_of(page, numbers, areas))
    stage = Stage.of(page, areas, times, [*named, *citations], dated_at)
    scenes = scenes_of(stage, numbers, by_window)
    return Reading(
        page=page,
        mentions=tuple(
            _mention(number, at, source, window, area, scene)
            for at, (number, source, window, area, scene) in enumerate(
                zip(numbers, by_source, by_window, by_area, scenes, strict=True)
            )
        ),
        percentages=tuple(read_shares(page, shares, numbers)),
        times=tuple(times),
        areas=tuple(areas),
        citations=tuple(citations),
        names=tuple(named),
        parties=tuple(_parties(page)),
        said_on=day,
        dated_at=dated_at,
        arabic=_arabic_sentences(page),
    )


Said = TypeVar("Said")


def _repeated(numbers: Sequence[Found], column: list[Said | None]) -> list[Said | None]:
    """A number that repeats another has its source, time and area; its parts share them."""
    for at, number in enumerate(numbers):
        if number.original is not None and column[at] is None:
            column[at] = column[number.original]
    for at, number in enumerate(numbers):
        if number.whole is not None and column[at] is None:
            column[at] = column[number.whole]
    return column


def _mention(
    number: Found,
    at: int,
    source: Cited | None,
    window: TimeSaid | None,
    area: AreaSaid | None,
    scene: Scene | None,
) -> Mention:
    unit = _unit(number)
    noun = number.noun
    return Mention(
        number.start,
        number.end,
        number=at,
        sentence=number.sentence,
        how_many=number.how_many,
        kind=number.kind,
        unit=unit,
        who=_who(number, unit),
        groups=number.groups,
        sites=noun.sites or None,
        weapons=noun.weapons or None,
        parties=number.parties,
        party_at=number.party_at,
        inside=number.inside,
        whole=number.whole,
        joined=number.joined,
        again=number.original is not None,
        source=source,
        window=window,
        area=area,
        scene=scene,
    )


_EVENT_UNITS = {
    "massacre": Unit.ATTACKS,
    "attack": Unit.ATTACKS,
    "strike": Unit.STRIKES,
    "munition": Unit.MUNITIONS,
}


def _unit(number: Found) -> Unit | None:
    match number.kind:
        case Kind.EVENTS:
            return _EVENT_UNITS[number.noun.event]
        case Kind.SITES:
            return SITE_HARMS.get(number.harm)
        case Kind.PERSONS | Kind.BARE:
            return HARMS.get(number.harm)
        case _:
            return None


def _who(number: Found, unit: Unit | None) -> Group:
    if unit is None or not unit.counts_persons or len(number.groups) != 1:
        return EVERYBODY
    return GROUPS[number.groups[0]]


def _parties(page: Page) -> Sequence[PartySaid]:
    return [
        PartySaid(span.start, span.end, keys=keys)
        for span, keys in named_parties(page, 0, len(page.text))
    ]


_ARABIC = re.compile(r"[\u0620-\u064a]")
_LATIN = re.compile(r"[A-Za-z]")


def _arabic_sentences(page: Page) -> int:
    return sum(
        1
        for sentence in page.layout.sentences
        if len(_ARABIC.findall(page.text, sentence.start, sentence.end))
        > len(_LATIN.findall(page.text, sentence.start, sentence.end))
    )
