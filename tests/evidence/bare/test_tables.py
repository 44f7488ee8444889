"""Cells that a spreadsheet cannot run, and that come back as they were."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evidence.bare.said import DoesNotHold, shown
from tawthiq.evidence.bare.tables import armed, disarmed, read_table
from tawthiq.evidence.packages.load_file import as_csv, as_dat

# Ways in which a spreadsheet is made to run a cell (OWASP, CSV injection), and their disguises.
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example","x")',
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff20SUM(A1)",
    "\ufe66=1",
    "|calc",
    "%0A=1",
    "'=1",
    "\tx",
    "\rx",
    "\nx",
]


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_formula_stands_behind_an_apostrophe(cell: str) -> None:
    assert disarmed(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "أب", "IDLIB-0001", "2019-07-22", "a=b", "it's", "٣"])
def test_plain_text_stays_as_it_is(cell: str) -> None:
    assert disarmed(cell) == cell


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(cells)
def test_a_cell_comes_back_as_it_was(cell: str) -> None:
    assert armed(disarmed(cell)) == cell


@given(cells)
def test_no_cell_that_is_written_begins_like_a_formula(cell: str) -> None:
    begins = unicodedata.normalize("NFKC", disarmed(cell)).lstrip()
    assert not begins.startswith(("=", "+", "-", "@", "|"))


@given(st.lists(st.lists(cells, min_size=2, max_size=2), max_size=8))
def test_a_table_comes_back_as_it_was(rows: list[list[str]]) -> None:
    read = read_table(as_csv([["one", "two"], *rows]), ("one", "two"))
    assert [[row["one"], row["two"]] for row in read] == rows


@pytest.mark.parametrize(
    "data",
    [b"", b"one\r\n", b"one,two\r\n1\r\n", b"one,one,two\r\n", b"\xff", b'one,two\r\n"1'],
)
def test_anything_else_is_no_table(data: bytes) -> None:
    with pytest.raises(DoesNotHold):
        read_table(data, ("one", "two"))


def test_a_table_in_the_other_form_spells_out_the_signs_of_the_form() -> None:
    written = as_dat([["number", "title"], ["A-1", "þorn\nnext\x14®"]]).decode("utf-8-sig")
    assert written == ("þnumberþ\x14þtitleþ\r\nþA-1þ\x14þ[U+00FE]orn®next[U+0014][U+00AE]þ\r\n")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("فيديو.mp4", "فيديو.mp4"),
        ("a b", "a b"),
        ("\u202egpj.exe", "\\u202egpj.exe"),
        ("a\nb\x1b[2J", "a\\u000ab\\u001b[2J"),
        ("\udcff", "\\udcff"),
        ("\u2028", "\\u2028"),
    ],
)
def test_foreign_text_cannot_turn_or_overwrite_what_stands_around_it(text: str, safe: str) -> None:
    assert shown(text) == safe
