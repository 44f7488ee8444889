"""Which pairs are worth a person's look, the one that teaches most first."""

from __future__ import annotations

from typing import Final

import numpy as np

from tawthiq.linkage.labels import Placed
from tawthiq.linkage.result import Pairs, Rows

# Bounds of probability, and the share of looks that each stretch gets: most where the model
# is unsure, some where it is sure and may be wrong. House choice.
_EDGES: Final = np.array([0.01, 0.1, 0.5, 0.9, 0.99])
_SHARES: Final = np.array([0.2, 0.15, 0.2, 0.2, 0.15, 0.1])


def review_order(pairs: Pairs, known: Placed, rows: int, seed: int) -> Rows:
    """Positions of pairs in the order in which to look; those with a verdict are left out."""
    rng = np.random.default_rng(seed)
    stretch = np.digitize(pairs.same, _EDGES)
    turn = np.empty(len(pairs))
    for at, share in enumerate(_SHARES):
        here = np.flatnonzero(stretch == at)
        turn[here] = (rng.permutation(len(here)) + rng.random()) / share
    order = np.argsort(turn, kind="stable")
    keys = pairs.left.astype(np.int64) * rows + pairs.right
    first = np.minimum(known.left, known.right).astype(np.int64)
    said = first * rows + np.maximum(known.left, known.right)
    return order[~np.isin(keys[order], said)]
