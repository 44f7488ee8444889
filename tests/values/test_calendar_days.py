"""What words of the calendar mean in days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import days

from tawthiq.errors import InputError
from tawthiq.values.calendar_days import (
    day_of,
    part_of_month,
    part_of_year,
    shifted,
    stretch_from,
    stretch_to,
)
from tawthiq.values.calendar_words import MONTHS, PARTS, Part, month_number, part_called
from tawthiq.values.levelled import levelled
from tawthiq.values.when import Precision, When


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.words[0])
@given(year=st.integers(2011, 2030), month=st.integers(1, 12))
def test_a_part_lies_within_its_month_and_its_year(part: Part, year: int, month: int) -> None:
    assert part_of_month(part, year, month).surely_within(When.month(year, month))
    assert part_of_year(part, year).surely_within(When.year(year))


@pytest.mark.parametrize("year", [2019, 2020])
@pytest.mark.parametrize("month", range(1, 13))
def test_early_mid_and_late_make_up_the_whole_month(year: int, month: int) -> None:
    early, mid, late = (
        part_of_month(part_called(p), year, month) for p in ("early", "mid", "late")
    )
    whole = When.month(year, month)
    assert (early.first, late.last) == (whole.first, whole.last)
    assert early.last and mid.first and mid.last and late.first
    assert (mid.first - early.last).days == (late.first - mid.last).days == 1


def test_what_we_chose_is_an_estimate_and_what_was_said_is_not() -> None:
    assert part_of_month(part_called("late"), 2019, 4).precision is Precision.ESTIMATE
    assert str(part_of_month(part_called("end of"), 2020, 2)) == "2020-02-25/2020-02-29"
    half = part_of_year(part_called("first half of"), 2019)
    assert half == When(date(2019, 1, 1), date(2019, 6, 30), Precision.BETWEEN)


def test_every_month_is_known_by_each_of_its_names() -> None:
    for number, names in enumerate(MONTHS, start=1):
        assert {month_number(levelled(name)) for name in names} == {number}
    assert month_number("تموز/يوليو") == 7
    assert month_number("sept.") == 9


@pytest.mark.parametrize(
    ("day", "number", "unit", "expected"),
    [
        ("2019-05-31", -3, "month", "2019-02-28"),
        ("2020-02-29", 1, "year", "2021-02-28"),
        ("2019-07-31", -1, "month", "2019-06-30"),
        ("2019-12-15", 1, "month", "2020-01-15"),
        ("2019-07-26", -10, "day", "2019-07-16"),
        ("2019-07-26", -2, "week", "2019-07-12"),
        ("2019-07-26", -36, "hour", "2019-07-24"),
    ],
)
def test_so_many_units_later_or_earlier(day: str, number: int, unit: str, expected: str) -> None:
    assert shifted(date.fromisoformat(day), number, unit) == date.fromisoformat(expected)


@given(days(), st.integers(1, 400))
def test_so_many_days_have_so_many_days(day: date, number: int) -> None:
    before, after = stretch_to(day, number, "day"), stretch_from(day, number, "day")
    assert before.first and before.last and after.first and after.last
    assert (before.last - before.first).days == (after.last - after.first).days == number - 1


def test_three_months_to_a_day_begin_on_the_day_after() -> None:
    assert str(stretch_to(date(2019, 7, 26), 3, "month")) == "2019-04-27/2019-07-26"


@pytest.mark.parametrize(
    ("year", "month", "day", "says"),
    [
        (2019, 2, 31, "February 2019 has no day 31"),
        (2019, 2, 29, "February 2019 has no day 29"),
        (2019, 5, 0, "no day 0"),
        (2019, 31, 5, "write 2019-05-31"),
        (2019, 31, 13, "write year-month-day"),
        (2019, 30, 2, "write year-month-day"),
    ],
)
def test_a_day_that_never_was_is_refused_with_what_to_write(
    year: int, month: int, day: int, says: str
) -> None:
    with pytest.raises(InputError, match=says) as refused:
        day_of(year, month, day)
    assert refused.value.ar != refused.value.en


def test_no_calendar_reaches_ten_thousand_years_back() -> None:
    with pytest.raises(InputError, match="no calendar reaches 9999 years"):
        shifted(date(2019, 7, 26), -9999, "year")
    with pytest.raises(InputError, match="no calendar reaches"):
        shifted(date.max, 1, "day")
