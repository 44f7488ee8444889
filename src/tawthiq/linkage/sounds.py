"""How a name sounds, in one form for Arabic and Latin letters.

خالد, Khaled, Khalid and Haled are one name; خالد and خلود are two. A word is brought to
its *consonants*, in classes so wide that every usual way of writing one Arabic letter in
Latin letters falls into the class of that letter. Beside them stand, for each consonant,
the Arabic letters it may be, and between the consonants the vowels that were written.

The classes join what the published tables write alike (ALA-LC, BGN/PCGN 1956, UNGEGN 2007,
ISO 233, and French and Turkish habit): ج is j, dj, g or c; ق is q, k or g; ذ is dh, d or z.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tawthiq.values.text import is_arabic

MOST_SOUNDS: Final = 12
"""Consonants that are compared letter by letter; longer words are compared by their class."""
CLASSES: Final = "?ABTKDRSCFLMNHWY"
"""A class is one letter; its place here is its number. A is a word that begins with a vowel."""
BITS: Final = 5
"""Bits for the Arabic letters that a consonant may be."""
GAP_BITS: Final = 4
"""Bits for the vowels in one gap: a, i, u, and anything."""
_A, _I, _U, _ANY = 1, 2, 4, 8
_EVERY = (1 << BITS) - 1

# Letters of one class, each with a bit of its own: what Latin letters cannot tell apart.
_ARABIC_CLASSES = {
    "B": "ب",
    "T": "تطث",
    "K": "جغقكخ",
    "D": "دضذظز",
    "R": "ر",
    "S": "سص",
    "C": "ش",
    "F": "ف",
    "L": "ل",
    "M": "م",
    "N": "ن",
    "H": "حه",
}
_ARABIC: dict[str, tuple[str, int]] = {
    letter: (sound, 1 << at)
    for sound, letters in _ARABIC_CLASSES.items()
    for at, letter in enumerate(letters)
}
# Written for one another so often that the difference tells no names apart.
_ARABIC |= {"ض": ("D", 0b01010), "ظ": ("D", 0b01010)}


def _may_be(sound: str, letters: str) -> tuple[str, int]:
    return sound, sum(_ARABIC[letter][1] for letter in letters) & _EVERY


_LATIN: dict[str, tuple[str, int]] = {
    **dict.fromkeys(("b", "p"), _may_be("B", "ب")),
    "t": _may_be("T", "تطث"),
    "th": _may_be("T", "ثت"),
    **dict.fromkeys(("j", "dj", "zh"), _may_be("K", "ج")),
    "g": _may_be("K", "جغقك"),
    "gh": _may_be("K", "غق"),
    "q": _may_be("K", "قكغ"),
    **dict.fromkeys(("k", "ck"), _may_be("K", "كقخ")),
    "c": _may_be("K", "كقج"),
    **dict.fromkeys(("kh", "x"), _may_be("K", "خك")),
    "d": ("D", 0b01111),
    "dh": ("D", 0b01110),
    "z": ("D", 0b11110),
    "r": ("R", 1),
    "s": _may_be("S", "سص"),
    **dict.fromkeys(("sh", "ch", "sch"), _may_be("C", "ش")),
    **dict.fromkeys(("f", "v", "ph"), _may_be("F", "ف")),
    "l": ("L", 1),
    "m": ("M", 1),
    "n": ("N", 1),
    "h": _may_be("H", "حه"),
}
_GRAPHEME = re.compile("(?<=^ab)d|sch|kh|gh|sh|ch|th|dh|dj|ph|zh|ck|[a-z]")
_SOFT_C = re.compile("c(?=[eiy])")
# A doubled consonant is one Arabic letter; ss and tt are written so in one-letter names too.
_DOUBLED = re.compile("([^aeiou])\\1+")
_VOWELS = {"a": _A, "i": _I, "y": _I, "o": _U, "u": _U, "w": _U, "e": _A | _I}
_ARABIC_VOWELS = {"ا": _A, "ي": _I, "و": _U, "ع": 0, "ء": 0}
_ARABIC_ENDS = {"ا": _A, "ه": _A, "ي": _A | _I, "و": _U, "ح": _ANY, "ع": _ANY, "ء": 0}
# What may be heard or not at the end of a word: ة, a long vowel, a breath after it.
_ARABIC_END = re.compile("(?<=..)ه$|(?<=.)[اوي]+ه?$|(?<=.)[اوي]*[حعء]$")
_LATIN_END = re.compile("(?<=.)[aeiouwy]+h?$")


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound of a word.

    Attributes:
        consonants: Letters of ``CLASSES``.
        letters: For each consonant the Arabic letters it may be, ``BITS`` bits each, the
            first lowest.
        vowels: For each gap the vowels written there, ``GAP_BITS`` bits each: the lowest
            before the second consonant, the last one after the last.
    """

    consonants: str
    letters: int
    vowels: int


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> Sound:
    """The sound of a folded word; no consonants where it has none (a number, "Aa")."""
    return _settled(*(_of_arabic(word) if is_arabic(word) else _of_latin(word)))


Heard = list[tuple[str, int, int]]
"""Consonants with the letters that each may be and the vowels written after it."""


def _of_arabic(word: str) -> tuple[Heard, int]:
    ending = _ARABIC_END.search(word)
    body = word[: ending.start()] if ending else word
    end = 0
    for letter in ending.group() if ending else "":
        end |= _ARABIC_ENDS[letter]
    heard: Heard = []
    for letter in body:
        if found := _ARABIC.get(letter):
            heard.append((*found, 0))
        elif not heard:
            heard.append(({"و": "W", "ي": "Y"}.get(letter, "A"), _EVERY, 0))
        else:
            *before, vowels = heard[-1]
            heard[-1] = (*before, vowels | _ARABIC_VOWELS.get(letter, 0))  # type: ignore[assignment]
    return heard, end


def _of_latin(word: str) -> tuple[Heard, int]:
    ending = _LATIN_END.search(word)
    body = word[: ending.start()] if ending else word
    body = _SOFT_C.sub("s", _DOUBLED.sub(r"\1", body))
    heard: Heard = []
    for found in _GRAPHEME.finditer(body):
        letters = found.group()
        if consonant := _LATIN.get(letters):
            heard.append((*consonant, 0))
        elif not heard:
            heard.append((_first(body), _EVERY, _VOWELS[letters]))
        else:
            consonant_, may_be, vowels = heard[-1]
            heard[-1] = (consonant_, may_be, vowels | _VOWELS[letters])
    return heard, _vowels_in(ending.group()) if ending else 0


def _first(body: str) -> str:
    """W and Y begin Walid, Oualid and Yusuf as consonants; Omar and Iyad begin with a vowel."""
    if body[0] == "w" or re.match("ou[aei]", body):
        return "W"
    return "Y" if body[0] == "y" else "A"


def _vowels_in(letters: str) -> int:
    vowels = 0
    for letter in letters:
        vowels |= _VOWELS.get(letter, 0)
    return vowels


def _settled(heard: Heard, end: int) -> Sound:
    """Everything packed into whole numbers."""
    letters = vowels = 0
    for at, (_, may_be, after) in enumerate(heard[:MOST_SOUNDS]):
        letters |= may_be << (BITS * at)
        vowels |= after << (GAP_BITS * at)
    if 0 < len(heard) <= MOST_SOUNDS:
        vowels |= end << (GAP_BITS * (len(heard) - 1))
    return Sound("".join(consonant for consonant, _, _ in heard), letters, vowels)
