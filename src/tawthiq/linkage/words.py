"""The distinct words of a table, as numbers that two words can be compared by.

A word is kept once, however many rows hold it: its letters, its sound, and how often it
stands in the table. Comparing two rows then never touches a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.sounds import CLASSES, MOST_SOUNDS, sound
from tawthiq.linkage.table import Codes
from tawthiq.values.text import is_arabic

MOST_LETTERS: Final = 24
"""Letters of a word that are compared; house choice."""

Facts = npt.NDArray[np.int64]

(
    MASK,
    MAY_BE,
    VOWELS,
    SOUND,
    LENGTH,
    CONSONANTS,
    ARABIC,
    COUNT,
    LETTERS,
    _LETTERS_2,
    _LETTERS_3,
    SPELLED,
    GIVEN_BITS,
    FAMILY_BITS,
) = range(14)
"""Columns of ``Words.facts``: which letters it has, as bits; ``Sound.letters`` and
``Sound.vowels``; the number of its consonants' spelling; how many letters and how many
consonants; 1 for Arabic; how often it stands in the table; its letters, one byte each, in
three columns; its consonants, four bits each, the first highest; how rare it is among given
and among family names, in bits times ``PER_BIT``. One array, so that a comparison hands on
one array and not five: that is most of what a comparison costs."""
PER_BIT: Final = 1024
_COLUMNS = 16  # two lines of a processor's cache


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Words in numbers.

    Attributes:
        texts: The words.
        facts: For each word the columns named above.
        sounds: How many spellings of consonants there are.
    """

    texts: tuple[str, ...]
    facts: Facts
    sounds: int

    @classmethod
    def of(cls, texts: Sequence[str], counts: Codes) -> Words:
        """Put words into numbers; ``counts`` says how often each stands in the table."""
        facts = np.zeros((len(texts), _COLUMNS), np.int64)
        spellings: dict[str, int] = {}
        for at, text in enumerate(texts):
            heard = sound(text)
            # What has no consonants (a number, a single vowel) sounds like itself only.
            key = heard.consonants or "=" + text
            number = spellings.setdefault(key, len(spellings))
            kept = heard.consonants[:MOST_SOUNDS]
            facts[at, MAY_BE : LENGTH + 1] = (heard.letters, heard.vowels, number, len(text))
            facts[at, CONSONANTS : ARABIC + 1] = (len(kept), is_arabic(text))
            facts[at, SPELLED] = _packed(kept)
        letters = _letters(texts)
        facts[:, MASK] = _masks(letters)
        facts[:, LETTERS : LETTERS + 3] = letters.view("<i8")
        facts[:, LENGTH] = np.minimum(facts[:, LENGTH], MOST_LETTERS)
        facts[:, COUNT] = counts
        return cls(tuple(texts), facts, len(spellings))

    def sound_of(self, words: Codes) -> Codes:
        """The number of the sound of each word; -1 where there is none."""
        numbers = np.append(self.facts[:, SOUND], -1).astype(np.int32)
        return numbers[words]


def _packed(consonants: str) -> int:
    number = 0
    for at, letter in enumerate(consonants):
        number |= CLASSES.index(letter) << (4 * (MOST_SOUNDS - 1 - at))
    return number


def _letters(texts: Sequence[str]) -> npt.NDArray[np.uint8]:
    """Letters as numbers from 1 to 255; letters far from Arabic and Latin may share one."""
    cut = "".join(text[:MOST_LETTERS].ljust(MOST_LETTERS, "\0") for text in texts)
    points = np.frombuffer(cut.encode("utf-32-le", "surrogatepass"), np.uint32)
    small = np.where(points < 0x80, points, 0x80 + points % 0x7F)
    return np.where(points == 0, 0, small).astype(np.uint8).reshape(len(texts), MOST_LETTERS)


def _masks(letters: npt.NDArray[np.uint8]) -> npt.NDArray[np.int64]:
    """Which letters a word has, one bit each; two letters may share a bit."""
    bits = np.where(letters > 0, np.int64(1) << (letters.astype(np.int64) % 62), np.int64(0))
    masks: npt.NDArray[np.int64] = np.bitwise_or.reduce(bits, axis=1)
    return masks
