"""The outline of Syria and the countries around it, for a map that needs no network.

Natural Earth at 1:50 million, as the package world-atlas packs it: TopoJSON, in which a border
that two countries share is stored once, as an arc. Disputed borders are drawn as Natural Earth
draws them; a group that sees them otherwise replaces the file.
Format: the TopoJSON specification, sections 2.1.2 (transforms), 2.1.4 (arc indexes).
"""

from __future__ import annotations

import json
from itertools import accumulate
from typing import Any

Point = tuple[float, float]
Ring = list[Point]

# As Natural Earth names them (some lack the ISO number), and how the map names them in Arabic.
ARABIC_NAMES = {
    "Armenia": "أرمينيا",
    "Azerbaijan": "أذربيجان",
    "Bulgaria": "بلغاريا",
    "Cyprus": "قبرص",
    "Egypt": "مصر",
    "Georgia": "جورجيا",
    "Greece": "اليونان",
    "Iran": "إيران",
    "Iraq": "العراق",
    "Israel": "إسرائيل",
    "Jordan": "الأردن",
    "Kuwait": "الكويت",
    "Lebanon": "لبنان",
    "N. Cyprus": "شمال قبرص",
    "Palestine": "فلسطين",
    "Saudi Arabia": "السعودية",
    "Syria": "سوريا",
    "Turkey": "تركيا",
}
DECIMALS = 3  # about 100 m; the outline itself is true to a kilometre or two


def around_syria(topojson: bytes) -> bytes:
    """The countries of ARABIC_NAMES as a GeoJSON FeatureCollection, sorted by name.

    Raises:
        ValueError: A country of the table is not in the file under that name.
    """
    topology = json.loads(topojson)
    countries = topology["objects"]["countries"]["geometries"]
    found = {country["properties"]["name"]: country for country in countries}
    if missing := ARABIC_NAMES.keys() - found.keys():
        raise ValueError(f"not in the outline under this name: {', '.join(sorted(missing))}")
    arcs = decoded_arcs(topology)
    features = [_feature(name, found[name], arcs) for name in sorted(ARABIC_NAMES)]
    collection = {"type": "FeatureCollection", "features": features}
    return (json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def decoded_arcs(topology: dict[str, Any]) -> list[Ring]:
    """Each arc as longitudes and latitudes; in the file they are steps on an integer grid."""
    (scale_x, scale_y) = topology["transform"]["scale"]
    (shift_x, shift_y) = topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        steps = accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
        decoded.append(
            [
                (round(x * scale_x + shift_x, DECIMALS), round(y * scale_y + shift_y, DECIMALS))
                for x, y in steps
            ]
        )
    return decoded


def ring(indexes: list[int], arcs: list[Ring]) -> Ring:
    """One closed line from its arcs; ~i means arc i backwards. Joints are kept once."""
    points: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(point for point in arc if not points or point != points[-1])
    return points


def _feature(name: str, country: dict[str, Any], arcs: list[Ring]) -> dict[str, Any]:
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    coordinates = [[ring(indexes, arcs) for indexes in polygon] for polygon in polygons]
    return {
        "type": "Feature",
        "properties": {"name": name, "name_ar": ARABIC_NAMES[name]},
        "geometry": {"type": "MultiPolygon", "coordinates": _drawable(coordinates)},
    }


def _drawable(polygons: list[list[Ring]]) -> list[list[Ring]]:
    """Without islets that rounding has shrunk to a line: a ring has at least four points."""
    kept = [[line for line in polygon if len(line) >= 4] for polygon in polygons]
    return [polygon for polygon in kept if polygon]
