"""A date that can be read in two ways is not given; the text as it stands is kept elsewhere."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evidence.capture.chat_dates import Order, moment, reading_of

DAYS = st.dates(date(2010, 1, 1), date(2026, 1, 1))


def written(day: date, order: Order) -> str:
    if order is Order.DAY_FIRST:
        return f"{day.day}/{day.month}/{day.year}"
    if order is Order.MONTH_FIRST:
        return f"{day.month}/{day.day}/{day.year % 100:02}"
    return f"{day.year}-{day.month:02}-{day.day:02}"


@given(st.lists(DAYS, min_size=1, max_size=30), st.sampled_from([*Order][:3]))
def test_a_chat_is_read_as_it_was_written_or_not_at_all(days: list[date], order: Order) -> None:
    texts = [written(day, order) for day in sorted(days)]
    found = reading_of(texts).order
    assert found in (order, Order.UNKNOWN)
    if found is not Order.UNKNOWN:
        read = [moment(text, "10:00", found) for text in texts]
        assert read == [f"{day}T10:00:00" for day in sorted(days)]


def test_a_long_chat_is_always_read() -> None:
    days = [date(2019, 1, 1) + timedelta(days=number) for number in range(60)]
    for order in [*Order][:3]:
        assert reading_of(written(day, order) for day in days).order is order


def test_one_date_of_two_readings_is_not_read() -> None:
    found = reading_of(["3/5/2019"])
    assert found.order is Order.UNKNOWN
    assert "ask" in found.because.en
    assert moment("3/5/2019", "10:00", found.order) is None


def test_messages_that_follow_each_other_only_one_way_tell_the_order() -> None:
    assert reading_of(["12/1/2019", "1/2/2019"]).order is Order.DAY_FIRST
    assert reading_of(["1/12/2019", "2/1/2019"]).order is Order.MONTH_FIRST


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("13/1/2019", Order.DAY_FIRST),
        ("1/13/2019", Order.MONTH_FIRST),
        ("12/12/2019", Order.UNKNOWN),
    ],
)
def test_thirteen_is_no_month_and_twelve_is_one(text: str, order: Order) -> None:
    assert reading_of([text]).order is order


def test_dates_that_contradict_each_other_are_not_read() -> None:
    found = reading_of(["14/1/2019", "1/14/2019"])
    assert found.order is Order.UNKNOWN
    assert "contradict" in found.because.en


@pytest.mark.parametrize(
    ("time", "clock"),
    [
        ("10:12", "10:12:00"),
        ("10:12:33", "10:12:33"),
        ("9.05", "09:05:00"),
        ("12:00 AM", "00:00:00"),
        ("12:30 p.m.", "12:30:00"),
        ("١٠:١٢ ص", "10:12:00"),
        ("١٢:٠٥ م", "12:05:00"),
        ("٨:١٩ م", "20:19:00"),
        ("8:19\u202fPM", "20:19:00"),
    ],
)
def test_hours_are_read_in_both_scripts(time: str, clock: str) -> None:
    assert moment("١٤/٥/٢٠١٩", time, Order.DAY_FIRST) == f"2019-05-14T{clock}"


@pytest.mark.parametrize("time", ["24:00", "13:00 PM", "0:30 AM", "10:60", "10"])
def test_an_hour_that_is_none_is_not_read(time: str) -> None:
    assert moment("14/5/2019", time, Order.DAY_FIRST) is None


def test_a_day_that_never_was_is_not_read() -> None:
    assert moment("31/2/2019", "10:00", Order.DAY_FIRST) is None
