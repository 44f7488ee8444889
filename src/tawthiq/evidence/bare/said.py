"""What the verifier says in English and in Arabic, and the two ways in which it cannot say yes."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Said(NamedTuple):
    """One sentence in both languages."""

    en: str
    ar: str


class DoesNotHold(Exception):
    """It was looked at and it is not so."""

    def __init__(self, code: str, en: str, ar: str) -> None:
        super().__init__(en)
        self.code, self.said = code, Said(en, ar)


class CannotTell(Exception):
    """It could not be looked at, or not with what this program knows: never a no, never a yes."""

    def __init__(self, code: str, en: str, ar: str) -> None:
        super().__init__(en)
        self.code, self.said = code, Said(en, ar)


def shown(text: str) -> str:
    """Foreign text as it may be shown: nothing in it can turn or overwrite what stands around it.

    Control characters, the marks that turn the direction of writing, and what is not Unicode at
    all (as file names may be) are written as escapes.
    """
    return "".join(
        f"\\u{ord(letter):04x}"
        if unicodedata.category(letter)[0] in "CZ" and letter != " "
        else letter
        for letter in text
    )
