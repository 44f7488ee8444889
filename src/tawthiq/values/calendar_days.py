"""The days that words of the calendar mean: a day, a part of a month, so many weeks later."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from tawthiq.errors import InputError
from tawthiq.values.calendar_words import MONTHS, Part
from tawthiq.values.when import Precision, When

_MONTHS_IN = {"month": 1, "year": 12}
_DAYS_IN = {"day": 1, "week": 7}


def day_of(year: int, month: int, day: int) -> date:
    """One day of the calendar.

    Raises:
        InputError: There is no such month or day; the message says what to write instead.
    """
    if not 1 <= month <= 12:
        raise _no_such_month(year, month, day)
    if not 1 <= day <= last_day(year, month):
        english, arabic = MONTHS[month - 1][0], MONTHS[month - 1][-1]
        raise InputError(
            f"{english} {year} has no day {day}; write the day that was meant, "
            f"or the month alone ({year}-{month:02})",
            f"ليس في {arabic} {year} يوم {day}؛ اكتب اليوم المقصود، أو الشهر وحده "
            f"({year}-{month:02})",
        )
    return date(year, month, day)


def _no_such_month(year: int, month: int, day: int) -> InputError:
    """The day may stand where we look for the month: 05/31/2019."""
    if 1 <= day <= 12 and month <= last_day(year, day):
        meant = f"{year}-{day:02}-{month:02}"
        return InputError(
            f"there is no month {month}; the day is read first, so write {meant} if that was meant",
            f"لا يوجد شهر رقمه {month}؛ يُقرأ اليوم أولاً، فاكتب {meant} إن كان هو المقصود",
        )
    return InputError(
        f"there is no month {month}; write year-month-day, such as {year}-05-31",
        f"لا يوجد شهر رقمه {month}؛ اكتب السنة ثم الشهر ثم اليوم، مثل {year}-05-31",
    )


def in_order(first: date | None, last: date | None) -> None:
    """Refuse a time that would end before it begins.

    Raises:
        InputError: It would.
    """
    if first and last and last < first:
        raise InputError(
            f"it ends ({last}) before it begins ({first}); turn the two round or correct one",
            f"ينتهي ({last}) قبل أن يبدأ ({first})؛ اعكس التاريخين أو صحِّح أحدهما",
        )


def last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    return monthrange(year, month)[1]


def part_of_month(part: Part, year: int, month: int) -> When:
    """The days of a part of one month; the whole month where no such part is spoken of."""
    if part.days is None:
        return When.month(year, month)
    length = last_day(year, month)
    first, last = (day if day > 0 else length + 1 + day for day in part.days)
    return _stretch(date(year, month, first), date(year, month, last), part)


def part_of_year(part: Part, year: int) -> When:
    """The days of a part of one year; the whole year where no such part is spoken of."""
    if part.months is None:
        return When.year(year)
    first, last = part.months
    return _stretch(date(year, first, 1), date(year, last, last_day(year, last)), part)


def _stretch(first: date, last: date, part: Part) -> When:
    return When(first, last, Precision.ESTIMATE if part.estimated else Precision.BETWEEN)


def shifted(day: date, number: int, unit: str) -> date:
    """The day so many units later, or earlier where the number is negative.

    A month after 31 January is the last day of February. Hours count as the days they
    touch.

    Raises:
        InputError: No calendar reaches that far.
    """
    try:
        if unit in _MONTHS_IN:
            return _months_later(day, number * _MONTHS_IN[unit])
        days = -(-abs(number) // 24) if unit == "hour" else abs(number) * _DAYS_IN[unit]
        return day + timedelta(days=days if number > 0 else -days)
    except (OverflowError, ValueError):
        raise InputError(
            f"no calendar reaches {abs(number)} {unit}s from {day}; write the first and last day",
            f"لا يبلغ التقويم هذه المدة ({abs(number)}) من {day}؛ اكتب اليوم الأول واليوم الأخير",
        ) from None


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, last_day(years, month + 1)))


def stretch_to(last: date, number: int, unit: str) -> When:
    """So long a time up to a day, that day among them; the beginning is our reckoning.

    Raises:
        InputError: It has no length, or no calendar reaches so far.
    """
    _has_length(number, unit)
    first = shifted(last, -number, unit)
    begins = first if unit == "hour" else first + timedelta(days=1)
    return When(begins, last, Precision.ESTIMATE)


def stretch_from(first: date, number: int, unit: str) -> When:
    """So long a time from a day on, that day among them; the end is our reckoning.

    Raises:
        InputError: It has no length, or no calendar reaches so far.
    """
    _has_length(number, unit)
    last = shifted(first, number, unit)
    ends = last if unit == "hour" else last - timedelta(days=1)
    return When(first, ends, Precision.ESTIMATE)


def _has_length(number: int, unit: str) -> None:
    if number < 1:
        raise InputError(
            f"{number} {unit}s have no first day; write the first and the last day",
            f"مدة طولها {number} ليس لها يوم أول؛ اكتب اليوم الأول واليوم الأخير",
        )
