"""Words of others stand in their own script and direction, and run as nothing but words."""

from __future__ import annotations

import pytest

from tawthiq.web.wording.quoting import language_of, quoted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("SNHR says", "en"),
        ("الشبكة السورية", "ar"),
        ("في Maarrat al-Numan", "en"),
        ("781", None),
        ("", None),
    ],
)
def test_the_script_of_a_text_is_that_of_most_of_its_letters(
    text: str, language: str | None
) -> None:
    assert language_of(text) == language


def test_a_word_of_the_other_language_is_marked_and_turned() -> None:
    assert quoted("SNHR", "ar") == '<bdi lang="en" dir="ltr">SNHR</bdi>'
    assert quoted("الشبكة", "en") == '<bdi lang="ar" dir="rtl">الشبكة</bdi>'


def test_a_word_of_the_page_s_language_is_only_isolated() -> None:
    assert quoted("SNHR", "en") == "<bdi>SNHR</bdi>"


def test_markup_in_a_quotation_is_shown_and_not_obeyed() -> None:
    assert "<script" not in quoted("<script>alert(1)</script>", "en")
