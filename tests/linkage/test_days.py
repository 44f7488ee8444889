"""Dates, ages and sexes are read as written, and what cannot be read is counted."""

from __future__ import annotations

from datetime import date

import pytest

from tawthiq.linkage.days import NO_DAY, Days, ages, parts, sexes
from tawthiq.linkage.table import Column


def _ends(text: str) -> tuple[date, date] | None:
    days = Days.of(Column.of([text]))
    if days.first[0] == NO_DAY:
        return None
    return date.fromordinal(int(days.first[0])), date.fromordinal(int(days.last[0]))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2013-08-21", "2013-08-21", "2013-08-21"),
        ("٢٠١٣-٠٨-٢١", "2013-08-21", "2013-08-21"),
        ("20130821", "2013-08-21", "2013-08-21"),
        ("21/08/2013", "2013-08-21", "2013-08-21"),
        ("2013-08-21T05:00:00", "2013-08-21", "2013-08-21"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2013", "2013-01-01", "2013-12-31"),
        ("2013-04/2013-06", "2013-04-01", "2013-06-30"),
    ],
)
def test_a_date_is_read_as_the_days_it_can_mean(text: str, first: str, last: str) -> None:
    assert _ends(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["soon", "2013-02-30", "2013-13-01", "0000", "2013-06/2013-04"])
def test_what_is_no_date_is_left_out_and_counted(text: str) -> None:
    assert _ends(text) is None
    assert Days.of(Column.of([text, "2013", ""])).unread == 1


def test_ages_are_whole_years_that_a_person_can_have() -> None:
    years, unread = ages(Column.of(["7", "٣٠", "40.0", "", "400", "old"]))
    assert years.tolist() == [7, 30, 40, -1, -1, -1]
    assert unread == 2


def test_sexes_are_read_in_both_languages() -> None:
    said, unread = sexes(Column.of(["M", "ذكر", "female", "أنثى", "", "?"]))
    assert said.tolist() == [0, 0, 1, 1, -1, -1]
    assert unread == 1


def test_the_parts_of_a_day_are_one_number() -> None:
    day = date(1999, 12, 3).toordinal()
    assert parts(Days.of(Column.of(["1999-12-03", ""])).first).tolist() == [19991203, NO_DAY]
    assert day == Days.of(Column.of(["1999-12-03"])).first[0]
