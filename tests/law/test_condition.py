"""Conditions are read in three values: what nobody knows is neither true nor false."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.law.condition import All, Any, Compare, Condition, FactTest, Unless, Way
from tawthiq.law.example import contested, corroborated, thin
from tawthiq.law.facts import Standing
from tawthiq.law.kleene import Value, Why, foremost, weakest

YES, NO, OPEN = Value.SUPPORTED, Value.NOT_SUPPORTED, Value.UNKNOWN
KEYS = ("a", "b", "c")
SIEGE = FactTest("a", Compare.IS, True)


def facts(*values: bool | None) -> dict[str, Standing]:
    return {
        key: corroborated(key, value)
        for key, value in zip(KEYS, values, strict=False)
        if value is not None
    }


def key_test(key: str) -> FactTest:
    return FactTest(key, Compare.IS, True)


@pytest.mark.parametrize("values", list(product([True, None, False], repeat=2)))
def test_all_and_any_follow_kleene(values: tuple[bool | None, bool | None]) -> None:
    """The strong tables: the least of the parts, and the greatest."""
    given_ = {True: YES, False: NO, None: OPEN}
    one, other = (given_[value] for value in values)
    parts = (key_test("a"), key_test("b"))
    assert All(parts).read(facts(*values)).value is min(one, other)
    assert Any(parts).read(facts(*values)).value is max(one, other)


CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from(KEYS).map(key_test),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts)))
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: Any(tuple(parts)))
    ),
)
KNOWN = st.tuples(*[st.sampled_from([True, False, None])] * 3)


@given(CONDITIONS, KNOWN, st.sampled_from(range(3)), st.booleans())
def test_learning_a_fact_never_overturns_what_was_decided(
    condition: Condition, known: tuple[bool | None, ...], which: int, learned: bool
) -> None:
    if known[which] is not None:
        return
    before = condition.read(facts(*known)).value
    more = tuple(learned if n == which else value for n, value in enumerate(known))
    after = condition.read(facts(*more)).value
    assert before is OPEN or after is before


@pytest.mark.parametrize(
    ("compare", "wanted", "value", "holds"),
    [
        (Compare.IS, True, True, True),
        (Compare.IS, False, False, True),
        (Compare.IS, True, False, False),
        (Compare.IN, frozenset({"x", "y"}), frozenset({"y", "z"}), True),
        (Compare.IN, frozenset({"x"}), frozenset({"y"}), False),
        (Compare.ONLY_IN, frozenset({"x", "y"}), frozenset({"y"}), True),
        (Compare.ONLY_IN, frozenset({"x"}), frozenset({"x", "y"}), False),
        (Compare.NOT_IN, frozenset({"x"}), frozenset({"y"}), True),
        (Compare.NOT_IN, frozenset({"x"}), frozenset({"x", "y"}), False),
        (Compare.AT_LEAST, 3, 3, True),
        (Compare.AT_LEAST, 3, 2, False),
        (Compare.AT_MOST, 3, 3, True),
        (Compare.AT_MOST, 3, 4, False),
    ],
)
def test_a_test_compares(compare: Compare, wanted: object, value: object, holds: bool) -> None:
    test = FactTest("a", compare, wanted)  # type: ignore[arg-type]
    read = test.read({"a": corroborated("a", value)})  # type: ignore[arg-type]
    assert read.value is (YES if holds else NO)
    assert test.read({}).value is OPEN


@pytest.mark.parametrize(
    ("standing", "weighed", "asserted", "hinted"),
    [
        (corroborated("a", True), YES, YES, YES),
        (corroborated("a", False), NO, NO, NO),
        (thin("a", True), OPEN, YES, YES),
        (contested("a", True), OPEN, OPEN, YES),
        (contested("a", False), OPEN, OPEN, YES),
        (Standing("a", True, None, Why.NO_EVIDENCE), OPEN, YES, NO),
    ],
)
def test_a_fact_is_weighed_asserted_or_hinted(
    standing: Standing, weighed: Value, asserted: Value, hinted: Value
) -> None:
    read = [
        SIEGE.read({"a": standing}, way).value for way in (Way.WEIGHED, Way.ASSERTED, Way.HINTED)
    ]
    assert read == [weighed, asserted, hinted]


def test_an_exception_that_nobody_mentions_does_not_hold() -> None:
    unless = Unless(SIEGE)
    assert unless.read({}).value is YES
    assert unless.read(facts(True)).value is NO
    assert unless.read({"a": contested("a", True)}).value is OPEN


def test_an_absence_has_to_be_seen_well() -> None:
    test = FactTest("a", Compare.IS, True, well_seen=True)
    assert test.read(facts(True)).value is YES
    by_one = Standing("a", True, corroborated("a", True).level, None, ("E1",), (), False)
    assert test.read({"a": by_one}) == (OPEN, None, Why.INSUFFICIENT, ("a",))


def test_of_nothing_at_all_the_weakest_is_unknown_and_no_pass() -> None:
    assert weakest([]) is OPEN
    assert weakest([YES, YES]) is YES
    assert weakest([YES, OPEN]) is OPEN
    assert weakest([OPEN, NO]) is NO


def test_a_conflict_is_said_before_a_lack() -> None:
    assert foremost([Why.NOT_ASSESSED, Why.CONFLICTING, None]) is Why.CONFLICTING
    assert foremost([None]) is None
