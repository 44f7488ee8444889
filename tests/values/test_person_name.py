"""Names of invented people, as different lists would write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.values.person_name import PersonName


def test_a_name_stays_as_it_was_written() -> None:
    written = "  أحمد  عبد الله\u200f الحلبيّ "
    assert str(PersonName(written)) == written


def test_its_parts_are_folded_and_stand_without_articles() -> None:
    assert PersonName("أحمد عبد الله الحلبيّ").parts == ("احمد", "عبدالله", "حلبي")
    assert PersonName("Ahmad ABD AL-RAHMAN al-Halabi").parts == ("ahmad", "abdalrahman", "halabi")


def test_order_and_spelling_do_not_change_the_key() -> None:
    assert PersonName("أحمد الحلبي").key == PersonName("الحلبي، احمد").key
    assert PersonName("Layla al-Omar").key == PersonName("OMAR, Layla").key


def test_another_name_has_another_key() -> None:
    assert PersonName("خالد الحلبي").key != PersonName("خلود الحلبي").key


def test_a_short_word_that_begins_like_the_article_is_kept_whole() -> None:
    assert PersonName("الاء").parts == ("الاء",)
    assert PersonName("اله").parts == ("اله",)


@pytest.mark.parametrize("nothing", ["", "  ", "\u200f", "؟", "- -"])
def test_a_name_without_a_word_is_refused(nothing: str) -> None:
    with pytest.raises(ValueError, match="no word in the name"):
        PersonName(nothing)


@given(st.lists(st.sampled_from(["Nour", "ليلى", "Omar", "سامر", "Huda"]), min_size=1))
def test_every_order_of_the_words_has_one_key(words: list[str]) -> None:
    assert PersonName(" ".join(words)).key == PersonName(" ".join(reversed(words))).key
