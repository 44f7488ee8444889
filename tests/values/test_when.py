"""A time keeps what was said of it, and two times are compared without guessing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import days, known_whens, whens

from tawthiq.values.when import Precision, When

MARCH = When.month(2019, 3)
SINCE_APRIL = When(date(2019, 4, 1), None, Precision.BETWEEN)
UNTIL_JULY = When(None, date(2019, 7, 17), Precision.BETWEEN)


def days_of(when: When, around: date) -> set[date]:
    """The days near another day that a time can be: what the comparisons are about."""
    near = [around + timedelta(days=n) for n in range(-400, 401)]
    return {
        day
        for day in near
        if (when.first is None or when.first <= day) and (when.last is None or day <= when.last)
    }


@given(whens(), whens())
def test_two_times_overlap_or_one_is_surely_first(one: When, other: When) -> None:
    outcomes = [one.may_overlap(other), one.surely_before(other), other.surely_before(one)]
    assert outcomes.count(True) == 1


@given(whens(), whens())
def test_overlapping_does_not_depend_on_order(one: When, other: When) -> None:
    assert one.may_overlap(other) is other.may_overlap(one)


@given(days(), st.integers(0, 300), st.integers(-300, 300), st.integers(0, 300))
def test_comparisons_agree_with_the_days_themselves(
    start: date, length: int, shift: int, other_length: int
) -> None:
    one = When.between(start, start + timedelta(days=length))
    begins = start + timedelta(days=shift)
    other = When.between(begins, begins + timedelta(days=other_length))
    ours, theirs = days_of(one, start), days_of(other, start) | {begins}
    assert one.may_overlap(other) is bool(ours & theirs)
    if other.last is not None and (other.last - start).days <= 400:
        assert one.surely_within(other) is (ours <= theirs)


def test_neighbouring_days_do_not_overlap() -> None:
    last_of_march, first_of_april = When.day(date(2019, 3, 31)), When.day(date(2019, 4, 1))
    assert last_of_march.surely_before(first_of_april)
    assert MARCH.may_overlap(last_of_march)
    assert not MARCH.may_overlap(first_of_april)


@given(known_whens())
def test_a_known_time_is_surely_within_itself(when: When) -> None:
    assert when.surely_within(when)


@given(known_whens(), known_whens())
def test_two_times_within_each_other_have_the_same_ends(one: When, other: When) -> None:
    if one.surely_within(other) and other.surely_within(one):
        assert (one.first, one.last) == (other.first, other.last)


@given(known_whens(), known_whens(), known_whens())
def test_within_carries_over(one: When, two: When, three: When) -> None:
    if one.surely_within(two) and two.surely_within(three):
        assert one.surely_within(three)


@given(known_whens(), known_whens())
def test_what_is_within_also_overlaps(one: When, other: When) -> None:
    if one.surely_within(other):
        assert one.may_overlap(other)


def test_an_unsaid_end_is_within_only_what_is_open_on_that_side() -> None:
    spring = When.parse("2019-04/2019-06")
    assert spring.surely_within(SINCE_APRIL)
    assert not SINCE_APRIL.surely_within(spring)
    assert not UNTIL_JULY.surely_within(SINCE_APRIL)
    assert SINCE_APRIL.surely_within(When(date(2019, 3, 31), None, Precision.BETWEEN))
    assert not SINCE_APRIL.surely_within(When(date(2019, 4, 2), None, Precision.BETWEEN))


@given(whens())
def test_the_unknown_says_nothing(when: When) -> None:
    unknown = When.unknown()
    assert unknown.may_overlap(when)
    assert not unknown.surely_within(when)
    assert not when.surely_within(unknown)


@given(whens())
def test_what_is_written_is_read_back(when: When) -> None:
    again = When.parse(str(when))
    assert (again.first, again.last) == (when.first, when.last)
    if when.precision is not Precision.ESTIMATE:
        assert again == when


def test_years_before_1000_are_written_with_four_digits() -> None:
    assert str(When.year(634)) == "0634"
    assert str(When.month(634, 7)) == "0634-07"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", When.unknown()),
        ("../..", When.unknown()),
        ("2019-04-26/", When(date(2019, 4, 26), None, Precision.BETWEEN)),
        ("/2019-07", When(None, date(2019, 7, 31), Precision.BETWEEN)),
        ("2019-04/2020-02", When(date(2019, 4, 1), date(2020, 2, 29), Precision.BETWEEN)),
        ("2019-05-05/2019-05-05", When.day(date(2019, 5, 5))),
        (" 2019-02 ", When(date(2019, 2, 1), date(2019, 2, 28), Precision.MONTH)),
    ],
)
def test_iso_forms_are_read(text: str, expected: When) -> None:
    assert When.parse(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("2019-02-31", "2019-13", "2019-00", "0000", "2019-07-27/2019-04-26"),
        *("19", "2019-1_0", "+2019", "2019-5-4", "May", "1/2/3", "٢٠١٩", ".."),
    ],
)
def test_what_is_no_iso_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        When.parse(text)


@pytest.mark.parametrize(
    ("first", "last", "precision", "says"),
    [
        (date(2019, 5, 2), date(2019, 5, 1), Precision.BETWEEN, "before it begins"),
        (date(2019, 5, 1), date(2019, 5, 2), Precision.DAY, "one day"),
        (date(2019, 5, 1), None, Precision.DAY, "one day"),
        (date(2019, 5, 1), None, Precision.UNKNOWN, "unknown"),
        (None, None, Precision.BETWEEN, "unknown"),
        (date(2019, 5, 1), date(2019, 5, 30), Precision.MONTH, "whole month"),
        (date(2019, 5, 1), date(2019, 6, 30), Precision.MONTH, "whole month"),
        (None, date(2019, 5, 31), Precision.MONTH, "whole month"),
        (date(2019, 2, 1), date(2019, 12, 31), Precision.YEAR, "whole year"),
        (date(2018, 1, 1), date(2019, 12, 31), Precision.YEAR, "whole year"),
    ],
)
def test_a_time_that_cannot_be_is_refused(
    first: date | None, last: date | None, precision: Precision, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        When(first, last, precision)


def closed_whens() -> st.SearchStrategy[When]:
    return known_whens().filter(lambda when: when.is_closed)


@given(closed_whens(), closed_whens())
def test_the_hull_is_the_shortest_time_that_holds_both(one: When, other: When) -> None:
    hull = one.hull(other)
    assert one.surely_within(hull)
    assert other.surely_within(hull)
    assert {hull.first, hull.last} <= {one.first, other.first, one.last, other.last}


def test_the_hull_of_a_month_and_a_day_in_it_is_the_month() -> None:
    day = When.day(date(2019, 3, 14))
    assert MARCH.hull(day) == MARCH
    assert day.hull(MARCH) == MARCH


def test_the_hull_of_an_open_time_is_not_known() -> None:
    with pytest.raises(ValueError, match="open"):
        MARCH.hull(SINCE_APRIL)
