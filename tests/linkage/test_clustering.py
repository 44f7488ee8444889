"""Rows become one person when all that lies between them speaks for it; decisions bind."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.linkage.clustering import clustered, weights
from tawthiq.linkage.labels import Placed, Verdict
from tawthiq.linkage.table import Codes

Pair = tuple[int, int, float]


def _clusters(
    rows: int, pairs: list[Pair], decided: list[tuple[int, int, Verdict]] = ()
) -> list[int]:  # type: ignore[assignment]
    left, right, same = (np.array(column) for column in zip(*pairs, strict=True))
    columns = np.array(decided, np.int32).reshape(-1, 3)
    placed = Placed(columns[:, 0].copy(), columns[:, 1].copy(), columns[:, 2].copy())
    says = weights(same.astype(np.float32), 0.5)
    found: Codes = clustered(rows, left.astype(np.int32), right.astype(np.int32), says, placed)
    return found.tolist()


def test_two_likely_pairs_make_three_rows_one_person() -> None:
    assert _clusters(4, [(0, 1, 0.95), (1, 2, 0.95), (0, 2, 0.9)]) == [0, 0, 0, 1]


def test_a_chain_of_brothers_does_not_become_one_person() -> None:
    """0 and 1 are likely one, 1 and 2 a little; but 0 and 2 surely are two."""
    assert _clusters(3, [(0, 1, 0.95), (1, 2, 0.7), (0, 2, 0.03)]) == [0, 0, 1]


def test_a_pair_that_no_rule_met_speaks_a_little_against() -> None:
    assert _clusters(3, [(0, 1, 0.9), (1, 2, 0.6)]) == [0, 0, 1]
    assert _clusters(3, [(0, 1, 0.99), (1, 2, 0.99)]) == [0, 0, 0]


def test_what_people_held_to_be_one_is_one_and_what_they_held_apart_is_apart() -> None:
    pairs = [(0, 1, 0.01), (2, 3, 0.999)]
    decided = [(1, 0, Verdict.SAME), (2, 3, Verdict.RELATED), (0, 2, Verdict.CANNOT_TELL)]
    assert _clusters(4, pairs, decided) == [0, 0, 1, 2]


def test_a_third_row_does_not_bring_together_what_was_held_apart() -> None:
    pairs = [(0, 1, 0.99), (1, 2, 0.98), (0, 2, 0.97)]
    found = _clusters(3, pairs, [(0, 2, Verdict.DIFFERENT)])
    assert found[0] != found[2]


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0, 1)), min_size=1))
def test_persons_are_numbered_without_gaps_in_the_order_of_first_rows(pairs: list[Pair]) -> None:
    found = _clusters(8, [pair for pair in pairs if pair[0] != pair[1]] or [(0, 1, 0.5)])
    firsts = [found.index(number) for number in range(max(found) + 1)]
    assert firsts == sorted(firsts)
