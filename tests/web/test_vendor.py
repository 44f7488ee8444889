"""What others made and our pages load is what was written down, and nothing besides."""

from __future__ import annotations

import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tawthiq import web

STATIC = Path(web.__file__).parent / "static"
VENDOR = STATIC / "vendor"
PARTS: list[dict[str, Any]] = json.loads((VENDOR / "MANIFEST.json").read_text("utf-8"))["parts"]
FILES: dict[str, str] = {file["path"]: file["sha256"] for part in PARTS for file in part["files"]}


@pytest.mark.parametrize("path", FILES)
def test_a_vendored_file_is_the_one_that_was_written_down(path: str) -> None:
    assert hashlib.sha256((VENDOR / path).read_bytes()).hexdigest() == FILES[path]


def test_no_file_lies_there_that_the_manifest_does_not_name() -> None:
    there = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    assert there - {"MANIFEST.json"} == FILES.keys()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part["name"])
def test_every_part_brings_its_licence_and_an_exact_version(part: dict[str, Any]) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", part["version"])
    assert part["licence"]
    assert any("LICENSE" in file["path"] for file in part["files"])


def test_every_face_of_the_stylesheet_has_its_file() -> None:
    faces = re.findall(r'url\("([^"]+)"\)', (STATIC / "fonts.css").read_text("utf-8"))
    assert faces
    assert [face for face in faces if not (STATIC / face).is_file()] == []


def test_every_font_file_is_used() -> None:
    used = (STATIC / "fonts.css").read_text("utf-8")
    assert [path for path in FILES if path.endswith(".woff2") and path not in used] == []


def test_a_line_around_a_country_ends_where_it_began() -> None:
    collection = json.loads((VENDOR / "outline/countries.geojson").read_text("utf-8"))
    rings = [
        ring
        for feature in collection["features"]
        for polygon in feature["geometry"]["coordinates"]
        for ring in polygon
    ]
    assert rings
    assert all(len(ring) >= 4 and ring[0] == ring[-1] for ring in rings)


@pytest.mark.parametrize(
    ("town", "longitude", "latitude", "country"),
    [
        ("Idlib", 36.63, 35.93, "Syria"),
        ("Deir ez-Zor", 40.14, 35.34, "Syria"),
        ("Antakya", 36.16, 36.20, "Turkey"),
        ("Mosul", 43.13, 36.34, "Iraq"),
        ("Zahle", 35.90, 33.85, "Lebanon"),
        ("Irbid", 35.85, 32.55, "Jordan"),
    ],
)
def test_a_town_lies_in_its_country(
    town: str, longitude: float, latitude: float, country: str
) -> None:
    collection = json.loads((VENDOR / "outline/countries.geojson").read_text("utf-8"))
    around = [
        feature["properties"]["name"]
        for feature in collection["features"]
        if _surrounds(feature["geometry"]["coordinates"], longitude, latitude)
    ]
    assert around == [country], town


def _surrounds(polygons: list[list[list[list[float]]]], x: float, y: float) -> bool:
    """Whether a ray to the east crosses the borders an odd number of times."""
    crossings = 0
    for ring in (ring for polygon in polygons for ring in polygon):
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                crossings += 1
    return crossings % 2 == 1
