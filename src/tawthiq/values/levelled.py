"""A text in small letters, with one way of writing each digit, dash, space and Arabic letter.

What is found in the levelled text stands at the same codepoints of the text itself, so
that a reader of numbers and dates can point at the words as they were written. (``fold``
in ``text`` goes further, but changes the length; it is for finding, this is for pointing.)
"""

from __future__ import annotations

import re

_ALIKE = {
    "0123456789": ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"),
    "اااا": ("أإآٱ",),
    "يي": ("ىی",),
    "ه": ("ة",),
    "ك": ("ک",),
    ",,.%": ("٬،٫٪",),
    "--": ("\u2010\u2011",),  # hyphens; the dashes below may mean "to"
    "–––––": ("\u2012\u2013\u2014\u2015\u2212",),
    "     ": ("\u00a0\u2007\u2009\u202f\ufeff",),
    # Marks of direction and joiners show nothing; as spaces they separate nothing new.
    " " * 12: ("\u061c\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067",),
    "  ": ("\u2068\u2069",),
    "\n\n": ("\u2028\u2029",),
    "i": ("İ",),  # the one letter whose small form is longer than itself
}
_LEVEL = {
    ord(written): plain
    for plains, rows in _ALIKE.items()
    for row in rows
    for written, plain in zip(row, plains, strict=True)
}
_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0670\u0640]")

GAP = r"(?:[^\S\n]{1,8}|[^\S\n]{0,8}\n[^\S\n]{0,8})"
"""What separates two words of one phrase: spaces and at most one line break.

Bounded, so that a page of spaces is not read again from each of them.
"""


def levelled(text: str) -> str:
    """The same text in one way of writing; every offset stays where it was."""
    return text.lower() if text.isascii() else text.translate(_LEVEL).lower()


def levelled_cell(text: str) -> str:
    """A short text of its own, levelled and without vowel signs: here no offset matters."""
    return " ".join(_VOWEL_SIGNS.sub("", levelled(text)).split())


def one_of(words: list[str] | tuple[str, ...] | dict[str, int]) -> str:
    """A pattern for any of these phrases, the longest first, whatever gap separates words."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", GAP) for word in longest_first) + ")"
