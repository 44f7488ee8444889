"""A written name is taken apart by its form and the places of its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.linkage.naming import PARTS, parted, phrase


def _parts(name: str) -> dict[str, str]:
    taken = parted([name])
    line = taken.parts[0].tolist()
    return {part: taken.words[at] for part, at in zip(PARTS, line, strict=True) if at >= 0}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("سامر", {"given": "سامر"}),
        ("سامر البركوش", {"given": "سامر", "family": "بركوش"}),
        ("سامر بن طارق", {"given": "سامر", "father": "طارق"}),
        ("سامر طارق البركوش", {"given": "سامر", "father": "طارق", "family": "بركوش"}),
        (
            "سامر طارق نبيل البركوش",
            {"given": "سامر", "father": "طارق", "grandfather": "نبيل", "family": "بركوش"},
        ),
        ("أبو نبيل سامر البركوش", {"given": "سامر", "family": "بركوش", "kunya": "ابونبيل"}),
        ("سامر (أبو نبيل) البركوش", {"given": "سامر", "family": "بركوش", "kunya": "ابونبيل"}),
        ("سامر أبو زهلاني", {"given": "سامر", "family": "ابوزهلاني"}),
        ("عبد الرحمن البركوش", {"given": "عبدرحمن", "family": "بركوش"}),
        ("نور الدين طارق البركوش", {"given": "نوردين", "father": "طارق", "family": "بركوش"}),
        ("الشهيد سامر البركوش", {"given": "سامر", "family": "بركوش"}),
        ("الحاج سامر طارق البركوش", {"given": "سامر", "father": "طارق", "family": "بركوش"}),
        ("سامر الحاج طارق", {"given": "سامر", "family": "حاجطارق"}),
        ("Abd al-Rahman bin Tareq", {"given": "abdrahman", "father": "tareq"}),
        ("Barkoush, Samer", {"given": "samer", "family": "barkoush"}),
    ],
)
def test_each_word_gets_its_part(name: str, parts: dict[str, str]) -> None:
    assert _parts(name) == parts


def test_names_in_one_list_do_not_run_into_each_other() -> None:
    taken = parted(["سامر البركوش", "طارق نبيل الشمموت"])
    assert [taken.words[at] for at in taken.parts[1][[0, 1, 3]]] == ["طارق", "نبيل", "شمموت"]


@pytest.mark.parametrize("said", ["", "-", "مجهول الهوية", "Unknown", "N/A", "؟"])
def test_what_says_that_nothing_is_known_is_no_phrase(said: str) -> None:
    assert phrase(said) == ""


def test_a_place_of_two_words_is_one_phrase_however_it_is_spaced() -> None:
    assert phrase("تل  رفعت") == phrase("تلرفعت")


@given(st.lists(st.text(max_size=60), max_size=5))
def test_every_cell_can_be_taken_apart(names: list[str]) -> None:
    """Whatever stands in it: there is one line for each name, and every part is a word."""
    taken = parted(names)
    assert taken.parts.shape == (len(names), len(PARTS))
    assert taken.parts.max(initial=-1) < len(taken.words)
