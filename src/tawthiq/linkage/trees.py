"""A small model of our own that learns from labels: boosted trees over comparison patterns.

It starts from what the mixture holds of a pattern and corrects it where people's labels
disagree; with few labels it stays near the mixture, with many it learns which findings
mean something else together than apart (a shared father and day without a shared given
name). Friedman (2001), with the second-order steps of Chen & Guestrin (2016); the loss
allows for labels that are wrong, so that one slip of a labeller moves little.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.compiled import compiled

DEPTH: Final = 4
BINS: Final = 32
"""Values that a feature can have at most."""
_NODES = 2**DEPTH - 1
_RATE = 0.15
_RIDGE = 1.5  # added to the curvature in each leaf
_LEAST = 1.0  # curvature that a leaf must hold: about four unsure labels
_GAIN = 0.3  # a split that gains less is noise

Features = npt.NDArray[np.uint8]
Reals = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Boosted trees.

    Attributes:
        feature: For each tree and node the feature it asks; -1 where it asks nothing.
        most: The highest value that goes left.
        leaves: For each tree and leaf what it adds to the log-odds.
    """

    feature: npt.NDArray[np.int16]
    most: Features
    leaves: Reals

    def added(self, features: Features, trees: int | None = None) -> Reals:
        """What the first so many trees add to the log-odds of each line of features."""
        count = len(self.feature) if trees is None else trees
        return _added(features, self.feature[:count], self.most[:count], self.leaves[:count])


def grown(features: Features, same: Reals, start: Reals, wrong: float, trees: int) -> Trees:
    """Learn trees.

    Args:
        features: One line a label, values below ``BINS``.
        same: 1 for same, 0 for not.
        start: The log-odds from which the model starts.
        wrong: The share of labels that may be wrong.
        trees: How many trees to grow.
    """
    return Trees(*_grown(features, same, start, wrong, trees))


@compiled
def _grown(
    features: Features, same: Reals, start: Reals, wrong: float, trees: int
) -> tuple[npt.NDArray[np.int16], Features, Reals]:
    lines, width = features.shape
    feature = np.full((trees, _NODES), -1, np.int16)
    most = np.zeros((trees, _NODES), np.uint8)
    leaves = np.zeros((trees, _NODES + 1))
    score = start.copy()
    node = np.zeros(lines, np.int64)
    slope = np.zeros(lines)
    curve = np.zeros(lines)
    sums = np.zeros((1 << (DEPTH - 1), width, BINS, 2))
    for tree in range(trees):
        for at in range(lines):
            chance = 1 / (1 + np.exp(-score[at]))
            seen = wrong + (1 - 2 * wrong) * chance
            # The chance that this label is meant as it is said, given the model.
            meant = (1 - wrong) * chance / seen if same[at] else wrong * chance / (1 - seen)
            slope[at] = meant - chance
            curve[at] = max(chance * (1 - chance), 1e-4)
            node[at] = 0
        first = 0
        for level in range(DEPTH):
            size = 1 << level
            sums[:size] = 0
            for at in range(lines):
                here, down, bend = node[at] - first, slope[at], curve[at]
                for column in range(width):
                    value = features[at, column]
                    sums[here, column, value, 0] += down
                    sums[here, column, value, 1] += bend
            for here in range(size):
                best, where, highest = _split(sums[here])
                if best > _GAIN:
                    feature[tree, first + here] = where
                    most[tree, first + here] = highest
            for at in range(lines):
                asks = feature[tree, node[at]]
                right = asks >= 0 and features[at, asks] > most[tree, node[at]]
                node[at] = 2 * node[at] + 1 + right
            first = 2 * first + 1
        top = np.zeros(_NODES + 1)
        bottom = np.zeros(_NODES + 1)
        for at in range(lines):
            top[node[at] - _NODES] += slope[at]
            bottom[node[at] - _NODES] += curve[at]
        for leaf in range(_NODES + 1):
            leaves[tree, leaf] = _RATE * top[leaf] / (bottom[leaf] + _RIDGE)
        for at in range(lines):
            score[at] += leaves[tree, node[at] - _NODES]
    return feature, most, leaves


@compiled
def _split(sums: Reals) -> tuple[float, int, int]:
    """The best question for one node: what it gains, the feature, the highest value left."""
    best, where, value = 0.0, -1, 0
    for column in range(sums.shape[0]):
        slope, curve = 0.0, 0.0
        for bin_ in range(BINS):
            slope += sums[column, bin_, 0]
            curve += sums[column, bin_, 1]
        left_slope, left_curve = 0.0, 0.0
        whole = slope * slope / (curve + _RIDGE)
        for bin_ in range(BINS - 1):
            left_slope += sums[column, bin_, 0]
            left_curve += sums[column, bin_, 1]
            right_slope, right_curve = slope - left_slope, curve - left_curve
            if left_curve < _LEAST or right_curve < _LEAST:
                continue
            gain = left_slope * left_slope / (left_curve + _RIDGE) - whole
            gain += right_slope * right_slope / (right_curve + _RIDGE)
            if gain > best:
                best, where, value = gain, column, bin_
    return best, where, value


@compiled
def _added(
    features: Features, feature: npt.NDArray[np.int16], most: Features, leaves: Reals
) -> Reals:
    added = np.zeros(len(features))
    for at in range(len(features)):
        for tree in range(len(feature)):
            node = 0
            while node < _NODES:
                asks = feature[tree, node]
                right = asks >= 0 and features[at, asks] > most[tree, node]
                node = 2 * node + 1 + right
            added[at] += leaves[tree, node - _NODES]
    return added
