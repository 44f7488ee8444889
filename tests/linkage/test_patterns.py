"""Patterns are counted as another library counts them, and say which of them a pair has."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.linkage.compiled import STAMP
from tawthiq.linkage.patterns import distinct, random_pairs


@given(st.lists(st.integers(-(2**62), 2**62) | st.integers(0, 5), max_size=200))
def test_distinct_patterns_are_those_of_another_library(patterns: list[int]) -> None:
    given_ = np.array(patterns, np.int64)
    met, which, counts = distinct(given_)
    theirs, their_counts = np.unique(given_, return_counts=True)
    order = np.argsort(met)
    assert np.array_equal(met[order], theirs)
    assert np.array_equal(counts[order], their_counts)
    assert np.array_equal(met[which], given_)


def test_many_distinct_patterns_find_room() -> None:
    patterns = np.arange(200_000, dtype=np.int64) * 977
    met, which, counts = distinct(np.concatenate([patterns, patterns]))
    assert len(met) == 200_000
    assert set(counts.tolist()) == {2}
    assert np.array_equal(which[:200_000], which[200_000:])


def test_a_random_pair_has_two_rows() -> None:
    left, right = random_pairs(3, 1000, 1)
    assert (left != right).all()
    assert set(left.tolist()) == set(right.tolist()) == {0, 1, 2}


def test_kept_machine_code_is_bound_to_the_whole_room() -> None:
    """Numba looks at the module of a function alone; a changed neighbour must renew it too."""
    assert distinct._cache._cache_file._source_stamp == STAMP  # type: ignore[attr-defined]
