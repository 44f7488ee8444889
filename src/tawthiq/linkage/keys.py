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
from tawthiq.linkage.table import Codes

Keys = npt.NDArray[np.int64]

NAMES: Final = "names"
"""The words of the name in any order: what a row with the family first still shares."""
_PRIME = 1_000_003
_MONTH = 30.44
_YEAR = 365.25


def keys(features: Features) -> dict[str, Keys]:
    """The keys by name, -1 for nothing; a key that no row has is left out."""
    found = {name: make(features) for name, make in _MAKERS.items()}
    for at, name in enumerate(features.extra):
        found[name] = _sound(EXTRA + at)(features)
    return {name: key for name, key in found.items() if (key >= 0).any()}


def middles(features: Features) -> dict[str, Keys]:
    """What rows of a group too large are ordered by: the middle of each stretch of days."""
    rows = features.rows
    born = _middle(rows[:, BORN_FIRST], rows[:, BORN_LAST])
    by_age = np.where(rows[:, AGE_ON] >= 0, rows[:, AGE_ON] - rows[:, AGE] * _YEAR - _YEAR / 2, -1)
    age = np.where(rows[:, AGE] >= 0, np.where(by_age >= 0, by_age, rows[:, AGE] * _YEAR), -1)
    return {
        "died": _middle(rows[:, DIED_FIRST], rows[:, DIED_LAST]),
        "born": np.where(born >= 0, born, age).astype(np.int64),
    }


def _middle(first: Codes, last: Codes) -> Keys:
    return np.where(first >= 0, (first.astype(np.int64) + last) // 2, -1)


def _sound(column: int) -> Callable[[Features], Keys]:
    return lambda features: features.words.sound_of(features.rows[:, column]).astype(np.int64)


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
    born = middles(features)["born"]
    return np.where(born >= 0, born // 366, -1)


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
    "died": _exact(DIED_FIRST),
    "month": _month,
    "born": lambda features: features.rows[:, BORN_PARTS].astype(np.int64),
    "birth year": _birth_year,
    "place": _sound(PLACE),
    "governorate": _sound(GOVERNORATE),
}
