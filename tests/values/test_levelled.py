"""A levelled text says the same at the same places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.values.levelled import levelled, levelled_cell


@given(st.text())
def test_every_offset_stays_where_it_was(text: str) -> None:
    assert len(levelled(text)) == len(text)


@given(st.text())
def test_levelling_twice_is_levelling_once(text: str) -> None:
    once = levelled(text)
    assert levelled(once) == once


def test_one_way_of_writing_stands_for_all() -> None:
    assert levelled("٧٨١ ۷۸۱") == "781 781"
    assert levelled("١٬٠٨٩") == "1,089"
    assert levelled("٥٤٫٢٪") == "54.2%"
    assert levelled("1\u00a0089—1\u202f100") == "1 089–1 100"
    assert levelled("آذار أيّار المِئة") == "اذار ايّار المِئه"
    assert levelled("İdlib APRIL") == "idlib april"


def test_a_cell_is_read_without_vowel_signs_and_marks_of_direction() -> None:
    assert levelled_cell("\u200f نيسانٌ\u200f  ٢٠١٩ \n") == "نيسان 2019"
