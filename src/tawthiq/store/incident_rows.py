"""From an assembled incident to the one row by which it is listed, filtered and searched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Level, Place
from tawthiq.records.incident import SETTLED, Incident
from tawthiq.records.range import Range
from tawthiq.records.vocabulary import parties, sites, weapons
from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.store.codecs import canonical
from tawthiq.store.rows import iso, time_cells
from tawthiq.store.sealed.tables import cell
from tawthiq.store.sql import Values
from tawthiq.store.sql import rows as ask
from tawthiq.values.both import Both, joined
from tawthiq.values.kinds import Kinds
from tawthiq.values.text import index_text, tokens

NO_DAY = date(1, 1, 1)
"""Stands for "no day known" in the order of lists, after every known day."""
_SETTLED_NAMES = ("killed", "children", "women", "injured")
assert len(_SETTLED_NAMES) == len(SETTLED)

COLUMNS = (
    "case_id",
    "code",
    "day",
    "first",
    "last",
    "precision",
    "title_en",
    "title_ar",
    "places",
    "place_en",
    "place_ar",
    "governorate",
    "district",
    "lat",
    "lon",
    "sites",
    "weapons",
    "parties",
    "within",
    "in_sites",
    "in_weapons",
    "in_parties",
    "grade",
    "because_en",
    "because_ar",
    "decided_by",
    *(f"{name}_{end}" for name in _SETTLED_NAMES for end in ("low", "best", "high")),
    "claims",
    "sources",
    "denied",
    "words",
)


class IncidentCells:
    """Writes incidents as rows; remembers what it has read of places and kinds."""

    def __init__(self, case_id: int, gazetteer: Gazetteer) -> None:
        self._case = case_id
        self._gazetteer = gazetteer
        self._where = lru_cache(maxsize=1 << 15)(self._describe_places)

    def cells(self, incident: Incident) -> Values:
        where = self._where(incident.places)
        place = where.name or Both.same(_first_said(incident))
        title = title_of(incident, place)
        return (
            self._case,
            incident.code,
            iso(incident.when.first or incident.when.last or NO_DAY),
            *time_cells(incident.when),
            title.en,
            title.ar,
            _list(incident.places),
            place.en,
            place.ar,
            where.governorate,
            where.district,
            *self._point(incident, where),
            _list(tuple(sorted(incident.sites))),
            _list(tuple(sorted(incident.weapons))),
            _list(tuple(sorted(incident.parties))),
            where.within,
            spread_up(sites(), incident.sites),
            spread_up(weapons(), incident.weapons),
            spread_up(parties(), incident.parties),
            incident.graded.grade.value,
            incident.graded.because.en,
            incident.graded.because.ar,
            incident.graded.decided_by,
            *(cell for settled in incident.ranges for cell in _ends(settled)),
            len(incident.claims),
            _list(incident.independent_sources),
            incident.denied,
            _search_words(incident, title, where),
        )

    def _describe_places(self, codes: tuple[str, ...]) -> _Where:
        return _Where(self._gazetteer, codes)

    def _point(self, incident: Incident, where: _Where) -> tuple[float | None, float | None]:
        """The settlement's own position; else one that came with a claim on that place alone."""
        if len(incident.places) > 1:
            return None, None
        if where.lat is not None:
            return where.lat, where.lon
        for situated in incident.claims:
            if situated.claim.lat is not None and not situated.covers_several:
                return situated.claim.lat, situated.claim.lon
        return None, None


class _Where:
    """What a list shows and filters by of some places."""

    def __init__(self, gazetteer: Gazetteer, codes: tuple[str, ...]) -> None:
        places = [gazetteer.place(code) for code in codes]
        self.name = joined((place.name for place in places), Both(", ", "، "))
        chains = [_holders(gazetteer, code) for code in codes]
        self.within = keys_text(place.code for chain in chains for place in chain)
        self.governorate = _shared(chains, Level.GOVERNORATE)
        self.district = _shared(chains, Level.DISTRICT)
        settlement = len(places) == 1 and places[0].level is Level.SETTLEMENT
        self.lat = places[0].lat if settlement else None
        self.lon = places[0].lon if settlement else None
        self.written = tuple(name for place in places for name in place.written)


def title_of(incident: Incident, place: Both) -> Both:
    """What a list calls an incident: its place, and what was hit there."""
    tree = sites()
    named = [key for key in incident.sites if not incident.sites & tree.below(key) - {key}]
    hit = joined((tree[key].name for key in sorted(named)), Both(", ", "، "))
    return joined((place, hit), Both(": ", ": ")) or Both.same(incident.code)


@lru_cache(maxsize=1 << 12)
def _spread_up(vocabulary: str, keys: frozenset[str]) -> str:
    tree = {"sites": sites, "weapons": weapons, "parties": parties}[vocabulary]()
    return keys_text(wider for key in keys for wider in (key, *tree.ancestors(key)))


def spread_up(vocabulary: Kinds, keys: frozenset[str]) -> str:
    """Every key and every wider word above it, as a filter looks for them."""
    return _spread_up(vocabulary.name, keys)


def keys_text(keys: Iterable[str]) -> str:
    """Keys as ``|a|b|``, or "" for none; ``|a|`` stands in it exactly where a is among them."""
    each = sorted(set(keys))
    return f"|{'|'.join(each)}|" if each else ""


def _holders(gazetteer: Gazetteer, code: str) -> list[Place]:
    held = (gazetteer.holder(code, level) for level in Level)
    return [place for place in (*held, gazetteer.place(code)) if place is not None]


def _shared(chains: list[list[Place]], level: Level) -> str:
    """The code of the place of a level that holds them all, or ""."""
    codes = {next((p.code for p in chain if p.level is level), "") for chain in chains}
    return codes.pop() if len(codes) == 1 else ""


def _first_said(incident: Incident) -> str:
    """A place in a source's own words, where the gazetteer knows none."""
    said = (s.claim.place_said or s.claim.governorate_said for s in incident.claims)
    return next((words for words in said if words), "")


def _ends(settled: Range) -> Values:
    number = settled.how_many
    return (None, None, None) if number is None else (number.low, number.best, number.high)


def _search_words(incident: Incident, title: Both, where: _Where) -> str:
    """Folded words of places, sites hit and names of facilities, each once."""
    said = {s.claim.place_said for s in incident.claims}
    said |= {s.claim.facility_said for s in incident.claims}
    named = _index_words((title.en, title.ar, *where.written, *sorted(said)))
    return " ".join((*tokens(incident.code), named))


@lru_cache(maxsize=1 << 13)
def _index_words(texts: tuple[str, ...]) -> str:
    words = " ".join(_index_text(text) for text in texts if text)
    return " ".join(dict.fromkeys(words.split()))


_index_text = lru_cache(maxsize=1 << 14)(index_text)


@lru_cache(maxsize=1 << 13)
def _list(keys: tuple[str, ...]) -> str:
    return canonical(keys)


def rows_as_written(case: models.Case, codes: Sequence[str]) -> dict[str, Values]:
    """The rows of these incidents, in the order of the columns, by code."""
    found: dict[str, Values] = {}
    cells = ", ".join(cell("Incident", column) for column in COLUMNS)
    table = models.Incident._meta.db_table
    for some in chunks(codes):
        of = ", ".join(["%s"] * len(some))
        query = f"SELECT {cells} FROM {table} WHERE case_id = %s AND code IN ({of})"
        found |= {row[1]: row for row in ask(query, (case.pk, *some))}
    return found


def comparable(row: Values | None) -> list[object] | None:
    """A row whose lists are lists: databases write those in more than one way."""
    if row is None:
        return None
    return [
        json.loads(value) if name in _LISTS and isinstance(value, str) else value
        for name, value in zip(COLUMNS, row, strict=True)
    ]


_LISTS = frozenset({"places", "sites", "weapons", "parties", "sources"})
