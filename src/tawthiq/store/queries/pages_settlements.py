"""The settlements at which the incidents of a filter happened, each once, for a map."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.db import connection

from tawthiq.store import models
from tawthiq.store.queries.incident_filter import IncidentFilter
from tawthiq.values.both import Both

MOST = 20_000  # research/stack.md 4: more marks than that are slow in a browser


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
    texts, values = ["case_id = %s"], [case.pk]
    for text, parameters in wanted.conditions():
        texts.append(text)
        values.extend(parameters)  # type: ignore[arg-type]
    where = " AND ".join(texts)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT lat, lon, min(place_en), min(place_ar), min(places), count(*) "
            f"FROM store_incident WHERE {where} "
            f"GROUP BY lat, lon ORDER BY count(*) DESC, lat LIMIT {MOST + 1}",
            values,
        )
        rows = cursor.fetchall()
    placed = tuple(_settlement(*row) for row in rows if row[0] is not None)
    unplaced = sum(row[-1] for row in rows if row[0] is None)
    return Settlements(placed, sum(row[-1] for row in rows), unplaced)


def _settlement(
    lat: float, lon: float, en: str, ar: str, places: str, incidents: int
) -> Settlement:
    codes = json.loads(places) if isinstance(places, str) else places
    return Settlement(codes[0] if len(codes) == 1 else "", Both(en, ar), lat, lon, incidents)
