"""Two rows compared: one small number, the *pattern*, that holds what every comparison found.

A million pairs show some ten thousand patterns. A pattern is scored once, and two pairs
with one pattern have one score: a reviewer who understands one understands all of them.
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
    Bits,
)
from tawthiq.linkage.likeness import likened
from tawthiq.linkage.table import Codes
from tawthiq.linkage.words import SOUND, Bytes, Facts

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
    one: Codes,
    other: Codes,
    letters: Bytes,
    consonants: Bytes,
    facts: Facts,
    given_bits: Bits,
    family_bits: Bits,
) -> int:
    """The pattern of two lines of ``Features.rows``."""
    given = likened(one[GIVEN], other[GIVEN], letters, consonants, facts)
    father = likened(one[FATHER], other[FATHER], letters, consonants, facts)
    grandfather = likened(one[GRANDFATHER], other[GRANDFATHER], letters, consonants, facts)
    family = likened(one[FAMILY], other[FAMILY], letters, consonants, facts)
    moved, moved_bits = _moved(one, other, given, father, grandfather, family, facts, given_bits)
    given_rarity = 0.0
    if 0 < given <= 3:
        given_rarity = given_bits[facts[one[GIVEN], SOUND]]
    kin_rarity = moved_bits
    if 0 < father <= 3:
        kin_rarity += given_bits[facts[one[FATHER], SOUND]]
    if 0 < grandfather <= 3:
        kin_rarity += given_bits[facts[one[GRANDFATHER], SOUND]]
    if 0 < family <= 3:
        kin_rarity += family_bits[facts[one[FAMILY], SOUND]]
    died = _died(one, other)
    pattern = given << S_GIVEN | father << S_FATHER | grandfather << S_GRANDFATHER
    pattern |= family << S_FAMILY | moved << S_MOVED
    pattern |= _step(given_rarity, 3.5, 1.5, 5) << S_GIVEN_RARITY
    pattern |= _step(kin_rarity, 4.0, 3.0, 7) << S_KIN_RARITY
    pattern |= died << S_DIED | _birth(one, other) << S_BIRTH
    if died == 1:
        pattern |= min(max(one[CROWD], other[CROWD]) // 2 + 1, 5) << S_CROWD
    if one[MOTHER] >= 0 and other[MOTHER] >= 0:
        pattern |= likened(one[MOTHER], other[MOTHER], letters, consonants, facts) << S_MOTHER
    if one[KUNYA] >= 0 and other[KUNYA] >= 0:
        pattern |= likened(one[KUNYA], other[KUNYA], letters, consonants, facts) << S_KUNYA
    if one[SEX] >= 0 and other[SEX] >= 0:
        pattern |= (1 if one[SEX] == other[SEX] else 2) << S_SEX
    pattern |= likened(one[PLACE], other[PLACE], letters, consonants, facts) << S_PLACE
    where = likened(one[GOVERNORATE], other[GOVERNORATE], letters, consonants, facts)
    pattern |= (where if where == 0 else 1 if where <= 3 else 2) << S_GOVERNORATE
    if one[SOURCE] == other[SOURCE]:
        pattern |= 1 << S_LIST
    for at in range(EXTRA, len(one)):
        level = likened(one[at], other[at], letters, consonants, facts)
        pattern |= level << (_EXTRA_START + _EXTRA_WIDTH * (at - EXTRA))
    return pattern


@compiled
def _step(value: float, first: float, width: float, most: int) -> int:
    """0 for nothing, then 1 below ``first`` and one more for each ``width``."""
    if value <= 0:
        return 0
    return min(1 + max(0, int((value - first) / width + 1)), most)


@compiled
def _moved(
    one: Codes,
    other: Codes,
    given: int,
    father: int,
    grandfather: int,
    family: int,
    facts: Facts,
    given_bits: Bits,
) -> tuple[int, float]:
    """How many words stand in another part of the other name, up to 3, and how rare they are."""
    settled = (given, father, grandfather, family)
    taken = 0
    moved = 0
    bits = 0.0
    for at in range(6):
        word = one[at]
        if word < 0 or (at < 4 and 0 < settled[at] <= 3):
            continue
        for there in range(6):
            found = other[there]
            if found < 0 or there == at or taken >> there & 1:
                continue
            if there < 4 and 0 < settled[there] <= 3:
                continue
            if word == found or facts[word, SOUND] == facts[found, SOUND]:
                taken |= 1 << there
                moved += 1
                bits += given_bits[facts[word, SOUND]]
                break
    return min(moved, 3), bits


@compiled
def _died(one: Codes, other: Codes) -> int:
    """1 the same day, 2 the next, 3 within a week, 4 at a time that both may mean,
    5 within a month or the same day of another month or year, 6 within a year, 7 further."""
    first, last = one[DIED_FIRST], one[DIED_LAST]
    other_first, other_last = other[DIED_FIRST], other[DIED_LAST]
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
def _birth(one: Codes, other: Codes) -> int:
    """1 the same day, 2 but for one of year, month and day, 3 at a time that both may mean
    or the same age, 4 within a year, 5 within two years, 6 within five, 7 further."""
    if one[BORN_PARTS] >= 0 and other[BORN_PARTS] >= 0:
        if one[BORN_PARTS] == other[BORN_PARTS]:
            return 1
        if _but_for_one(one[BORN_PARTS], other[BORN_PARTS]):
            return 2
    if one[BORN_FIRST] >= 0 and other[BORN_FIRST] >= 0:
        apart = max(one[BORN_FIRST] - other[BORN_LAST], other[BORN_FIRST] - one[BORN_LAST], 0)
        return 3 if apart == 0 else _years_apart(apart / _YEAR)
    if one[AGE] >= 0 and other[AGE] >= 0:
        years = 0.0
        if one[AGE_ON] >= 0 and other[AGE_ON] >= 0:
            years = (one[AGE_ON] - other[AGE_ON]) / _YEAR
        return _years_apart(abs(one[AGE] - other[AGE] - years))
    if one[AGE] >= 0 and one[AGE_ON] >= 0 and other[BORN_FIRST] >= 0:
        return _age_and_birth(one, other)
    if other[AGE] >= 0 and other[AGE_ON] >= 0 and one[BORN_FIRST] >= 0:
        return _age_and_birth(other, one)
    return 0


@compiled
def _age_and_birth(aged: Codes, born: Codes) -> int:
    middle = (born[BORN_FIRST] + born[BORN_LAST]) / 2
    return _years_apart(abs((aged[AGE_ON] - middle) / _YEAR - aged[AGE] - 0.5))


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
