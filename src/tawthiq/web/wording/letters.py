"""The letters that tie a figure in a text to its trace: a, b, c or أ، ب، ج.

Letters and not digits, so that 781 with its first note never reads 7811. The Arabic order
is that of the alphabet's numbers (abjad), as notes in Arabic books have it.
"""

from __future__ import annotations

from tawthiq.web.reader import Reader

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ABJAD = ("أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف",
          "ص", "ق", "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ")  # fmt: skip


def letter(index: int, reader: Reader) -> str:
    """The letter of the figure with this index, from 0; after the last, two letters."""
    letters = _ABJAD if reader.is_arabic else tuple(_LATIN)
    turn, place = divmod(index, len(letters))
    last = letters[place]
    return last if turn == 0 else letter(turn - 1, reader).rstrip("ـ") + last
