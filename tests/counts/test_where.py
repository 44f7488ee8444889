"""An area reaches as far as the gazetteer knows, and no further than it may."""

from __future__ import annotations

import pytest

from tawthiq.counts.order import Order
from tawthiq.counts.where import extent_of, extent_of_codes, extents
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Area, Level, Place
from tawthiq.values.both import Both


def place(code: str, level: Level, parent: str = "") -> Place:
    return Place(code=code, level=level, name=Both.same(f"Place {code}"), parent=parent)


COUNTRY = place("country", Level.COUNTRY)
EAST, WEST = (place(code, Level.GOVERNORATE, "country") for code in ("east", "west"))
MILL = place("mill", Level.SETTLEMENT, "east")
STRIP = Area("strip", Both("the Strip", "الشريط"), frozenset({"mill"}), frozenset({"east"}))
LAND = Gazetteer([COUNTRY, EAST, WEST, MILL], [STRIP])


def test_a_governorate_reaches_over_its_villages() -> None:
    assert extent_of(LAND, EAST).surely == {"east", "mill"}
    assert extent_of(LAND, MILL).order(extent_of(LAND, EAST)) is Order.PART


def test_an_area_without_a_drawn_edge_keeps_what_may_be_apart_from_what_is() -> None:
    strip = extent_of(LAND, STRIP)
    assert strip.surely == {"mill"}
    assert "east" in strip.possibly
    assert "west" not in strip.possibly
    assert strip.order(extent_of(LAND, EAST)) is Order.PART
    assert strip.order(extent_of(LAND, WEST)) is Order.APART
    assert extent_of(LAND, EAST).order(strip) is Order.WHOLE


def test_a_part_of_the_strip_is_not_the_strip() -> None:
    assert extent_of(LAND, MILL).order(extent_of(LAND, STRIP)) is Order.PART


def test_several_governorates_are_one_area_in_any_order() -> None:
    name = Both("all", "الكل")
    assert extent_of_codes(LAND, ["west", "east"], name) == extent_of_codes(
        LAND, ["east", "west"], name
    )


@pytest.mark.parametrize("words", ["the Strip", "Place mill"])
def test_a_written_area_is_found_or_is_only_itself(words: str) -> None:
    find = extents(LAND)
    assert find(words).possibly
    assert find(words) is find(words)
    assert not find("somewhere nobody knows").possibly
