"""Which outline holds a point: against other people's placing, and on every line."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.places.boundary import Boundary, Polygon, holders
from tawthiq.places.place import Level, Place
from tawthiq.places.reading import read_boundaries
from tawthiq.values.both import Both


def outline(code: str, *polygons: Polygon, level: Level = Level.SUBDISTRICT) -> Boundary:
    return Boundary.of(Place(code, level, Both.same(code)), polygons)


def square(west: float, south: float, size: float = 1.0) -> tuple[tuple[float, float], ...]:
    east, north = west + size, south + size
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def test_a_point_is_inside_or_outside() -> None:
    land = outline("a", (square(36, 35),))
    assert land.holds(lat=35.5, lon=36.5)
    assert not land.holds(lat=36.5, lon=35.5)
    assert not land.holds(lat=35.5, lon=37.5)


def test_a_hole_is_not_inside_and_an_island_in_it_is() -> None:
    land = outline("a", (square(36, 35, 3), square(37, 36)), (square(37.4, 36.4, 0.2),))
    assert land.holds(lat=35.5, lon=36.5)
    assert not land.holds(lat=36.1, lon=37.1)
    assert land.holds(lat=36.5, lon=37.5)


CORNERS = st.sampled_from([0.0, 0.25, 0.5, 0.75])


@given(CORNERS, CORNERS, st.tuples(st.floats(0.1, 0.9), st.floats(0.1, 0.9)))
def test_a_point_on_a_shared_line_belongs_to_exactly_one_neighbour(
    lon: float, lat: float, middle: tuple[float, float]
) -> None:
    """Four triangles around any inner point tile the square, lines and corners included."""
    a, b, c, d = (0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)
    tiles = [
        outline(f"t{at}", ((one, two, middle, one),))
        for at, (one, two) in enumerate([(a, b), (b, c), (c, d), (d, a)])
    ]
    assert len(holders(tiles, lat, lon)) == 1
    assert len(holders(tiles, middle[1], middle[0])) == 1


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_direction_in_which_a_ring_is_drawn_does_not_matter(lat: float, lon: float) -> None:
    ring = ((0.0, 0.0), (1.0, 0.2), (0.7, 1.0), (0.4, 0.3), (0.0, 0.0))
    assert outline("a", (ring,)).holds(lat, lon) is outline("a", (ring[::-1],)).holds(lat, lon)


def test_the_smallest_place_comes_first() -> None:
    wide = outline("SY07", (square(36, 35, 2),), level=Level.GOVERNORATE)
    narrow = outline("SY070203", (square(36, 35),))
    assert [each.code for each in holders([wide, narrow], 35.5, 36.5)] == ["SY070203", "SY07"]
    assert [each.code for each in holders([wide, narrow], 36.5, 37.5)] == ["SY07"]
    assert holders([wide, narrow], 0, 0) == ()


@pytest.mark.parametrize(
    ("ring", "because"),
    [
        (((0.0, 0.0), (1.0, 0.0), (0.0, 0.0)), "at least 4 points, this has 3"),
        (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)), "close it"),
        (((0.0, 95.0), (1.0, 0.0), (1.0, 1.0), (0.0, 95.0)), "latitude 95.0"),
        (((190.0, 0.0), (1.0, 0.0), (1.0, 1.0), (190.0, 0.0)), "longitude 190.0"),
    ],
)
def test_a_ring_that_cannot_be_is_refused(
    ring: tuple[tuple[float, float], ...], because: str
) -> None:
    with pytest.raises(ValueError, match=because):
        outline("a", (ring,))


def test_no_outline_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="no outline"):
        outline("a")
    with pytest.raises(ValueError, match="no outline"):
        outline("a", ())


def test_a_point_off_the_earth_is_refused() -> None:
    with pytest.raises(ValueError, match="latitude 91"):
        holders([], 91, 0)


def test_places_lie_where_others_have_placed_them(shared: Path) -> None:
    """The subdistricts in these files were found with another program and finer outlines.

    Ours are simplified, so that a village on a border may fall to the neighbour.
    """
    outlines = read_boundaries(shared / "data/syria-geo/syr_admin3_simplified.geojson")
    for name, code, allowed in (
        ("admin3_table.csv", "PCODE", 0),
        ("geonames_cities500_SY.csv", "adm3_pcode", 2),
        ("places_from_ucdp.csv", "adm3_pcode", 8),
    ):
        wrong = 0
        with (shared / "data/syria-geo" / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                lat, lon = row.get("lat") or row["rep_lat"], row.get("lon") or row["rep_lon"]
                found = [each.code for each in holders(outlines, float(lat), float(lon))]
                wrong += found != ([row[code]] if row[code] else [])
        assert wrong <= allowed, name
