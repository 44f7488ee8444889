"""What a linkage found: pairs with probabilities, clusters of rows, and how sure all of it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.explanation import Explanation
from tawthiq.linkage.table import Codes
from tawthiq.values.both import Both

Floats = npt.NDArray[np.float32]
Rows = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of rows that were compared, one at each position of all the arrays.

    Attributes:
        left: Row numbers, always below those of ``right``.
        right: Row numbers.
        same: The probability that both rows are one person.
        related: The probability that they are two people of one family.
        pattern: The number of the comparison pattern; pairs with one pattern have one score,
            but for rivals (``rivals``).
    """

    left: Codes
    right: Codes
    same: Floats
    related: Floats
    pattern: Codes

    def __len__(self) -> int:
        return len(self.left)

    def at(self, positions: Rows) -> Pairs:
        """The pairs at these positions, in this order."""
        return Pairs(
            self.left[positions],
            self.right[positions],
            self.same[positions],
            self.related[positions],
            self.pattern[positions],
        )


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where a probability of being the same is acted on.

    Attributes:
        cut: From here on a pair counts as the same where an answer must be given: the
            point at which precision and recall, as estimated, balance best.
        low: Below it a pair is taken as different without a look.
        high: From here on a pair is taken as the same without a look.
    """

    cut: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0.0 <= self.low <= self.cut <= self.high <= 1.0:
            raise ValueError(f"thresholds out of order: {self.low}, {self.cut}, {self.high}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One blocking rule: rows that agree on these columns were compared.

    Attributes:
        columns: What had to agree.
        pairs: How many pairs of rows it alone or first brought together.
        largest: Rows in the largest group that agreed.
        capped: Rows in groups so large that only near neighbours were compared.
    """

    columns: tuple[str, ...]
    pairs: int
    largest: int
    capped: int


@dataclass(frozen=True, slots=True, eq=False)
class Linkage:
    """A finished linkage of one table.

    Attributes:
        pairs: Every candidate that was compared and kept, ordered by row numbers.
        clusters: For each row the number of its person, from 0 without gaps.
        thresholds: Learned from this table (and labels), never from a truth.
        candidates: How many pairs were compared, those not kept included.
        rules: The blocking rules, in the order in which they were asked.
        expected_recall: The share of true pairs that the rules are estimated to have met.
        expected: Precision and recall at ``thresholds.cut``, as the model itself expects them.
        warnings: What a reader must know before using the result.
        seconds: What each step took, by name, in seconds of wall-clock time.
    """

    pairs: Pairs
    clusters: Codes
    thresholds: Thresholds
    candidates: int
    rules: tuple[Rule, ...]
    expected_recall: float
    expected: tuple[float, float]
    warnings: tuple[Both, ...]
    seconds: dict[str, float]
    explainer: Callable[[int, int], Explanation]
    drawer: Callable[[int], Codes]
    order: Callable[[], Rows]

    def same(self) -> Pairs:
        """The pairs that count as the same person."""
        return self.between(self.thresholds.cut, 1.0)

    def between(self, low: float, high: float) -> Pairs:
        """The pairs whose probability of being the same is in [low, high]."""
        score = self.pairs.same
        return self.pairs.at(np.flatnonzero((score >= low) & (score <= high)))

    def review_order(self) -> Pairs:
        """The pairs worth a look, the one that teaches most first; labelled ones left out."""
        return self.pairs.at(self.order())

    def explain(self, left: int, right: int) -> Explanation:
        """Why two rows, by number, were held to be one person or not; any two can be asked."""
        return self.explainer(left, right)

    def draws(self, n: int) -> Codes:
        """Partitions as they may also be, given how unsure the pairs are.

        Returns:
            n rows, one for each draw; in each the number of the person of each table row.
        """
        return self.drawer(n)
