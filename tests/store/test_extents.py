from __future__ import annotations

import pytest

from tawthiq.counts.extent import Extent
from tawthiq.counts.order import Order
from tawthiq.errors import UnknownNameError
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Area, Level, Place
from tawthiq.store.extents import Extents
from tawthiq.values.both import Both


def place(code: str, level: Level, parent: str = "") -> Place:
    return Place(code, level, Both(f"Place {code}", f"مكان {code}"), (), parent)


# A country with two governorates; one is cut into two districts, with a village each, and
# one village lies in that governorate nobody knows where.
G = Level.GOVERNORATE
COUNTRY = Gazetteer(
    (
        place("XX", Level.COUNTRY),
        place("XX01", G, "XX"),
        place("XX02", G, "XX"),
        place("XX0101", Level.DISTRICT, "XX01"),
        place("XX0102", Level.DISTRICT, "XX01"),
        place("mill", Level.SETTLEMENT, "XX0101"),
        place("ford", Level.SETTLEMENT, "XX0102"),
        place("inn", Level.SETTLEMENT, "XX01"),
        place("port", Level.SETTLEMENT, "XX02"),
    ),
    (
        Area(
            "the-hills",
            Both("the hills", "التلال"),
            frozenset({"XX0101"}),
            frozenset({"XX01"}),
        ),
    ),
)
REACH = Extents(COUNTRY)


def test_a_governorate_reaches_over_all_that_lies_in_it() -> None:
    assert REACH.of_place("XX01").surely == {"XX01", "XX0101", "XX0102", "mill", "ford", "inn"}
    assert REACH.of_place("XX01").is_exact


def test_an_area_without_an_edge_is_surely_here_and_possibly_there() -> None:
    hills = REACH.find("the hills")
    assert hills.surely == {"XX0101", "mill"}
    assert hills.possibly == {"XX01", "XX0101", "XX0102", "mill", "ford", "inn"}


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("XX0101", "XX01", Order.PART),
        ("XX01", "XX0101", Order.WHOLE),
        ("XX0101", "XX0102", Order.APART),
        ("mill", "XX02", Order.APART),
        ("mill", "XX", Order.PART),
    ],
)
def test_areas_compare_by_what_lies_in_them(one: str, other: str, order: Order) -> None:
    assert REACH.of_place(one).order(REACH.of_place(other)) is order


def test_the_hills_are_a_part_of_their_governorate() -> None:
    assert REACH.find("the hills").order(REACH.of_place("XX01")) is Order.PART
    assert REACH.of_place("XX0101").order(REACH.find("the hills")) is Order.PART
    assert REACH.of_place("XX0102").order(REACH.find("the hills")) is Order.UNDECIDED


def test_who_is_known_only_by_the_whole_may_be_in_the_part() -> None:
    asked = REACH.asked(REACH.of_place("XX0101"))
    assert asked.surely == {"XX0101", "mill"}
    assert asked.possibly == {"XX0101", "mill", "XX01", "XX", "inn"}


def test_one_village_is_not_another() -> None:
    assert REACH.asked(REACH.of_place("inn")).possibly == {"inn", "XX01", "XX"}


def test_an_area_that_nobody_knows_compares_to_nothing() -> None:
    for words in ("beyond the river", ""):
        unknown = REACH.find(words)
        assert unknown.possibly == frozenset()
        assert unknown.order(REACH.of_place("XX")) is Order.UNDECIDED


def test_an_extent_of_an_earlier_gazetteer_learns_what_lies_in_it() -> None:
    narrow = frozenset({"XX0101"})
    old = Extent("the-hills", Both("the hills", "التلال"), narrow, narrow | {"XX01"})
    assert REACH.renewed(old) == REACH.find("the hills")


def test_a_place_that_is_gone_stays_in_an_earlier_extent() -> None:
    gone = Extent.whole("old", Both("old", "قديم"), frozenset({"gone"}))
    assert REACH.renewed(gone).surely == {"gone"}
    with pytest.raises(UnknownNameError):
        REACH.of_place("gone")
