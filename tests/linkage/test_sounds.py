"""One name sounds the same in both scripts, and two names do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.linkage.pieces import settled
from tawthiq.linkage.sounds import CLASSES, sound
from tawthiq.values.text import fold

ONE_NAME = (
    ("خالد", "Khaled"), ("خالد", "Khalid"), ("محمد", "Mohamed"), ("محمد", "Muhammad"),
    ("يوسف", "Youssef"), ("يحيى", "Yahya"), ("طه", "Taha"), ("صلاح", "Salah"),
    ("صالح", "Saleh"), ("علاء", "Alaa"), ("ضياء", "Diyaa"), ("قاسم", "Kassem"),
    ("جمال", "Gamal"), ("جمال", "Djamal"), ("ذكرى", "Zikra"), ("ظافر", "Dhafer"),
    ("عبدالرحمن", "Abdurrahman"), ("عبدالرحمن", "Abdelrahman"), ("عبدالله", "Abdallah"),
    ("عبدالحميد", "Abdulhamid"), ("نورالدين", "Noureddine"), ("نورالدين", "Nuraldin"),
    ("شريف", "Cherif"), ("شريف", "Sherif"), ("وليد", "Oualid"), ("مصطفى", "Moustapha"),
)  # fmt: skip


@pytest.mark.parametrize(("arabic", "latin"), ONE_NAME)
def test_the_consonants_of_one_name_are_the_same_in_both_scripts(arabic: str, latin: str) -> None:
    assert sound(settled(fold(arabic))).consonants == sound(settled(fold(latin))).consonants


@pytest.mark.parametrize(
    ("one", "other"),
    [("خالد", "Tareq"), ("علي", "Layla"), ("عبدالعزيز", "Abboud"), ("سمير", "Samia")],
)
def test_two_names_have_other_consonants(one: str, other: str) -> None:
    assert sound(settled(fold(one))).consonants != sound(settled(fold(other))).consonants


def test_a_vowel_that_arabic_writes_tells_two_names_apart() -> None:
    short, long = sound(fold("حسن")), sound(fold("حسين"))
    assert short.consonants == long.consonants
    assert short.vowels != long.vowels


def test_a_number_has_no_consonants() -> None:
    assert sound("1234").consonants == ""


@given(st.text(max_size=40))
def test_every_text_has_a_sound_of_known_classes(text: str) -> None:
    word = settled(fold(text).replace(" ", ""))
    assert set(sound(word).consonants) <= set(CLASSES)
