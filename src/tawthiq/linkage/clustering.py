"""Rows of one person put together, with every pair between two groups heard and not only the best.

A chain of likely pairs makes one person of three brothers. So two groups of rows become one
only when all pairs between them, taken together, speak for it: those that speak against it
count, and those that no rule brought together count a little against it too. Greedy joining
of the likeliest pairs under such sums is a usual way to cluster by correlation (Bansal, Blum
& Chawla 2004; Keuper et al. 2015). What people decided binds: it is joined first, and what
they held apart is never joined.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.compiled import compiled
from tawthiq.linkage.labels import Placed, Verdict
from tawthiq.linkage.result import Floats
from tawthiq.linkage.table import Codes

FLOOR: Final = 0.02
"""Pairs less likely than this are counted as if no rule had brought them together."""
_MOST: Final = 5.0  # log-odds that one pair can say for or against
_UNMET: Final = -2.0  # what a pair says that no rule brought together; house choice
_BOUND: Final = 1e6  # what a decision says
LARGEST: Final = 2_000
"""Rows that one person may have; beyond it lies an error in the table."""


def weights(same: Floats, cut: float) -> Floats:
    """What each pair says for (above 0) or against (below 0) joining: log-odds beyond the cut."""
    clipped = np.clip(same, 1e-6, 1 - 1e-6)
    beyond = np.log(clipped / (1 - clipped)) - np.log(cut / (1 - cut))
    says: Floats = np.clip(beyond, -_MOST, _MOST).astype(np.float32)
    return says


def clustered(rows: int, left: Codes, right: Codes, weight: Floats, decided: Placed) -> Codes:
    """The number of the person of each row, from 0 without gaps, in the order of first rows.

    Args:
        rows: How many rows there are.
        left: Row numbers of pairs.
        right: Row numbers of pairs, as many.
        weight: What each pair says (``weights``).
        decided: Decisions: they bind.
    """
    together = decided.only(Verdict.SAME)
    apart = decided.only(Verdict.DIFFERENT, Verdict.RELATED)
    left = np.concatenate([left, together.left, apart.left])
    right = np.concatenate([right, together.right, apart.right])
    says = [weight, np.full(len(together), _BOUND), np.full(len(apart), -_BOUND * _BOUND)]
    weight = np.concatenate(says).astype(np.float32)
    order = np.argsort(-weight, kind="stable")
    starts, others, of_pair = beside(rows, left, right, weight)
    return _joined(rows, order, left, right, weight, starts, others, of_pair)


def beside(
    rows: int, left: Codes, right: Codes, weight: Floats
) -> tuple[npt.NDArray[np.int64], Codes, Floats]:
    """For each row its pairs: where they start, the other rows, what they say."""
    ends = np.concatenate([left, right])
    others = np.concatenate([right, left])
    order = np.argsort(ends, kind="stable")
    counts = np.bincount(ends, minlength=rows)
    starts = np.r_[0, np.cumsum(counts)].astype(np.int64)
    return starts, others[order].astype(np.int32), np.concatenate([weight, weight])[order]


@compiled
def _joined(
    rows: int,
    order: npt.NDArray[np.int64],
    left: Codes,
    right: Codes,
    weight: Floats,
    starts: npt.NDArray[np.int64],
    others: Codes,
    of_pair: Floats,
) -> Codes:
    head = np.arange(rows).astype(np.int32)  # the first row of the group of each row
    after = np.full(rows, -1, np.int32)  # the next row of the group
    last = np.arange(rows).astype(np.int32)  # of each head: the last row of its group
    size = np.ones(rows, np.int32)
    for pair in order:
        if weight[pair] <= 0:
            break
        one, other = head[left[pair]], head[right[pair]]
        if one == other:
            continue
        if size[one] < size[other]:
            one, other = other, one
        if size[one] + size[other] > LARGEST and weight[pair] < _BOUND:
            continue
        if (
            weight[pair] < _BOUND
            and _between(one, other, head, after, size, starts, others, of_pair) <= 0
        ):
            continue
        row = other
        while row >= 0:
            head[row] = one
            row = after[row]
        after[last[one]] = other
        last[one] = last[other]
        size[one] += size[other]
    numbers = np.full(rows, -1, np.int32)
    clusters = np.empty(rows, np.int32)
    count = 0
    for row in range(rows):
        if numbers[head[row]] < 0:
            numbers[head[row]] = count
            count += 1
        clusters[row] = numbers[head[row]]
    return clusters


@compiled
def _between(
    one: int,
    other: int,
    head: Codes,
    after: Codes,
    size: Codes,
    starts: npt.NDArray[np.int64],
    others: Codes,
    of_pair: Floats,
) -> float:
    """What all pairs between two groups say together; the second is the smaller one."""
    said = 0.0
    met = 0
    row = other
    while row >= 0:
        for at in range(starts[row], starts[row + 1]):
            if head[others[at]] == one:
                said += of_pair[at]
                met += 1
        row = after[row]
    unmet = float(size[one]) * float(size[other]) - met
    return said + _UNMET * unmet
