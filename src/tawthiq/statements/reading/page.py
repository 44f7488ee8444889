"""A text made ready for reading: its layout, its words and the phrases found in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tawthiq.statements.reading.lexicon import Hit, Hits, Word, words_of
from tawthiq.statements.reading.sentences import Layout, Sentence, lay_out
from tawthiq.statements.reading.words import counting_words

# What may stand between two words of one noun phrase: nothing that ends a thought.
_SOFT = re.compile(r"[\s\-‑’'“”\"‘«»]*")


@dataclass(frozen=True)
class Page:
    """A text with everything that reading looks up again and again."""

    text: str
    layout: Layout
    words: tuple[Word, ...]
    hits: Hits

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def word_from(self, position: int) -> int:
        """The number of the first word that begins at a position or after it."""
        return bisect_left(self._starts, position)

    def word_before(self, position: int) -> int:
        """The number of the last word that begins before a position, or -1."""
        return bisect_left(self._starts, position) - 1

    def is_soft(self, number: int) -> bool:
        """Whether a word follows the one before it without punctuation between them."""
        if not 0 < number < len(self.words):
            return False
        before, word = self.words[number - 1], self.words[number]
        return _SOFT.fullmatch(self.text, before.end, word.start) is not None

    def sentence_of(self, position: int) -> Sentence:
        return self.layout.sentences[self.layout.sentence_at(position)]

    def first_hit(self, kinds: Iterable[str], number: int) -> Hit | None:
        """The longest phrase of any of the kinds that begins with a word."""
        found = [h for kind in kinds if (h := self.hits.at_word(kind, number, self.words))]
        return max(found, key=lambda hit: hit.last, default=None)

    def said_between(self, start: int, end: int) -> list[str]:
        """The folded words between two positions."""
        first, last = self.word_from(start), bisect_right(self._starts, end - 1)
        return [word.said for word in self.words[first:last] if word.end <= end]


def open_page(text: str) -> Page:
    """Lay out a text and find the words by which it counts."""
    words = words_of(text)
    return Page(text, lay_out(text), words, counting_words().spot(words))
