"""Which time applies to which number: its clause's, its sentence's, or the one in force.

A time that a sentence opens with holds for all its numbers; "235 in May and 119 in June"
gives each its own; a sentence without a time goes on in the time of the one before it, as
readers take it. The day of a report is no window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tawthiq.statements.reading.harms import is_list_gap
from tawthiq.statements.reading.numbers import Found, Joined
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.reading import TimeSaid
from tawthiq.statements.reading.sentences import BlockKind, Span
from tawthiq.values.time_words import SpottedTime, spot_times
from tawthiq.values.when import Precision, When

_REPORT_OF = re.compile(
    r"\b(?:published|issued|released)\s+(?:\w+\s+){1,4}on\s*$|\b(?:published|issued|dated|released"
    r"|accessed|retrieved|report of|statement of|update of|(?:said|stated|announced|reported"
    r"|told \w+|wrote|declared)(?: in (?:a|its) \w+)?,? on)\s*(?:on\s+|in\s+)?(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\b(?:in force (?:since|from|on)|adopted (?:on|in)|agreement of|memorandum of|signed (?:on|in)"
    r"|convention of|protocol of|resolution \d+ of|\(of|entered into force (?:on|in))\s*$",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\b(?:this (?:statement|report|text|update) (?:covers|concerns|refers to|speaks of)"
    r"|(?:all|the) (?:figures|numbers)\b.{0,60}\b(?:refer|concern|cover|are for|relate)"
    r"|unless (?:otherwise )?(?:stated|noted)|period (?:covered|under review)|covering the period)",
    re.IGNORECASE | re.DOTALL,
)
_ANAPHORA = re.compile(r"\W*(?:all|these|this|both)\b(?: of (?:this|these|them))?", re.IGNORECASE)
_BACK = 12  # sentences of a paragraph through which a time stays in force; house choice
_DATE_LINE_AT_MOST = 60  # signs beside which a date is a date line; house choice


def read_times(page: Page, said_on: date | None) -> tuple[list[TimeSaid], date | None, Span | None]:
    """The times of a text, the day it was said, and where that day stands.

    A date without a year takes the year that the rest of the text gives.
    """
    first = spot_times(page.text, said_on=said_on)
    line = next((t for t in first if _is_date_line(page, t)), None)
    day = said_on or (line.when.first if line else None)
    again = _spotted_on(page, day or _latest(first)) if not all(t.resolved for t in first) else {}
    times = [_said(page, t, again.get(t.start, t), dated=day is not None) for t in first]
    return times, day, Span(line.start, line.end) if line else None


def _latest(times: Sequence[SpottedTime]) -> date | None:
    """The end of the latest year that the text names: a year left out is taken to be that one."""
    days = [d for t in times if t.resolved and (d := t.when.last or t.when.first)]
    return date(max(days).year, 12, 31) if days else None


def _spotted_on(page: Page, day: date | None) -> dict[int, SpottedTime]:
    return {time.start: time for time in spot_times(page.text, said_on=day)} if day else {}


def _said(page: Page, before: SpottedTime, after: SpottedTime, *, dated: bool) -> TimeSaid:
    """A time; what is truly relative is placed only where the text's own day is known."""
    words = page.text[before.start : before.end]
    lacks_year = before.relative and is_calendar(words)
    relative = before.relative and not lacks_year
    when = before.when if relative and not dated else after.when
    start = before.start
    if when.precision is Precision.DAY and (to := _UP_TO.search(page.text, start - 8, start)):
        start, when = to.start(), When(None, when.last, Precision.BETWEEN)
    return TimeSaid(
        start,
        before.end,
        when=when,
        relative=relative,
        yearless=lacks_year and not after.resolved,
        coarse=not re.search(r"\b(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?\b(?!\d)", words),
        published=_is_of_a_report(page, before),
    )


_UP_TO = re.compile(r"\b(?:up )?to\s+$", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:last|this|past|ago|previous|recent|next|current)\b", re.IGNORECASE)


def is_calendar(words: str) -> bool:
    """Whether a time names a month and nothing that depends on the day of speaking."""
    return _MONTH.search(words) is not None and _RELATIVE.search(words) is None


_DATE_FIELD = re.compile(
    r"^(?:date|dated|published|date of publication)\s*:\s*[\"']?$", re.IGNORECASE | re.MULTILINE
)


_PLACE = re.compile(r"\W*(?:[A-Z][\w’'-]*[\s,(–—-]*){0,5}")


def opens_with_date(page: Page, block: Span, time: SpottedTime | TimeSaid) -> bool:
    """ "Damascus, 30 July 2019. …": place and date open the text, as agencies write."""
    before = _PLACE.fullmatch(page.text, block.start, time.start) is not None
    return before and page.text[time.end : time.end + 2].strip()[:1] in (
        "",
        ".",
        ":",
        "–",
        "—",
        "-",
        ")",
    )


def _is_date_line(page: Page, time: SpottedTime) -> bool:
    """A whole day that stands alone in a short line near the beginning or the end."""
    if time.when.precision is not Precision.DAY or time.relative:
        return False
    if _DATE_FIELD.search(page.text, max(0, time.start - 24), time.start):
        return True
    sentence = page.sentence_of(time.start)
    block = page.layout.blocks[sentence.block]
    if sentence.block < 3 and opens_with_date(page, block, time):
        return True
    near_edge = sentence.block < 4 or sentence.block >= len(page.layout.blocks) - 3
    rest = (block.end - block.start) - (time.end - time.start)
    return near_edge and rest <= _DATE_LINE_AT_MOST and block.kind is not BlockKind.ITEM


def _is_of_a_report(page: Page, time: SpottedTime) -> bool:
    before = page.text[max(0, time.start - 60) : time.start]
    if _REPORT_OF.search(before) or _LEGAL.search(before):
        return True
    # "(OCHA, July 2019)", "(31 July 2019)": brackets date what is cited.
    bracketed = re.search(r"\([^()\d]{0,60}$", before) and page.text[time.end : time.end + 1] == ")"
    return bool(bracketed) and time.when.precision in (
        Precision.DAY,
        Precision.MONTH,
        Precision.YEAR,
    )


def windows_of(
    page: Page, numbers: Sequence[Found], times: Sequence[TimeSaid]
) -> list[TimeSaid | None]:
    """The time that applies to each number, or None."""
    times = [time for time in times if not time.published]
    by_sentence: dict[int, list[TimeSaid]] = {}
    for time in times:
        by_sentence.setdefault(page.layout.sentence_at(time.start), []).append(time)
    scope = next((t for t in times if _SCOPE.search(_sentence_said(page, t))), None)
    windows = [_own(page, numbers, at, by_sentence) for at in range(len(numbers))]
    for at, number in enumerate(numbers):
        if windows[at] is None:
            windows[at] = _from_whole(numbers, windows, number) or _in_force(
                page, number.sentence, by_sentence
            )
        windows[at] = windows[at] or scope
    return windows


def _sentence_said(page: Page, time: TimeSaid) -> str:
    return page.layout.said(page.sentence_of(time.start))


def _own(
    page: Page, numbers: Sequence[Found], at: int, by_sentence: dict[int, list[TimeSaid]]
) -> TimeSaid | None:
    """The time of the number's own sentence, as lists are read.

    A sentence that opens with a time says times before their numbers ("In May 235, in June
    119"); one that does not says them after ("235 in May and 119 in June").
    """
    number = numbers[at]
    times = by_sentence.get(number.sentence, [])
    clause = page.layout.clause_at(number.start)
    times = [t for t in times if t.start in clause] or times
    if len(times) <= 1:
        return times[0] if times else None
    if number.joined is not Joined.ALONE and number.whole is not None and number.whole < at:
        after = _first_between(times, number.end, _next_start(page, numbers, at, siblings=True))
        return after if after and not _of_whole(page, numbers, at, after) else None
    after = _first_between(times, number.end, _next_start(page, numbers, at))
    before = _first_between(times, _previous_end(page, numbers, at), number.start)
    earlier = [t for t in times if t.start < number.start]
    if times[0].start < _first_of_sentence(numbers, at).start:
        if after and not before:
            return after
        if after and before and _is_wider(before, after):
            return after
        return before or (earlier[-1] if earlier else times[0])
    return after or (earlier[-1] if earlier else times[0])


def _first_between(times: Sequence[TimeSaid], start: int, end: int) -> TimeSaid | None:
    return next((t for t in times if start <= t.start < end), None)


def _of_whole(page: Page, numbers: Sequence[Found], at: int, time: TimeSaid) -> bool:
    """Whether the time closes the sentence of the whole and not the list of its parts."""
    return time.start - numbers[at].end > 24


def _first_of_sentence(numbers: Sequence[Found], at: int) -> Found:
    first = numbers[at]
    for other in reversed(numbers[max(0, at - 30) : at]):
        if other.sentence != first.sentence:
            break
        first = other
    return first


def _is_wider(one: TimeSaid, other: TimeSaid) -> bool:
    if not one.when.is_closed or not other.when.is_closed:
        return False
    return other.when.surely_within(one.when)


def _next_start(page: Page, numbers: Sequence[Found], at: int, *, siblings: bool = False) -> int:
    """Where the next number begins that is no part of this one; else the sentence's end.

    Args:
        siblings: Whether any other number ends it, parts of the same whole among them.
    """
    for other in numbers[at + 1 : at + 20]:
        if other.sentence != numbers[at].sentence:
            break
        if siblings or other.whole is None or other.whole != at:
            return other.start
    return page.layout.sentences[numbers[at].sentence].end


def _previous_end(page: Page, numbers: Sequence[Found], at: int) -> int:
    begins = numbers[at].start
    for other in reversed(numbers[max(0, at - 20) : at]):
        if other.sentence != numbers[at].sentence:
            break
        if not is_list_gap(page, other.end, begins):
            return other.end
        begins = other.start
    return page.layout.sentences[numbers[at].sentence].start


def _from_whole(
    numbers: Sequence[Found], windows: Sequence[TimeSaid | None], number: Found
) -> TimeSaid | None:
    return windows[number.whole] if number.whole is not None else None


def _in_force(page: Page, sentence: int, by_sentence: dict[int, list[TimeSaid]]) -> TimeSaid | None:
    """The time of an earlier sentence of the paragraph, of "All within three months" after it,
    or of the heading over it."""
    layout = page.layout
    block = layout.sentences[sentence].block
    for earlier in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
        if layout.sentences[earlier].block != block:
            break
        if times := by_sentence.get(earlier):
            return times[-1]
    for later in _following(page, sentence, block):
        said = layout.said(layout.sentences[later])
        if by_sentence.get(later) and _ANAPHORA.match(said):
            return by_sentence[later][0]
    return _of_heading(page, block, by_sentence)


def _following(page: Page, sentence: int, block: int) -> Iterator[int]:
    sentences = page.layout.sentences
    for later in range(sentence + 1, min(sentence + 3, len(sentences))):
        if sentences[later].block == block:
            yield later


def _of_heading(page: Page, block: int, by_sentence: dict[int, list[TimeSaid]]) -> TimeSaid | None:
    """The time in the line over a paragraph, or in the sentence before its list."""
    blocks = page.layout.blocks
    here = blocks[block]
    before = block - 1
    while before >= 0 and here.kind is BlockKind.ITEM and blocks[before].kind is BlockKind.ITEM:
        before -= 1
    if before < 0:
        return None
    introduces = page.text[blocks[before].end - 1] == ":"
    if blocks[before].kind is not BlockKind.HEADING and not introduces:
        return None
    times = by_sentence.get(page.layout.sentence_at(blocks[before].end - 1), [])
    return times[-1] if times and not _alone(page, times[-1], before) else None


def _alone(page: Page, time: TimeSaid, block: int) -> bool:
    """Whether the line is nothing but the date: the day of the text, not of its numbers."""
    span = page.layout.blocks[block]
    single = time.when.precision is Precision.DAY
    return single and (span.end - span.start) - (time.end - time.start) <= _DATE_LINE_AT_MOST
