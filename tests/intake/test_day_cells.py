"""A day is read as it was meant, or asked back; it is never moved and never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import days, whens

from tawthiq.intake.day_cells import read_days
from tawthiq.intake.refusal import CellError
from tawthiq.values.when import Precision, When

JULY_22 = When.day(date(2031, 7, 22))


@given(whens())
def test_every_time_is_read_as_it_is_written(when: When) -> None:
    read = read_days(str(when))
    assert (read.first, read.last) == (when.first, when.last)
    if when.precision is not Precision.ESTIMATE:
        assert read == when


@pytest.mark.parametrize(
    "text",
    [
        "2031-07-22",
        "2031-7-22",
        "2031/7/22",
        "2031.07.22",
        "22/07/2031",
        "22.7.2031",
        "22-07-2031",
        "7/22/2031",
        "٢٢/٧/٢٠٣١",
        "2031-07-22 14:30:00",
        "2031-07-22T14:30:00Z",
        "22 July 2031",
        "22 تموز 2031",
        "2031-07-22/2031-07-22",
    ],
)
def test_a_day_is_the_same_however_it_is_written(text: str) -> None:
    assert read_days(text) == JULY_22


def test_thirteen_is_the_first_day_that_cannot_be_a_month() -> None:
    assert read_days("13/07/2031") == read_days("7/13/2031") == When.day(date(2031, 7, 13))


@given(days())
def test_day_and_month_are_never_exchanged(day: date) -> None:
    text = f"{day.day:02}/{day.month:02}/{day.year}"
    if day.day > 12 or day.day == day.month:
        assert read_days(text) == When.day(day)
    else:
        with pytest.raises(CellError, match="may be"):
            read_days(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31/02", "never was"),
        ("2031-02-29", "never was"),
        ("2031-13", "never was"),
        ("00/00/2031", "never was"),
        ("22/07", "no year"),
        ("22/07/31", "no year"),
        ("2031-07-06/2031-07-05", "ends .* before it begins"),
        ("1453-01-02", "not the Hijri one"),
        ("48051", "may mean 2031-07-22"),
        ("12345", "is no date"),
        ("=TODAY()", "a formula"),
        ("soon after", "soon after"),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(text: str, why: str) -> None:
    with pytest.raises(CellError, match=why) as caught:
        read_days(text)
    assert caught.value.why.ar and caught.value.mend.ar


def test_a_number_of_days_is_a_day_only_in_the_calendar_of_its_workbook() -> None:
    assert read_days("48051", date(1899, 12, 30)) == JULY_22
    assert read_days("46589", date(1904, 1, 1)) == JULY_22


@given(st.text(max_size=30).map(str.strip))
def test_any_text_is_a_time_or_is_refused(text: str) -> None:
    try:
        assert isinstance(read_days(text), When)
    except CellError as error:
        assert error.why and error.mend
