"""Rows of one list that contend for one row of another: of two brothers one at most is he.

A list seldom holds a person twice. Where two of its rows fit a row of another list, the one
that fits better takes from the other, unless the two look like one person themselves. So a
man whose own row is there is told from his brother, however alike their names are. How
seldom a list repeats a person is learned from the table, not assumed.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.clustering import FLOOR, beside
from tawthiq.linkage.compiled import compiled
from tawthiq.linkage.result import Floats, Pairs
from tawthiq.linkage.table import Codes

_MOST_ODDS: Final = 1e6  # of a pair; a file is never surer

Starts = npt.NDArray[np.int64]


def contended(pairs: Pairs, lists: Codes, repeats: float) -> Pairs:
    """The pairs, with probabilities that allow for rivals.

    Pairs of two rows of one list, and of rows whose list is not known, stay as they are.

    Args:
        pairs: As their patterns alone say.
        lists: For each row the number of its list, -1 where that is not known.
        repeats: How much rarer one person stands twice in one list than once in each of
            two (``Mixture.repeats``), from 0 to 1.
    """
    likely = np.flatnonzero(pairs.same >= FLOOR)
    left, right, same = pairs.left[likely], pairs.right[likely], pairs.same[likely]
    starts, others, of_pair = beside(len(lists), left, right, same)
    among = _among_rivals(left, right, same, lists, starts, others, of_pair, repeats)
    found, related = pairs.same.copy(), pairs.related.copy()
    found[likely] = among
    related[likely] *= (1 - among) / np.maximum(1 - same, 1e-6)
    return Pairs(pairs.left, pairs.right, found, np.minimum(related, 1 - found), pairs.pattern)


@compiled
def _among_rivals(
    left: Codes,
    right: Codes,
    same: Floats,
    lists: Codes,
    starts: Starts,
    others: Codes,
    of_pair: Floats,
    repeats: float,
) -> Floats:
    found = same.copy()
    for at in range(len(left)):
        one, other = left[at], right[at]
        if lists[one] < 0 or lists[other] < 0 or lists[one] == lists[other]:
            continue
        apart, twice = _rivals(one, other, lists, starts, others, of_pair, repeats)
        more_apart, more_twice = _rivals(other, one, lists, starts, others, of_pair, repeats)
        odds = _odds(same[at])
        found[at] = odds / (odds + (1 + apart + more_apart) / (1 + twice + more_twice))
    return found


@compiled
def _rivals(
    row: int,
    other: int,
    lists: Codes,
    starts: Starts,
    others: Codes,
    of_pair: Floats,
    repeats: float,
) -> tuple[float, float]:
    """The odds of the rows of the other's list that ``row`` may be: instead of it, and besides.

    A rival is the same person besides if both rows say so: the surer of them first, and the
    other two pairs of the three say it of nearly the same findings, so that the mean of their
    log-odds counts and not the sum.
    """
    apart = 0.0
    twice = 0.0
    mine = 0.0
    for at in range(starts[row], starts[row + 1]):
        if others[at] == other:
            mine = _odds(of_pair[at])
    for at in range(starts[row], starts[row + 1]):
        rival = others[at]
        if rival == other or lists[rival] != lists[other]:
            continue
        one_person = 0.0
        for there in range(starts[other], starts[other + 1]):
            if others[there] == rival:
                one_person = of_pair[there]
        odds = _odds(of_pair[at])
        apart += odds
        surer, less = max(mine, odds), min(mine, odds)
        all_three = surer * (less * _odds(one_person) * repeats) ** 0.5
        twice += min(odds, all_three / mine)
    return apart, twice


@compiled
def _odds(chance: float) -> float:
    return min(chance / max(1 - chance, 1e-9), _MOST_ODDS)
