"""What two rows must share to be worth comparing: one whole number a row for each of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.features import (
    AGE,
    AGE_ON,
    BORN_FIRST,
    BORN_LAST,
    BORN_PARTS,
    DIED_FIRST,
    DIED_LAST,
    EXTRA,
    FAMILY,
    FATHER,
    GIVEN,
    GOVERNORATE,
    GRANDFATHER,
    MOTHER,
    PLACE,
    Features,
)
from tawthiq.linkage.sounds import MOST_SOUNDS
from tawthiq.linkage.table import Codes
from tawthiq.linkage.words import SPELLED

Keys = npt.NDArray[np.int64]

NAMES: Final = "names"
"""The words of the name in any order: what a row with the family first still shares."""
SECOND: Final = "second name"
"""The given name, or the word after it where there are four: the other one in "Muhammad Ali", a
given name of two words of which lists leave out the first."""
STARTS: Final = {"given": "given's beginning", "family": "family's beginning"}
"""The first two consonants of a name: what a slip further on leaves as it was."""
_PRIME = 1_000_003
_MONTH = 30.44
_YEAR = 365.25


def keys(features: Features) -> dict[str, Keys]:
    """The keys by name, -1 for nothing; a key that no row has is left out."""
    found = {name: make(features) for name, make in _MAKERS.items()}
    for at, name in enumerate(features.extra):
        found[name] = _sound(EXTRA + at)(features)
    return {name: key for name, key in found.items() if (key >= 0).any()}


def orders(features: Features) -> dict[str, Keys]:
    """What rows of a group too large are ordered by: the middle of each stretch of days, or the
    spelling of a name, so that a slip at its end keeps two rows near each other."""
    rows = features.rows
    return {
        "given": _spelled(features, GIVEN),
        "family": _spelled(features, FAMILY),
        "died": _middle(rows[:, DIED_FIRST], rows[:, DIED_LAST]),
        "born": _born(features),
    }


def _born(features: Features) -> Keys:
    """The day of birth, near enough: as said, by the age at death, or by the age alone."""
    rows = features.rows
    born = _middle(rows[:, BORN_FIRST], rows[:, BORN_LAST])
    by_age = np.where(rows[:, AGE_ON] >= 0, rows[:, AGE_ON] - rows[:, AGE] * _YEAR - _YEAR / 2, -1)
    age = np.where(rows[:, AGE] >= 0, np.where(by_age >= 0, by_age, rows[:, AGE] * _YEAR), -1)
    return np.where(born >= 0, born, age).astype(np.int64)


def _spelled(features: Features, column: int) -> Keys:
    """The place of each row's word among all words by their consonants; -1 for none."""
    spelled = features.words.facts[:, SPELLED]
    rank = np.empty(len(spelled) + 1, np.int64)
    rank[np.argsort(spelled, kind="stable")] = np.arange(len(spelled))
    rank[-1] = -1
    return rank[features.rows[:, column]]


def _middle(first: Codes, last: Codes) -> Keys:
    return np.where(first >= 0, (first.astype(np.int64) + last) // 2, -1)


def _sound(column: int) -> Callable[[Features], Keys]:
    return lambda features: features.words.sound_of(features.rows[:, column]).astype(np.int64)


def _start(column: int) -> Callable[[Features], Keys]:
    def make(features: Features) -> Keys:
        spelled = np.append(features.words.facts[:, SPELLED] >> (4 * (MOST_SOUNDS - 2)), 0)
        start = spelled[features.rows[:, column]]
        return np.where(start > 0, start, -1)

    return make


def _exact(column: int) -> Callable[[Features], Keys]:
    def make(features: Features) -> Keys:
        first, last = features.rows[:, column], features.rows[:, column + 1]
        return np.where(first == last, first, -1).astype(np.int64)

    return make


def _month(features: Features) -> Keys:
    """The month of death, taken as a stretch of equal length wherever the calendar breaks."""
    rows = features.rows
    short = rows[:, DIED_LAST] - rows[:, DIED_FIRST] <= 31
    middle = _middle(rows[:, DIED_FIRST], rows[:, DIED_LAST])
    return np.where(short & (middle >= 0), (middle / _MONTH).astype(np.int64), -1)


def _birth_year(features: Features) -> Keys:
    born = _born(features)
    return np.where(born >= 0, born // 366, -1)


def _second(features: Features) -> Keys:
    heard, after = _sound(GIVEN)(features), _sound(FATHER)(features)
    four = features.rows[:, GRANDFATHER] >= 0
    if not 0.002 * len(four) < four.sum() < 0.5 * len(four):
        return np.full(len(four), -1, np.int64)
    return np.where(four, after, heard)


def _names(features: Features) -> Keys:
    """The sounds of given name, father, grandfather and family in rising order, as one number."""
    parts = (GIVEN, FATHER, GRANDFATHER, FAMILY)
    heard = np.stack([_sound(part)(features) for part in parts], axis=1)
    heard.sort(axis=1)
    key = np.zeros(len(heard), np.int64)
    for at in range(len(parts)):
        key = (key * _PRIME + heard[:, at] + 1) & 0x7FFF_FFFF_FFFF
    return np.where((heard >= 0).sum(axis=1) >= 2, key, -1)


_MAKERS: dict[str, Callable[[Features], Keys]] = {
    "given": _sound(GIVEN),
    "father": _sound(FATHER),
    "grandfather": _sound(GRANDFATHER),
    "family": _sound(FAMILY),
    "mother": _sound(MOTHER),
    NAMES: _names,
    SECOND: _second,
    "died": _exact(DIED_FIRST),
    "month": _month,
    "born": lambda features: features.rows[:, BORN_PARTS].astype(np.int64),
    "birth year": _birth_year,
    "place": _sound(PLACE),
    "governorate": _sound(GOVERNORATE),
    STARTS["given"]: _start(GIVEN),
    STARTS["family"]: _start(FAMILY),
}
