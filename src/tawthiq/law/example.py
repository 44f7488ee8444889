"""A worked example that a rule carries: facts, and what the rule must say of them.

Examples live in the rule files beside the rule, and the tests run every one of them. In
an example every fact is well corroborated unless it is said to be contested or thin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.law.facts import FactValue, Standing
from tawthiq.law.kleene import Why
from tawthiq.law.level import Level


@dataclass(frozen=True, slots=True)
class Example:
    """One example.

    Attributes:
        name: What it shows.
        standings: The facts, each with its standing.
        then: What the rule says: a word of the rule's own (``supported``, ``yes``, …).
    """

    name: str
    standings: Mapping[str, Standing]
    then: str


def corroborated(key: str, value: FactValue) -> Standing:
    """A fact as an example has it: two independent origins, one of them technical."""
    return Standing(key, value, Level.REASONABLE_GROUNDS, None, ("E1", "E2"), (), True)


def contested(key: str, value: FactValue) -> Standing:
    """A fact on which evidence of equal weight stands on both sides."""
    return Standing(key, value, None, Why.CONFLICTING, ("E1",), ("E2",))


def thin(key: str, value: FactValue) -> Standing:
    """A fact that a single unassessed source reports."""
    return Standing(key, value, None, Why.INSUFFICIENT, ("E1",))
