"""The invented lists are what they claim to be: seeded, hard in known ways, with one truth."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict

import numpy as np
import pytest
from benchmarks.linkage.generator import SOURCES, Lists, victim_lists
from benchmarks.linkage.people import people
from benchmarks.linkage.writing import SCHEMES, arabic, latin, slipped
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.values.text import is_arabic, tokens

ROWS = 6_000


@pytest.fixture(scope="module")
def lists() -> Lists:
    return victim_lists(ROWS, seed=3)


def test_the_same_seed_gives_the_same_lists_and_another_seed_others(lists: Lists) -> None:
    again, other = victim_lists(ROWS, seed=3), victim_lists(ROWS, seed=4)
    assert (again.columns, again.truth) == (lists.columns, lists.truth)
    assert other.columns["name"] != lists.columns["name"]


def test_it_has_the_rows_that_were_asked_for_in_every_column(lists: Lists) -> None:
    assert {len(cells) for cells in [*lists.columns.values(), lists.truth]} == {ROWS}
    assert len(set(lists.columns["id"])) == ROWS


def test_lists_overlap_and_some_hold_a_person_twice(lists: Lists) -> None:
    on: dict[str, list[str]] = defaultdict(list)
    for person, source in zip(lists.truth, lists.columns["source"], strict=True):
        on[person].append(source)
    sizes = Counter(len(set(sources)) for sources in on.values())
    assert set(sizes) == {1, 2, 3, 4, 5}
    assert any(len(sources) > len(set(sources)) for sources in on.values())
    assert set(lists.columns["source"]) == set(SOURCES)


def test_each_source_leaves_out_the_column_that_it_never_asks_for(lists: Lists) -> None:
    said = defaultdict(set)
    for column in ("age", "sex"):
        for source, cell in zip(lists.columns["source"], lists.columns[column], strict=True):
            said[source, column].add(bool(cell))
    assert said["committee", "age"] == {False}
    assert said["monitor", "sex"] == {False}
    assert said["registry", "age"] == {True, False}


def test_dates_are_days_or_months_or_nothing(lists: Lists) -> None:
    forms = Counter(re.sub(r"\d", "9", cell) for cell in lists.columns["date"])
    assert set(forms) == {"9999-99-99", "9999-99", ""}
    assert forms["9999-99-99"] > 0.8 * ROWS


def test_names_stand_in_both_scripts(lists: Lists) -> None:
    is_latin = [not is_arabic(tokens(name)[0]) for name in lists.columns["name"]]
    assert 0.08 < np.mean(is_latin) < 0.35


def test_brothers_who_died_together_share_everything_but_their_given_name() -> None:
    who = people(20_000, np.random.default_rng(5))
    first = np.flatnonzero(who.household[1:] == who.household[:-1])[1::2]
    second = first + 1
    alike = who.father[first] == who.father[second]
    assert alike.mean() > 0.4
    brothers = first[alike], second[alike]
    for column in (who.family, who.day, who.place, who.grandfather):
        assert (column[brothers[0]] == column[brothers[1]]).mean() > 0.95
    assert (who.given[brothers[0]] != who.given[brothers[1]]).mean() > 0.8


@pytest.mark.parametrize(
    ("spoken", "written", "ala", "din"),
    [
        ("muHammad", "محمد", "Muhammad", "Muḥammad"),
        ("Eabd +raHman", "عبد الرحمن", "ʿAbd Al-Rahman", "ʿAbd Al-Raḥman"),
        ("fATim@", "فاطمة", "Fatimah", "Fāṭima"),
        ("hudY", "هدى", "Huda", "Huda"),
        ("'Amin@", "آمنة", "ʾAminah", "ʾĀmina"),
        ("'ibrAhIm", "إبراهيم", "ʾIbrahim", "ʾIbrāhīm"),
        ("zakariyyA", "زكريا", "Zakariyya", "Zakariyyā"),
    ],
)
def test_names_are_spelled_as_arabic_and_the_published_tables_spell_them(
    spoken: str, written: str, ala: str, din: str
) -> None:
    assert arabic(spoken) == written
    assert latin(spoken, SCHEMES["ala"]) == ala
    if "'A" not in spoken:
        assert latin(spoken, SCHEMES["din"]) == din


@given(st.text("ابتثجحخدذرزسabcdefg ", min_size=4, max_size=20), st.integers(0, 1000))
def test_a_slip_touches_one_sign(text: str, seed: int) -> None:
    slip = slipped(text, random.Random(seed))
    assert abs(len(slip) - len(text)) <= 1
    start = 0
    while start < min(len(slip), len(text)) and slip[start] == text[start]:
        start += 1
    end = 0
    while end < min(len(slip), len(text)) - start and slip[-1 - end] == text[-1 - end]:
        end += 1
    assert max(len(slip), len(text)) - start - end <= 1
