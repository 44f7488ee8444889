"""Dates, ages and sexes of a column brought to whole numbers; what cannot be read is counted."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from tawthiq.linkage.table import Codes, Column
from tawthiq.values.text import fold

NO_DAY: Final = -1
_DATE = re.compile(r"([0-9]{4})(?:[-/.]?([0-9]{2})(?:[-/.]?([0-9]{2}))?)?(?:[t ].*)?")
_TURNED = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_AGE = re.compile(r"([0-9]{1,3})(?:\.[0-9]+)?")
_OLDEST: Final = 130
_MALE = frozenset(["m", "male", "man", "boy", "ذكر", "ذ", "رجل", "ولد"])
_FEMALE = frozenset(["f", "female", "woman", "girl", "انثي", "انثى", "ا", "امراه", "بنت", "فتاه"])


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """A column of dates.

    Attributes:
        first: For each row the earliest day it can have been (1 is 1 January of year 1), or
            ``NO_DAY``.
        last: The latest one, inclusive.
        unread: How many filled cells are no date.
    """

    first: Codes
    last: Codes
    unread: int

    @classmethod
    def of(cls, column: Column) -> Days:
        spans = [_span(text) or (NO_DAY, NO_DAY) for text in column.texts]
        ends = np.array([*spans, (NO_DAY, NO_DAY)], np.int32)[column.codes]
        unread = int(((column.codes >= 0) & (ends[:, 0] == NO_DAY)).sum())
        return cls(ends[:, 0].copy(), ends[:, 1].copy(), unread)

    @classmethod
    def none(cls, rows: int) -> Days:
        nothing = np.full(rows, NO_DAY, np.int32)
        return cls(nothing, nothing, 0)


def _span(text: str) -> tuple[int, int] | None:
    """The days that a text can mean: ISO, whole months and years, two of them with a slash."""
    text = fold(text).strip()
    one = _one(text)
    if one is not None:
        return one
    ends = [_one(part.strip()) for part in text.split("/")]
    if len(ends) == 2 and ends[0] and ends[1] and ends[0][0] <= ends[1][1]:
        return ends[0][0], ends[1][1]
    return None


def _one(text: str) -> tuple[int, int] | None:
    if turned := _TURNED.fullmatch(text):
        day, month, year = (int(part) for part in turned.groups())
        return _days(year, month, day)
    if found := _DATE.fullmatch(text):
        year, month, day = (int(part) if part else 0 for part in found.groups())
        return _days(year, month, day)
    return None


def _days(year: int, month: int, day: int) -> tuple[int, int] | None:
    if year == 0 or month > 12:
        return None
    if month == 0:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    length = monthrange(year, month)[1]
    if day > length:
        return None
    first, last = (day, day) if day else (1, length)
    return date(year, month, first).toordinal(), date(year, month, last).toordinal()


def ages(column: Column) -> tuple[Codes, int]:
    """The age in whole years of each row, -1 for none; and how many cells are no age."""
    read = [_age(text) for text in column.texts]
    years = np.array([*read, -1], np.int32)[column.codes]
    return years, int(((column.codes >= 0) & (years < 0)).sum())


def _age(text: str) -> int:
    found = _AGE.fullmatch(fold(text).strip())
    years = int(found[1]) if found else -1
    return years if years <= _OLDEST else -1


def sexes(column: Column) -> tuple[Codes, int]:
    """0 for male, 1 for female, -1 for none; and how many cells say neither."""
    read = [_sex(text) for text in column.texts]
    sex = np.array([*read, -1], np.int32)[column.codes]
    return sex, int(((column.codes >= 0) & (sex < 0)).sum())


def _sex(text: str) -> int:
    word = fold(text).strip()
    return 0 if word in _MALE else 1 if word in _FEMALE else -1


def parts(days: Codes) -> Codes:
    """Year, month and day as one number (20130421) for each day; ``NO_DAY`` stays."""
    distinct, which = np.unique(days, return_inverse=True)
    written = [_written(day) for day in distinct.tolist()]
    return np.array(written, np.int32)[which]


def _written(day: int) -> int:
    if day < 1:
        return NO_DAY
    when = date.fromordinal(day)
    return when.year * 10_000 + when.month * 100 + when.day
