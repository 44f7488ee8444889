"""A place has a code, a name and a level; an area has an edge that may be open."""

from __future__ import annotations

import pytest

from tawthiq.places.place import (
    Area,
    Level,
    Place,
    as_area,
    level_of_pcode,
    parent_of_pcode,
)
from tawthiq.values.both import Both

IDLIB = Both("Idlib", "إدلب")


def test_the_length_of_a_pcode_tells_its_level_and_its_parent() -> None:
    chain = ["SY070203", "SY0702", "SY07", "SY"]
    assert [level_of_pcode(code) for code in chain] == [
        Level.SUBDISTRICT,
        Level.DISTRICT,
        Level.GOVERNORATE,
        Level.COUNTRY,
    ]
    assert [parent_of_pcode(code) for code in chain] == ["SY0702", "SY07", "SY", ""]


@pytest.mark.parametrize("code", ["C4126", "gn164816", "sy07", "SY7", "SY07020301", "SY 07", ""])
def test_other_codes_tell_nothing(code: str) -> None:
    assert level_of_pcode(code) is None
    assert parent_of_pcode(code) == ""


def test_its_ways_of_writing_come_once_each_and_the_usual_names_first() -> None:
    place = Place("SY07", Level.GOVERNORATE, IDLIB, ("Idleb", "Idlib", "", "إدلب"))
    assert place.written == ("Idlib", "إدلب", "Idleb")


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({"code": " "}, "needs a code"),
        ({"name": Both("", "")}, "needs a code and a name"),
        ({"parent": "SY07"}, "within itself"),
        ({"lat": 35.0}, "half a coordinate"),
        ({"lat": 90.1, "lon": 36.0}, "latitude 90.1"),
        ({"lat": 35.0, "lon": -180.5}, "longitude -180.5"),
        ({"lat": float("nan"), "lon": 36.0}, "latitude nan"),
    ],
)
def test_a_place_that_cannot_be_is_refused(change: dict[str, object], because: str) -> None:
    given: dict[str, object] = {"code": "SY07", "level": Level.GOVERNORATE, "name": IDLIB}
    with pytest.raises(ValueError, match=because):
        Place(**(given | change))  # type: ignore[arg-type]


def test_the_other_side_of_the_earth_is_on_the_earth() -> None:
    assert (
        Place("x", Level.SETTLEMENT, Both.same("an island"), lat=-12.05, lon=-177.0).lon == -177.0
    )


def test_zero_degrees_are_a_coordinate() -> None:
    assert Place("x", Level.SETTLEMENT, Both.same("Null Island"), lat=0.0, lon=0.0).lat == 0.0


def test_a_place_taken_as_an_area_has_a_known_edge_and_a_part_of_it_has_not() -> None:
    area = as_area(Place("SY07", Level.GOVERNORATE, IDLIB))
    assert area.is_exact
    part = Area("south", IDLIB, frozenset(), area.within)
    assert not part.is_exact
    assert as_area(part) is part


def test_what_an_area_is_called_does_not_make_it_another() -> None:
    within = frozenset({"SY07"})
    assert Area("a", IDLIB, within, within) == Area("a", Both("Idleb", ""), within, within)
    assert Area("a", IDLIB, within, within) != Area("a", IDLIB, frozenset(), within)


def test_an_area_that_lies_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing holds the area"):
        Area("a", IDLIB, frozenset(), frozenset())
