"""What stands beside a number says whether it is one."""

from __future__ import annotations

import pytest

from tawthiq.values.neighbours import Phrases, counts_something, word_after, word_before

HEDGES = Phrases({"at least": 1, "least": 2, "since": 3})


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("at least ", (1, 0)),
        ("killed (at\n least ", (1, 8)),
        ("the least ", (2, 4)),
        ("at least", None),  # as in "at least20": nothing stands between
        ("at least, ", None),
        ("at ", None),
        ("", None),
    ],
)
def test_the_longest_phrase_just_before_is_met(text: str, met: tuple[int, int] | None) -> None:
    assert HEDGES.before(text + "20", len(text)) == met


def test_the_words_on_both_sides_are_found() -> None:
    text = "in (2019) the"
    assert word_before(text, 4) == "in"
    assert word_after(text, 9) == "the"
    assert word_before(text, 0) == word_after(text, len(text)) == ""
    assert word_before("in, 2019", 4) == ""


def test_a_function_word_is_not_counted() -> None:
    assert counts_something("hospital")
    assert not any(map(counts_something, ["of", "was", "a", ""]))
