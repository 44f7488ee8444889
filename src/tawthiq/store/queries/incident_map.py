"""Incidents on a map and on a timeline, in as few marks as can be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import floor

from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.incident_filter import IncidentFilter
from tawthiq.store.queries.incidents import EVERYTHING, how_many, where
from tawthiq.store.sql import Values, rows
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany

MAX_POINTS = 20_000  # research/stack.md 4: above this a browser is slower than the grid
_CELLS = 100  # of a grid along each side of the area that the incidents fill
_NEVER = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Point:
    """One incident at its settlement (WGS 84 degrees), never at the point of impact."""

    code: str
    title: Both
    lat: float
    lon: float
    grade: str
    killed: HowMany | None


@dataclass(frozen=True, slots=True)
class Cluster:
    """Several incidents that are too many to be drawn one by one, at their mean position."""

    lat: float
    lon: float
    incidents: int


@dataclass(frozen=True, slots=True)
class Map:
    """What a map draws: points, or clusters where there are more than 20,000 points.

    Attributes:
        unplaced: How many incidents have no single settlement and are only in the list.
    """

    points: tuple[Point, ...]
    clusters: tuple[Cluster, ...]
    unplaced: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day or a week, and how many incidents can first have been on it."""

    first: date
    last: date
    incidents: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Stretches with incidents, oldest first; those without any are not listed.

    Attributes:
        undated: How many incidents have no date and stand on no stretch.
    """

    stretches: tuple[Stretch, ...]
    undated: int


def on_map(case: str, wanted: IncidentFilter = EVERYTHING) -> Map:
    """The incidents that a filter lets through, on a map."""
    condition, values = where(row_of(case), wanted)
    bounds = rows(
        "SELECT count(*), count(lat), min(lat), max(lat), min(lon), max(lon) "
        f"FROM store_incident WHERE {condition}",
        values,
    )[0]
    every, placed, *edges = bounds
    if placed <= MAX_POINTS:
        return Map(_points(condition, values), (), every - placed)
    return Map((), _clusters(condition, values, edges), every - placed)


def timeline(
    case: str, wanted: IncidentFilter = EVERYTHING, *, days: int | None = None
) -> Timeline:
    """The incidents that a filter lets through, by the first day each can have been on.

    Args:
        days: The length of a stretch; None takes days up to a year and weeks beyond.
            Stretches of 7 days begin on a Monday.
    """
    condition, values = where(row_of(case), wanted)
    found = rows(f"SELECT day, count(*) FROM store_incident WHERE {condition} GROUP BY day", values)
    numbers = {_as_date(day): number for day, number in found}
    undated = numbers.pop(_NEVER, 0)
    if not numbers:
        return Timeline((), undated)
    length = days or (1 if max(numbers) - min(numbers) <= timedelta(366) else 7)
    gathered: dict[date, int] = {}
    for day, number in sorted(numbers.items()):
        first = day - timedelta((day.toordinal() - 1) % length)  # day 1 was a Monday
        gathered[first] = gathered.get(first, 0) + number
    last = timedelta(length - 1)
    return Timeline(tuple(Stretch(d, d + last, n) for d, n in gathered.items()), undated)


def _points(condition: str, values: Values) -> tuple[Point, ...]:
    found = rows(
        "SELECT code, title_en, title_ar, lat, lon, grade, killed_low, killed_best, killed_high "
        f"FROM store_incident WHERE {condition} AND lat IS NOT NULL ORDER BY day DESC, code DESC",
        values,
    )
    return tuple(
        Point(code, Both(en, ar), lat, lon, grade, how_many(*killed))
        for code, en, ar, lat, lon, grade, *killed in found
    )


def _clusters(condition: str, values: Values, edges: list[float]) -> tuple[Cluster, ...]:
    south, north, west, east = edges
    size = max(north - south, east - west) / _CELLS or 1.0
    found = rows(
        "SELECT avg(lat), avg(lon), count(*) "
        f"FROM store_incident WHERE {condition} AND lat IS NOT NULL "
        "GROUP BY CAST((lat - %s) / %s AS INTEGER), CAST((lon - %s) / %s AS INTEGER)",
        (*values, floor(south), size, floor(west), size),
    )
    return tuple(Cluster(*row) for row in found)


def _as_date(day: date | str) -> date:
    return day if isinstance(day, date) else date.fromisoformat(day)
