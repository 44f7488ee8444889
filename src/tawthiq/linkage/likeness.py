"""How alike two words of a name are, as a level and not as a percentage.

A percentage holds حسن and حسين to be nearly one name, and محمد and Mohamed to be two. The
levels here ask what a clerk would ask: is it the same word, does it sound the same, is it
one slip of the pen away; and if so, are both of them names that people bear?
"""

from __future__ import annotations

from typing import Final

from tawthiq.linkage.compiled import compiled
from tawthiq.linkage.words import (
    ARABIC,
    CONSONANTS,
    COUNT,
    LENGTH,
    MASK,
    MAY_BE,
    SOUND,
    VOWELS,
    Bytes,
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
def likened(one: int, other: int, letters: Bytes, consonants: Bytes, facts: Facts) -> int:
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
    elif facts[one, ARABIC] == facts[other, ARABIC]:
        if _bits(facts[one, MASK] ^ facts[other, MASK]) <= 2:
            length, other_length = facts[one, LENGTH], facts[other, LENGTH]
            near = min(length, other_length) >= 3 and one_slip(
                letters, one, length, other, other_length
            )
    else:
        count, other_count = facts[one, CONSONANTS], facts[other, CONSONANTS]
        near = min(count, other_count) >= 3 and one_slip(consonants, one, count, other, other_count)
    if near:
        fewer = min(facts[one, COUNT], facts[other, COUNT])
        more = max(facts[one, COUNT], facts[other, COUNT])
        return 3 if fewer <= _FEW or fewer * _ODD <= more else 4
    return 5 if _somewhat(one, other, letters, consonants, facts) else 6


@compiled
def _somewhat(one: int, other: int, letters: Bytes, consonants: Bytes, facts: Facts) -> bool:
    if facts[one, ARABIC] != facts[other, ARABIC]:
        return False
    length, other_length = facts[one, LENGTH], facts[other, LENGTH]
    if _bits(facts[one, MASK] ^ facts[other, MASK]) * 2 > length + other_length:
        return False
    if _begins(letters, one, length, other, other_length):
        return True
    if jaro_winkler(letters, one, length, other, other_length) >= _ALIKE:
        return True
    count, other_count = facts[one, CONSONANTS], facts[other, CONSONANTS]
    return min(count, other_count) >= 4 and one_slip(consonants, one, count, other, other_count)


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
def one_slip(words: Bytes, one: int, length: int, other: int, other_length: int) -> bool:
    """Whether one letter left out, put in, replaced, or two exchanged turns one into the other.

    Args:
        words: Letters, one line a word.
        one: The line of a word.
        length: Its letters.
        other: The line of the other word.
        other_length: Its letters.
    """
    if length > other_length:
        one, other, length, other_length = other, one, other_length, length
    if other_length - length > 1:
        return False
    at = 0
    while at < length and words[one, at] == words[other, at]:
        at += 1
    end = 0
    while (
        end < length - at and words[one, length - 1 - end] == words[other, other_length - 1 - end]
    ):
        end += 1
    rest = length - at - end
    if length != other_length:
        return rest == 0
    if rest <= 1:
        return True
    turned = words[one, at] == words[other, at + 1] and words[one, at + 1] == words[other, at]
    return rest == 2 and turned


@compiled
def _begins(words: Bytes, one: int, length: int, other: int, other_length: int) -> bool:
    """Whether the shorter one is an initial of the other or its first three letters or more."""
    shorter = min(length, other_length)
    if shorter == 2:
        return False
    for at in range(shorter):
        if words[one, at] != words[other, at]:
            return False
    return shorter > 0


@compiled
def jaro_winkler(words: Bytes, one: int, length: int, other: int, other_length: int) -> float:
    """The similarity of Jaro (1989) with the prefix of Winkler (1990), from 0 to 1."""
    if length == 0 or other_length == 0:
        return 0.0
    reach = max(max(length, other_length) // 2 - 1, 0)
    taken, matched, hits = 0, 0, 0
    for at in range(length):
        for there in range(max(0, at - reach), min(other_length, at + reach + 1)):
            if not taken >> there & 1 and words[one, at] == words[other, there]:
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
            out_of_place += words[one, at] != words[other, there]
            there += 1
    jaro = (hits / length + hits / other_length + (hits - out_of_place // 2) / hits) / 3
    prefix = 0
    while prefix < min(4, length, other_length) and words[one, prefix] == words[other, prefix]:
        prefix += 1
    return jaro + prefix * 0.1 * (1 - jaro) if jaro > 0.7 else jaro


@compiled
def _bits(number: int) -> int:
    """How many bits are set."""
    count = 0
    while number:
        number &= number - 1
        count += 1
    return count
