"""What holds what: yes, no, or not to be decided."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.places.place import Area, Level, Place
from tawthiq.places.shipped import shipped
from tawthiq.places.tree import Tree
from tawthiq.values.both import Both

NAME = Both.same("-")


def tree(*extra: Place) -> Tree:
    """Two governorates of one country; the first with two districts."""
    codes = {"SY": Level.COUNTRY, "SY07": Level.GOVERNORATE, "SY05": Level.GOVERNORATE}
    codes |= {"SY0702": Level.DISTRICT, "SY0705": Level.DISTRICT}
    return Tree([*(Place(code, level, NAME) for code, level in codes.items()), *extra])


def exactly(*codes: str) -> Area:
    return Area("+".join(codes), NAME, frozenset(codes), frozenset(codes))


def somewhere_in(*codes: str) -> Area:
    return Area("in " + "+".join(codes), NAME, frozenset(), frozenset(codes))


def village(code: str, parent: str) -> Place:
    return Place(code, Level.SETTLEMENT, NAME, parent=parent)


def test_a_governorate_contains_its_village_and_no_other_one() -> None:
    places = tree(village("hass", "SY070203"))
    assert places.contains(exactly("SY07"), exactly("hass")) is True
    assert places.contains(exactly("SY05"), exactly("hass")) is False
    assert places.contains(exactly("hass"), exactly("SY07")) is False


def test_a_pcode_that_no_list_has_is_still_placed_by_its_digits() -> None:
    assert tree().chain("SY110102") == ("SY110102", "SY1101", "SY11", "SY")
    assert tree().contains(exactly("SY"), exactly("SY110102")) is True


def test_a_village_placed_only_in_its_district_may_be_in_any_subdistrict() -> None:
    places = tree(village("v", "SY0702"))
    assert places.contains(exactly("SY070203"), exactly("v")) is None
    assert places.overlaps(exactly("SY070203"), exactly("v")) is None
    assert places.contains(exactly("SY070501"), exactly("v")) is False


def test_a_village_of_which_nothing_is_known_can_lie_anywhere() -> None:
    places = tree(village("v", ""))
    assert places.contains(exactly("SY07"), exactly("v")) is None


def test_codes_of_which_nothing_is_known_are_not_known_to_be_apart() -> None:
    assert tree().overlaps(exactly("C1"), exactly("C2")) is None


def test_two_villages_are_apart_however_well_they_are_placed() -> None:
    places = tree(village("v", "SY0702"), village("w", "SY070203"))
    assert places.overlaps(exactly("v"), exactly("w")) is False


def test_all_the_parts_of_a_place_are_the_place() -> None:
    assert tree().contains(exactly("SY0702", "SY0705"), exactly("SY07")) is True
    assert tree().contains(exactly("SY0702"), exactly("SY07")) is False


def test_the_villages_that_are_listed_are_not_all_the_land() -> None:
    places = tree(village("v", "SY0705"))
    assert places.contains(exactly("v"), exactly("SY0705")) is False
    assert places.contains(exactly("v", "SY050101"), exactly("SY0705")) is None


def test_the_south_of_a_governorate_is_in_it_and_holds_nothing_for_sure() -> None:
    places, south = tree(village("hass", "SY070203")), somewhere_in("SY07")
    assert places.contains(exactly("SY07"), south) is True
    assert places.contains(south, exactly("hass")) is None
    assert places.contains(south, exactly("SY05")) is False
    assert places.overlaps(south, exactly("SY07")) is True
    assert places.overlaps(south, exactly("SY05")) is False


def test_a_zone_and_a_governorate_that_it_reaches_beyond_only_overlap() -> None:
    zone = Area("zone", NAME, frozenset({"SY0705", "SY0501"}), frozenset({"SY07", "SY05"}))
    assert tree().contains(exactly("SY07"), zone) is False
    assert tree().contains(zone, exactly("SY07")) is None
    assert tree().overlaps(zone, exactly("SY07")) is True


def test_two_open_areas_of_one_governorate_cannot_be_compared() -> None:
    south = Area("south", NAME, frozenset(), frozenset({"SY07"}))
    north = Area("north", NAME, frozenset(), frozenset({"SY07"}))
    assert tree().contains(south, north) is None
    assert tree().overlaps(south, north) is None
    assert tree().contains(south, south) is True


def test_places_that_hold_each_other_in_a_circle_are_refused() -> None:
    with pytest.raises(ValueError, match="in a circle: a, b"):
        tree(village("a", "b"), village("b", "a"))


def test_the_smallest_holder_of_some_places_is_the_last_one_they_share() -> None:
    places = tree(village("v", "SY070203"), village("w", "SY070501"), village("x", ""))
    assert places.smallest_holder(["v", "w"]) == "SY07"
    assert places.smallest_holder(["v", "SY0702"]) == "SY0702"
    assert places.smallest_holder(["v", "x"]) == ""


REAL = [Area.of(place) for place in shipped().places()] + list(shipped().areas())
AREAS = st.sampled_from(REAL)


@given(AREAS, AREAS, AREAS)
def test_containing_is_handed_on(one: Area, two: Area, three: Area) -> None:
    holds = shipped().contains
    if holds(one, two) and holds(two, three):
        assert holds(one, three)


@given(AREAS, AREAS)
def test_what_contains_overlaps_and_what_is_apart_contains_nothing(one: Area, two: Area) -> None:
    if shipped().contains(one, two):
        assert shipped().overlaps(one, two)
    if shipped().overlaps(one, two) is False:
        assert shipped().contains(one, two) is False


@given(AREAS, AREAS)
def test_overlapping_does_not_depend_on_the_order(one: Area, two: Area) -> None:
    assert shipped().overlaps(one, two) is shipped().overlaps(two, one)


@given(AREAS, AREAS)
def test_two_areas_that_contain_each_other_have_no_open_edge(one: Area, two: Area) -> None:
    if one.code != two.code and shipped().contains(one, two) and shipped().contains(two, one):
        assert one.is_exact and two.is_exact
