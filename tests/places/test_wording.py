"""What stands around a name is read, and not lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.places.place import Level
from tawthiq.places.wording import (
    Wording,
    by_and,
    by_arabic_and,
    by_commas,
    by_or,
    read_wording,
    says_near,
    without_brackets,
)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Saraqib", Wording("Saraqib")),
        ("Saraqib town", Wording("Saraqib", Level.SETTLEMENT)),
        ("the town of Saraqib", Wording("Saraqib", Level.SETTLEMENT)),
        ("مدينة معرة النعمان", Wording("معرة النعمان", Level.SETTLEMENT)),
        ("Idlib governorate", Wording("Idlib", Level.GOVERNORATE)),
        ("محافظة إدلب", Wording("إدلب", Level.GOVERNORATE)),
        ("ناحية كفرنبل", Wording("كفرنبل", Level.SUBDISTRICT)),
        ("Ma'arat al-Numan market", Wording("Ma'arat al-Numan", detail="market")),
        ("سوق معرة النعمان", Wording("معرة النعمان", detail="سوق")),
        ("outskirts of Khan Sheikhoun", Wording("Khan Sheikhoun", near=True)),
        ("north of Ma'arat al-Numan", Wording("Ma'arat al-Numan", near=True)),
        ("أطراف خان شيخون", Wording("خان شيخون", near=True)),
        ("northern Hama", Wording("Hama", side=True)),
        ("ريف حماة الشمالي", Wording("حماة", side=True, rural=True)),
        ("southern countryside of Aleppo", Wording("Aleppo", side=True, rural=True)),
    ],
)
def test_the_words_around_a_name_say_what_they_say(words: str, read: Wording) -> None:
    assert read_wording(words) == read


@pytest.mark.parametrize("words", ["town", "north", "ريف", "Market"])
def test_a_last_word_is_a_name_whatever_it_means(words: str) -> None:
    assert read_wording(words).name == words


def test_brackets_are_taken_out_and_kept() -> None:
    assert without_brackets("Hass (al-Rahma compound)") == ("Hass", "al-Rahma compound")
    assert without_brackets("Kabana (Kabani), Jabal") == ("Kabana , Jabal", "Kabani")
    assert without_brackets("A (b) c [d]") == ("A c", "b; d")
    assert without_brackets("(all of it)") == ("", "all of it")
    assert without_brackets("broken (bracket") == ("broken (bracket", "")


def test_a_bracket_that_only_says_near_is_told_from_one_with_a_name() -> None:
    assert says_near("outskirts")
    assert says_near("northern outskirts")
    assert not says_near("outskirts of Saraqib")
    assert not says_near("combined")


def test_lists_come_apart_at_what_joins_them() -> None:
    assert by_commas("a, b؛ c") == ["a", "b", "c"]
    assert by_and("Hanbushiyeh, Khan Shaykhun and Saraqib") == [
        "Hanbushiyeh",
        "Khan Shaykhun",
        "Saraqib",
    ]
    assert by_and("Andan and Anadan") == ["Andan", "Anadan"]
    assert by_arabic_and("معرة النعمان وسراقب") == ["معرة النعمان", "سراقب"]
    assert by_or("Has/Hassef") == ["Has", "Hassef"]
    assert by_or("Ariha or Saraqib") == ["Ariha", "Saraqib"]
    assert by_or("Orem") == ["Orem"]


@given(st.text())
def test_whatever_is_written_a_name_is_left(words: str) -> None:
    outside, _ = without_brackets(words)
    wording = read_wording(outside)
    assert bool(wording.name) is bool(outside.split())
