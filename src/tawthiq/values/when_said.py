"""Days and stretches of days in the words of both languages.

Arabic months carry both names in use, the Levantine first (تموز/يوليو): a reader from
Idlib and a reader in Geneva both know the month. Digits are Latin here; who shows the
words decides on the digits.
"""

from __future__ import annotations

from datetime import date

from tawthiq.values.both import Both
from tawthiq.values.when import Precision, When

MONTHS: tuple[Both, ...] = (
    Both("January", "كانون الثاني/يناير"),
    Both("February", "شباط/فبراير"),
    Both("March", "آذار/مارس"),
    Both("April", "نيسان/أبريل"),
    Both("May", "أيار/مايو"),
    Both("June", "حزيران/يونيو"),
    Both("July", "تموز/يوليو"),
    Both("August", "آب/أغسطس"),
    Both("September", "أيلول/سبتمبر"),
    Both("October", "تشرين الأول/أكتوبر"),
    Both("November", "تشرين الثاني/نوفمبر"),
    Both("December", "كانون الأول/ديسمبر"),
)
UNKNOWN = Both("date not stated", "التاريخ غير مذكور")


def month_said(day: date) -> Both:
    """The month alone, without its year."""
    return MONTHS[day.month - 1]


def day_said(day: date, *, year: bool = True) -> Both:
    """One day: "22 July 2019"."""
    month = month_said(day)
    tail = f" {day.year}" if year else ""
    return Both(f"{day.day} {month.en}{tail}", f"{day.day} {month.ar}{tail}")


def when_said(when: When) -> Both:
    """A time in words that keep its kind: a month stays a month, an open end stays open."""
    first, last = when.first, when.last
    if first is None and last is None:
        return UNKNOWN
    if last is None and first is not None:
        since = day_said(first)
        return Both(f"since {since.en}, end not stated", f"منذ {since.ar}، دون ذكر النهاية")
    if first is None and last is not None:
        until = day_said(last)
        return Both(f"until {until.en}, start not stated", f"حتى {until.ar}، دون ذكر البداية")
    assert first is not None and last is not None  # the three cases above leave only this
    return _closed(first, last, when.precision)


def _closed(first: date, last: date, precision: Precision) -> Both:
    match precision:
        case Precision.DAY:
            return day_said(first)
        case Precision.MONTH:
            month = month_said(first)
            return Both(f"in {month.en} {first.year}", f"في {month.ar} {first.year}")
        case Precision.YEAR:
            return Both(f"in {first.year}", f"في عام {first.year}")
        case Precision.ESTIMATE:
            span = _from_to(first, last)
            return Both(f"{span.en} (estimated)", f"{span.ar} (تقديرًا)")
        case _:
            return _from_to(first, last)


def _from_to(first: date, last: date) -> Both:
    """Two neighbouring days are alternatives; more are a stretch."""
    ends = day_said(last)
    begins = day_said(first, year=first.year != last.year)
    if (first.year, first.month) == (last.year, last.month):
        begins = Both.same(f"{first.day}")
    if (last - first).days == 1:
        return Both(f"{begins.en} or {ends.en}", f"{begins.ar} أو {ends.ar}")
    return Both(f"from {begins.en} to {ends.en}", f"من {begins.ar} إلى {ends.ar}")
