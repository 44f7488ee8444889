"""The outline of a place, and which outline holds a point.

Outlines are taken as their publisher drew them; where a border is disputed, what we
say is that a point lies inside this publisher's line, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from tawthiq.places.place import Level, Place, refuse_off_the_earth
from tawthiq.values.both import Both

Point = tuple[float, float]
"""Longitude, latitude: the order of GeoJSON (RFC 7946, 3.1.1)."""
Ring = tuple[Point, ...]
"""A closed line: the last point is the first one again."""
Polygon = tuple[Ring, ...]
"""The outer ring, then the holes in it."""


@dataclass(frozen=True, slots=True)
class Box:
    """The smallest rectangle of degrees around some points."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Box:
        lons, lats = zip(*points, strict=True)
        return cls(min(lons), min(lats), max(lons), max(lats))

    def holds(self, lat: float, lon: float) -> bool:
        return self.south <= lat <= self.north and self.west <= lon <= self.east


@dataclass(frozen=True, slots=True)
class Boundary:
    """The land of one place, as polygons that do not overlap.

    Attributes:
        place: The place, without coordinates of its own.
        polygons: Its pieces, each with its holes.
        box: The rectangle around all of them.
    """

    place: Place
    polygons: tuple[Polygon, ...]
    box: Box

    @classmethod
    def of(cls, place: Place, polygons: Iterable[Polygon]) -> Boundary:
        """Make a boundary; refuse what is not closed or not on the earth.

        Raises:
            ValueError: No polygon, a ring of fewer than four points or not closed, or a
                point that is not degrees.
        """
        pieces = tuple(polygons)
        if not pieces or not all(pieces):
            raise ValueError("there is no outline")
        for piece in pieces:
            for ring in piece:
                _refuse_broken(ring)
        outline = [point for piece in pieces for point in piece[0]]
        return cls(place, pieces, Box.around(outline))

    @property
    def code(self) -> str:
        return self.place.code

    @property
    def level(self) -> Level:
        return self.place.level

    @property
    def name(self) -> Both:
        return self.place.name

    def holds(self, lat: float, lon: float) -> bool:
        """Whether the point lies inside.

        Of two neighbours that share a line, a point on the line belongs to exactly one.
        """
        return self.box.holds(lat, lon) and any(_inside(piece, lat, lon) for piece in self.polygons)


def _inside(polygon: Polygon, lat: float, lon: float) -> bool:
    """Whether a line from the point to the west crosses the rings an odd number of times."""
    return sum(_crossings(ring, lat, lon) for ring in polygon) % 2 == 1


def _crossings(ring: Ring, lat: float, lon: float) -> int:
    count = 0
    for (lon1, lat1), (lon2, lat2) in pairwise(ring):
        # An end belongs to the segment above it, so that a line through a corner counts once.
        if (lat1 > lat) != (lat2 > lat):
            # Always from the lower end, so that both neighbours compute the same number.
            (lon1, lat1), (lon2, lat2) = sorted(
                ((lon1, lat1), (lon2, lat2)), key=lambda end: (end[1], end[0])
            )
            count += lon1 + (lat - lat1) / (lat2 - lat1) * (lon2 - lon1) <= lon
    return count


def _refuse_broken(ring: Ring) -> None:
    if len(ring) < 4:
        raise ValueError(f"a ring needs at least 4 points, this has {len(ring)}")
    if ring[0] != ring[-1]:
        raise ValueError(f"a ring begins at {ring[0]} and ends at {ring[-1]}; close it")
    for lon, lat in ring:
        refuse_off_the_earth(lat, lon)


def holders(boundaries: Iterable[Boundary], lat: float, lon: float) -> tuple[Boundary, ...]:
    """The boundaries that hold a point, the smallest place first; none where it is outside.

    Raises:
        ValueError: The point is not on the earth.
    """
    refuse_off_the_earth(lat, lon)
    found = [boundary for boundary in boundaries if boundary.holds(lat, lon)]
    return tuple(sorted(found, key=lambda boundary: (-boundary.level.depth, boundary.code)))
