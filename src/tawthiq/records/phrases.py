"""Finding the phrases of a vocabulary in a text, in Arabic or Latin letters, as whole words.

Of two phrases that begin at one word the longer is found ("market street", not
"market"). Arabic joins particles and the article to the word that follows, so والمدرسة
is found under مدرسة; a text is folded first (see ``values.text``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from tawthiq.values.text import fold, is_arabic

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\s\-–]+")  # what may stand between two words of one phrase
# A phrase is kept without articles and found with and without them. The letters are those
# that were written: once folded, the first two of ألغام (mines) look like an article.
_ARTICLE = re.compile(r"\bال(?=\w{3})")
# The longest first: what is "and with the" must not be read as "and".
_JOINED = ("وبال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك")
_KEPT = 2  # letters: a shorter rest is no word


@dataclass(frozen=True, slots=True)
class Spot(Generic[T]):
    """A phrase that was found: start and end in the *folded* text, and what it stands for."""

    start: int
    end: int
    value: T


class Phrases(Generic[T]):
    """Phrases and what each stands for.

    Raises:
        ValueError: One phrase stands for two things.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        found: dict[tuple[str, ...], T] = {}
        for written, value in phrases:
            words = tuple(_WORD.findall(fold(_ARTICLE.sub("", written))))
            if found.setdefault(words, value) != value:
                raise ValueError(f"{written!r} stands for {found[words]!r} and for {value!r}")
        self._by_first = _by_first_word(found)

    def spot(self, folded: str) -> list[Spot[T]]:
        """Every phrase in a folded text, in order; none overlaps another."""
        words = list(_WORD.finditer(folded))
        spots, at = [], 0
        while at < len(words):
            length, value = self._longest(folded, words, at)
            if value is not None:
                spots.append(Spot(words[at].start(), words[at + length - 1].end(), value))
            at += max(length, 1)
        return spots

    def _longest(self, folded: str, words: list[re.Match[str]], at: int) -> tuple[int, T | None]:
        length, best = 0, None
        for form in _forms(words[at].group()):
            for phrase, value in self._by_first.get(form, ()):
                if len(phrase) > length and _stands(phrase, folded, words, at):
                    length, best = len(phrase), value
        return length, best


def unspotted(folded: str, spots: Iterable[Spot[T]]) -> Iterator[str]:
    """The words of a folded text that no spot covers, without numbers."""
    covered = [(spot.start, spot.end) for spot in spots]
    for word in _WORD.finditer(folded):
        inside = any(start <= word.start() and word.end() <= end for start, end in covered)
        if not inside and not word.group().isdecimal():
            yield word.group()


_ByFirst = Mapping[str, list[tuple[tuple[str, ...], T]]]


def _by_first_word(phrases: Mapping[tuple[str, ...], T]) -> _ByFirst[T]:
    by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for words, value in phrases.items():
        by_first.setdefault(words[0], []).append((words, value))
    return by_first


def _stands(phrase: tuple[str, ...], folded: str, words: list[re.Match[str]], at: int) -> bool:
    there = words[at : at + len(phrase)]
    if len(there) < len(phrase):
        return False
    alike = all(word in _forms(w.group()) for word, w in zip(phrase, there, strict=True))
    gaps = (folded[a.end() : b.start()] for a, b in pairwise(there))
    return alike and all(map(_BETWEEN.fullmatch, gaps))


@lru_cache(maxsize=1 << 14)
def _forms(word: str) -> tuple[str, ...]:
    """A word as it stands, and without what Arabic joins to its front."""
    if not is_arabic(word):
        return (word,)
    cut = (word[len(p) :] for p in _JOINED if word.startswith(p) and len(word) - len(p) >= _KEPT)
    return (word, *cut)
