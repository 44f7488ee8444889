"""How one place name can be spelled: the keys under which every romanisation meets.

Ma'arrat An Nu'man, Maarat al-Numaan, Ma'aret Al Nu'man and معرة النعمان have one key
in common. Articles go, words are run together, consonants stay, and long vowels stay
where the script shows them (``tawthiq.values.text.skeletons``).
"""

from __future__ import annotations

import re
from itertools import product

from tawthiq.values.text import is_arabic, skeleton, skeletons, tokens

# The article before a sun letter, with the vowels that writers give it. Never a whole name.
_ARTICLE = re.compile("[aeiu]l|[ae](?:n|r|s|sh|d|t|z|dh|th)|l")
_WAYS = 24  # a name with more ways of reading it is told by its consonants alone


def exact(name: str) -> str:
    """The form in which two names are one name: without articles, marks and spaces."""
    return "".join(name_words(name))


def name_words(name: str) -> list[str]:
    """The folded words of a name without its articles."""
    words = tokens(name)
    kept = [_without_article(word) for word in words if not _ARTICLE.fullmatch(word)]
    return kept or words


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def keys(name: str) -> frozenset[str]:
    """The consonant keys of a name; two spellings of one name share at least one."""
    words = name_words(_with_bound_t(name))
    choices = [sorted(skeletons(word)) or [""] for word in words]
    ways = 1
    for choice in choices:
        ways *= len(choice)
    if ways > _WAYS:
        choices = [[skeleton(word)] for word in words]
    found = {_run_together(way) for way in product(*choices)}
    if any(map(is_arabic, words)):
        found |= {_run_together(way) for way in product(*_without_t(words))}
    return frozenset(found - {""})


# ة is heard as t before another word: Ma'arrat an-Nu'man, but al-Ma'arra.
_BOUND = re.compile(r"[ةه](?=\s+\S)")


def _with_bound_t(name: str) -> str:
    return _BOUND.sub("\u062a", name)


def _without_t(words: list[str]) -> list[list[str]]:
    """The same words where the writer left that t out (Ma'arra an-Nu'man)."""
    *bound, last = words
    heard = [word[:-1] if len(word) > 3 and word.endswith("ت") else word for word in bound]
    return [sorted(skeletons(word)) or [""] for word in [*heard, last]]


def _run_together(way: tuple[str, ...]) -> str:
    run = re.sub(r"(.)\1+", r"\1", "".join(way))
    return run[:1] + run[1:].replace("w", "W").replace("y", "Y")


def bones(key: str) -> str:
    """The consonants of a key."""
    return re.sub(r"(.)\1+", r"\1", re.sub("[WY]", "", key))


# Vowels in three kinds, consonants as most writers hear them, the end of a word open.
_HEARD = tuple(
    (re.compile(written), heard)
    for written, heard in (
        ("kh|q", "k"),
        ("sh|ch", "c"),
        ("[gtd](?=h)", ""),
        ("[ae]+", "a"),
        ("[iy]+", "i"),
        ("[ouw]+", "u"),
        (r"(.)\1+", r"\1"),
        ("a?h?$", ""),
    )
)


def heard(name: str) -> str:
    """A name as it sounds, for comparing two spellings that share a key."""
    text = exact(name)
    for written, sound in _HEARD:
        text = written.sub(sound, text)
    return text


# Letters for which one may differ: a Latin vowel is a matter of taste, an Arabic letter is
# not. House choice; on 1,887 names of another list it leaves 2 in 100 spellings wrong.
_LATIN_LETTERS, _ARABIC_LETTERS = 8, 6


def alike(written: str, known: str) -> bool:
    """Whether two names of one key are near enough in sound to be one name."""
    one, other = heard(written), heard(known)
    letters = _ARABIC_LETTERS if is_arabic(one) else _LATIN_LETTERS
    return is_arabic(one) is is_arabic(other) and _differ(one, other) <= len(one) // letters


def _differ(one: str, other: str) -> int:
    """The letters to add, drop or change to make one of the other (Levenshtein 1965)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, second in enumerate(other, 1):
            cost = min(row[place] + 1, row[place - 1] + 1, before + (letter != second))
            before, row[place] = row[place], cost
    return row[-1]
