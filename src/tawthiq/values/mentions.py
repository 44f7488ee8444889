"""A mention of a time: what stands in the text, before anybody asks which year is meant.

Three kinds: a date of the calendar ("26 April"), a length of time ("nine days"), and a
time that only somebody who knows the day of speaking can place ("last week").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tawthiq.errors import InputError
from tawthiq.values.calendar_days import day_of, in_order, last_day, part_of_month, part_of_year
from tawthiq.values.calendar_words import Part
from tawthiq.values.when import When

_LEAP_YEAR = 2000
_YEARS_BACK = 9  # from any 29 February to the one before, over a year such as 1900


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as written; what was not written is None.

    Attributes:
        start, end: Codepoint offsets in the text.
        last_day: The later of two days of one month ("5 or 6 July").
        part: The part of the month, or of the year where there is no month.
        ambiguous: Whether day and month may be the other way round (05/06/2019).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    part: Part | None = None
    ambiguous: bool = False

    def placed(self, said_on: date | None) -> When | None:
        """The days it means; None where the year is not written and nobody says when it was said.

        Without a year it is the latest such time that had begun on the day of speaking:
        reports speak of the past.

        Raises:
            InputError: There is no such day.
        """
        if self.year is not None:
            return self._in(self.year)
        self._in(_LEAP_YEAR)  # 31 February is in no year
        return self._latest(said_on) if said_on else None

    def _latest(self, said_on: date) -> When | None:
        years = range(said_on.year, max(said_on.year - _YEARS_BACK, 1), -1)
        possible = (self._in(year) for year in years if self._is_in(year))
        return next((when for when in possible if when.first and when.first <= said_on), None)

    def _is_in(self, year: int) -> bool:
        return (self.month, self.day) != (2, 29) or last_day(year, 2) == 29

    def _in(self, year: int) -> When:
        if self.month is None:
            return part_of_year(self.part, year) if self.part else When.year(year)
        if self.day is not None:
            first = day_of(year, self.month, self.day)
            last = day_of(year, self.month, self.last_day) if self.last_day else first
            in_order(first, last)
            return When.between(first, last)
        if not 1 <= self.month <= 12:
            day_of(year, self.month, 1)  # raises, and says what to write
        return (
            part_of_month(self.part, year, self.month)
            if self.part
            else When.month(year, self.month)
        )

    def in_year(self, year: int) -> Dated:
        return replace(self, year=year)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, such as "nine days"."""

    start: int
    end: int
    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Relative:
    """A time said relative to the day of speaking.

    Attributes:
        place: The days it means, by the day of speaking; None where not even that helps
            ("within three months": nobody says which three).
    """

    start: int
    end: int
    place: Callable[[date], When] | None

    def placed(self, said_on: date | None) -> When | None:
        """The days it means; None where the words or the day of speaking do not tell.

        Raises:
            InputError: The calendar has no such day.
        """
        if self.place is None or said_on is None:
            return None
        try:
            return self.place(said_on)
        except (OverflowError, ValueError):
            raise InputError(
                f"seen from {said_on} this is no day of the calendar; correct the day of speaking",
                f"لا يوجد هذا اليوم في التقويم إذا حُسب من {said_on}؛ صحِّح تاريخ القول",
            ) from None


Mention = Dated | Length | Relative
