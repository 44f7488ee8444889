"""Quantities as people write them, in running text or in one cell of a table.

"At least 781", "19 to 54", "dozens", ما لا يقل عن 781: each becomes a ``HowMany`` that keeps
the words and names the rule, where a rule made the ends. Percentages and halves are
shares, not quantities, and are told apart.

The grammar is in tables: ``quantity_rules`` for what words make of numbers, ``amounts``
for what is written, ``not_counted`` for what is passed over. A quantity without a number
("no one was killed", an Arabic dual) is not seen in running text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tawthiq.errors import InputError
from tawthiq.values.addresses import Stretches
from tawthiq.values.amounts import AMOUNTS, POINT_OR_THOUSANDS, Number
from tawthiq.values.how_many import HowMany
from tawthiq.values.levelled import levelled, levelled_cell
from tawthiq.values.not_counted import stretches_not_counted
from tawthiq.values.quantity_reading import (
    Reading,
    SpottedNumber,
    SpottedQuantity,
    SpottedShare,
)
from tawthiq.values.quantity_rules import CONVERSIONS, HEDGES, explained
from tawthiq.values.time_words import spot_times

__all__ = [
    "CONVERSIONS",
    "HEDGES",
    "SpottedNumber",
    "SpottedQuantity",
    "SpottedShare",
    "explained",
    "read_quantity",
    "read_share",
    "spot_numbers",
    "spot_quantities",
    "spot_shares",
]


def spot_quantities(text: str) -> list[SpottedQuantity]:
    """Every number of things that a running text speaks of, in the order of the text.

    Passed over are dates, ages, measures, and numbers that only name something, such as
    an article or a line (``not_counted.NOT_COUNTED``).
    """
    return [spotted for spotted in spot_numbers(text) if isinstance(spotted, SpottedQuantity)]


def spot_shares(text: str) -> list[SpottedShare]:
    """Every percentage and fraction that a running text speaks of, in the order of the text."""
    return [spotted for spotted in spot_numbers(text) if isinstance(spotted, SpottedShare)]


def spot_numbers(text: str) -> list[SpottedNumber]:
    """Quantities and shares together, for a caller who wants both at the cost of one."""
    level = levelled(text)
    times = [(time.start, time.end) for time in spot_times(text)]
    elsewhere = Stretches(times + stretches_not_counted(level))
    amounts = [a for a in AMOUNTS.find(level, text) if not elsewhere.touch(a.start, a.end)]
    return list(Reading(level, text, is_cell=False).numbers(amounts))


def read_quantity(text: str) -> HowMany:
    """The quantity that a whole text is, such as a cell of a table.

    It reads whatever ``str`` of a ``HowMany`` writes, too: "19 (14–20)".

    Raises:
        InputError: The text is no quantity ("many"), a share, not whole, negative, or a
            range that ends below its beginning.
    """
    shown, level = " ".join(text.split()), _cell(text)
    if level in _NOTHING:
        return HowMany.exactly(0, shown if level != "0" else "")
    if best_and_ends := _BEST_AND_ENDS.fullmatch(level):
        return _best_with_ends(text, *map(read_quantity, best_and_ends.groups()))
    spotted = _only_number(text, level)
    if not isinstance(spotted, SpottedQuantity):
        raise _refused(text, *_A_SHARE)
    words = shown if spotted.how_many.words else ""
    return replace(spotted.how_many, words=words)


def read_share(text: str) -> SpottedShare:
    """The percentage or fraction that a whole text is, such as a cell with "91%".

    Raises:
        InputError: The text is no share.
    """
    spotted = _only_number(text, _cell(text))
    if not isinstance(spotted, SpottedShare):
        raise _refused(text, *_NO_SHARE)
    return replace(spotted, start=0, end=len(text))


_LONGEST_CELL = 200  # codepoints; a longer text is prose
_NOTHING = {"none", "no one", "nobody", "nil", "zero", "0", "لا احد", "لا شيء", "صفر"}
_BEST_AND_ENDS = re.compile(r"([^()]+?)\s?\(([^()]+)\)")

_NO_QUANTITY = (
    "is not a quantity; write a number (781), its ends (19-54, at least 781, up to 25), "
    "or nothing where the source gives no number",
    "ليس كمية؛ اكتب عدداً (781) أو حدّيه (19-54) أو «ما لا يقل عن 781»، "
    "أو اترك الخانة فارغة إذا لم يذكر المصدر عدداً",
)
_A_SHARE = (
    "is a share, not a number of things; write how many things it is",
    "نسبة وليس عدداً؛ اكتب العدد نفسه",
)
_NO_SHARE = (
    "is not a share; write a percentage such as 54.2 %",
    "ليس نسبة؛ اكتب نسبة مئوية مثل 54.2 %",
)
_NOT_WHOLE = (
    "is not a whole number; people and things are counted whole, so write 3, 4 or 3-4",
    "ليس عدداً صحيحاً؛ الناس والأشياء لا تتجزأ، فاكتب 3 أو 4 أو 3-4",
)
_POINT = (
    "can be read as thousands or as a decimal; write 1089 or 1,089, without a point",
    "يمكن أن يُقرأ بالآلاف أو كسراً عشرياً؛ اكتب 1089 من دون نقطة",
)
_NEGATIVE = (
    "is below zero; write the number without the minus sign, or 0",
    "أقل من صفر؛ اكتب العدد من دون إشارة السالب، أو 0",
)
_FALLING = (
    "ends below its beginning; write the smaller number first",
    "ينتهي بعدد أصغر من الذي بدأ به؛ اكتب العدد الأصغر أولاً",
)


def _refused(text: str, english: str, arabic: str) -> InputError:
    shown = text if len(text) <= 80 else text[:79] + "…"
    return InputError(f"{shown!r} {english}", f"«{shown}» {arabic}")


def _cell(text: str) -> str:
    if len(text) > _LONGEST_CELL:
        raise _refused(text, *_NO_QUANTITY)
    return levelled_cell(text)


def _only_number(text: str, level: str) -> SpottedNumber:
    """The number that takes up the whole cell."""
    numbers = list(Reading(level, level, is_cell=True).numbers(list(AMOUNTS.find(level, level))))
    if len(numbers) == 1 and (numbers[0].start, numbers[0].end) == (0, len(level)):
        return numbers[0]
    raise _refused(text, *_why_not(level))


def _why_not(level: str) -> tuple[str, str]:
    if POINT_OR_THOUSANDS.fullmatch(level):
        return _POINT
    numbers = [amount for amount in AMOUNTS.find(level, level) if isinstance(amount, Number)]
    match numbers:
        case [one] if (one.start, one.end) == (0, len(level)):
            return _NOT_WHOLE
        case [one] if re.fullmatch(r"[-–]\s?", level[: one.start]) and one.end == len(level):
            return _NEGATIVE
        case [one, other] if one.value > other.value and other.end == len(level):
            return _FALLING
    return _NO_QUANTITY


def _best_with_ends(text: str, best: HowMany, ends: HowMany) -> HowMany:
    """The number and its range: "19 (14–20)"."""
    if not best.is_exact or not ends.admits(best.headline):
        raise _refused(text, *_NO_QUANTITY)
    return HowMany(ends.low, best.best, ends.high)
