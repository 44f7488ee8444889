"""When something happened, as precisely as it is known and no more.

A witness says "in March"; a morgue says "14 March"; a report says "since late April".
Each is a stretch of days with a kind. We keep both ends, and whether an end was said
at all, instead of choosing a day that nobody reported.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How a time was given: the kinds of date of HURIDOCS micro-thesaurus 48, widened."""

    DAY = "day"
    """One exact day."""
    BETWEEN = "between"
    """One of several days, or from one day to another, as said."""
    MONTH = "month"
    """Some day of a month."""
    YEAR = "year"
    """Some day of a year."""
    ESTIMATE = "estimate"
    """Ends that somebody estimated ("mid-May", "late April")."""
    UNKNOWN = "unknown"
    """Nobody said."""


# Strict on purpose: int() would also take "1_0", " 7" and "+5".
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of whole days, local to the place it describes.

    Attributes:
        first: The earliest day it can have been, or None where no beginning is said.
        last: The latest day it can have been (inclusive), or None where no end is said.
        precision: How the time was given.
    """

    first: date | None
    last: date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"ends ({self.last}) before it begins ({self.first})")
        if self.precision is Precision.DAY and self.first != self.last:
            raise ValueError(f"one day cannot be {self.first} to {self.last}")
        if (self.first is None and self.last is None) is not (self.precision is Precision.UNKNOWN):
            raise ValueError("a time without any day is unknown, and only that is")
        if self.precision in (Precision.MONTH, Precision.YEAR) and not self._is_whole():
            raise ValueError(f"{self.first} to {self.last} is not a whole {self.precision}")

    def _is_whole(self) -> bool:
        """Whether the ends are those of the one month or year that the precision claims."""
        if self.first is None:
            return False
        a_month = self.precision is Precision.MONTH
        months = (self.first.month, self.first.month) if a_month else (1, 12)
        return (self.first, self.last) == _whole_months(self.first.year, *months)

    @classmethod
    def day(cls, day: date) -> When:
        return cls(day, day, Precision.DAY)

    @classmethod
    def between(cls, first: date, last: date) -> When:
        if first == last:
            return cls.day(first)
        return cls(first, last, Precision.BETWEEN)

    @classmethod
    def month(cls, year: int, month: int) -> When:
        return cls(*_whole_months(year, month, month), Precision.MONTH)

    @classmethod
    def year(cls, year: int) -> When:
        return cls(*_whole_months(year, 1, 12), Precision.YEAR)

    @classmethod
    def unknown(cls) -> When:
        return cls(None, None, Precision.UNKNOWN)

    @classmethod
    def parse(cls, text: str) -> When:
        """Read ``2023``, ``2023-11``, ``2023-11-04`` or two of them joined by ``/``.

        Either side of ``/`` may be empty or ``..`` (ISO 8601-2 open interval); an empty
        text is unknown.

        Raises:
            ValueError: The text is none of these, or a day that never was.
        """
        text = text.strip()
        if not text:
            return cls.unknown()
        if "/" in text:
            begins, _, ends = text.partition("/")
            return cls._open(cls._side(begins), cls._side(ends))
        return cls._single(text)

    @classmethod
    def _side(cls, text: str) -> When:
        return cls.unknown() if text.strip() in ("", "..") else cls._single(text.strip())

    @classmethod
    def _open(cls, begins: When, ends: When) -> When:
        if begins.first is None and ends.last is None:
            return cls.unknown()
        if begins.first and begins.first == ends.last:
            return cls.day(begins.first)
        return cls(begins.first, ends.last, Precision.BETWEEN)

    @classmethod
    def _single(cls, text: str) -> When:
        written = _ISO.fullmatch(text)
        if written is None:
            raise ValueError(f"not a year, month or day: {text!r}")
        match [int(part) for part in written.groups() if part]:
            case [year, month, day]:
                return cls.day(date(year, month, day))
            case [year, month]:
                if not 1 <= month <= 12:
                    raise ValueError(f"no month {month} in {text!r}")
                return cls.month(year, month)
            case years:
                return cls.year(*years)

    @property
    def is_known(self) -> bool:
        return self.precision is not Precision.UNKNOWN

    @property
    def is_closed(self) -> bool:
        """Whether both ends are said."""
        return self.first is not None and self.last is not None

    def may_overlap(self, other: When) -> bool:
        """Whether both can have been on the same day; an unsaid end reaches everywhere."""
        return not (self.surely_before(other) or other.surely_before(self))

    def surely_before(self, other: When) -> bool:
        """Whether every day this can be comes before every day of the other."""
        return self.last is not None and other.first is not None and self.last < other.first

    def surely_within(self, other: When) -> bool:
        """Whether every day this can be is a day of the other.

        An unsaid end of ``other`` admits everything; an unsaid end of ours is surely
        within only what is open on that side too. Unknown is surely within nothing
        (not even the unknown).
        """
        if not self.is_known or not other.is_known:
            return False
        begins = other.first is None or (self.first is not None and other.first <= self.first)
        ends = other.last is None or (self.last is not None and self.last <= other.last)
        return begins and ends

    def hull(self, other: When) -> When:
        """The shortest stretch that holds both, where both are closed.

        Raises:
            ValueError: One of the two has an end that nobody said.
        """
        if not (self.first and self.last and other.first and other.last):
            raise ValueError("the hull of an open time is not known")
        first, last = min(self.first, other.first), max(self.last, other.last)
        for holds_both in (self, other):
            if (holds_both.first, holds_both.last) == (first, last):
                return holds_both
        return When.between(first, last)

    def __str__(self) -> str:
        """The ISO form that ``parse`` reads back to the same days.

        Estimates are written by their ends, so an estimate comes back as "between".
        """
        match self.precision:
            case Precision.UNKNOWN:
                return ""
            case Precision.DAY:
                return f"{self.first}"
            case Precision.MONTH:
                return f"{self.first}"[:7]  # not %Y: it writes the year 999 with three digits
            case Precision.YEAR:
                return f"{self.first}"[:4]
            case _:
                return f"{self.first or '..'}/{self.last or '..'}"


def _whole_months(year: int, first: int, last: int) -> tuple[date, date]:
    """The first day of one month and the last day of another of the same year."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
