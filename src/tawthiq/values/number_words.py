"""A number as it is spelled out, in English or in Arabic, or written in digits.

"Seven hundred and eighty-one", سبعمئة وواحد وثمانون, "1,089", "1.4 million": each is one
number. Everything here expects a levelled text (see ``levelled``), and ordinals
("eighteenth") are not numbers.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tawthiq.values.levelled import GAP, one_of

MOST_DIGITS = 15
"""Longer rows of digits are codes, not quantities (and slow to convert)."""


def _counting(words: str, start: int, step: int = 1) -> dict[str, int]:
    """The words one after the other, each standing for one step more."""
    return {word: start + step * place for place, word in enumerate(words.split())}


_ENGLISH_UNITS = _counting("zero one two three four five six seven eight nine", 0)
_ENGLISH_TEENS = _counting(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10
)
_ENGLISH_TENS = _counting("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_ENGLISH_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9}

# Arabic as levelled: one alif, ه for ة, ي for ى. Both genders and all cases in use.
_ARABIC_UNITS = {
    **_counting("صفر واحد", 0),
    **dict.fromkeys(("واحده", "احد", "احدي"), 1),
    **dict.fromkeys(("اثنان", "اثنين", "اثنتان", "اثنتين", "اثنا", "اثني", "اثنتا", "اثنتي"), 2),
    **_counting("ثلاث اربع خمس ست سبع ثمان تسع", 3),
    **_counting("ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه", 3),
    "ثماني": 8,
}
_ARABIC_TEN = {"عشر": 10, "عشره": 10}
_ARABIC_TENS = {
    **_counting("عشرون ثلاثون اربعون خمسون ستون سبعون ثمانون تسعون", 20, 10),
    **_counting("عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين", 20, 10),
}
_ARABIC_HUNDRED = {"مئه": 100, "مائه": 100}
_ARABIC_HUNDREDS = {
    **dict.fromkeys(("مئتان", "مئتين", "مئتا", "مئتي", "مائتان", "مائتين", "مائتا", "مائتي"), 200),
    **{
        stem + hundred: value * 100
        for stem, value in _ARABIC_UNITS.items()
        if value >= 3 and not stem.endswith("ه")
        for hundred in _ARABIC_HUNDRED
    },
}
_ARABIC_SCALES = {
    **dict.fromkeys(("الف", "الفا", "الاف"), 1_000),
    **dict.fromkeys(("مليون", "مليونا", "ملايين"), 1_000_000),
}
_ARABIC_PAIRS = {"الفان": 2_000, "الفين": 2_000, "مليونان": 2_000_000, "مليونين": 2_000_000}
_SCALE_AFTER_DIGITS = {**_ENGLISH_SCALES, **_ARABIC_SCALES}
_VALUES = {
    **_ENGLISH_UNITS | _ENGLISH_TEENS | _ENGLISH_TENS | _ENGLISH_SCALES,
    **_ARABIC_UNITS | _ARABIC_TEN | _ARABIC_TENS | _ARABIC_HUNDRED | _ARABIC_HUNDREDS,
    **_ARABIC_PAIRS | _ARABIC_SCALES,
}


_AND = rf"{GAP}و{GAP}?"
_ENGLISH_BELOW_100 = (
    f"(?:{one_of(_ENGLISH_TENS)}(?:[- ]{one_of(_ENGLISH_UNITS)})?"
    f"|{one_of(_ENGLISH_TEENS)}|{one_of(_ENGLISH_UNITS)})"
)
_ARABIC_BELOW_100 = (
    rf"(?:{one_of(_ARABIC_UNITS)}(?:{GAP}{one_of(_ARABIC_TEN)}\b|{_AND}{one_of(_ARABIC_TENS)}\b|\b)"
    rf"|{one_of(_ARABIC_TENS)}\b|{one_of(_ARABIC_TEN)}\b)"
)


def _english() -> str:
    """The pattern of a number spelled in English, up to 999 million."""
    rest = f"(?:{GAP}(?:and{GAP})?{_ENGLISH_BELOW_100})?"
    below_1000 = f"(?:(?:{_ENGLISH_BELOW_100}|an?)(?:{GAP}hundred{rest})|{_ENGLISH_BELOW_100})"
    scaled = f"(?:{below_1000}|an?|half{GAP}a){GAP}"
    then = f"(?:{GAP}(?:and{GAP})?{below_1000})?"
    thousands = f"{scaled}thousand{then}"
    millions = f"{scaled}(?:million|billion)(?:{GAP}(?:and{GAP})?{thousands}|{then})"
    return rf"(?:{millions}|{thousands}|{below_1000})"


def _arabic() -> str:
    """The pattern of a number spelled in Arabic, up to 999 million."""
    hundred = rf"{one_of(_ARABIC_HUNDRED)}\b"
    hundreds = rf"(?:{one_of(_ARABIC_HUNDREDS)}\b|(?:{one_of(_ARABIC_UNITS)}{GAP})?{hundred})"
    below_1000 = f"(?:{hundreds}(?:{_AND}{_ARABIC_BELOW_100})?|{_ARABIC_BELOW_100})"
    then = f"(?:{_AND}{below_1000})?"
    thousands = rf"(?:(?:الفان|الفين)\b|(?:{below_1000}{GAP})?(?:الفا|الف|الاف)\b){then}"
    millions = (
        rf"(?:(?:مليونان|مليونين)\b|(?:{below_1000}{GAP})?(?:مليونا|مليون|ملايين)\b)"
        rf"(?:{_AND}{thousands}|{then})"
    )
    return f"(?:{millions}|{thousands}|{below_1000})"


# The first letters of all these words, so that most other words are passed over at once.
_FIRST_LETTERS = r"(?=[aefhnostz\u0621-\u064a])"
SPELLED = rf"{_FIRST_LETTERS}(?:{_english()}|{_arabic()})\b"
"""A number in words, in a levelled text; the pattern has no groups."""

SPELLED_BELOW_100 = rf"{_FIRST_LETTERS}(?:{_ENGLISH_BELOW_100}|{_ARABIC_BELOW_100})\b"
"""The same for small numbers, where only those make sense: so many days, per cent, years."""

DIGITS = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,3}(?: [0-9]{3}){1,4}"
    rf"|[0-9]{{1,{MOST_DIGITS}}}(?:\.[0-9]{{1,6}})?)(?![0-9])"
)
"""A number in digits: 781, 1,089, 1 089 or 54.2; the pattern has no groups."""

SCALED_DIGITS = rf"{DIGITS}(?:{GAP}{one_of(_SCALE_AFTER_DIGITS)}\b)?"
"""A number in digits, perhaps with a word for its size: 1.4 million."""

_SCALED = re.compile(rf"({DIGITS})(?:\s*({one_of(_SCALE_AFTER_DIGITS)}))?")
_WORD = re.compile(r"[^\W\d_]+")


def number_in(words: str) -> Decimal:
    """The number that a match of SPELLED or SCALED_DIGITS stands for.

    Args:
        words: The levelled words of the match, and nothing else.

    Returns:
        The number with the decimals it was written with ("54.20").
    """
    if digits := _SCALED.fullmatch(words):
        number = Decimal(digits[1].replace(",", "").replace(" ", ""))
        return _plain(number * _SCALE_AFTER_DIGITS[digits[2]]) if digits[2] else number
    return _plain(_spelled(_WORD.findall(words)))


def _plain(number: Decimal) -> Decimal:
    """Without decimals where it needs none: 1.4 million is 1400000 and not 1400000.0."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def size_in(words: str) -> int:
    """What its last word multiplies a number by: a million in "1.4 million", else 1."""
    last = _WORD.findall(words)[-1:]
    return _SCALE_AFTER_DIGITS.get(last[0], 1) if last else 1


def _spelled(words: list[str]) -> Decimal:
    """Add up the words of one number: each scale multiplies what stands before it."""
    total, current = Decimal(0), Decimal(0)
    for word in words:
        value = _value(word)
        if value == 100:
            current = (current or Decimal(1)) * 100
        elif value >= 1_000:
            total, current = total + (current or 1) * value, Decimal(0)
        else:
            current += value
    return total + current


def _value(word: str) -> Decimal:
    """What one word adds or multiplies by; nothing for "and" and "a"."""
    if word == "half":
        return Decimal("0.5")
    without_and = word[1:] if word.startswith("و") else word
    return Decimal(_VALUES.get(word, _VALUES.get(without_and, 0)))
