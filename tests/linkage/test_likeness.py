"""Words are likened as a clerk would liken them; the distances agree with another library's."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, JaroWinkler

from tawthiq.linkage.likeness import (
    ALIKE,
    NEIGHBOUR,
    OTHER,
    SAME,
    SLIP,
    SOUNDS,
    jaro_winkler,
    likened,
    one_slip,
)
from tawthiq.linkage.pieces import settled
from tawthiq.linkage.words import Words
from tawthiq.values.text import fold

WORD = st.text("abcdef", min_size=1, max_size=12)


def _level(one: str, other: str, counts: tuple[int, int] = (50, 50)) -> int:
    texts = list(dict.fromkeys([settled(fold(one)), settled(fold(other))]))
    words = Words.of(texts, np.array(counts[: len(texts)], np.int32))
    return likened(0, len(texts) - 1, words.facts)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("أحمد", "احمد", SAME),
        ("خالد", "Khaled", SOUNDS),
        ("Mohamed", "Mohammad", SOUNDS),
        ("قاسم", "Qasim", SOUNDS),
        ("حسن", "حسين", NEIGHBOUR),
        ("محمد", "محمود", NEIGHBOUR),
        ("جاسم", "قاسم", NEIGHBOUR),
        ("جاسم", "Kassem", NEIGHBOUR),
        ("خالد", "خلود", NEIGHBOUR),
        ("سامر", "طارق", OTHER),
        ("Smith", "Smyth", SOUNDS),
        ("Christopher", "Chris", ALIKE),
    ],
)
def test_two_words_get_the_level_that_a_clerk_would_give(one: str, other: str, level: int) -> None:
    assert _level(one, other) == level == _level(other, one)


def test_a_rare_spelling_beside_a_frequent_name_is_a_slip_of_it() -> None:
    """محد stands in two rows, محمد in thousands: nobody bears the first."""
    assert _level("محمد", "محد", (5000, 2)) == SLIP
    assert _level("محمد", "محد", (5000, 2000)) == NEIGHBOUR


def test_a_missing_word_says_nothing() -> None:
    words = Words.of(["سامر"], np.array([1], np.int32))
    assert likened(-1, 0, words.facts) == likened(0, -1, words.facts) == 0


@given(WORD, WORD)
def test_the_similarity_is_that_of_another_library(one: str, other: str) -> None:
    words = Words.of([one, other], np.array([1, 1], np.int32))
    theirs = JaroWinkler.similarity(one, other)
    assert jaro_winkler(0, 1, words.facts) == pytest.approx(theirs, abs=1e-9)


@given(WORD, WORD)
def test_one_slip_is_a_distance_of_one_or_none(one: str, other: str) -> None:
    words = Words.of([one, other], np.array([1, 1], np.int32))
    assert one_slip(0, 1, True, words.facts) == (OSA.distance(one, other) <= 1)


@given(WORD, st.integers(0, 11), st.sampled_from("abcdef"))
def test_one_letter_replaced_is_one_slip(word: str, at: int, letter: str) -> None:
    at %= len(word)
    slipped = word[:at] + letter + word[at + 1 :]
    words = Words.of([word, slipped], np.array([1, 1], np.int32))
    assert one_slip(0, 1, True, words.facts)


@given(WORD, st.integers(0, 11), st.sampled_from("abcdef"))
def test_two_neighbours_exchanged_are_one_slip(word: str, at: int, letter: str) -> None:
    at %= len(word)
    turned = word[:at] + letter + word[at:], word[: at + 1] + letter + word[at + 1 :]
    words = Words.of(list(turned), np.array([1, 1], np.int32))
    assert one_slip(0, 1, True, words.facts)
    assert one_slip(1, 0, True, words.facts)
