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
    first, second = facts[one], facts[other]
    one_script = first[ARABIC] == second[ARABIC]
    if first[SOUND] == second[SOUND]:
        if sounds_compatible(first, second):
            return 2
        near = True
    elif one_script:
        near = (
            _bits(first[MASK] ^ second[MASK]) <= 2
            and min(first[LENGTH], second[LENGTH]) >= 3
            and one_slip(letters[one], first[LENGTH], letters[other], second[LENGTH])
        )
    else:
        near = min(first[CONSONANTS], second[CONSONANTS]) >= 3 and one_slip(
            consonants[one], first[CONSONANTS], consonants[other], second[CONSONANTS]
        )
    if near:
        fewer, more = first[COUNT], second[COUNT]
        if fewer > more:
            fewer, more = more, fewer
        return 3 if fewer <= _FEW or fewer * _ODD <= more else 4
    if _somewhat(one, other, letters, consonants, facts):
        return 5
    return 6


@compiled
def _somewhat(one: int, other: int, letters: Bytes, consonants: Bytes, facts: Facts) -> bool:
    first, second = facts[one], facts[other]
    shorter, longer = first[LENGTH], second[LENGTH]
    if first[ARABIC] != second[ARABIC] or _bits(first[MASK] ^ second[MASK]) * 2 > shorter + longer:
        return False
    if _begins(letters[one], shorter, letters[other], longer):
        return True
    if jaro_winkler(letters[one], shorter, letters[other], longer) >= _ALIKE:
        return True
    return min(first[CONSONANTS], second[CONSONANTS]) >= 4 and one_slip(
        consonants[one], first[CONSONANTS], consonants[other], second[CONSONANTS]
    )


@compiled
def sounds_compatible(first: Facts, second: Facts) -> bool:
    """Whether words with the same consonants can be one word: letters and vowels allow it.

    Arabic writes long vowels: a Latin form must have each of them, and may have more.
    """
    count = first[CONSONANTS]
    if count == 0:
        return False
    arabic = first[ARABIC] + second[ARABIC]
    for at in range(count):
        if not (first[MAY_BE] >> (5 * at)) & (second[MAY_BE] >> (5 * at)) & 31:
            return False
        one = (first[VOWELS] >> (4 * at)) & 15
        other = (second[VOWELS] >> (4 * at)) & 15
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
            written = one if first[ARABIC] else other
            if written & ~(other if first[ARABIC] else one):
                return False
    return True


@compiled
def one_slip(one: Bytes, length: int, other: Bytes, other_length: int) -> bool:
    """Whether one letter left out, put in, replaced, or two exchanged turns one into the other."""
    if length > other_length:
        one, other, length, other_length = other, one, other_length, length
    if other_length - length > 1:
        return False
    at = 0
    while at < length and one[at] == other[at]:
        at += 1
    end = 0
    while end < length - at and one[length - 1 - end] == other[other_length - 1 - end]:
        end += 1
    rest = length - at - end
    if length != other_length:
        return rest == 0
    swapped = rest == 2 and one[at] == other[at + 1] and one[at + 1] == other[at]
    return rest <= 1 or swapped


@compiled
def _begins(one: Bytes, length: int, other: Bytes, other_length: int) -> bool:
    """Whether the shorter one is an initial of the other or its first three letters or more."""
    shorter = min(length, other_length)
    if shorter == 2:
        return False
    for at in range(shorter):
        if one[at] != other[at]:
            return False
    return shorter > 0


@compiled
def jaro_winkler(one: Bytes, length: int, other: Bytes, other_length: int) -> float:
    """The similarity of Jaro (1989) with the prefix of Winkler (1990), from 0 to 1."""
    if length == 0 or other_length == 0:
        return 0.0
    reach = max(max(length, other_length) // 2 - 1, 0)
    taken, matched, hits = 0, 0, 0
    for at in range(length):
        for there in range(max(0, at - reach), min(other_length, at + reach + 1)):
            if not taken >> there & 1 and one[at] == other[there]:
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
            out_of_place += one[at] != other[there]
            there += 1
    jaro = (hits / length + hits / other_length + (hits - out_of_place // 2) / hits) / 3
    prefix = 0
    while prefix < min(4, length, other_length) and one[prefix] == other[prefix]:
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
