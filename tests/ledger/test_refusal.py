from __future__ import annotations

import re

import pytest

from tawthiq.ledger.refusal import Refusal, refused
from tawthiq.ledger.tree import Head

SEEN, SENT = Head(4711, bytes(32)), Head(815, bytes(32))


@pytest.mark.parametrize("kind", Refusal)
def test_every_refusal_names_the_log_in_both_languages(kind: Refusal) -> None:
    said = refused(kind, "archive.example", SEEN, SENT).said
    for text in (said.en, said.ar):
        assert "archive.example" in text
    assert re.search("[\u0621-\u064a]", said.ar)
    assert not re.search("[\u0621-\u064a]", said.en)


@pytest.mark.parametrize("kind", Refusal)
def test_both_languages_give_the_same_numbers(kind: Refusal) -> None:
    said = refused(kind, "archive.example", SEEN, SENT).said
    assert sorted(re.findall(r"\d+", said.en)) == sorted(re.findall(r"\d+", said.ar))


def test_every_refusal_says_something_else() -> None:
    assert len({refused(kind, "a", SEEN, SENT).said for kind in Refusal}) == len(Refusal)


def test_only_what_the_log_must_not_have_signed_is_evidence() -> None:
    assert {kind for kind in Refusal if kind.is_evidence} == {
        Refusal.SHRUNK,
        Refusal.FORKED,
        Refusal.NOT_SHOWN_TO_GROW,
    }
