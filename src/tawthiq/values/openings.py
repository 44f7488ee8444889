"""What "since", "until" and "between" make of a time, and how two times become one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from tawthiq.values.calendar_days import in_order
from tawthiq.values.levelled import levelled
from tawthiq.values.mentions import Dated, Mention
from tawthiq.values.neighbours import Phrases
from tawthiq.values.when import Precision, When


class Opening(StrEnum):
    """What stands before a time and says which of its ends is meant."""

    NONE = ""
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    FROM = "from"
    TO = "to"
    ABOUT = "about"


_PHRASES: dict[Opening, tuple[str, ...]] = {
    Opening.SINCE: (
        *("since", "ever since", "starting", "starting on", "starting from", "beginning on"),
        *("منذ", "اعتبارا من", "ابتداء من", "بدءا من"),
    ),
    # "As of 24 May" is how situation reports say up to which day they counted.
    Opening.UNTIL: (
        *("until", "till", "up to", "up until", "through", "by", "as of", "no later than"),
        *("حتى", "لغاية", "إلى غاية", "حتى تاريخ"),
    ),
    Opening.BEFORE: ("before", "prior to", "قبل"),
    Opening.AFTER: ("after", "بعد"),
    Opening.BETWEEN: ("between", "بين", "ما بين", "الفترة بين"),
    Opening.FROM: ("from", "من", "الفترة من"),
    Opening.TO: ("to", "إلى"),
    Opening.ABOUT: (
        "about",
        "around",
        "on or about",
        "approximately",
        "circa",
        "c.",
        "نحو",
        "حوالي",
    ),
}
_OPENINGS = Phrases(
    {levelled(words): opening for opening, row in _PHRASES.items() for words in row}
)
_BEFORE_THE_TIME = re.compile(r"\s(?:the|on|يوم|شهر|عام|تاريخ|تاريخ يوم)\s{1,8}\Z")


def opening_of(level: str, start: int) -> tuple[Opening, int]:
    """What opens the time that begins at ``start``, and where that opening begins."""
    between = _BEFORE_THE_TIME.search(level, max(0, start - 24), start)
    met = _OPENINGS.before(level, between.start() + 1 if between else start)
    return met or (Opening.NONE, start)


class Join(StrEnum):
    """What stands between two times."""

    NOTHING = ""
    TO = "to"
    OR = "or"
    AND = "and"
    COMMA = ","


_JOINS: tuple[tuple[Join, re.Pattern[str]], ...] = tuple(
    (join, re.compile(rf"\s*(?:{words})\s*(?:(?:on|the|يوم|شهر|تاريخ)\s+)*"))
    for join, words in {
        Join.TO: r",?\s*(?:[-–/]|(?:and\s+)?(?:up\s+)?(?:to|until|till)|through|ending(?:\s+on)?"
        r"|و?(?:حتي|لغايه|الي(?:\s+غايه)?))",
        Join.OR: "or|او",
        Join.AND: "and|و",
        Join.COMMA: ",",
    }.items()
)
_LONGEST_JOIN = 24  # codepoints


def join_of(level: str, one: Mention, other: Mention) -> Join:
    """What joins two mentions of which the other comes next."""
    if other.start - one.end > _LONGEST_JOIN:
        return Join.NOTHING
    for join, pattern in _JOINS:
        if pattern.fullmatch(level, one.end, other.start):
            return join
    return Join.NOTHING


def opened(when: When, opening: Opening) -> When:
    """The time with the end that its opening leaves unsaid."""
    rough = Precision.ESTIMATE if when.precision is Precision.ESTIMATE else Precision.BETWEEN
    a_day = timedelta(days=1)
    if when.first is None or when.last is None:
        return when
    match opening:
        case Opening.SINCE | Opening.FROM:
            return When(when.first, None, rough)
        case Opening.UNTIL | Opening.TO:
            return When(None, when.last, rough)
        case Opening.BEFORE:
            return When(None, when.first - a_day, rough)
        case Opening.AFTER:
            return When(when.last + a_day, None, rough)
        case Opening.ABOUT:
            return replace(when, precision=Precision.ESTIMATE)
        case _:
            return when


def from_to(one: When, other: When) -> When:
    """The time from the beginning of one to the end of the other.

    Raises:
        InputError: It would end before it begins.
    """
    first, last = one.first, other.last
    in_order(first, last)
    estimated = Precision.ESTIMATE in (one.precision, other.precision)
    if first and first == last and not estimated:
        return When.day(first)
    return When(first, last, Precision.ESTIMATE if estimated else Precision.BETWEEN)


def with_shared_year(one: Dated, other: Dated, join: Join) -> tuple[Dated, Dated]:
    """Two dates of which one names the year: "26 April to 27 July 2019".

    From December to January the years differ; otherwise it is the same year.
    """
    turns = join is Join.TO and _place_in_year(one) > _place_in_year(other)
    if one.year is None and other.year is not None:
        return one.in_year(other.year - turns), other
    if other.year is None and one.year is not None:
        return one, other.in_year(one.year + turns)
    return one, other


def _place_in_year(dated: Dated) -> tuple[int, int]:
    return dated.month or 0, dated.day or 0


def latest_year(dated: Dated, said_on: date | None) -> Dated:
    """The date with a year: its own, or that in which it was last met on the day of speaking.

    Raises:
        InputError: There is no such day.
    """
    when = dated.placed(said_on) if dated.year is None else None
    return dated.in_year(when.first.year) if when and when.first else dated
