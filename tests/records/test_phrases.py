"""A phrase is found as whole words, the longest first, with what Arabic joins to it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.records.phrases import Phrases, unspotted
from tawthiq.values.text import fold

MARKETS = Phrases(
    [
        ("market", "market"),
        ("market street", "street"),
        ("street", "street"),
        ("سوق", "market"),
        ("الدفاع المدني", "rescue"),
        ("مدرسة", "school"),
        ("ألغام", "mines"),
    ]
)


def found(text: str) -> list[str]:
    return [spot.value for spot in MARKETS.spot(fold(text))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Market", ["market"]),
        ("main market street", ["street"]),
        ("market; street", ["market", "street"]),
        ("market-street", ["street"]),
        ("market, street", ["market", "street"]),
        ("supermarket marketing", []),
        ("market", ["market"]),
        ("", []),
    ],
)
def test_the_longest_phrase_of_whole_words_is_found(text: str, values: list[str]) -> None:
    assert found(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("السُّوق", ["market"]),
        ("والسوق", ["market"]),
        ("للسوق", ["market"]),
        ("سوق ومدرسة", ["market", "school"]),
        ("وبالمدرسة", ["school"]),
        ("دفاع مدني", ["rescue"]),
        ("فرق الدفاع المدنيّ", ["rescue"]),
        ("الألغام", ["mines"]),
        ("مسوقة", []),
        ("أسواق", []),
    ],
)
def test_arabic_joins_the_article_and_particles_to_the_word(text: str, values: list[str]) -> None:
    assert found(text) == values


def test_where_a_phrase_stands_is_told_in_the_folded_text() -> None:
    folded = fold("Great MARKET  street, أسواق والمدرسة")
    spots = MARKETS.spot(folded)
    assert [folded[spot.start : spot.end] for spot in spots] == ["market  street", "والمدرسه"]
    assert list(unspotted(folded, spots)) == ["great", "اسواق"]


def test_numbers_are_not_missed_words() -> None:
    assert list(unspotted(fold("4 raids ٤"), [])) == ["raids"]


@given(st.text(st.sampled_from("market street;-,سوقال و"), max_size=40))
def test_no_word_is_found_twice_or_lost(text: str) -> None:
    folded = fold(text)
    spots = MARKETS.spot(folded)
    assert all(a.end <= b.start for a, b in pairwise(spots))
    without = "".join(
        " " if any(s.start <= at < s.end for s in spots) else letter
        for at, letter in enumerate(folded)
    )
    assert sorted(unspotted(folded, spots)) == sorted(unspotted(without, []))


def test_one_phrase_for_two_things_is_refused() -> None:
    with pytest.raises(ValueError, match="'Market' stands for 'a' and for 'b'"):
        Phrases([("market", "a"), ("Market", "b")])
