"""The glossary gives every word one meaning, in both languages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

GLOSSARY = Path(__file__).resolve().parents[2] / "docs/glossary.md"
ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")

# The words of the design (one word, one meaning) and those that texts most often get wrong.
MUST_BE_FIXED = (
    "evidence source document claim toll incident person site damage party grade finding norm "
    "element qualification figure statement demand Count reported established estimated unknown"
)
MUST_BE_WARNED_OF = {
    "de-escalation area": "areas of escalation reducing",
    "barrel bomb": "exploded barrel",
    "Article 18": "Article 18th",
    "Syrians for Truth and Justice": "Syrian Organization for Truth and Justice",
    "Syrian Network for Human Rights": "Syrian Human Rights Network",
}


def _rows() -> list[list[str]]:
    """The cells of each row of the two word tables: word, Arabic, meaning, not."""
    words = GLOSSARY.read_text("utf-8").split("## How numbers")[0]
    lines = [line for line in words.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] != "word"]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_a_word_has_four_cells_and_an_arabic_one(row: list[str]) -> None:
    assert len(row) == 4
    assert ARABIC_LETTER.search(row[1])
    assert not ARABIC_LETTER.search(row[0])


@pytest.mark.parametrize("column", [0, 1], ids=["English", "Arabic"])
def test_no_word_is_fixed_twice(column: int) -> None:
    twice = [word for word, times in Counter(row[column] for row in _rows()).items() if times > 1]
    assert twice == []


def test_the_words_of_the_design_are_fixed() -> None:
    assert set(MUST_BE_FIXED.split()) - {row[0] for row in _rows()} == set()


@pytest.mark.parametrize(("word", "wrong"), MUST_BE_WARNED_OF.items())
def test_a_common_slip_stands_beside_the_right_word(word: str, wrong: str) -> None:
    [row] = [row for row in _rows() if row[0] == word]
    assert wrong in row[3]
