"""Days are said as precisely as they are known, in the months of both systems."""

from __future__ import annotations

from datetime import date

import pytest

from tawthiq.values.when import Precision, When
from tawthiq.web.reader import Reader
from tawthiq.web.wording.dates import isolated, kind, moment, month_name, window

EN, AR = Reader("en"), Reader("ar")
NIGHT = When.between(date(2019, 7, 5), date(2019, 7, 6))
SPRING = When.between(date(2019, 4, 26), date(2019, 7, 27))


def test_an_exact_day_carries_both_month_names_in_arabic() -> None:
    market = When.day(date(2019, 7, 22))
    assert moment(market, EN) == "22 July 2019"
    assert moment(market, AR) == "٢٢ تموز/يوليو ٢٠١٩"


def test_a_narrow_column_takes_the_short_month() -> None:
    market = When.day(date(2019, 7, 22))
    assert moment(market, EN, short=True) == "22 Jul 2019"
    assert moment(market, AR, short=True) == "٢٢ تموز ٢٠١٩"


def test_one_of_two_days_is_not_a_window_of_two_days() -> None:
    assert moment(NIGHT, EN) == "5 or 6 July 2019"
    assert moment(NIGHT, AR) == "٥ أو ٦ تموز/يوليو ٢٠١٩"
    assert window(NIGHT, EN) == "5 to 6 July 2019"
    assert window(NIGHT, AR) == "من ٥ إلى ٦ تموز/يوليو ٢٠١٩"


def test_a_window_over_months_says_each_month_and_one_year() -> None:
    assert window(SPRING, EN) == "26 April to 27 July 2019"
    assert window(SPRING, AR) == "من ٢٦ نيسان/أبريل إلى ٢٧ تموز/يوليو ٢٠١٩"


def test_a_window_over_years_says_both_years() -> None:
    winter = When.between(date(2018, 12, 31), date(2019, 1, 2))
    assert window(winter, EN) == "31 December 2018 to 2 January 2019"


def test_a_month_stays_a_month_and_a_year_a_year() -> None:
    assert moment(When.month(2019, 5), EN) == "May 2019"
    assert moment(When.month(2019, 5), AR) == "أيار/مايو ٢٠١٩"
    assert moment(When.year(2019), AR) == "٢٠١٩"


def test_an_end_that_nobody_said_is_said_to_be_missing() -> None:
    since = When(date(2019, 4, 26), None, Precision.BETWEEN)
    until = When(None, date(2019, 7, 27), Precision.BETWEEN)
    assert window(since, EN) == "since 26 April 2019, end not stated"
    assert "لم تُذكر البداية" in window(until, AR)
    assert moment(since, EN) == "26 April 2019 or later"


def test_no_date_is_a_word() -> None:
    assert moment(When.unknown(), EN) == "no date"
    assert moment(When.unknown(), AR) == "بلا تاريخ"
    assert window(When.unknown(), EN) == "period not stated"


@pytest.mark.parametrize(
    ("when", "mark"),
    [(NIGHT, "between"), (When.month(2019, 5), "month"), (When.unknown(), "none"),
     (When.day(date(2019, 7, 22)), "exact"),
     (When(date(2019, 5, 10), date(2019, 5, 20), Precision.ESTIMATE), "estimate")],
)  # fmt: skip
def test_the_mark_of_a_time_says_how_sure_it_is(when: When, mark: str) -> None:
    assert kind(when) == mark


def test_every_month_has_a_name_in_both_systems() -> None:
    for month in range(1, 13):
        levant, _, egypt = month_name(month, AR).partition("/")
        assert levant and egypt
        assert month_name(month, AR, short=True) == levant


def test_a_day_in_iso_form_keeps_its_direction_inside_arabic() -> None:
    assert isolated("اكتب 2019-07-22، أو 2019-07-05/2019-07-06") == (
        "اكتب \u20662019-07-22\u2069، أو \u20662019-07-05/2019-07-06\u2069"
    )
    assert isolated("الصف 12") == "الصف 12"
