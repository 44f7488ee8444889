"""How far an area reaches is known in part, and no more is said of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.counts.world import PIECES, exact_extents, extents, subsets

from tawthiq.counts.extent import Extent
from tawthiq.counts.order import Order, order_of_sets
from tawthiq.values.both import Both


def area(code: str, surely: str = "", possibly: str = "") -> Extent:
    inside = frozenset(surely.split())
    return Extent(code, Both.same(code), inside, inside | frozenset(possibly.split()))


def reaches(extent: Extent) -> list[frozenset[str]]:
    """Every way in which an area can reach, given what is known; it has some land."""
    if not extent.possibly:
        return [land for land in subsets(PIECES) if land]
    return [extent.surely | more for more in subsets(extent.possibly) if extent.surely | more]


@given(extents(), extents())
def test_what_is_said_of_two_areas_is_so_however_far_they_reach(one: Extent, other: Extent) -> None:
    said = one.order(other)
    if one.code == other.code:
        assert said is Order.SAME
        return
    for ours in reaches(one):
        for theirs in reaches(other):
            found = order_of_sets(ours, theirs)
            match said:
                case Order.SAME | Order.APART | Order.ACROSS:
                    assert found is said
                case Order.PART:
                    assert found in (Order.PART, Order.SAME)
                case Order.WHOLE:
                    assert found in (Order.WHOLE, Order.SAME)


@given(exact_extents(), exact_extents())
def test_areas_that_are_known_whole_are_decided(one: Extent, other: Extent) -> None:
    assert one.order(other) is order_of_sets(one.surely, other.surely)


@given(extents(), extents())
def test_areas_stand_to_each_other_as_they_are_turned(one: Extent, other: Extent) -> None:
    assert other.order(one) is one.order(other).turned


@given(extents(), extents(), extents())
def test_a_part_of_a_part_is_a_part(a: Extent, b: Extent, c: Extent) -> None:
    if a.order(b) is Order.PART and b.order(c) is Order.PART:
        assert a.order(c) in (Order.PART, Order.SAME)


ZONE = area("zone", possibly="idlib hama aleppo")


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        (area("idlib", "idlib"), ZONE, Order.UNDECIDED),
        (ZONE, area("north", "idlib hama aleppo latakia"), Order.PART),
        (ZONE, area("damascus", "damascus"), Order.APART),
        (ZONE, area("some zone of theirs"), Order.UNDECIDED),
        (area("said:x"), area("said:x"), Order.SAME),
        (area("said:x"), area("said:y"), Order.UNDECIDED),
        (area("a", "idlib hama"), area("b", "hama aleppo"), Order.ACROSS),
        (area("a", "idlib hama"), area("b", "hama", "aleppo"), Order.UNDECIDED),
        (area("a", "idlib hama"), area("b", "hama aleppo", "idlib"), Order.UNDECIDED),
        (area("a", "idlib hama", "aleppo"), area("b", "hama aleppo"), Order.UNDECIDED),
        (area("a", "idlib hama"), area("another name", "hama idlib"), Order.SAME),
    ],
)
def test_what_is_not_known_is_not_decided(one: Extent, other: Extent, order: Order) -> None:
    assert one.order(other) is order


def test_what_is_surely_inside_is_possibly_inside() -> None:
    with pytest.raises(ValueError, match="zone: what is surely inside"):
        Extent("zone", Both.same("zone"), frozenset({"idlib"}), frozenset({"hama"}))


def test_an_area_is_exact_when_nothing_of_it_is_open() -> None:
    assert Extent.whole("a", Both.same("a"), frozenset({"idlib"})).is_exact
    assert not ZONE.is_exact and not area("nowhere").is_exact
