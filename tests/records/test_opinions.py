from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tawthiq.records.opinions import Opinion, on_pair

NOW = datetime(2021, 3, 4, tzinfo=UTC)
SAME, APART, KIN = Opinion.SAME, Opinion.DIFFERENT, Opinion.RELATED


@pytest.mark.parametrize(
    ("said", "outcome", "is_disputed"),
    [
        ("", None, False),
        ("L=same", SAME, False),
        ("L=same L=different", APART, False),
        ("L=same L=", None, False),
        ("L=same O=different", None, True),
        ("L=same O=related N=different", APART, False),
        ("L=different O=related", KIN, False),
        ("L=same O=different N=same", SAME, False),
        ("L=same O=cannot-tell", SAME, False),
        ("L=cannot-tell", None, False),
        ("L=same O=different O=same", SAME, False),
    ],
)
def test_what_several_say_comes_to(said: str, outcome: Opinion | None, is_disputed: bool) -> None:
    pairs = [each.split("=") for each in said.split()]
    held = on_pair((by, word, "", NOW) for by, word in pairs)
    assert (held.outcome, held.is_disputed) == (outcome, is_disputed)


def test_a_pair_is_open_until_somebody_looked_at_it() -> None:
    assert on_pair([]).is_open
    assert not on_pair([("L", "cannot-tell", "", NOW)]).is_open
    assert on_pair([("L", "same", "", NOW), ("O", "different", "", NOW)]).is_open


def test_each_persons_last_word_stands_and_those_of_others_too() -> None:
    held = on_pair([("L", "same", "", NOW), ("O", "same", "x", NOW), ("L", "related", "y", NOW)])
    assert [(each.by, each.opinion, each.because) for each in held.held] == [
        ("O", SAME, "x"), ("L", KIN, "y")]  # fmt: skip
    later = held.after("O", None, NOW)
    assert [each.by for each in later.held] == ["L"]
