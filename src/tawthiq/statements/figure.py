"""A number of a text bound to the Count it comes from, and how it is written.

"At least 781" is written with its words: a lower bound that loses them becomes a lie. The
words stand before the number and outside its link, so that the linked digits are the number.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from tawthiq.counts.count import Count
from tawthiq.errors import UntracedFigureError
from tawthiq.values.both import NOTHING, Both, Language
from tawthiq.values.how_many import HowMany

Digits = Literal["latn", "arab"]
_ARABIC_DIGITS = str.maketrans("0123456789,.%", "٠١٢٣٤٥٦٧٨٩٬٫٪")
_LATIN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٬٫٪", "0123456789,.%")


class Form(StrEnum):
    """What of a count is written."""

    VALUE = "value"
    """The number with the words that go with it: "at least 781"."""
    LOW = "low"
    HIGH = "high"
    BEST = "best"
    RANGE = "range"
    """Both ends: "between 37 and 43"."""
    WORDS = "words"
    """As ``value``, spelled out up to twelve in English; Arabic words of number take the
    case and gender of what is counted, which a program does not know, and stay digits."""


@dataclass(frozen=True, slots=True)
class Written:
    """A number as a text shows it.

    Attributes:
        before: The words that stand before it and are not the number ("at least ").
        shown: The number or numbers.
        numbers: The same as whole numbers, for reading the text back.
    """

    before: Both
    shown: Both
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure as it was bound: what a frozen text keeps, to be held against later counts."""

    name: str
    form: Form
    value: HowMany


_ENGLISH = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)


def write_figure(count: Count, form: Form) -> Written:
    """Write a count's number.

    Raises:
        UntracedFigureError: The count has no value, or not the end that is asked for.
    """
    if count.value is None:
        raise UntracedFigureError(
            f"the figure {count.name!r} has no value: nothing could be counted; take it out of the"
            " text, or say that it is not known",
            f"الرقم {count.name!r} بلا قيمة: لم يمكن عدّ شيء؛ احذفه من النص، أو قل إنه غير معروف",
        )
    match form:
        case Form.LOW | Form.HIGH | Form.BEST:
            return _end(count, form, getattr(count.value, form.value))
        case Form.RANGE:
            return _range(count.value)
        case Form.WORDS:
            return _spelled(_value(count.value))
        case Form.VALUE:
            return _value(count.value)


def _end(count: Count, form: Form, number: int | None) -> Written:
    if number is None:
        raise UntracedFigureError(
            f"the figure {count.name!r} is to be shown as {form}, and its count says no {form}"
            f" ({count.value}); show it as value",
            f"يُطلب إظهار الرقم {count.name!r} بصورة {form}، وعدده لا يقول ذلك "
            f"({count.value})؛ أظهره بصورة value",
        )
    return Written(NOTHING, _grouped(number), (number,))


def _grouped(number: int) -> Both:
    return Both.same(f"{number:,}")


_AT_LEAST = Both("at least ", "ما لا يقل عن ")
_AT_MOST = Both("up to ", "ما يصل إلى ")
_ABOUT = Both("about ", "نحو ")
_BETWEEN = Both("between ", "ما بين ")


def _value(value: HowMany) -> Written:
    if value.is_exact:
        return Written(NOTHING, _grouped(value.headline), (value.headline,))
    match value.low, value.best, value.high:
        case int(low), None, None:
            return Written(_AT_LEAST, _grouped(low), (low,))
        case None, None, int(high):
            return Written(_AT_MOST, _grouped(high), (high,))
        case int(), _, int():
            return _range(value)
        case _:
            return Written(_ABOUT, _grouped(value.headline), (value.headline,))


def _range(value: HowMany) -> Written:
    low, high = value.low, value.high
    if low is None or high is None or low == high:
        return _value(HowMany.exactly(low) if low is not None and low == high else value)
    shown = Both(f"{low:,} and {high:,}", f"{low:,} و{high:,}")
    return Written(_BETWEEN, shown, (low, high))


def _spelled(written: Written) -> Written:
    if len(written.numbers) != 1 or written.numbers[0] >= len(_ENGLISH):
        return written
    shown = Both(_ENGLISH[written.numbers[0]], written.shown.ar)
    return Written(written.before, shown, written.numbers)


def with_digits(text: str, digits: Digits) -> str:
    """A text of ours with all its digits of one kind."""
    return text.translate(_ARABIC_DIGITS_ALONE if digits == "arab" else _LATIN_DIGITS)


# In prose the comma and the full stop are no separators of a number.
_ARABIC_DIGITS_ALONE = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def number_with_digits(shown: str, digits: Digits) -> str:
    """A number, separators included, with digits of one kind."""
    return shown.translate(_ARABIC_DIGITS if digits == "arab" else _LATIN_DIGITS)


def digits_of(language: Language) -> Digits:
    """The digits a language is read with unless its reader asks for others."""
    return "arab" if language == "ar" else "latn"


_LETTERS: dict[Language, tuple[str, ...]] = {
    "en": tuple("abcdefghijklmnopqrstuvwxyz"),
    "ar": (*"أبجد", "هـ", *"وزحطيكلمنسعفصقرشتثخذضظغ"),
}


def letter(number: int, language: Language) -> str:
    """The mark of a figure, from 0: a, b, … z, aa; أ، ب، ج (the abjad order)."""
    letters = _LETTERS[language]
    times, rest = divmod(number, len(letters))
    return letters[rest] if not times else letter(times - 1, language) + letters[rest]
