"""Other partitions that the same evidence allows, drawn so that counts carry their uncertainty."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tawthiq.linkage.clustering import FLOOR, clustered, weights
from tawthiq.linkage.labels import Placed
from tawthiq.linkage.result import Floats, Pairs
from tawthiq.linkage.table import Codes


@dataclass(frozen=True, slots=True, eq=False)
class Drawer:
    """Draws partitions of one linkage.

    Attributes:
        pairs: The candidates.
        rows: How many rows the table has.
        cut: The probability from which a pair speaks for joining.
        decided: Decisions; they bind in every draw.
        seed: The same seed draws the same partitions.
    """

    pairs: Pairs
    rows: int
    cut: float
    decided: Placed
    seed: int

    def __call__(self, n: int) -> Codes:
        """Draw n partitions: one line each, the number of the person of each row.

        The log-odds of each pair are moved by logistic noise, so that a pair that stands
        alone is joined as often as its probability says (perturb and maximise, Papandreou &
        Yuille 2011). Pairs below the floor are never joined: they are counted as unlikely.
        """
        kept = self.pairs.at(np.flatnonzero(self.pairs.same >= FLOOR))
        drawn = np.empty((n, self.rows), np.int32)
        for at in range(n):
            rng = np.random.default_rng((self.seed, at))
            noise = rng.logistic(size=len(kept)).astype(np.float32)
            moved: Floats = weights(kept.same, 0.5) + noise
            drawn[at] = clustered(self.rows, kept.left, kept.right, moved, self.decided)
        return drawn
