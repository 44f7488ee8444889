"""Times as people write them, in running text or in one cell of a table.

"Between 26 April and 27 July 2019", "since last April", منذ نيسان الماضي: each becomes a
``When``, with a word on whether it could be placed at all. A time that depends on the
day of speaking is placed only when that day is given; otherwise it stays unknown and
says that it is relative, because a statement without it cannot be checked.

The grammar is in tables: ``dated_forms`` and ``relative_forms`` for what is written,
``openings`` for "since" and "to", ``calendar_words.PARTS`` for "early" and "late".
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from tawthiq.errors import InputError
from tawthiq.values.addresses import Stretches, addresses
from tawthiq.values.dated_forms import DATED_FORMS
from tawthiq.values.forms import Forms
from tawthiq.values.levelled import levelled, levelled_cell
from tawthiq.values.mentions import Mention
from tawthiq.values.relative_forms import LENGTH_FORMS, RELATIVE_FORMS
from tawthiq.values.time_reading import Reading, SpottedTime
from tawthiq.values.when import When

__all__ = ["SpottedTime", "read_time", "read_time_as_written", "spot_times"]

_FORMS: Forms[Mention] = Forms([*RELATIVE_FORMS, *DATED_FORMS, *LENGTH_FORMS])


def spot_times(text: str, *, said_on: date | None = None) -> list[SpottedTime]:
    """Every time that a running text speaks of, in the order of the text.

    A date without a year is placed in the latest year in which it had begun when the
    text was said. Nothing raises: a day that never was is reported with its fault.

    Args:
        said_on: The day on which the text was said or published, where known.
    """
    level = levelled(text)
    inside = Stretches(addresses(level))
    mentions = [m for m in _FORMS.find(level, text) if not inside.touch(m.start, m.end)]
    return list(Reading(level, said_on, is_cell=False).times(mentions))


def read_time(text: str, *, said_on: date | None = None) -> When:
    """The time that a whole text is, such as a cell of a table.

    Remarks in parentheses are left aside. "From X" leaves the end open and "to X" the
    beginning, also where words stand in the place of a day ("start of the offensive to
    17 July 2019"). A text that says that nobody said ("undated") is unknown, and so is a
    relative time without its day of speaking.

    Raises:
        InputError: The text is no time, or a day that never was.
    """
    return read_time_as_written(text, said_on=said_on).when


def read_time_as_written(text: str, *, said_on: date | None = None) -> SpottedTime:
    """As ``read_time``, with what a preview should show: relative, resolved, ambiguous.

    The offsets are those of the whole text, and ``fault`` is None: a fault raises.
    """
    level = _cell(text)
    if level in _NOT_SAID:
        return SpottedTime(0, len(text), When.unknown(), relative=False, resolved=True)
    # In a cell "may 2019" is a month however it is typed, so it is read as if in capitals.
    capitals = "".join(c.upper() if c.isascii() else c for c in level)
    mentions = list(_FORMS.find(level, capitals))
    times = list(Reading(level, said_on, is_cell=True).times(mentions))
    if len(times) != 1 or _left_over(level, times[0]):
        raise _not_a_time(text)
    if fault := times[0].fault:
        raise InputError(f"{text!r}: {fault.en}", f"«{text}»: {fault.ar}")
    return replace(times[0], start=0, end=len(text))


_LONGEST_CELL = 200  # codepoints; a longer text is prose
_REMARK = re.compile(r"\([^()]*\)")
_NOT_SAID = {
    levelled(words)
    for words in (
        *("", "unknown", "not known", "not stated", "not said", "undated", "no date", "n/a", "na"),
        *("none", "-", "–", "?", "as printed by the outlet", "as printed"),
        *("غير معروف", "غير محدد", "غير مذكور", "بلا تاريخ", "مجهول"),
    )
}
_FILLERS = {
    levelled(word)
    for word in (
        *("on", "in", "at", "the", "of", "during", "night", "morning", "evening", "period", "date"),
        *("dated", "over", "inclusive", "في", "يوم", "بتاريخ", "خلال", "الفترة", "ليلة", "شهر"),
    )
}


def _cell(text: str) -> str:
    if len(text) > _LONGEST_CELL:
        raise _not_a_time(text)
    return levelled_cell(_REMARK.sub(" ", text))


def _left_over(level: str, time: SpottedTime) -> bool:
    rest = re.findall(r"\w+", level[: time.start] + " " + level[time.end :])
    return not _FILLERS.issuperset(rest)


def _not_a_time(text: str) -> InputError:
    shown = text if len(text) <= 80 else text[:79] + "…"
    return InputError(
        f"{shown!r} is not a time we can read; write a day (2019-05-31), a month (2019-05), "
        "or the first and last day (2019-04-26/2019-07-27)",
        f"«{shown}» ليس تاريخاً نستطيع قراءته؛ اكتب يوماً (2019-05-31) أو شهراً (2019-05) "
        "أو اليومين الأول والأخير (2019-04-26/2019-07-27)",
    )
