"""What is compared of each row, in whole numbers: one line of a matrix for each row of the table.

Everything here is derived from what the sources wrote, and can be derived again. A row
says nothing where its source says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from tawthiq.linkage.days import NO_DAY, Days, ages, parts, sexes
from tawthiq.linkage.naming import PARTS, parted, phrase
from tawthiq.linkage.pieces import ABSENT
from tawthiq.linkage.table import Codes, Table
from tawthiq.linkage.words import FAMILY_BITS, GIVEN_BITS, PER_BIT, SOUND, Facts, Words
from tawthiq.values.both import Both

(
    GIVEN,
    FATHER,
    GRANDFATHER,
    FAMILY,
    KUNYA,
    MORE,
    MOTHER,
    DIED_FIRST,
    DIED_LAST,
    BORN_FIRST,
    BORN_LAST,
    BORN_PARTS,
    AGE,
    AGE_ON,
    SEX,
    PLACE,
    GOVERNORATE,
    SOURCE,
    CROWD,
    EXTRA,
) = range(20)
"""Columns of ``Features.rows``: words by number, days by ordinal, -1 for nothing. ``AGE_ON`` is
the day for which the age holds, ``CROWD`` how many rows share the day of death, as a power of
two; from ``EXTRA`` on stand the columns of unknown meaning."""
NAME_COLUMNS: Final = (GIVEN, FATHER, GRANDFATHER, FAMILY, KUNYA, MORE, MOTHER)
_YEAR: Final = 365.25
# A whole name on so many rows, and on this share of all, is nobody's. House choice.
_CROWD: Final = 200
_CROWDED: Final = 0.02
_WORD_COLUMNS = {
    "given": GIVEN,
    "father": FATHER,
    "grandfather": GRANDFATHER,
    "family": FAMILY,
    "kunya": KUNYA,
    "mother": MOTHER,
    "place": PLACE,
    "governorate": GOVERNORATE,
}


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """The rows of a table in numbers.

    Attributes:
        rows: One line a row, the columns named above.
        words: The words that the lines point at.
        extra: The names of the columns from ``EXTRA`` on.
        warnings: What could not be read.
    """

    rows: Codes
    words: Words
    extra: tuple[str, ...]
    warnings: tuple[Both, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def has(self, column: int) -> bool:
        """Whether any row says something in a column of ``rows``."""
        return bool((self.rows[:, column] >= 0).any())

    @classmethod
    def of(cls, table: Table) -> Features:
        """Read a table."""
        rows = np.full((len(table), EXTRA + len(table.extra)), -1, np.int32)
        book = _Book()
        _read_names(table, rows, book)
        for name, at in [*_WORD_COLUMNS.items(), *_extra_columns(table)]:
            if name in table.columns:
                column = table.columns[name]
                said = np.array([*map(book.phrase, column.texts), -1], np.int32)[column.codes]
                rows[:, at] = np.where(said >= 0, said, rows[:, at])
        warnings = [*_without_placeholder(rows), *_read_times(table, rows)]
        if "source" in table.columns:
            rows[:, SOURCE] = table.columns["source"].codes
        words = Words.of(book.texts, _counts(rows, len(book.texts)))
        heard = words.facts[:, SOUND]
        for at, columns in _RARITIES.items():
            words.facts[:, at] = _rarity(words, rows, columns)[heard]
        return cls(rows, words, table.extra, tuple(warnings))


class _Book:
    """Words as they are met, each with its number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    @property
    def texts(self) -> list[str]:
        return list(self._numbers)

    def number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers))

    def phrase(self, written: str) -> int:
        word = phrase(written)
        return self.number(word) if word else -1


def _extra_columns(table: Table) -> list[tuple[str, int]]:
    return [(name, EXTRA + at) for at, name in enumerate(table.extra)]


def _read_names(table: Table, rows: Codes, book: _Book) -> None:
    """Whole names, taken apart; a name that says "unknown" says nothing."""
    if "name" not in table.columns:
        return
    column = table.columns["name"]
    taken = parted(column.texts)
    numbers = np.array([*map(book.number, taken.words), -1], np.int32)
    absent = np.array([*(word in ABSENT for word in taken.words), True])
    of_names = numbers[taken.parts]
    of_names[absent[taken.parts[:, 0]]] = -1
    nothing = np.full((1, len(PARTS)), -1, np.int32)
    rows[:, : len(PARTS)] = np.concatenate([of_names, nothing])[column.codes]


def _without_placeholder(rows: Codes) -> list[Both]:
    """Take a whole name that very many rows bear for what it is: a way of saying "not known"."""
    names = rows[:, [GIVEN, FATHER, GRANDFATHER, FAMILY]]
    warnings: list[Both] = []
    whole = np.flatnonzero((names >= 0).sum(axis=1) >= 2)
    key = np.zeros(len(whole), np.int64)
    for part in range(names.shape[1]):
        key = key * 1_000_003 + names[whole, part]
    _, which, counts = np.unique(key, return_inverse=True, return_counts=True)
    for at in np.flatnonzero(counts >= max(_CROWD, _CROWDED * len(rows))).tolist():
        rows[np.ix_(whole[which == at], NAME_COLUMNS)] = -1
        warnings.append(
            Both(
                f"one whole name stands in {counts[at]:,} rows and was taken for 'not known'; "
                "leave it empty, or give each person's own name",
                f"اسم كامل واحد مكرر في {counts[at]:,} صف فعُدّ «غير معروف»؛ "
                "اتركه فارغًا أو اكتب اسم كل شخص",
            )
        )
    return warnings


def _read_times(table: Table, rows: Codes) -> list[Both]:
    warnings: list[Both] = []
    for name, first in (("date", DIED_FIRST), ("born", BORN_FIRST)):
        if name in table.columns:
            days = Days.of(table.columns[name])
            rows[:, first], rows[:, first + 1] = days.first, days.last
            warnings += _unread(name, days.unread)
    exact = rows[:, BORN_FIRST] == rows[:, BORN_LAST]
    rows[:, BORN_PARTS] = np.where(exact, parts(rows[:, BORN_FIRST]), NO_DAY)
    if "age" in table.columns:
        rows[:, AGE], unread = ages(table.columns["age"])
        warnings += _unread("age", unread)
    if "sex" in table.columns:
        rows[:, SEX], unread = sexes(table.columns["sex"])
        warnings += _unread("sex", unread)
    rows[:, AGE_ON] = _age_on(rows)
    rows[:, CROWD] = _crowd(rows)
    return warnings


def _unread(column: str, cells: int) -> list[Both]:
    if not cells:
        return []
    return [
        Both(
            f"{cells} cells of the column '{column}' could not be read and were left out",
            f"تعذّرت قراءة {cells} من خلايا العمود «{column}» فتُركت جانبًا",
        )
    ]


def _age_on(rows: Codes) -> Codes:
    """The day for which an age holds: that of death, else one that fits rows with both.

    A list that gives the age and another that gives the date of birth can only be
    compared when somewhere both are known; the median of those rows tells.
    """
    age, born, died = rows[:, AGE], rows[:, BORN_FIRST], rows[:, DIED_FIRST]
    day = np.where(died > 0, (died + rows[:, DIED_LAST]) // 2, NO_DAY)
    both = (age >= 0) & (born > 0)
    if both.any():
        middle = np.median(born[both] + (age[both] + 0.5) * _YEAR)
        day = np.where(day < 0, int(middle), day)
    return np.where(age >= 0, day, NO_DAY).astype(np.int32)


def _crowd(rows: Codes) -> Codes:
    """How many rows share the exact day of death and the governorate, as a power of two."""
    exact = (rows[:, DIED_FIRST] > 0) & (rows[:, DIED_FIRST] == rows[:, DIED_LAST])
    key = rows[:, DIED_FIRST].astype(np.int64) * 100_003 + rows[:, GOVERNORATE]
    _, which, counts = np.unique(key, return_inverse=True, return_counts=True)
    power = np.log2(counts).astype(np.int32)[which]
    return np.where(exact, power, -1).astype(np.int32)


def _counts(rows: Codes, words: int) -> Codes:
    """How often each word stands in the columns that hold words."""
    counts = np.zeros(words + 1, np.int64)
    for at in (*NAME_COLUMNS, PLACE, GOVERNORATE, *range(EXTRA, rows.shape[1])):
        counts += np.bincount(rows[:, at] + 1, minlength=words + 1)
    return counts[1:].astype(np.int32)


_RARITIES = {GIVEN_BITS: (GIVEN, FATHER, GRANDFATHER), FAMILY_BITS: (FAMILY,)}
"""Among which names it is asked how rare a word sounds."""


def _rarity(words: Words, rows: Codes, columns: tuple[int, ...]) -> Facts:
    """For each sound the base-2 logarithm of one over its share, times ``PER_BIT``."""
    heard = np.concatenate([words.sound_of(rows[:, at]) for at in columns])
    counts = np.bincount(heard[heard >= 0], minlength=words.sounds).astype(np.float64)
    share = np.maximum(counts, 1) / max(counts.sum(), 1)
    rarity: Facts = (-np.log2(share) * PER_BIT).astype(np.int64)
    return rarity
