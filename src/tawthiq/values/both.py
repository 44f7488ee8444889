"""A sentence in the two languages of every reader, Arabic and English.

The rooms below ``store`` say what they found without knowing who reads it, so they
say it twice, side by side, where a reviewer can compare the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "ar"]
LANGUAGES: tuple[Language, ...] = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Both:
    """The same thing said in English and in Arabic."""

    en: str
    ar: str

    @classmethod
    def same(cls, text: str) -> Both:
        """Say what needs no translation: a code, an address, a quotation."""
        return cls(text, text)

    def in_(self, language: Language) -> str:
        return self.ar if language == "ar" else self.en

    def __add__(self, other: Both) -> Both:
        return Both(self.en + other.en, self.ar + other.ar)

    def __bool__(self) -> bool:
        return bool(self.en or self.ar)


def joined(parts: Iterable[Both], between: Both | str = " ") -> Both:
    """Say several things one after the other, leaving out what is empty."""
    gap = Both.same(between) if isinstance(between, str) else between
    said = [part for part in parts if part]
    return Both(gap.en.join(p.en for p in said), gap.ar.join(p.ar for p in said))


NOTHING = Both("", "")
