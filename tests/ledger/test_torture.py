"""The long runs of the issue; a short cut of each runs with every test run.

The figures of the last long run stand in ``benchmarks/results/torture.md``.
"""

from __future__ import annotations

from random import Random

import pytest
from tests.ledger import rewriting
from tests.ledger.forging import forged
from tests.ledger.rewriting import contradicts_itself, is_caught, log_over, rewritten

SEED = 20261122


def test_of_twenty_thousand_forged_proofs_none_passes() -> None:
    assert list(forged(20_000, SEED)) == []


@pytest.mark.torture
def test_of_a_million_forged_proofs_none_passes() -> None:
    assert list(forged(1_000_000, SEED + 1)) == []


def caught(count: int, seed: int) -> int:
    draw = Random(seed)
    return sum(is_caught(rewritten(draw)) for _ in range(count))


def test_of_three_hundred_rewrites_the_holder_of_an_older_head_catches_all() -> None:
    assert caught(300, SEED) == 300


@pytest.mark.torture
def test_of_ten_thousand_rewrites_the_holder_of_an_older_head_catches_all() -> None:
    assert caught(10_000, SEED + 1) == 10_000


def test_without_an_older_head_nobody_would_know() -> None:
    """The negative control: the rewritten logs are whole in themselves."""
    draw = Random(SEED)
    assert not any(contradicts_itself(rewritten(draw)) for _ in range(30))


def test_what_came_after_the_held_head_is_not_covered() -> None:
    """So that nobody believes more: a later checkpoint must have gone out."""
    rows = list(rewriting.HONEST)
    rows[rewriting.HELD_AT + 5] = b"rewritten"
    assert not is_caught(log_over(rows))
