"""One cell, read as a day or a stretch of days; a day that never was is refused, not moved."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from tawthiq.errors import InputError
from tawthiq.intake.cells import refuse_formula
from tawthiq.intake.refusal import CellError, of_words
from tawthiq.intake.sheet_cells import serial_day
from tawthiq.values.both import Both
from tawthiq.values.time_words import read_time
from tawthiq.values.when import When

_FIRST_YEAR = 1900  # an earlier one is a slip, or a Hijri year (1440 AH began in 2018)
_LATIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹−–—", "01234567890123456789---")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ISO = re.compile(r"(?:\d{4}(?:-\d\d){0,2}|\.\.)?(?:/(?:\d{4}(?:-\d\d){0,2}|\.\.)?)?")
_WITH_HOUR = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"
)
_YEAR_LAST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_NO_YEAR = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2})?")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_SERIALS = range(36_526, 73_051)  # 2000 to 2099

WRITE_A_DAY = Both(
    "write the day as 2019-07-22, a month as 2019-07, several days as 2019-07-05/2019-07-06",
    "اكتب اليوم على نحو 2019-07-22، والشهر 2019-07، والأيام المتتابعة 2019-07-05/2019-07-06",
)


def has_hour(text: str) -> bool:
    """Whether a cell says an hour, which a When does not keep."""
    return len(text) > 13 and _WITH_HOUR.fullmatch(text) is not None


@lru_cache(1 << 14)
def read_days(text: str, epoch: date | None = None, said_on: date | None = None) -> When:
    """When a cell says; unknown where it is empty.

    Args:
        epoch: Day 0 of the workbook that the cell comes from, if it comes from one.
        said_on: The day from which "last April" is told, if one is known.

    Raises:
        CellError: It is no time, a day that never was, or can be read as two days.
    """
    if not text:
        return When.unknown()
    when = _read(text.translate(_LATIN), text, epoch, said_on)
    if when.first is not None and when.first.year < _FIRST_YEAR:
        raise CellError(
            Both(f"the year {when.first.year}", f"السنة {when.first.year}"),
            Both(
                "write the year of the common era, not the Hijri one",
                "اكتب السنة الميلادية لا الهجرية",
            ),
        )
    return when


def refuse_future(when: When, today: date) -> None:
    """Refuse what begins after today; a month or year that has begun may go on.

    Raises:
        CellError: It lies in the future.
    """
    if when.first is not None and when.first > today:
        raise CellError(
            Both(f"after today, {today}", f"تاريخ بعد اليوم ({today})"),
            Both("correct the day or the year", "صحّح اليوم أو السنة"),
        )


def _read(plain: str, text: str, epoch: date | None, said_on: date | None) -> When:
    if _ISO_DAY.fullmatch(plain):
        return When.day(_day(plain, plain[:4], plain[5:7], plain[8:]))
    if _ISO.fullmatch(plain):
        return _iso(plain)
    if found := _WITH_HOUR.fullmatch(plain):
        return _read(found.group(1), text, epoch, said_on)
    if found := _YEAR_FIRST.fullmatch(plain):
        return When.day(_day(text, *found.groups()))
    if found := _YEAR_LAST.fullmatch(plain):
        return When.day(_day_first(text, found.group(1), found.group(2), found.group(3)))
    if found := _NO_YEAR.fullmatch(plain):
        raise _without_year(text, found.group(1), found.group(2))
    if found := _SERIAL.fullmatch(plain):
        return When.day(_serial(int(found.group(1)), epoch))
    refuse_formula(plain, WRITE_A_DAY)
    try:
        return read_time(text, said_on=said_on)
    except InputError as error:
        raise of_words(error, WRITE_A_DAY) from error


def _iso(plain: str) -> When:
    try:
        return When.parse(plain)
    except ValueError as error:
        begins, _, ends = plain.partition("/")
        falls = bool(ends) and "before it begins" in str(error)
        raise (_falls(begins, ends) if falls else _never_was(plain)) from error


def _day(text: str, year: str, month: str, day: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise _never_was(text) from error


def _day_first(text: str, first: str, second: str, year: str) -> date:
    """Day, month and year, as Syria and Europe write them, unless it could be the other way."""
    a, b = int(first), int(second)
    if a <= 12 and b <= 12 and a != b:
        raise CellError(
            Both(
                f"{text!r} may be {year}-{b:02}-{a:02} or {year}-{a:02}-{b:02}",
                f"«{text}» قد يعني {year}-{b:02}-{a:02} أو {year}-{a:02}-{b:02}",
            ),
            WRITE_A_DAY,
        )
    return _day(text, year, first, second) if b > 12 >= a else _day(text, year, second, first)


def _without_year(text: str, first: str, second: str) -> CellError:
    a, b = int(first), int(second)
    # 2000 was a leap year: what does not fit there fits nowhere.
    fits = any(m in range(1, 13) and 1 <= d <= _days_in(m) for d, m in ((a, b), (b, a)))
    if not fits:
        return _never_was(text)
    return CellError(
        Both(f"{text!r} has no year of four digits", f"«{text}» بلا سنة من أربعة أرقام"),
        WRITE_A_DAY,
    )


def _days_in(month: int) -> int:
    return (date(2000 + month // 12, month % 12 + 1, 1) - date(2000, month, 1)).days


def _serial(days: int, epoch: date | None) -> date:
    """The day of a number that a workbook shows because the format of a date was lost.

    In a CSV nothing says that the number is a day, nor of which calendar.
    """
    if epoch is not None and days in _SERIALS:
        return serial_day(days, epoch)
    if days in _SERIALS:
        maybe = serial_day(days, date(1899, 12, 30))
        raise CellError(
            Both(
                f"{days} is no date; Excel counts so, and may mean {maybe}",
                f"«{days}» ليس تاريخًا؛ هكذا يعدّ برنامج Excel الأيام، وقد يعني {maybe}",
            ),
            WRITE_A_DAY,
        )
    raise CellError(Both(f"{days} is no date", f"«{days}» ليس تاريخًا"), WRITE_A_DAY)


def _never_was(text: str) -> CellError:
    return CellError(
        Both(f"{text!r} is a day that never was", f"«{text}» يوم لا وجود له في التقويم"),
        WRITE_A_DAY,
    )


def _falls(begins: str, ends: str) -> CellError:
    return CellError(
        Both(
            f"it ends ({ends}) before it begins ({begins})",
            f"ينتهي ({ends}) قبل أن يبدأ ({begins})",
        ),
        WRITE_A_DAY,
    )
