"""Dates of exported chats, which write day and month in the order of the telephone that exported.

``3/5/2019`` is in March or in May. The whole chat tells, if any of its dates can be read in one
way only, or if only one way lets its messages follow each other. Where nothing tells, no date is
given, and what stands there is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from tawthiq.values.both import Both

_NUMBERS = re.compile(r"\d+")
_CENTURY = 2000  # of a year of two digits: there was no such app before 2009


class Order(StrEnum):
    """In which order day and month stand."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    YEAR_FIRST = "year-first"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reading:
    """How the dates of a chat are read, and why.

    Attributes:
        because: The reason, for people.
    """

    order: Order
    because: Both


def reading_of(written: Iterable[str]) -> Reading:
    """Find out how the dates of one chat are to be read.

    Args:
        written: Its dates as they stand, in the order of the messages.
    """
    seen = [numbers for text in written if len(numbers := _numbers(text)) == 3]
    if seen and all(numbers[0] > 31 for numbers in seen):
        return Reading(Order.YEAR_FIRST, _YEAR)
    day_first = any(numbers[0] > 12 for numbers in seen)
    month_first = any(numbers[1] > 12 for numbers in seen)
    if day_first != month_first:
        order = Order.DAY_FIRST if day_first else Order.MONTH_FIRST
        return Reading(order, _ABOVE_TWELVE)
    if not day_first:
        fitting = [order for order in (Order.DAY_FIRST, Order.MONTH_FIRST) if _follow(seen, order)]
        if len(fitting) == 1 and len(set(map(tuple, seen))) > 1:
            return Reading(fitting[0], _FOLLOWS)
    return Reading(Order.UNKNOWN, _BOTH_WAYS if not day_first else _MIXED)


_YEAR = Both("the year stands first", "السنة مكتوبة أولًا")
_ABOVE_TWELVE = Both(
    "one of its dates has a number above twelve, which is no month",
    "في أحد تواريخها عدد أكبر من اثني عشر، وليس شهرًا",
)
_FOLLOWS = Both(
    "only so do its messages follow each other in time",
    "لا تتتابع رسائلها زمنيًا إلا بهذه القراءة",
)
_BOTH_WAYS = Both(
    "its dates can be read in two ways; ask its giver how the telephone writes dates",
    "يمكن قراءة تواريخها بطريقتين؛ اسأل من أعطاها كيف يكتب الهاتف التواريخ",
)
_MIXED = Both(
    "its dates contradict each other: it may be put together from several telephones",
    "تواريخها متناقضة: قد تكون مجموعة من عدة هواتف",
)


def moment(written: str, time: str, order: Order) -> str | None:
    """``YYYY-MM-DDThh:mm:ss`` by the clock of the telephone, or None where it cannot be told."""
    numbers = _numbers(written)
    day = _day(numbers, order) if len(numbers) == 3 else None
    clock = _clock(time)
    return f"{day}T{clock}" if day and clock else None


def _follow(seen: Sequence[Sequence[int]], order: Order) -> bool:
    days = [_day(numbers, order) for numbers in seen]
    known = [day for day in days if day]
    return len(known) == len(days) and all(one <= two for one, two in pairwise(known))


def _day(numbers: Sequence[int], order: Order) -> date | None:
    first, second, third = numbers
    match order:
        case Order.DAY_FIRST:
            year, month, day = third, second, first
        case Order.MONTH_FIRST:
            year, month, day = third, first, second
        case Order.YEAR_FIRST:
            year, month, day = first, second, third
        case Order.UNKNOWN:
            return None
    try:
        return date(year + _CENTURY if year < 100 else year, month, day)
    except ValueError:
        return None


def _clock(time: str) -> str | None:
    numbers = _numbers(time)
    if not 2 <= len(numbers) <= 3:
        return None
    hour, minute, second = (*numbers, 0)[:3]
    half = re.sub(r"[\W\d_]", "", time).lower()
    if half in ("am", "pm", "ص", "م"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in ("pm", "م") else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return f"{hour:02}:{minute:02}:{second:02}"


def _numbers(text: str) -> list[int]:
    """Its numbers, in digits of any script: ``int`` reads ``١٤`` as it reads ``14``."""
    return [int(found) for found in _NUMBERS.findall(text)]
