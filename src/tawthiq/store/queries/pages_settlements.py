"""The settlements at which the incidents of a filter happened, each once, for a map."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.store.queries.incident_filter import IncidentFilter
from tawthiq.store.sql import Cell, rows
from tawthiq.values.both import Both

MOST = 20_000  # research/stack.md 4: more marks than that are slow in a browser
_KEPT = 32  # answers kept; the page of a map and its data ask the same twice


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement (WGS 84 degrees) and the incidents at it; never a point of impact.

    Attributes:
        code: Of the place, or "" where the gazetteer has none there.
        name: Of the place, or in a source's words.
    """

    code: str
    name: Both
    lat: float
    lon: float
    incidents: int


@dataclass(frozen=True, slots=True)
class Settlements:
    """The settlements, that with most incidents first, and how many incidents have none."""

    placed: tuple[Settlement, ...]
    incidents: int
    unplaced: int


def settlements_of(case: models.Case, wanted: IncidentFilter) -> Settlements:
    """Gather the incidents that a filter lets through by the settlement they happened at."""
    return _settlements(case.pk, case.state, wanted)


@lru_cache(maxsize=_KEPT)
def _settlements(case: int, state: str, wanted: IncidentFilter) -> Settlements:
    texts = ["case_id = %s"]
    values: list[Cell] = [case]
    for text, parameters in wanted.conditions():
        texts.append(text)
        values.extend(parameters)
    # Every column here is in the index of the list, so that no row has to be looked up.
    found = rows(
        "SELECT lat, lon, count(*), min(id) "
        f"FROM store_incident WHERE {' AND '.join(texts)} "
        f"GROUP BY lat, lon ORDER BY count(*) DESC, lat LIMIT {MOST + 1}",
        tuple(values),
    )
    names = dict(_names(example for lat, _, _, example in found if lat is not None))
    placed = tuple(
        Settlement(*names[example], lat, lon, incidents)
        for lat, lon, incidents, example in found
        if lat is not None
    )
    unplaced = sum(incidents for lat, _, incidents, _ in found if lat is None)
    return Settlements(placed, sum(row[2] for row in found), unplaced)


def _names(examples: Iterator[int]) -> Iterator[tuple[int, tuple[str, Both]]]:
    """The code and name of the place of some incident at each settlement."""
    for some in chunks(examples):
        held = models.Incident.objects.filter(id__in=some)
        for pk, places, en, ar in held.values_list("id", "places", "place_en", "place_ar"):
            codes = json.loads(places) if isinstance(places, str) else places
            yield pk, (codes[0] if len(codes) == 1 else "", Both(en, ar))
