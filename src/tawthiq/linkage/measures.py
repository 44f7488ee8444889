"""How right a linkage is, where somebody knows the truth.

A truth names the person of each row; where it is silent (""), the row is left out of every
measure. Precision asks how many of what we joined belong together, recall how many of
what belongs together we joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.table import Codes, Column

Whole = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, each from 0 to 1; 0 where there was nothing."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def people(truth: Sequence[str | None]) -> Codes:
    """A number for each person of a truth column; -1 where the truth is silent."""
    return Column.of(truth).codes


def true_pairs(truth: Codes, sources: Codes | None = None) -> int:
    """How many pairs of rows are of one person; with ``sources``, of two lists only."""
    known = truth >= 0
    within = 0
    if sources is not None:
        within = _pairs(_joint(truth, sources)[known])
    return _pairs(truth[known]) - within


def of_pairs(left: Whole, right: Whole, truth: Codes, sources: Codes | None = None) -> Score:
    """The score of pairs that were held to be the same; each pair stands once.

    Args:
        left: Row numbers.
        right: Row numbers, as many.
        truth: The person of each row (``people``).
        sources: The list of each row; given, only pairs of two lists are looked at.
    """
    asked = (truth[left] >= 0) & (truth[right] >= 0)
    if sources is not None:
        asked &= sources[left] != sources[right]
    right_ones = int((truth[left[asked]] == truth[right[asked]]).sum())
    return Score(
        _share(right_ones, int(asked.sum())), _share(right_ones, true_pairs(truth, sources))
    )


def of_clusters(clusters: Whole, truth: Codes, sources: Codes | None = None) -> Score:
    """The score of all pairs within clusters; ``sources`` as in ``of_pairs``."""
    known = truth >= 0
    mine, true = clusters[known], truth[known]
    joined, hits = _pairs(mine), _pairs(_joint(mine, true))
    if sources is not None:
        of = sources[known]
        joined -= _pairs(_joint(mine, of))
        hits -= _pairs(_joint(_joint(mine, true), of))
    return Score(_share(hits, joined), _share(hits, true_pairs(truth, sources)))


def b_cubed(clusters: Whole, truth: Codes) -> Score:
    """The mean over rows of how pure and how whole a row's cluster is (Bagga & Baldwin 1998)."""
    known = truth >= 0
    if not known.any():
        return Score(0.0, 0.0)
    mine, true = clusters[known], truth[known]
    shared = _sizes(_joint(mine, true))
    return Score(float((shared / _sizes(mine)).mean()), float((shared / _sizes(true)).mean()))


def blocking_recall(left: Whole, right: Whole, truth: Codes) -> float:
    """The share of true pairs that stand among the candidates: no model can find more."""
    return of_pairs(left, right, truth).recall


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _joint(first: Whole, second: Whole) -> Whole:
    """One number for each combination of two numbers."""
    wide = second.astype(np.int64)
    return first.astype(np.int64) * (int(wide.max(initial=0)) + 2) + wide + 1


def _pairs(groups: Whole) -> int:
    counts = np.unique(groups, return_counts=True)[1].astype(np.int64)
    return int((counts * (counts - 1) // 2).sum())


def _sizes(groups: Whole) -> Whole:
    """For each row the size of its group."""
    _, which, counts = np.unique(groups, return_inverse=True, return_counts=True)
    sizes: Whole = counts[which]
    return sizes
