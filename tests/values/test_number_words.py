"""A spelled number is the number that was spelled."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.values.levelled import levelled_cell
from tawthiq.values.number_words import SCALED_DIGITS, SPELLED, number_in, size_in

TO_19 = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ARABIC_TO_10 = [
    "صفر",
    "واحد",
    "اثنان",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
]
ARABIC_TEENS = [
    "أحد عشر",
    "اثنا عشر",
    "ثلاثة عشر",
    "أربعة عشر",
    "خمسة عشر",
    "ستة عشر",
    "سبعة عشر",
    "ثمانية عشر",
    "تسعة عشر",
]
ARABIC_TENS = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
ARABIC_HUNDREDS = (
    ["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"],
    [
        "مائة",
        "مائتان",
        "ثلاثمائة",
        "أربعمائة",
        "خمسمائة",
        "ستمائة",
        "سبعمائة",
        "ثمانمائة",
        "تسعمائة",
    ],
)


def in_english(number: int) -> str:
    """The number in words, as a school book spells it."""
    if number < 20:
        return TO_19[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{TO_19[number % 10]}" if number % 10 else "")
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_english(number // size)} {name}" + (joint + in_english(rest)) * bool(rest)
    raise AssertionError


def in_arabic(number: int, hundreds: list[str]) -> str:
    """The same for numbers below a thousand."""
    if number <= 10:
        return ARABIC_TO_10[number]
    if number < 20:
        return ARABIC_TEENS[number - 11]
    if number < 100:
        units = f"{ARABIC_TO_10[number % 10]} و" if number % 10 else ""
        return units + ARABIC_TENS[number // 10 - 2]
    rest = number % 100
    return hundreds[number // 100 - 1] + (f" و{in_arabic(rest, hundreds)}" if rest else "")


def read(words: str) -> Decimal | None:
    """The number, if the words are one and nothing else."""
    level = levelled_cell(words)
    found = re.fullmatch(f"{SPELLED}|{SCALED_DIGITS}", level)
    return number_in(level) if found else None


def test_every_english_number_below_a_thousand_is_read() -> None:
    assert [read(in_english(n)) for n in range(1_000)] == list(range(1_000))


@given(st.integers(1_000, 999_999_999))
def test_larger_english_numbers_are_read(number: int) -> None:
    assert read(in_english(number).capitalize()) == number


@pytest.mark.parametrize("hundreds", ARABIC_HUNDREDS, ids=["مئة", "مائة"])
def test_every_arabic_number_below_a_thousand_is_read(hundreds: list[str]) -> None:
    assert [read(in_arabic(n, hundreds)) for n in range(1_000)] == list(range(1_000))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("a hundred", 100),
        ("twelve hundred", 1_200),
        ("half a million", 500_000),
        ("two thousand and five", 2_005),
        ("ألف وتسعة وثمانون", 1_089),
        ("ألفان وثلاثمئة", 2_300),
        ("خمسة آلاف ومئتان", 5_200),
        ("أحد عشر ألفاً", 11_000),
        ("مئة ألف", 100_000),
        ("ثلاث مئة", 300),
        ("مليونان", 2_000_000),
        ("سَبعمئةٍ وواحدٌ وثمانون", 781),
    ],
)
def test_other_ways_of_spelling_are_read(words: str, number: int) -> None:
    assert read(words) == number


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("781", "781"),
        ("1,089", "1089"),
        ("1 089", "1089"),
        ("١٬٠٨٩", "1089"),
        ("1.4 million", "1400000"),
        ("3 ملايين", "3000000"),
        ("330 ألف", "330000"),
        ("54.20", "54.20"),
    ],
)
def test_digits_are_read_with_the_decimals_they_have(digits: str, number: str) -> None:
    assert str(read(digits)) == number


@pytest.mark.parametrize(
    "words",
    ["five six", "خمسة ستة", "twenty-first", "hundredth", "1,08", "12 345 67", "1" * 16, ""],
)
def test_what_is_no_single_number_is_not_read(words: str) -> None:
    assert read(words) is None


def test_the_size_is_the_word_behind_the_digits() -> None:
    assert size_in("1.4 million") == 1_000_000
    assert size_in("330 الف") == 1_000
    assert size_in("six hundred") == 100
    assert size_in("781") == 1
