"""Counting incidents: what is a member, what is left out and why, and that nothing is lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.claims.group import CHILDREN, CIVILIANS, EVERYBODY
from tawthiq.counts.count import Reason
from tawthiq.counts.definition import Definition, Established, Reported, Unit
from tawthiq.counts.tally import Tally, tally
from tawthiq.errors import RuleError
from tawthiq.records.grade import Grade
from tawthiq.values.when import When

from .house import JUNE, UPPER, ZONE, Row, frame, killed


def left_out(result: Tally) -> dict[Reason, list[int]]:
    return {reason: list(sums.rows) for reason, sums in result.left_out.items()}


def test_lows_bests_and_highs_are_summed_apart() -> None:
    result = tally(killed(), frame(Row("A", (2, 3, 5)), Row("B", (10, 10, 12))))
    assert result.counted.total == (12, 13, 17)
    assert not result.left_out


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (Row("X", when=When.unknown()), Reason.NO_DATE),
        (Row("X", when=When.parse("2031-05-31/2031-06-01")), Reason.DATE_UNCERTAIN),
        (Row("X", when=When.parse("2031-06-30/2031-07-01")), Reason.DATE_UNCERTAIN),
        (Row("X", places=()), Reason.NO_PLACE),
        (Row("X", places=("upper", "far away")), Reason.SEVERAL_PLACES),
        (Row("X", grade=Grade.WEAK), Reason.GRADE),
        (Row("X", grade=Grade.DISCOUNTED), Reason.GRADE),
        (Row("X", sites=frozenset({"military"})), Reason.FIGHTERS),
        (Row("X", killed=None), Reason.NOT_STATED),
    ],
)
def test_what_may_belong_is_left_out_with_its_reason(row: Row, reason: Reason) -> None:
    result = tally(killed(), frame(Row("A", (7, 7, 7)), row))
    assert left_out(result) == {reason: [1]}
    assert result.counted.total == (7, 7, 7)


@pytest.mark.parametrize(
    "row",
    [
        Row("X", when=When.day(date(2031, 5, 31))),
        Row("X", when=When.day(date(2031, 7, 1))),
        Row("X", places=("far away",)),
        Row("X", places=("far away", "further")),
    ],
)
def test_what_is_surely_outside_is_not_even_left_out(row: Row) -> None:
    result = tally(killed(), frame(row))
    assert result.counted.rows.size == 0
    assert not result.left_out


@pytest.mark.parametrize("day", [date(2031, 6, 1), date(2031, 6, 30)])
def test_the_first_and_the_last_day_of_the_window_count(day: date) -> None:
    assert tally(killed(), frame(Row("A", when=When.day(day)))).counted.total == (1, 1, 1)


def test_one_figure_for_two_towns_inside_the_area_counts_once() -> None:
    both = Row("A", (4, 4, 4), places=("lower", "upper"))
    assert tally(killed(), frame(both)).counted.total == (4, 4, 4)
    assert left_out(tally(killed(where=UPPER), frame(both))) == {Reason.SEVERAL_PLACES: [0]}


def test_in_a_zone_whose_edge_nobody_knows_a_town_is_left_out() -> None:
    assert left_out(tally(killed(where=ZONE), frame(Row("A")))) == {Reason.PLACE_UNCERTAIN: [0]}
    assert not tally(killed(where=ZONE), frame(Row("A", places=("mill",)))).left_out


def test_by_one_party_a_dispute_inside_its_side_is_left_out() -> None:
    by_russia = killed(parties=frozenset({"russia"}))
    rows = frame(
        Row("A"),
        Row("B", parties=frozenset({"russia", "syrian-government"})),
        Row("C", parties=frozenset({"syrian-government"})),
        Row("D", parties=frozenset()),
        Row("E", parties=frozenset({"government-side"})),
    )
    result = tally(by_russia, rows)
    assert list(result.counted.rows) == [0]
    assert left_out(result) == {Reason.NO_PARTY: [3], Reason.PARTY_DISPUTED: [1, 4]}


def test_by_a_whole_side_the_same_dispute_counts() -> None:
    side = frozenset({"government-side", "russia", "syrian-government", "iran-backed"})
    both = Row("B", parties=frozenset({"russia", "syrian-government"}))
    assert tally(killed(parties=side), frame(both)).counted.total == (1, 1, 1)


def test_an_attack_on_a_market_and_homes_is_an_attack_on_a_market() -> None:
    on_markets = Definition(
        Unit.ATTACKS, UPPER, JUNE, Established(frozenset(Grade)), sites=frozenset({"market"})
    )
    rows = frame(
        Row("A", sites=frozenset({"market", "home"})),
        Row("B", sites=frozenset({"home"})),
        Row("C", None, sites=frozenset({"market"})),
        Row("D", sites=frozenset()),
    )
    result = tally(on_markets, rows)
    assert list(result.counted.rows) == [0, 2]
    assert left_out(result) == {Reason.NO_SITE: [3]}


@pytest.mark.parametrize(
    ("number", "counted", "doubtful"),
    [((5, 5, 5), 1, 0), ((4, 4, 4), 0, 0), ((4, 5, 6), 0, 1), ((5, 6, 9), 1, 0), ((0, 4, 5), 0, 1)],
)
def test_a_massacre_needs_five_at_the_low_end(
    number: tuple[int, int, int], counted: int, doubtful: int
) -> None:
    rule = Definition(
        Unit.ATTACKS,
        UPPER,
        JUNE,
        Established(frozenset(Grade)),
        inside=frozenset({"massacre-snhr"}),
    )
    result = tally(rule, frame(Row("A", number)))
    assert result.counted.rows.size == counted
    assert left_out(result) == ({Reason.RULE_UNDECIDED: [0]} if doubtful else {})


def test_at_a_military_target_nobody_is_presumed_civilian_but_everybody_is_somebody() -> None:
    rows = frame(
        Row("A", (40, 40, 40), sites=frozenset({"military"})),
        Row("B", (2, 2, 2), sites=frozenset({"military", "market"})),
    )
    assert tally(killed(), rows).counted.total == (2, 2, 2)
    assert tally(killed(who=EVERYBODY), rows).counted.total == (42, 42, 42)


def test_children_are_counted_from_the_number_of_children_alone() -> None:
    rows = frame(Row("A", (5, 5, 5), children=(2, 2, 3)), Row("B", (9, 9, 9)))
    result = tally(killed(who=CHILDREN), rows)
    assert result.counted.total == (2, 2, 3)
    assert left_out(result) == {Reason.NOT_STATED: [1]}


def test_people_whose_status_nobody_stated_are_not_counted_as_stated_civilians() -> None:
    assert left_out(tally(killed(who=CIVILIANS), frame(Row("A")))) == {Reason.NOT_STATED: [0]}


@pytest.mark.parametrize(
    "definition",
    [
        killed(basis=Reported("snhr")),
        Definition(Unit.SITES_DAMAGED, UPPER, JUNE, Established(frozenset(Grade))),
        killed(inside=frozenset({"massacre"})),
    ],
)
def test_what_incidents_cannot_answer_is_refused(definition: Definition) -> None:
    with pytest.raises(RuleError):
        tally(definition, frame(Row("A")))


numbers = st.lists(st.integers(0, 50), min_size=3, max_size=3).map(sorted).map(tuple)
rows = st.builds(
    Row,
    st.just("A"),
    st.none() | numbers,
    when=st.sampled_from(
        [When.unknown(), When.day(date(2031, 6, 3)), When.parse("2031-05-30/2031-06-02")]
    ),
    places=st.sampled_from([(), ("upper",), ("lower",), ("lower", "upper"), ("far",)]),
    parties=st.sampled_from([frozenset(), frozenset({"russia"}), frozenset({"hts"})]),
    grade=st.sampled_from(list(Grade)),
)


@given(st.lists(rows, max_size=12))
def test_nothing_is_both_counted_and_left_out_and_no_row_has_two_reasons(some: list[Row]) -> None:
    result = tally(killed(where=UPPER, parties=frozenset({"russia"})), frame(*some))
    every = [*result.counted.rows, *(r for s in result.left_out.values() for r in s.rows)]
    assert len(every) == len(set(every))


@given(st.lists(rows, max_size=12))
def test_disjoint_parties_of_one_whole_add_up_to_no_more_than_it(some: list[Row]) -> None:
    parts = [tally(killed(parties=frozenset({p})), frame(*some)) for p in ("russia", "hts")]
    whole = tally(killed(), frame(*some))
    assert sum(part.counted.total[2] for part in parts) <= whole.counted.total[2]
    assert all(set(part.counted.rows) <= set(whole.counted.rows) for part in parts)


@given(st.lists(rows, max_size=12), st.lists(rows, max_size=12))
def test_counting_two_piles_is_counting_one(left: list[Row], right: list[Row]) -> None:
    apart = [tally(killed(), frame(*pile)).counted.total for pile in (left, right)]
    together = tally(killed(), frame(*left, *right)).counted.total
    assert together == tuple(a + b for a, b in zip(*apart, strict=True))
