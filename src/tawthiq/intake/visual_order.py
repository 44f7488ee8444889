"""Arabic lines that came out of a PDF in the order of the eye, turned to the order of reading.

Some programs write a line of Arabic into a PDF from left to right as it is seen, each
word in itself right. The full stop then stands before the first word, which tells it.
"""

from __future__ import annotations

import re

_ARABIC = re.compile("[\u0620-\u064a]")
_LATIN = re.compile("[A-Za-z]")
_MARKS = ".،؛:؟!"
# A number before the letters that were joined to its front ("27و" for "و27").
_NUMBER_FIRST = re.compile(r"(\d[\d.,/-]*)([\u0620-\u064a]+)")


def is_visual(text: str) -> bool:
    """Whether more Arabic lines begin with a mark of punctuation than end with one."""
    lines = [line.strip() for line in text.splitlines() if _is_arabic(line)]
    begin = sum(line[0] in _MARKS for line in lines)
    return begin > sum(line[-1] in _MARKS for line in lines)


def as_read(text: str) -> str:
    """Every Arabic line of a text with its words in the order of reading."""
    return "\n".join(_turned(line) if _is_arabic(line) else line for line in text.splitlines())


def _is_arabic(line: str) -> bool:
    return len(_ARABIC.findall(line)) > len(_LATIN.findall(line))


def _turned(line: str) -> str:
    return " ".join(_word(word) for word in reversed(line.split()))


def _word(word: str) -> str:
    """A word with the marks before it put behind, and its number behind its letters."""
    bare = word.lstrip(_MARKS)
    marks = word[: len(word) - len(bare)]
    return _NUMBER_FIRST.sub(r"\2\1", bare) + marks
