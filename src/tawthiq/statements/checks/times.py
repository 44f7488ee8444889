"""N08: times that a reader cannot place, and a text that bears no date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.reading import TimeSaid
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import NOTHING, Both
from tawthiq.values.when_said import when_said

_RELATIVE = Both("A time that depends on an unknown day", "وقت يتوقف على يوم غير معروف")
_DATED = Both("A time relative to the day of the text", "وقت منسوب إلى يوم النص")
_YEARLESS = Both("A date without a year", "تاريخ بلا سنة")
_UNDATED = Both("The text bears no date", "النص بلا تاريخ")


def find(bench: Bench) -> Iterator[Finding]:
    """Relative times, dates without a year, and a text without a date.

    "Since last April" cannot be placed in an undated text (error); in a dated one it can,
    and should still be written out (note). A text without a date is an error where its
    times depend on it, and a warning otherwise. It is silent for quoted speech and for a
    year that stands elsewhere in the text.
    """
    relative = [t for t in bench.reading.times if t.relative and _is_of_ours(bench, t)]
    undated = bench.reading.said_on is None
    for time in relative:
        yield _relative(bench, time)
    for time in bench.reading.times:
        if time.yearless and _is_of_ours(bench, time):
            yield _yearless(bench, time)
    if undated:
        yield _no_date(bench, depends=bool(relative))


_HABIT = re.compile(r"\b(?:every|each|per|a|one|same)\s+$", re.IGNORECASE)


def _is_of_ours(bench: Bench, time: TimeSaid) -> bool:
    text = bench.reading.text
    if bench.reading.page.layout.is_quoted(time.start, time.end):
        return False
    return _HABIT.search(text, max(0, time.start - 12), time.start) is None


def _relative(bench: Bench, time: TimeSaid) -> Finding:
    words = " ".join(bench.reading.text[time.start : time.end].split())
    resolved = time.when.is_known
    meant = when_said(time.when) if resolved else NOTHING
    title = _DATED if resolved else _RELATIVE
    explanation = (
        Both(
            f"“{words}” means {meant.en} by the date of this text; quoted elsewhere it means"
            " another time.",
            f"«{words}» تعني {meant.ar} بحسب تاريخ هذا النص؛ فإن اقتُبست في غيره عنت وقتًا آخر.",
        )
        if resolved
        else Both(
            f"“{words}”: nobody can tell which days are meant.",
            f"«{words}»: لا يمكن معرفة الأيام المقصودة.",
        )
    )
    return bench.finding(
        "N08",
        Severity.NOTE if resolved else Severity.ERROR,
        Span(time.start, time.end),
        title,
        explanation,
        meant or Both("Write both days, with the year.", "اكتب اليومين مع السنة."),
    )


def _yearless(bench: Bench, time: TimeSaid) -> Finding:
    words = " ".join(bench.reading.text[time.start : time.end].split())
    return bench.finding(
        "N08",
        Severity.ERROR,
        Span(time.start, time.end),
        _YEARLESS,
        Both(
            f"“{words}” has no year, and neither has the rest of the text.",
            f"«{words}» بلا سنة، ولا سنة في بقية النص.",
        ),
        Both("Add the year.", "أضف السنة."),
    )


def _no_date(bench: Bench, *, depends: bool) -> Finding:
    first = bench.reading.page.layout.sentences[0]
    more = (
        Both(" Its relative times depend on it.", " وتتوقف عليه أوقاته النسبية.")
        if depends
        else NOTHING
    )
    return bench.finding(
        "N08",
        Severity.ERROR if depends else Severity.WARNING,
        Span(first.start, first.end),
        _UNDATED,
        Both(
            f"Neither the beginning nor the end of the text gives its day.{more.en}",
            f"لا يذكر أول النص ولا آخره يومه.{more.ar}",
        ),
        Both("Put the day of publication under the title.", "ضع يوم النشر تحت العنوان."),
    )


CHECK = Check("N08", Severity.ERROR, _RELATIVE, find)
