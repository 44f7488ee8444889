"""The words just before and just after a place in a text.

Whether "2019" is a year and "one" a number is decided by their neighbours. The texts are
levelled ones, and a bounded stretch is looked at, so that reading stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

_REACH = 48  # codepoints: longer than any phrase of our tables
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s(\[\"'“‘«]{0,4}\Z")
_NEXT_WORD = re.compile(r"\s{1,8}([^\W\d_]+)")
_OPENS = '(["“‘«'
_PIECE = re.compile(rf"[^\s{re.escape(_OPENS)}]+")

FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """a about after against all also although among an and another are as at be because been
    before being between both but by can could did do does during each every few for from had
    has have he her here his how however i if in into is it its least may me might more most
    must my no nor not of off on only or other our out over she should since so some still such
    than that the their them then there these they this those though through to too under until
    up us was we were what when where which while who whom whose why will with within without
    would yet you your""",
    )
)
"""English words that are not things one counts."""


def word_before(text: str, start: int) -> str:
    """The word that ends just before; "" where none does."""
    found = _LAST_WORD.search(text, max(0, start - _REACH), start)
    return found[1] if found else ""


def word_after(text: str, end: int) -> str:
    """The word that begins after the spaces at ``end``; "" where none does."""
    found = _NEXT_WORD.match(text, end)
    return found[1] if found else ""


def counts_something(word: str) -> bool:
    """Whether a word after a number can be the thing that is counted."""
    return len(word) > 1 and word not in FUNCTION_WORDS


class Phrases(Generic[Meaning]):
    """A table of phrases and their meanings, asked for the one that stands before a place.

    The phrases are levelled, their words separated by one space.
    """

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        self._meanings = dict(meanings)
        self._longest = max(phrase.count(" ") for phrase in meanings) + 1  # words
        self._last_words = {phrase.rpartition(" ")[2] for phrase in meanings}

    def before(self, text: str, start: int) -> tuple[Meaning, int] | None:
        """The longest phrase that ends just before, and where it begins."""
        reach = max(0, start - _REACH)
        words = text[reach:start].split()
        # Most words end no phrase; nothing but spaces may stand between phrase and place.
        if not words or words[-1].lstrip(_OPENS) not in self._last_words:
            return None
        if not text[start - 1].isspace():
            return None
        pieces = list(_PIECE.finditer(text, reach, start))[-self._longest :]
        for at, piece in enumerate(pieces):
            phrase = " ".join(one.group() for one in pieces[at:])
            if phrase in self._meanings:
                return self._meanings[phrase], piece.start()
        return None
