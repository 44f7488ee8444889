"""Why two rows were held to be one person or not, in words that a reviewer can check."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Reason:
    """What one comparison of two rows found.

    Attributes:
        column: What was compared ("father", "date of death").
        found: What was found ("written alike but for one letter").
        left: What the first row says, as written; "" for nothing.
        right: What the second row says, as written.
        weight: How many times this finding doubles (above 0) or halves (below 0) the odds
            that the rows are one person: the base-2 logarithm of m/u. 0 where it says nothing.
    """

    column: Both
    found: Both
    left: str
    right: str
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a pair has its score.

    Attributes:
        agrees: What speaks for one person, the strongest first.
        differs: What speaks against it, the strongest first.
        silent: What was compared and says nothing, because a row does not have it.
        rarity: How rare the shared names are in these lists, in a sentence.
        same: The probability that both rows are one person.
        related: The probability that they are two people of one family.
        why: The score in a sentence.
    """

    agrees: tuple[Reason, ...]
    differs: tuple[Reason, ...]
    silent: tuple[Reason, ...]
    rarity: Both
    same: float
    related: float
    why: Both
