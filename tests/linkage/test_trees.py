"""Boosted trees learn what two findings mean together, and are not led astray by a few slips."""

from __future__ import annotations

import numpy as np

from tawthiq.linkage.trees import grown


def _together(lines: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Same exactly where one of two findings is there and the other is not."""
    rng = np.random.default_rng(seed)
    features = rng.integers(0, 2, (lines, 6)).astype(np.uint8)
    return features, (features[:, 1] > features[:, 4]).astype(np.float64)


def test_they_learn_what_findings_mean_together() -> None:
    features, same = _together(600, 1)
    trees = grown(features, same, np.zeros(600), 0.01, 60)
    fresh, true = _together(300, 2)
    assert ((trees.added(fresh) > 0) == (true > 0)).all()


def test_one_label_in_twenty_that_is_wrong_changes_no_answer() -> None:
    features, same = _together(600, 1)
    wrong = np.random.default_rng(3).random(600) < 0.05
    trees = grown(features, np.where(wrong, 1 - same, same), np.zeros(600), 0.05, 60)
    fresh, true = _together(300, 2)
    assert ((trees.added(fresh) > 0) == (true > 0)).all()


def test_without_a_tree_nothing_is_added() -> None:
    features, same = _together(60, 1)
    trees = grown(features, same, np.zeros(60), 0.01, 10)
    assert not trees.added(features, 0).any()
