"""Days and stretches of days, with the months of the Levant and of Egypt side by side.

A moment ("5 or 6 July") and a window ("5 to 9 July") are the same stretch of days and
are said differently: of a moment one day is true, of a window all are.
"""

from __future__ import annotations

import re
from datetime import date

from tawthiq.values.when import Precision, When
from tawthiq.values.when_said import MONTHS
from tawthiq.web.reader import Reader
from tawthiq.web.wording.digits import plain

_ISO = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?:/\d{4}-\d{2}(?:-\d{2})?)?")


def month_name(month: int, reader: Reader, *, short: bool = False) -> str:
    """Name a month; in Arabic both systems, or only the Levant's where room is short."""
    name = MONTHS[month - 1].in_(reader.language)
    if not short:
        return name
    return name.partition("/")[0] if reader.is_arabic else name[:3]


def day(value: date, reader: Reader, *, year: bool = True, short: bool = False) -> str:
    """Write one day, as in 22 July 2019 and ٢٢ تموز/يوليو ٢٠١٩."""
    said = f"{plain(value.day, reader)} {month_name(value.month, reader, short=short)}"
    return f"{said} {plain(value.year, reader)}" if year else said


def month(value: date, reader: Reader, *, short: bool = False) -> str:
    return f"{month_name(value.month, reader, short=short)} {plain(value.year, reader)}"


def moment(when: When, reader: Reader, *, short: bool = False) -> str:
    """Say when something happened once: one of these days."""
    first, last = when.first, when.last
    if first is None or last is None:
        return _open_moment(when, reader, short)
    match when.precision:
        case Precision.DAY:
            return day(first, reader, short=short)
        case Precision.MONTH:
            return month(first, reader, short=short)
        case Precision.YEAR:
            return plain(first.year, reader)
        case Precision.ESTIMATE:
            about = "حوالي " if reader.is_arabic else "about "
            return about + _one_of(first, last, reader, short)
        case _:
            return _one_of(first, last, reader, short)


def window(when: When, reader: Reader, *, short: bool = False) -> str:
    """Say a window: every day from the first to the last, both included."""
    first, last = when.first, when.last
    arabic = reader.is_arabic
    if first and last:
        if when.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
            return moment(when, reader, short=short)
        begins = _first_of(first, last, reader, short)
        ends = day(last, reader, short=short)
        return f"من {begins} إلى {ends}" if arabic else f"{begins} to {ends}"
    if first:
        since = day(first, reader, short=short)
        return f"منذ {since}، ولم تُذكر النهاية" if arabic else f"since {since}, end not stated"
    if last:
        until = day(last, reader, short=short)
        return f"حتى {until}، ولم تُذكر البداية" if arabic else f"until {until}, start not stated"
    return "المدة غير مذكورة" if arabic else "period not stated"


def kind(when: When) -> str:
    """How sure a time is, for its mark on the page: exact, between, month, estimate, none."""
    return {
        Precision.DAY: "exact",
        Precision.MONTH: "month",
        Precision.YEAR: "month",
        Precision.ESTIMATE: "estimate",
        Precision.UNKNOWN: "none",
    }.get(when.precision, "between")


def _one_of(first: date, last: date, reader: Reader, short: bool) -> str:
    days = (last - first).days
    begins, ends = _first_of(first, last, reader, short), day(last, reader, short=short)
    if days == 1:
        return f"{begins} أو {ends}" if reader.is_arabic else f"{begins} or {ends}"
    return f"بين {begins} و{ends}" if reader.is_arabic else f"between {begins} and {ends}"


def _first_of(first: date, last: date, reader: Reader, short: bool) -> str:
    """The first of two days, without the month and year that the last one says too."""
    if first.year != last.year:
        return day(first, reader, short=short)
    if first.month != last.month:
        return day(first, reader, year=False, short=short)
    return plain(first.day, reader)


def _open_moment(when: When, reader: Reader, short: bool) -> str:
    arabic = reader.is_arabic
    if when.first:
        said = day(when.first, reader, short=short)
        return f"{said} أو بعده" if arabic else f"{said} or later"
    if when.last:
        said = day(when.last, reader, short=short)
        return f"{said} أو قبله" if arabic else f"{said} or earlier"
    return "بلا تاريخ" if arabic else "no date"


def isolated(sentence: str) -> str:
    """An Arabic sentence whose days in ISO form keep their own direction.

    Without the isolates of Unicode (LRI and PDI, UAX 9), 2019-07-05 reads 05-07-2019.
    """
    return _ISO.sub("\u2066\\g<0>\u2069", sentence)
