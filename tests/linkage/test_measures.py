"""Measures agree with counting every pair by hand."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.linkage import measures

ROWS = st.lists(st.tuples(st.integers(-1, 3), st.integers(0, 3), st.integers(0, 1)), max_size=9)


@given(ROWS)
def test_clusters_are_scored_as_if_every_pair_were_looked_at(
    rows: list[tuple[int, int, int]],
) -> None:
    """Pairs of which the truth is silent about a row are left out."""
    known = [row for row in rows if row[0] >= 0]
    pairs = list(combinations(known, 2))
    true = [one[0] == other[0] for one, other in pairs]
    joined = [one[1] == other[1] for one, other in pairs]
    hits = sum(t and j for t, j in zip(true, joined, strict=True))
    truth, clusters, _ = np.array([*rows, (-1, 9, 0)]).T
    score = measures.of_clusters(clusters, truth.astype(np.int32))
    assert score.precision == pytest.approx(hits / sum(joined) if any(joined) else 0)
    assert score.recall == pytest.approx(hits / sum(true) if any(true) else 0)


@given(ROWS)
def test_between_lists_only_pairs_of_two_lists_count(rows: list[tuple[int, int, int]]) -> None:
    known = [row for row in rows if row[0] >= 0]
    pairs = [(a, b) for a, b in combinations(known, 2) if a[2] != b[2]]
    hits = sum(a[0] == b[0] and a[1] == b[1] for a, b in pairs)
    true = sum(a[0] == b[0] for a, b in pairs)
    truth, clusters, lists = np.array([*rows, (-1, 9, 0)]).T
    score = measures.of_clusters(clusters, truth.astype(np.int32), lists.astype(np.int32))
    assert score.recall == pytest.approx(hits / true if true else 0)


def test_b_cubed_is_that_of_the_paper() -> None:
    """Bagga & Baldwin (1998), first example: 12 mentions, one wrong join of 5 and 5."""
    truth = np.array([0] * 5 + [1] * 2 + [2] * 5, np.int32)
    clusters = np.array([0] * 5 + [1] * 2 + [1] * 5, np.int32)
    score = measures.b_cubed(clusters, truth)
    assert score.precision == pytest.approx(0.7619, abs=1e-4)
    assert score.recall == 1


def test_pairs_that_were_never_met_are_missing_from_recall() -> None:
    truth = measures.people(["x", "x", "x", "", ""])
    left, right = np.array([0, 3]), np.array([1, 4])
    score = measures.of_pairs(left, right, truth)
    assert (score.precision, score.recall) == (1, pytest.approx(1 / 3))
    assert measures.blocking_recall(left, right, truth) == pytest.approx(1 / 3)
    assert score.f1 == pytest.approx(0.5)


def test_nothing_joined_scores_nothing() -> None:
    nothing = np.zeros(0, np.int32)
    assert measures.of_pairs(nothing, nothing, measures.people(["x", "x"])).f1 == 0
