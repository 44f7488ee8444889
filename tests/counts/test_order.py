"""How two sets stand to each other follows from how they stand along every line."""

from __future__ import annotations

from itertools import product as all_pairs

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.counts.order import (
    Order,
    order_of_conditions,
    order_of_restrictions,
    order_of_sets,
    product,
)

Two = tuple[frozenset[int], frozenset[int]]
sets = st.frozensets(st.integers(0, 4), min_size=1)
restrictions = st.one_of(st.none(), sets)
orders = st.sampled_from(Order)
EXACT = st.sampled_from([Order.SAME, Order.PART, Order.WHOLE, Order.APART, Order.ACROSS])


@given(sets, sets)
def test_what_is_said_of_two_sets_is_so(ours: frozenset[int], theirs: frozenset[int]) -> None:
    order = order_of_sets(ours, theirs)
    assert (order in (Order.SAME, Order.PART)) is (ours <= theirs)
    assert (order in (Order.SAME, Order.WHOLE)) is (theirs <= ours)
    assert (order is Order.APART) is not bool(ours & theirs)
    assert order is not Order.UNDECIDED


@given(sets, sets)
def test_turning_two_sets_turns_their_order(ours: frozenset[int], theirs: frozenset[int]) -> None:
    assert order_of_sets(theirs, ours) is order_of_sets(ours, theirs).turned
    assert order_of_conditions(theirs, ours) is order_of_conditions(ours, theirs).turned


@given(restrictions, restrictions)
def test_no_restriction_holds_every_restriction(
    ours: frozenset[int] | None, theirs: frozenset[int] | None
) -> None:
    """Five numbers can be asked for, and a sixth that no restriction names."""
    everything = frozenset(range(6))
    expected = order_of_sets(
        everything if ours is None else ours, everything if theirs is None else theirs
    )
    assert order_of_restrictions(ours, theirs) is expected


@given(st.frozensets(st.integers(0, 3)), st.frozensets(st.integers(0, 3)))
def test_more_conditions_hold_of_fewer(ours: frozenset[int], theirs: frozenset[int]) -> None:
    """Everything there is, by which of four conditions hold of it."""
    everything = [frozenset(n for n in range(4) if mask >> n & 1) for mask in range(16)]

    def holds(conditions: frozenset[int]) -> frozenset[frozenset[int]]:
        return frozenset(each for each in everything if conditions <= each)

    assert order_of_conditions(ours, theirs) is order_of_sets(holds(ours), holds(theirs))


@given(st.lists(st.tuples(sets, sets), min_size=1, max_size=3))
def test_a_product_stands_as_its_members_do(
    lines: list[tuple[frozenset[int], frozenset[int]]],
) -> None:
    ours = frozenset(all_pairs(*(a for a, _ in lines)))
    theirs = frozenset(all_pairs(*(b for _, b in lines)))
    assert product(order_of_sets(a, b) for a, b in lines) is order_of_sets(ours, theirs)


@given(st.lists(orders))
def test_no_line_comes_first(lines: list[Order]) -> None:
    assert product(sorted(lines)) is product(sorted(lines, reverse=True)) is product(lines)


@given(st.lists(orders))
def test_turning_every_line_turns_the_product(lines: list[Order]) -> None:
    assert product(line.turned for line in lines) is product(lines).turned
    assert all(line.turned.turned is line for line in lines)


@given(st.lists(EXACT))
def test_an_undecided_line_is_undecided_unless_another_keeps_apart(lines: list[Order]) -> None:
    found = product([*lines, Order.UNDECIDED])
    assert found is (Order.APART if Order.APART in lines else Order.UNDECIDED)


def test_nothing_that_differs_is_the_same() -> None:
    assert product([]) is product([Order.SAME]) is Order.SAME
    assert product([Order.PART, Order.WHOLE]) is Order.ACROSS
    assert product([Order.PART, Order.SAME, Order.PART]) is Order.PART
