"""Two rows compared: one small number, the *pattern*, that holds what every comparison found.

A million pairs show some ten thousand patterns. A pattern is scored once: a reviewer who
understands one pair understands all of its pattern. Only rivals set them apart (``rivals``).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.compiled import compiled
from tawthiq.linkage.features import (
    AGE,
    AGE_ON,
    BORN_FIRST,
    BORN_LAST,
    BORN_PARTS,
    CROWD,
    DIED_FIRST,
    DIED_LAST,
    EXTRA,
    FAMILY,
    FATHER,
    GIVEN,
    GOVERNORATE,
    GRANDFATHER,
    KUNYA,
    MOTHER,
    PLACE,
    SEX,
    SOURCE,
)
from tawthiq.linkage.likeness import likened
from tawthiq.linkage.table import Codes
from tawthiq.linkage.words import FAMILY_BITS, GIVEN_BITS, PER_BIT, SOUND, Facts

(
    F_GIVEN,
    F_FATHER,
    F_GRANDFATHER,
    F_FAMILY,
    F_MOTHER,
    F_KUNYA,
    F_MOVED,
    F_GIVEN_RARITY,
    F_KIN_RARITY,
    F_DIED,
    F_CROWD,
    F_BIRTH,
    F_SEX,
    F_PLACE,
    F_GOVERNORATE,
    F_LIST,
    F_EXTRA,
) = range(17)
"""The comparisons, in the order in which they stand in a pattern."""

_WIDTHS = (3, 3, 3, 3, 3, 3, 2, 3, 3, 4, 3, 3, 2, 3, 2, 1)
_STARTS = tuple(sum(_WIDTHS[:at]) for at in range(len(_WIDTHS) + 1))
_EXTRA_WIDTH = 3
_EXTRA_START = _STARTS[-1]
MOST_LEVELS: Final = 16

Patterns = npt.NDArray[np.int64]

# Starts of the fields, as numbers that the compiler takes for constants.
(S_GIVEN, S_FATHER, S_GRANDFATHER, S_FAMILY, S_MOTHER, S_KUNYA, S_MOVED, S_GIVEN_RARITY) = _STARTS[
    :8
]
(S_KIN_RARITY, S_DIED, S_CROWD, S_BIRTH, S_SEX, S_PLACE, S_GOVERNORATE, S_LIST) = _STARTS[8:16]
_YEAR: Final = 365.25


def levels(patterns: Patterns, extra: int) -> npt.NDArray[np.uint8]:
    """The level of each comparison: one line a pattern, one column a field."""
    starts = [*_STARTS[:-1], *(_EXTRA_START + _EXTRA_WIDTH * at for at in range(extra))]
    widths = [*_WIDTHS, *([_EXTRA_WIDTH] * extra)]
    table = np.empty((len(patterns), len(starts)), np.uint8)
    for at, (start, width) in enumerate(zip(starts, widths, strict=True)):
        table[:, at] = (patterns >> start) & ((1 << width) - 1)
    return table


@compiled
def compared(
    rows: Codes,
    one: int,
    other: int,
    facts: Facts,
) -> int:
    """The pattern of two lines, by number, of ``Features.rows``."""
    given = likened(rows[one, GIVEN], rows[other, GIVEN], facts)
    father = likened(rows[one, FATHER], rows[other, FATHER], facts)
    grandfather = likened(rows[one, GRANDFATHER], rows[other, GRANDFATHER], facts)
    family = likened(rows[one, FAMILY], rows[other, FAMILY], facts)
    moved, moved_bits = _moved(rows, one, other, given, father, grandfather, family, facts)
    given_rarity = 0.0
    if 0 < given <= 3:
        given_rarity = _shared_bits(rows[one, GIVEN], rows[other, GIVEN], GIVEN_BITS, facts)
    kin_rarity = moved_bits
    if 0 < father <= 3:
        kin_rarity += _shared_bits(rows[one, FATHER], rows[other, FATHER], GIVEN_BITS, facts)
    if 0 < grandfather <= 3:
        kin_rarity += _shared_bits(
            rows[one, GRANDFATHER], rows[other, GRANDFATHER], GIVEN_BITS, facts
        )
    if 0 < family <= 3:
        kin_rarity += _shared_bits(rows[one, FAMILY], rows[other, FAMILY], FAMILY_BITS, facts)
    died = _died(rows, one, other)
    pattern = given << S_GIVEN | father << S_FATHER | grandfather << S_GRANDFATHER
    pattern |= family << S_FAMILY | moved << S_MOVED
    pattern |= _step(given_rarity, 3.5, 1.5, 5) << S_GIVEN_RARITY
    pattern |= _step(kin_rarity, 4.0, 3.0, 7) << S_KIN_RARITY
    pattern |= died << S_DIED | _birth(rows, one, other) << S_BIRTH
    if died == 1:
        pattern |= min(max(rows[one, CROWD], rows[other, CROWD]) // 2 + 1, 5) << S_CROWD
    if rows[one, MOTHER] >= 0 and rows[other, MOTHER] >= 0:
        pattern |= likened(rows[one, MOTHER], rows[other, MOTHER], facts) << S_MOTHER
    if rows[one, KUNYA] >= 0 and rows[other, KUNYA] >= 0:
        pattern |= likened(rows[one, KUNYA], rows[other, KUNYA], facts) << S_KUNYA
    # What follows from another agreement is no second one: a shared given name has one sex,
    # a shared place lies in one governorate. Where they differ all the same, that is said.
    if rows[one, SEX] >= 0 and rows[other, SEX] >= 0:
        if rows[one, SEX] != rows[other, SEX]:
            pattern |= 2 << S_SEX
        elif not 0 < given <= 3:
            pattern |= 1 << S_SEX
    place = likened(rows[one, PLACE], rows[other, PLACE], facts)
    pattern |= place << S_PLACE
    where = likened(rows[one, GOVERNORATE], rows[other, GOVERNORATE], facts)
    if where > 3:
        pattern |= 2 << S_GOVERNORATE
    elif where > 0 and not 0 < place <= 3:
        pattern |= 1 << S_GOVERNORATE
    if rows[one, SOURCE] == rows[other, SOURCE]:
        pattern |= 1 << S_LIST
    for at in range(EXTRA, rows.shape[1]):
        level = likened(rows[one, at], rows[other, at], facts)
        pattern |= level << (_EXTRA_START + _EXTRA_WIDTH * (at - EXTRA))
    return pattern


@compiled
def _shared_bits(one: int, other: int, column: int, facts: Facts) -> float:
    """How rare a shared name is: the commoner of two spellings tells, a slip is always rare."""
    return float(min(facts[one, column], facts[other, column]) / PER_BIT)


@compiled
def _step(value: float, first: float, width: float, most: int) -> int:
    """0 for nothing, then 1 below ``first`` and one more for each ``width``."""
    if value <= 0:
        return 0
    return min(1 + max(0, int((value - first) / width + 1)), most)


@compiled
def _moved(
    rows: Codes,
    one: int,
    other: int,
    given: int,
    father: int,
    grandfather: int,
    family: int,
    facts: Facts,
) -> tuple[int, float]:
    """How many words stand in another part of the other name, up to 3, and how rare they are."""
    settled = (given, father, grandfather, family)
    taken = 0
    moved = 0
    bits = 0.0
    for at in range(6):
        word = rows[one, at]
        if word < 0 or (at < 4 and 0 < settled[at] <= 3):
            continue
        for there in range(6):
            found = rows[other, there]
            if found < 0 or there == at or taken >> there & 1:
                continue
            if there < 4 and 0 < settled[there] <= 3:
                continue
            if word == found or facts[word, SOUND] == facts[found, SOUND]:
                taken |= 1 << there
                moved += 1
                bits += facts[word, GIVEN_BITS] / PER_BIT
                break
    return min(moved, 3), bits


@compiled
def _died(rows: Codes, one: int, other: int) -> int:
    """1 the same day, 2 the next, 3 within a week, 4 at a time that both may mean,
    5 within a month or the same day of another month or year, 6 within a year, 7 further."""
    first, last = rows[one, DIED_FIRST], rows[one, DIED_LAST]
    other_first, other_last = rows[other, DIED_FIRST], rows[other, DIED_LAST]
    if first < 0 or other_first < 0:
        return 0
    if first == last and other_first == other_last:
        apart = abs(first - other_first)
        if apart == 0:
            return 1
        if apart == 1:
            return 2
        if apart <= 7:
            return 3
    else:
        apart = max(first - other_last, other_first - last, 0)
        if apart == 0:
            return 4
    if apart <= 31:
        return 5
    return 6 if apart <= 366 else 7


@compiled
def _birth(rows: Codes, one: int, other: int) -> int:
    """1 the same day, 2 but for one of year, month and day, 3 at a time that both may mean
    or the same age, 4 within a year, 5 within two years, 6 within five, 7 further."""
    if rows[one, BORN_PARTS] >= 0 and rows[other, BORN_PARTS] >= 0:
        if rows[one, BORN_PARTS] == rows[other, BORN_PARTS]:
            return 1
        if _but_for_one(rows[one, BORN_PARTS], rows[other, BORN_PARTS]):
            return 2
    if rows[one, BORN_FIRST] >= 0 and rows[other, BORN_FIRST] >= 0:
        apart = max(
            rows[one, BORN_FIRST] - rows[other, BORN_LAST],
            rows[other, BORN_FIRST] - rows[one, BORN_LAST],
            0,
        )
        return 3 if apart == 0 else _years_apart(apart / _YEAR)
    if rows[one, AGE] >= 0 and rows[other, AGE] >= 0:
        years = 0.0
        if rows[one, AGE_ON] >= 0 and rows[other, AGE_ON] >= 0:
            years = (rows[one, AGE_ON] - rows[other, AGE_ON]) / _YEAR
        return _years_apart(abs(rows[one, AGE] - rows[other, AGE] - years))
    if rows[one, AGE] >= 0 and rows[one, AGE_ON] >= 0 and rows[other, BORN_FIRST] >= 0:
        return _age_and_birth(rows, one, other)
    if rows[other, AGE] >= 0 and rows[other, AGE_ON] >= 0 and rows[one, BORN_FIRST] >= 0:
        return _age_and_birth(rows, other, one)
    return 0


@compiled
def _age_and_birth(rows: Codes, aged: int, born: int) -> int:
    middle = (rows[born, BORN_FIRST] + rows[born, BORN_LAST]) / 2
    return _years_apart(abs((rows[aged, AGE_ON] - middle) / _YEAR - rows[aged, AGE] - 0.5))


@compiled
def _years_apart(years: float) -> int:
    if years <= 0.6:
        return 3
    if years <= 1.1:
        return 4
    if years <= 2.1:
        return 5
    return 6 if years <= 5.1 else 7


@compiled
def _but_for_one(one: int, other: int) -> bool:
    """Whether two of year, month and day agree, or month and day are exchanged."""
    year, month, day = one // 10_000, one // 100 % 100, one % 100
    other_year, other_month, other_day = other // 10_000, other // 100 % 100, other % 100
    agree = (year == other_year) + (month == other_month) + (day == other_day)
    return agree == 2 or (year == other_year and month == other_day and day == other_month)
