"""Where a settlement lies: the outline of the countries around it, and one mark.

The mark is the settlement's, never a point of impact. The outline is Natural Earth's,
public domain; disputed borders follow it and say nothing of ours. A map is not mirrored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import cos, radians
from pathlib import Path
from typing import Any

from django.utils.safestring import SafeString

from tawthiq.web.charts.svg import element, text, together
from tawthiq.web.reader import Reader

_OUTLINE = Path(__file__).parents[1] / "static" / "vendor" / "outline" / "countries.geojson"
_WIDTH, _HEIGHT = 420, 320
_DEGREES_HIGH = 3.4
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A named settlement, in degrees (WGS 84)."""

    lat: float
    lon: float
    name: str


def locator(spots: tuple[Spot, ...], reader: Reader, label: str) -> SafeString:
    """Draw the settlements with the countries around them."""
    if not spots:
        return SafeString("")
    centre = (
        sum(spot.lon for spot in spots) / len(spots),
        sum(spot.lat for spot in spots) / len(spots),
    )
    view = _View(centre)
    lands = (_land(ring, view) for ring in _rings() if view.may_show(ring))
    return element(
        "svg",
        element("rect", class_="sea", width=_WIDTH, height=_HEIGHT),
        *lands,
        *_country_names(view, reader),
        *(_spot(spot, view) for spot in spots),
        element("rect", class_="frame border", width=_WIDTH, height=_HEIGHT, fill="none"),
        viewbox=f"0 0 {_WIDTH} {_HEIGHT}",
        width="100%",
        class_="locator",
        role="img",
        aria_label=label,
    )


class _View:
    """A plate carrée about one point, with degrees of longitude as long as they are there."""

    def __init__(self, centre: Point) -> None:
        self.centre = centre
        self.per_degree = _HEIGHT / _DEGREES_HIGH
        self.narrowing = cos(radians(centre[1]))

    def place(self, point: Point) -> Point:
        x = _WIDTH / 2 + (point[0] - self.centre[0]) * self.per_degree * self.narrowing
        y = _HEIGHT / 2 - (point[1] - self.centre[1]) * self.per_degree
        return x, y

    def may_show(self, ring: list[Point]) -> bool:
        left, right = min(p[0] for p in ring), max(p[0] for p in ring)
        low, high = min(p[1] for p in ring), max(p[1] for p in ring)
        begins, ends = self.place((left, high)), self.place((right, low))
        return begins[0] < _WIDTH and ends[0] > 0 and begins[1] < _HEIGHT and ends[1] > 0


def _land(ring: list[Point], view: _View) -> SafeString:
    points = (view.place(point) for point in ring)
    # Far away points are held near the frame, so that the path stays short to write.
    path = "L".join(f"{_near(x, _WIDTH)} {_near(y, _HEIGHT)}" for x, y in points)
    return element("path", class_="land border", d=f"M{path}Z")


def _near(value: float, size: int) -> str:
    return f"{min(max(value, -size), 2 * size):.0f}"


def _spot(spot: Spot, view: _View) -> SafeString:
    x, y = view.place((spot.lon, spot.lat))
    return together(
        [
            element("circle", class_="dot here", cx=f"{x:.1f}", cy=f"{y:.1f}", r=6),
            text(f"{x:.1f}", f"{y - 13:.1f}", spot.name, class_="halo t-s"),
        ]
    )


def _country_names(view: _View, reader: Reader) -> Iterator[SafeString]:
    for feature in _features():
        names = feature["properties"]
        for x, y in _label_places(names["name"], view):
            said = names["name_ar"] if reader.is_arabic else names["name"].upper()
            yield text(f"{x:.0f}", f"{y:.0f}", said, class_="country t-s")


# Where the name of a country may stand when that point is in view, in degrees.
_NAME_PLACES: dict[str, tuple[Point, ...]] = {
    "Turkey": ((36.0, 37.3), (38.5, 37.3), (40.5, 37.6)),
    "Syria": ((38.0, 35.4), (37.6, 34.1), (39.6, 35.6), (36.6, 33.1)),
    "Lebanon": ((35.9, 34.0),),
    "Iraq": ((42.6, 35.2), (43.2, 33.6)),
    "Jordan": ((37.0, 31.6),),
    "Cyprus": ((33.2, 34.9),),
}


def _label_places(name: str, view: _View) -> Iterator[Point]:
    for place in _NAME_PLACES.get(name, ()):
        x, y = view.place(place)
        if 40 < x < _WIDTH - 40 and 16 < y < _HEIGHT - 10:
            yield x, y
            return


@cache
def _features() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(_OUTLINE.read_text("utf-8"))["features"])


@cache
def _rings() -> tuple[list[Point], ...]:
    """The outer ring of every piece of land."""
    return tuple(
        [(lon, lat) for lon, lat, *_ in polygon[0]]
        for feature in _features()
        for polygon in feature["geometry"]["coordinates"]
    )
