"""Who reads a page: in which language, and with which digits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.utils import translation

from tawthiq.values.both import Language

DIGITS_COOKIE = "digits"
LATIN = "latn"
ARABIC = "arab"
_latin_digits: ContextVar[bool] = ContextVar("latin_digits", default=False)


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader's language, and whether an Arabic reader asked for the digits 123."""

    language: Language = "en"
    latin_digits: bool = False

    @property
    def is_arabic(self) -> bool:
        return self.language == "ar"

    @property
    def reads_arabic_digits(self) -> bool:
        return self.is_arabic and not self.latin_digits

    @property
    def direction(self) -> str:
        return "rtl" if self.is_arabic else "ltr"


def current() -> Reader:
    """The reader of the page being made, as its request said."""
    language: Language = "ar" if (translation.get_language() or "").startswith("ar") else "en"
    return Reader(language, _latin_digits.get())


@contextmanager
def reading(reader: Reader) -> Iterator[None]:
    """Make what follows for this reader."""
    token = _latin_digits.set(reader.latin_digits)
    try:
        with translation.override(reader.language):
            yield
    finally:
        _latin_digits.reset(token)


@contextmanager
def with_digits(*, latin: bool) -> Iterator[None]:
    """Make what follows with these digits, in whatever language is active."""
    token = _latin_digits.set(latin)
    try:
        yield
    finally:
        _latin_digits.reset(token)
