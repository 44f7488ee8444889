"""Finding every known word and phrase of a text in one pass, each with what it stands for.

A phrase is found word by word, whatever stands between its words (a space, a hyphen, a
line end) and however it is written (case, accents, typographic apostrophes). Of two
phrases of one kind that overlap, the longer is found; phrases of different kinds may
overlap, since "Russian missiles" names both a party and a weapon.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawthiq.values.text import fold

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|%")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text and where it stands; ``said`` is folded.

    Attributes:
        apart: Whether a sign that ends a thought stands before it ("Syria, Response").
    """

    said: str
    start: int
    end: int
    apart: bool = False

    @property
    def within(self) -> str:
        """The word as it continues a phrase, which no such sign may interrupt."""
        return f"\0{self.said}" if self.apart else self.said


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found.

    Attributes:
        kind: The kind of phrase ("group", "party", …).
        key: What it stands for.
        start, end: Where it stands in the text.
        first, last: The numbers of its first word, and of the word after its last one.
    """

    kind: str
    key: str
    start: int
    end: int
    first: int
    last: int


def each_word(text: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(text.split())


@lru_cache(maxsize=1 << 15)
def _folded(word: str) -> str:
    return fold(word)


def words_of(text: str) -> tuple[Word, ...]:
    """The words and numbers of a text, in order."""
    words, last = [], 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        apart = start > last + 1 and not _APART.isdisjoint(text[last:start])
        words.append(Word(_folded(found.group()), start, end, apart))
        last = end
    return tuple(words)


_APART = frozenset(",;:.!?،؛؟")


def _as_phrase(words: Sequence[Word]) -> tuple[str, ...]:
    return (words[0].said, *(word.within for word in words[1:])) if words else ()


class Lexicon:
    """Phrases by kind and key; finds all of them in the words of a text."""

    def __init__(self, phrases: Iterable[tuple[str, str, str]]) -> None:
        """Take phrases as (kind, key, phrase); the first key of a phrase within a kind holds."""
        self._by_first: dict[str, dict[tuple[str, ...], list[tuple[str, str]]]] = {}
        self._longest: dict[str, int] = {}
        for kind, key, phrase in phrases:
            words = words_of(phrase)
            # An article would win the race against a longer phrase that begins after it.
            words = words[1:] if len(words) > 1 and words[0].said == "the" else words
            self._add(kind, key, _as_phrase(words))

    def _add(self, kind: str, key: str, words: tuple[str, ...]) -> None:
        if not words:
            raise ValueError(f"a phrase of no word ({kind}, {key})")
        meanings = self._by_first.setdefault(words[0], {}).setdefault(words, [])
        if all(kind != known for known, _ in meanings):
            meanings.append((kind, key))
        self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def spot(self, words: tuple[Word, ...]) -> Hits:
        """Every phrase that stands in the words, in order of position."""
        hits: list[Hit] = []
        until: dict[str, int] = {}
        for at, word in enumerate(words):
            phrases = self._by_first.get(word.said)
            if not phrases:
                continue
            for length in range(min(self._longest[word.said], len(words) - at), 0, -1):
                for kind, key in phrases.get(_as_phrase(words[at : at + length]), ()):
                    if at >= until.get(kind, 0):
                        until[kind] = at + length
                        start, end = words[at].start, words[at + length - 1].end
                        hits.append(Hit(kind, key, start, end, at, at + length))
        return Hits(hits)


class Hits:
    """The phrases found in a text, asked by kind and stretch."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self._by_kind: dict[str, list[Hit]] = {}
        for hit in hits:
            self._by_kind.setdefault(hit.kind, []).append(hit)
        self._starts = {kind: [h.start for h in found] for kind, found in self._by_kind.items()}

    def of(self, kind: str) -> list[Hit]:
        return self._by_kind.get(kind, [])

    def within(self, kind: str, start: int, end: int) -> list[Hit]:
        """Those of a kind that begin and end in a stretch."""
        found = self._by_kind.get(kind)
        if not found:
            return []
        at = bisect_left(self._starts[kind], start)
        inside = []
        while at < len(found) and found[at].start < end:
            if found[at].end <= end:
                inside.append(found[at])
            at += 1
        return inside

    def at_word(self, kind: str, number: int, words: tuple[Word, ...]) -> Hit | None:
        """The phrase of a kind that begins with a given word."""
        if number >= len(words):
            return None
        start = words[number].start
        at = bisect_left(self._starts.get(kind, []), start)
        found = self._by_kind.get(kind, [])
        return found[at] if at < len(found) and found[at].start == start else None


def phrases_of(kind: str, table: Mapping[str, Iterable[str]]) -> Iterable[tuple[str, str, str]]:
    """A table of words under their keys, as a lexicon takes them."""
    return [(kind, key, phrase) for key, words in table.items() for phrase in words]
