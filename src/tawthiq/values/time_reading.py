"""From mentions to times: which of them belong together, and which days they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tawthiq.errors import InputError
from tawthiq.values.both import Both
from tawthiq.values.calendar_days import stretch_from, stretch_to
from tawthiq.values.mentions import Dated, Length, Mention, Relative
from tawthiq.values.openings import (
    Join,
    Opening,
    from_to,
    join_of,
    latest_year,
    opened,
    opening_of,
    with_shared_year,
)
from tawthiq.values.when import Precision, When


@dataclass(frozen=True, slots=True)
class SpottedTime:
    """A time found in a text.

    Attributes:
        start, end: Codepoint offsets; ``text[start:end]`` are the words, with "since" or
            "between" among them but without "on" and "in".
        when: The days it means; unknown where it could not be placed.
        relative: Whether the words alone do not place it: "last week", but also
            "26 April" without a year.
        resolved: Whether ``when`` is what was said.
        ambiguous: Whether day and month may be the other way round (05/06/2019); the
            day is read first.
        fault: What is wrong with it and what to write instead, or None: "31 February
            2019" is spotted, and is not a time.
    """

    start: int
    end: int
    when: When
    relative: bool
    resolved: bool
    ambiguous: bool = False
    fault: Both | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One text whose mentions of times become times.

    Attributes:
        level: The levelled text.
        said_on: The day on which it was said, where known.
        is_cell: Whether the text is a time and nothing else; then "to 17 July" alone
            is a time without a stated beginning.
    """

    level: str
    said_on: date | None
    is_cell: bool

    def times(self, mentions: list[Mention]) -> Iterator[SpottedTime]:
        joins = [*(self._join(*two) for two in pairwise(mentions)), Join.NOTHING]
        mentions = _sharing_years(mentions, joins)
        at = 0
        while at < len(mentions):
            one, join = mentions[at], joins[at]
            opening, start = opening_of(self.level, one.start)
            if join and self._belong(one, mentions[at + 1], join):
                yield self._of_two(one, mentions[at + 1], join, (opening, start))
                at += 2
                continue
            if not isinstance(one, Length):
                yield self._of_one(one, opening, start)
            at += 1

    def _join(self, one: Mention, other: Mention) -> Join:
        join = join_of(self.level, one, other)
        if join is Join.AND and opening_of(self.level, one.start)[0] is Opening.BETWEEN:
            return Join.TO
        return Join.NOTHING if self._is_date_line(one, other, join) else join

    def _is_date_line(self, one: Mention, other: Mention, join: Join) -> bool:
        """ "23 July 2019 – Yesterday …": the day of the text, a dash, and how the text begins."""
        two = join is Join.TO and isinstance(one, Dated) and isinstance(other, Relative)
        if self.is_cell or not two or any(map(str.isalpha, self.level[one.end : other.start])):
            return False
        return opening_of(self.level, one.start)[0] is Opening.NONE

    def _belong(self, one: Mention, other: Mention, join: Join) -> bool:
        """Whether two joined mentions are one time."""
        if isinstance(other, Length):
            return self.is_cell and join is Join.COMMA and not isinstance(one, Length)
        return join is Join.TO or (join is Join.OR and not isinstance(one, Length))

    def _of_two(
        self, one: Mention, other: Mention, join: Join, opening: tuple[Opening, int]
    ) -> SpottedTime:
        takes = (Opening.SINCE, Opening.FROM, Opening.BETWEEN)
        return _spotted(
            (opening[1] if opening[0] in takes else one.start, other.end),
            lambda: self._together(one, other, join),
            relative=_is_relative(one) or _is_relative(other),
            ambiguous=_is_ambiguous(one) or _is_ambiguous(other),
        )

    def _together(self, one: Mention, other: Mention, join: Join) -> When | None:
        if isinstance(one, Length):
            return None if isinstance(other, Length) else self._ending(one, other)
        if isinstance(one, Dated) and isinstance(other, Dated):
            other = latest_year(other, self.said_on)
            one, other = with_shared_year(one, other, join)
        first = one.placed(self.said_on)
        if first is None or first.first is None:
            return None
        if isinstance(other, Length):
            return stretch_from(first.first, other.number, other.unit)
        last = other.placed(self.said_on)
        if last is None:
            return None
        return first.hull(last) if join is Join.OR else from_to(first, last)

    def _ending(self, length: Length, end: Dated | Relative) -> When | None:
        """So long a time up to another one: "ten days to early May"."""
        last = end.placed(self.said_on)
        if last is None or last.first is None:
            return None
        begins = stretch_to(last.first, length.number, length.unit).first
        return When(begins, last.last, Precision.ESTIMATE)

    def _of_one(self, one: Dated | Relative, opening: Opening, start: int) -> SpottedTime:
        opening, start, end = self._opening_alone(one, opening, start)

        def placed() -> When | None:
            when = one.placed(self.said_on)
            return opened(when, opening) if when else None

        return _spotted(
            (start, end), placed, relative=_is_relative(one), ambiguous=_is_ambiguous(one)
        )

    def _opening_alone(
        self, one: Dated | Relative, opening: Opening, start: int
    ) -> tuple[Opening, int, int]:
        """What opens a time that stands alone, and the words that it takes with it.

        "From 5 May" is open only where that is said or nothing else is there: a film
        "from 5 May" is of that day. "To 5 May" likewise.
        """
        level, end = self.level, one.end
        if isinstance(one, Dated) and one.last_day and opening in (Opening.FROM, Opening.BETWEEN):
            return Opening.NONE, start, end  # "from 1 to 23 June"
        if opening in (Opening.SINCE, Opening.FROM):
            if onwards := _ONWARDS.match(level, end) or (self.is_cell and _LATER.match(level, end)):
                return Opening.SINCE, start, onwards.end()
            if opening is Opening.SINCE or self.is_cell:
                return Opening.SINCE, start, end
        if opening is Opening.TO:
            if self.is_cell:
                return Opening.UNTIL, 0, end
            if _FROM_WORDS.search(level, max(0, start - _FROM_REACH), start):
                return Opening.UNTIL, start, end
        if opening in (Opening.FROM, Opening.TO, Opening.BETWEEN):
            return Opening.NONE, one.start, end
        if opening is Opening.NONE and self.is_cell and (later := _LATER.match(level, end)):
            return Opening.SINCE, start, later.end()
        return opening, start, end


_NOW = r"(?:the\s(?:present|time\sof\swriting)|now|date|today|الان|اليوم|تاريخه)\b"
_ONWARDS = re.compile(
    rf"\s{{1,8}}(?:onwards?\b|forward\b|فصاعدا|(?:up\sto|to|until|till|حتي|الي)\s{_NOW})"
)
_LATER = re.compile(r"\s{1,8}(?:to|until|till|حتي|الي)\s.*", re.DOTALL)
_FROM_REACH = 90  # codepoints
_FROM_WORDS = re.compile(r"\bfrom\s[^.;:!?0-9]{1,80}\Z")


def _spotted(
    where: tuple[int, int], placed: Callable[[], When | None], *, relative: bool, ambiguous: bool
) -> SpottedTime:
    try:
        when, fault = placed(), None
    except InputError as wrong:
        when, fault = None, Both(wrong.en, wrong.ar)
    return SpottedTime(*where, when or When.unknown(), relative, when is not None, ambiguous, fault)


def _sharing_years(mentions: list[Mention], joins: list[Join]) -> list[Mention]:
    """The mentions, in which a date without a year has that of the one it is joined to."""
    shared = list(mentions)
    right_to_left = range(len(shared) - 2, -1, -1)
    for at in (*right_to_left, *reversed(right_to_left)):
        one, other = shared[at], shared[at + 1]
        if joins[at] and isinstance(one, Dated) and isinstance(other, Dated):
            shared[at], shared[at + 1] = with_shared_year(one, other, joins[at])
    return shared


def _is_relative(mention: Mention) -> bool:
    return isinstance(mention, Relative) or (isinstance(mention, Dated) and mention.year is None)


def _is_ambiguous(mention: Mention) -> bool:
    return isinstance(mention, Dated) and mention.ambiguous
