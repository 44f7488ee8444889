"""Finding phrases however they are written, the longest first."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.statements.reading.lexicon import Lexicon, words_of

LEXICON = Lexicon(
    [
        ("party", "russia", "Russian forces"),
        ("party", "both", "Syrian and Russian forces"),
        ("weapon", "missile", "Russian missiles"),
        ("name", "snhr", "the Syrian Network for Human Rights"),
        ("name", "short", "the Syrian Network"),
        ("name", "group", "Syria Response Coordinators"),
    ]
)


def spot(text: str, kind: str) -> list[str]:
    return [hit.key for hit in LEXICON.spot(words_of(text)).of(kind)]


def test_the_longest_phrase_of_a_kind_is_found() -> None:
    assert spot("by Syrian and Russian forces", "party") == ["both"]
    assert spot("the Syrian Network for Human Rights said", "name") == ["snhr"]


def test_phrases_of_two_kinds_may_share_words() -> None:
    text = "Russian missiles of Russian forces"
    assert spot(text, "weapon") == ["missile"]
    assert spot(text, "party") == ["russia"]


def test_hyphens_line_ends_and_case_do_not_matter() -> None:
    assert spot("RUSSIAN\nforces and Russian-forces", "party") == ["russia", "russia"]


def test_a_comma_ends_a_phrase() -> None:
    assert spot("in north-west Syria, Response Coordinators said", "name") == []
    assert spot("Syria Response Coordinators said", "name") == ["group"]


@given(st.text(max_size=80))
def test_words_are_where_they_say(text: str) -> None:
    words = words_of(text)
    assert all(w.start < w.end <= len(text) for w in words)
    assert all(a.end <= b.start for a, b in pairwise(words))
