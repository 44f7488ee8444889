"""One name in every romanisation has a key in common; another name sounds otherwise."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.places.spelling import alike, bones, exact, heard, keys

ONE_NAME = [
    ["Ma'arrat An Nu'man", "Maarat al-Numaan", "Ma'aret Al Nu'man", "معرة النعمان", "معره النعمان"],
    ["Kafr Nabl", "Kafr Nobol", "Kafranbel", "كفرنبل", "كفر نبل"],
    ["Khan Sheikhoun", "Khan Shaykun", "Khan Shaykhun", "خان شيخون"],
    ["Saraqib", "Saraqab", "سراقب"],
    ["Kafr Zita", "Kafr Zeita", "Kafr Zayta", "كفر زيتا", "كفرزيتا"],
    ["Jisr al-Shughur", "Jisr-Ash-Shugur", "Jisr ash Shughur", "جسر الشغور"],
    ["Ma'ar Shurin", "Maar Shurin", "معرشورين", "معر شورين"],
    ["Talmenes", "Tal Mannas", "تلمنس"],
    ["Kafr Ruma", "Kafruma", "كفروما"],
    ["al-Suqaylabiyah", "Suqaylabiya", "السقيلبية"],
    ["Ma'arat Hurmah", "Maar Tahroma", "معرة حرمة"],
    ["al-Bara", "Barah", "البارة"],
    ["Idlib", "Idleb", "إدلب", "ادلب"],
    ["al-Wadihi", "Wadihi", "الوضيحي"],
]


@pytest.mark.parametrize("names", ONE_NAME, ids=lambda names: names[0])
def test_all_spellings_of_a_name_meet(names: list[str]) -> None:
    for one, other in combinations(names, 2):
        assert keys(one) & keys(other), (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hass", "حيش"),
        ("Kafr Nabl", "كفر زيتا"),
        ("Saraqib", "سرجة"),
        ("Ma'arrat Misrin", "معرة النعمان"),
        ("Binnish", "بنان"),
        ("Sham", "سام"),
    ],
)
def test_other_names_do_not_meet(one: str, other: str) -> None:
    assert not keys(one) & keys(other)


def test_articles_marks_and_spaces_do_not_make_another_name() -> None:
    assert exact("Ma'arrat al-Nu'man") == exact("MAARRAT  NUMAN") == "maarratnuman"
    assert exact("الوضيحي") == exact("وضيحي")


def test_a_name_that_is_nothing_but_an_article_is_kept() -> None:
    assert exact("Al") == "al"


def test_names_that_share_consonants_and_not_the_sound_are_not_alike() -> None:
    assert keys("Sarmin") & keys("Surman")
    assert not alike("Sarmin", "Surman")
    assert not alike("Ma'arrat al-Nu'man", "معرة النعمان")


def test_the_longer_a_name_the_more_letters_may_differ() -> None:
    assert alike("Kuweires Sharqi", "Kuwayris Sharqi")
    assert alike("Ma'arat al-Naasan", "Maarah al-Naasan")
    assert not alike("Batbu", "Batabo")


NAMES = st.text("abcdefghiklmnoqrstuwyzحلبسمنوير 'ةاه-", max_size=20)


@given(NAMES)
def test_a_name_is_like_itself(name: str) -> None:
    assert alike(name, name)


@given(NAMES, NAMES)
def test_being_of_one_key_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert bool(keys(one) & keys(other)) is bool(keys(other) & keys(one))


@given(NAMES)
def test_bones_hold_no_vowel_and_are_in_every_key(name: str) -> None:
    for key in keys(name):
        assert not set(bones(key)) & set("WY")


@given(st.text(max_size=60))
def test_any_text_has_keys_and_a_sound(text: str) -> None:
    assert "" not in keys(text)
    assert isinstance(heard(text), str)
