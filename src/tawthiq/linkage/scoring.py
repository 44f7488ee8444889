"""From patterns to probabilities: the mixture first, corrected by what people have labelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.mixture import KIN, RELATIVES, SAME, Levels, Mixture, Reals
from tawthiq.linkage.result import Thresholds
from tawthiq.linkage.trees import BINS, Features, Trees, grown

LEAST_LABELS: Final = 20
"""Of each of two answers; with fewer the mixture stands alone."""
_TREES = 80
_FOLDS = 4
_WRONG = (0.01, 0.05)  # shares of wrong labels that are tried
_HOPELESS = 1e-5
_MOST_ODDS = 6.0  # natural logarithm; the mixture is surer than it has reason to be
_LOW, _HIGH = 0.05, 0.95  # house choice

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What gives a pattern its probabilities.

    Attributes:
        mixture: Learned without labels.
        same: Learned from labels, same against all others; None where there were too few.
        related: Learned from labels, related against different; None likewise.
        slope: By how much the log-odds are stretched, and
        shift: by how much moved, so that they are calibrated on labels not learned from.
    """

    mixture: Mixture
    same: Trees | None
    related: Trees | None
    slope: float
    shift: float

    def probabilities(self, levels: Levels) -> tuple[Reals, Reals]:
        """The probability of being the same, and of being related, for each pattern."""
        kinds = self.mixture.kinds(levels)
        same = kinds[:, SAME]
        odds = related_odds(kinds)
        if self.same is not None:
            # Labels seldom speak of what is hopeless; the mixture's word stands there.
            asked = np.flatnonzero(same > _HOPELESS)
            features = features_of(levels[asked], kinds[asked])
            start = log_odds(same[asked], _MOST_ODDS)
            taught_ = self.slope * (start + self.same.added(features)) + self.shift
            same = same.copy()
            same[asked] = chance(taught_)
            if self.related is not None:
                odds[asked] += self.related.added(features)
        return same, (1 - same) * chance(odds)


def log_odds(chances: Reals, most: float) -> Reals:
    """Natural log-odds, cut off at ``most`` on either side."""
    clipped = np.clip(chances, 1e-12, 1 - 1e-12)
    odds: Reals = np.clip(np.log(clipped) - np.log1p(-clipped), -most, most)
    return odds


def chance(odds: Reals) -> Reals:
    """The probability of log-odds."""
    return 1 / (1 + np.exp(-odds))


def related_odds(kinds: Reals) -> Reals:
    """Log-odds of being related, given that the rows are not one person."""
    kin = kinds[:, RELATIVES] + kinds[:, KIN]
    return log_odds(kin / np.maximum(1 - kinds[:, SAME], 1e-12), _MOST_ODDS)


def features_of(levels: Levels, kinds: Reals) -> Features:
    """What the trees may ask: every level, and what the mixture makes of them."""
    of_mixture = [
        np.digitize(log_odds(kinds[:, SAME], 12.0), np.linspace(-9, 9, BINS - 1)),
        np.digitize(related_odds(kinds), np.linspace(-5, 5, 11)),
        np.digitize(log_odds(kinds[:, RELATIVES], 9.0), np.linspace(-6, 6, 13)),
    ]
    return np.column_stack([levels, *of_mixture]).astype(np.uint8)


def taught(mixture: Mixture, levels: Levels, same: Bools, related: Bools, seed: int) -> Model:
    """Learn from labels.

    Args:
        mixture: Learned on the same table.
        levels: The levels of each labelled pair.
        same: Whether it was labelled the same.
        related: Whether it was labelled related.
        seed: Divides the labels for the check of the model.
    """
    if min(same.sum(), (~same).sum()) < LEAST_LABELS:
        return Model(mixture, None, None, 1.0, 0.0)
    kinds = mixture.kinds(levels)
    features = features_of(levels, kinds)
    start = log_odds(kinds[:, SAME], _MOST_ODDS)
    wrong, trees, odds = _checked(features, same.astype(np.float64), start, seed)
    slope, shift = _calibrated(odds, same.astype(np.float64), wrong)
    model = grown(features, same.astype(np.float64), start, wrong, trees)
    return Model(mixture, model, _related(features, kinds, same, related), slope, shift)


def _related(features: Features, kinds: Reals, same: Bools, related: Bools) -> Trees | None:
    """Learn related against different, where enough of both were labelled."""
    apart = ~same
    if min(related.sum(), (apart & ~related).sum()) < LEAST_LABELS:
        return None
    start = related_odds(kinds)[apart]
    return grown(features[apart], related[apart].astype(np.float64), start, _WRONG[0], _TREES // 2)


def _checked(features: Features, same: Reals, start: Reals, seed: int) -> tuple[float, int, Reals]:
    """Which share of wrong labels and how many trees foretell held-out labels best.

    Returns:
        The share, the number of trees, and the log-odds of each label from a model that
        has not seen it.
    """
    fold = np.random.default_rng(seed).permutation(len(same)) % _FOLDS
    best = (np.inf, _WRONG[0], 0, start)
    for wrong in _WRONG:
        steps = [0, *range(20, _TREES + 1, 20)]
        odds = np.repeat(start[None], len(steps), axis=0)
        for held in range(_FOLDS):
            out = fold == held
            trees = grown(features[~out], same[~out], start[~out], wrong, _TREES)
            for at, count in enumerate(steps):
                odds[at, out] += trees.added(features[out], count)
        for at, count in enumerate(steps):
            loss = _surprise(odds[at], same, wrong)
            if loss < best[0]:
                best = (loss, wrong, count, odds[at])
    return best[1], best[2], best[3]


def _surprise(odds: Reals, same: Reals, wrong: float) -> float:
    """Minus the mean log-probability of the labels, allowing for wrong ones."""
    said = wrong + (1 - 2 * wrong) * chance(odds)
    return float(-np.mean(np.where(same > 0, np.log(said), np.log1p(-said))))


def _calibrated(odds: Reals, same: Reals, wrong: float) -> tuple[float, float]:
    """Stretch and move log-odds so that they are right on held-out labels (Platt 1999)."""
    slope, shift = 1.0, 0.0
    for _ in range(25):
        guess = chance(slope * odds + shift)
        seen = wrong + (1 - 2 * wrong) * guess
        meant = np.where(same > 0, (1 - wrong) * guess / seen, wrong * guess / (1 - seen))
        rest, curve = meant - guess, np.maximum(guess * (1 - guess), 1e-6)
        gradient = np.array([(rest * odds).sum() - (slope - 1) * 4, rest.sum()])
        cross = (curve * odds).sum()
        hessian = np.array([[(curve * odds**2).sum() + 4, cross], [cross, curve.sum() + 1e-3]])
        step = np.linalg.solve(hessian, gradient)
        slope, shift = slope + float(step[0]), shift + float(step[1])
        slope = min(max(slope, 0.3), 1.5)
    return slope, shift


def thresholds(same: Reals, counts: npt.NDArray[np.int64]) -> tuple[Thresholds, float, float]:
    """Where to cut, and the precision and recall among the candidates expected there.

    The cut is where the expected F1 is highest, the probabilities taken at their word.
    """
    order = np.argsort(-same, kind="stable")
    taken = np.cumsum(counts[order])
    right = np.cumsum(counts[order] * same[order])
    if not len(order) or right[-1] <= 0:
        return Thresholds(0.5, _LOW, _HIGH), 0.0, 0.0
    f1 = 2 * right / (taken + right[-1])
    best = int(np.argmax(f1))
    cut = float(np.clip(same[order[best]], _LOW, _HIGH))
    found = Thresholds(cut, _LOW, _HIGH)
    return found, float(right[best] / taken[best]), float(right[best] / right[-1])
