"""How alike two words of a name are, as a level and not as a percentage.

A percentage holds حسن and حسين to be nearly one name, and محمد and Mohamed to be two. The
levels here ask what a clerk would ask: is it the same word, does it sound the same, is it
one slip of the pen away; and if so, are both of them names that people bear?
"""

from __future__ import annotations

from typing import Final

from tawthiq.linkage.compiled import compiled
from tawthiq.linkage.sounds import MOST_SOUNDS
from tawthiq.linkage.words import (
    ARABIC,
    CONSONANTS,
    COUNT,
    LENGTH,
    LETTERS,
    MASK,
    MAY_BE,
    SOUND,
    SPELLED,
    VOWELS,
    Facts,
)

ABSENT, SAME, SOUNDS, SLIP, NEIGHBOUR, ALIKE, OTHER = range(7)
"""The levels: one of the two is missing; the same word; it sounds the same in either script;
one slip away and one of the two is rare beside the other; one slip away, but both are words
that many bear; somewhat alike; another word."""

_ODD: Final = 30  # house choice: a misspelling is this much rarer than what it misspells
_FEW: Final = 3  # a word in so few rows is not known to be a name that people bear
_ALIKE: Final = 0.85  # of Jaro-Winkler; house choice
_A, _I, _U, _ANY = 1, 2, 4, 8


@compiled
def likened(one: int, other: int, facts: Facts) -> int:
    """The level of two words by number; -1 is no word."""
    if one < 0 or other < 0:
        return 0
    if one == other:
        return 1
    near = False
    if facts[one, SOUND] == facts[other, SOUND]:
        if sounds_compatible(one, other, facts):
            return 2
        near = True
    elif facts[one, ARABIC] != facts[other, ARABIC]:
        near = _fewer(facts, one, other, CONSONANTS) >= 3 and one_slip(one, other, False, facts)
    elif _bits(facts[one, MASK] ^ facts[other, MASK]) <= 2:
        near = _fewer(facts, one, other, LENGTH) >= 3 and one_slip(one, other, True, facts)
    if near:
        fewer = _fewer(facts, one, other, COUNT)
        more = max(facts[one, COUNT], facts[other, COUNT])
        return 3 if fewer <= _FEW or fewer * _ODD <= more else 4
    return 5 if _somewhat(one, other, facts) else 6


@compiled
def _fewer(facts: Facts, one: int, other: int, column: int) -> int:
    return int(min(facts[one, column], facts[other, column]))


@compiled
def _somewhat(one: int, other: int, facts: Facts) -> bool:
    if facts[one, ARABIC] != facts[other, ARABIC]:
        return False
    if _begins(one, other, facts):
        return True
    if _bits(facts[one, MASK] ^ facts[other, MASK]) * 2 > facts[one, LENGTH] + facts[other, LENGTH]:
        return False
    if jaro_winkler(one, other, facts) >= _ALIKE:
        return True
    return _fewer(facts, one, other, CONSONANTS) >= 4 and one_slip(one, other, False, facts)


@compiled
def sounds_compatible(first: int, second: int, facts: Facts) -> bool:
    """Whether words with the same consonants can be one word: letters and vowels allow it.

    Arabic writes long vowels: a Latin form must have each of them, and may have more.
    """
    count = facts[first, CONSONANTS]
    if count == 0:
        return False
    arabic = facts[first, ARABIC] + facts[second, ARABIC]
    may_be = facts[first, MAY_BE] & facts[second, MAY_BE]
    vowels, other_vowels = facts[first, VOWELS], facts[second, VOWELS]
    for at in range(count):
        if not (may_be >> (5 * at)) & 31:
            return False
        one = (vowels >> (4 * at)) & 15
        other = (other_vowels >> (4 * at)) & 15
        if one == other or (one | other) & _ANY:
            continue
        if at == count - 1:
            if not one & other:
                return False
        elif arabic == 2:
            if (one ^ other) & (_I | _U):
                return False
        elif arabic == 0:
            if one and other and not one & other:
                return False
        else:
            written, heard = (one, other) if facts[first, ARABIC] else (other, one)
            if written & ~heard:
                return False
    return True


@compiled
def one_slip(one: int, other: int, by_letter: bool, facts: Facts) -> bool:
    """Whether one sign left out, put in, replaced, or two exchanged turns one into the other.

    Args:
        one: The number of a word.
        other: The number of another.
        by_letter: Whether letters are compared, or consonants.
        facts: ``Words.facts``.
    """
    column = LENGTH if by_letter else CONSONANTS
    if facts[one, column] > facts[other, column]:
        one, other = other, one
    length, longer = facts[one, column], facts[other, column]
    if longer - length > 1:
        return False
    at = 0
    while at < length and _sign(one, at, by_letter, facts) == _sign(other, at, by_letter, facts):
        at += 1
    end = 1
    while end <= length - at and _sign(one, length - end, by_letter, facts) == _sign(
        other, longer - end, by_letter, facts
    ):
        end += 1
    rest = length - at - end + 1
    if length != longer:
        return bool(rest == 0)
    if rest != 2:
        return bool(rest <= 1)
    first, second = _sign(one, at, by_letter, facts), _sign(one, at + 1, by_letter, facts)
    if first != _sign(other, at + 1, by_letter, facts):
        return False
    return second == _sign(other, at, by_letter, facts)


@compiled
def _begins(one: int, other: int, facts: Facts) -> bool:
    """Whether the shorter one is an initial of the other or its first three letters or more."""
    shorter = _fewer(facts, one, other, LENGTH)
    if shorter == 2:
        return False
    for at in range(shorter):
        if _letter(one, at, facts) != _letter(other, at, facts):
            return False
    return shorter > 0


@compiled
def jaro_winkler(one: int, other: int, facts: Facts) -> float:
    """The similarity of Jaro (1989) with the prefix of Winkler (1990), from 0 to 1."""
    length, other_length = facts[one, LENGTH], facts[other, LENGTH]
    if length == 0 or other_length == 0:
        return 0.0
    reach = max(max(length, other_length) // 2 - 1, 0)
    taken, matched, hits = 0, 0, 0
    for at in range(length):
        letter = _letter(one, at, facts)
        for there in range(max(0, at - reach), min(other_length, at + reach + 1)):
            if not taken >> there & 1 and letter == _letter(other, there, facts):
                taken |= 1 << there
                matched |= 1 << at
                hits += 1
                break
    if hits == 0:
        return 0.0
    out_of_place, there = 0, 0
    for at in range(length):
        if matched >> at & 1:
            while not taken >> there & 1:
                there += 1
            out_of_place += _letter(one, at, facts) != _letter(other, there, facts)
            there += 1
    jaro = (hits / length + hits / other_length + (hits - out_of_place // 2) / hits) / 3
    prefix = 0
    most = min(4, length, other_length)
    while prefix < most and _letter(one, prefix, facts) == _letter(other, prefix, facts):
        prefix += 1
    return float(jaro + prefix * 0.1 * (1 - jaro) if jaro > 0.7 else jaro)


@compiled
def _letter(word: int, at: int, facts: Facts) -> int:
    return int((facts[word, LETTERS + (at >> 3)] >> (8 * (at & 7))) & 255)


@compiled
def _sign(word: int, at: int, by_letter: bool, facts: Facts) -> int:
    """A letter of a word, or a consonant."""
    if by_letter:
        return _letter(word, at, facts)
    return int((facts[word, SPELLED] >> (4 * (MOST_SOUNDS - 1 - at))) & 15)


@compiled
def _bits(number: int) -> int:
    """How many of the lower 62 bits are set (Warren, Hacker's Delight, 5-1)."""
    number -= (number >> 1) & 0x5555555555555555
    number = (number & 0x3333333333333333) + ((number >> 2) & 0x3333333333333333)
    number = (number + (number >> 4)) & 0x0F0F0F0F0F0F0F0F
    number += number >> 8
    number += number >> 16
    return (number + (number >> 32)) & 0x7F
