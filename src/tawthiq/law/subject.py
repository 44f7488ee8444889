"""What a norm is about, as a condition over facts: a medical unit was attacked.

A subject is read by what is asserted, not by what is shown: that a norm is touched says
nothing of whether anything happened. What nobody mentions touches nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.law.condition import Condition, Standings, Way
from tawthiq.law.example import Example
from tawthiq.law.kleene import Value, Why
from tawthiq.values.both import Both


class Touch(StrEnum):
    """Whether the facts of an incident touch a subject."""

    YES = "yes"
    DISPUTED = "disputed"
    """What would touch it is itself contested."""
    NO = "no"


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject.

    Attributes:
        keys: Every fact that the condition asks for.
    """

    id: str
    name: Both
    when: Condition
    examples: tuple[Example, ...]
    keys: frozenset[str]

    def touched(self, standings: Standings) -> Touch:
        """Whether facts touch it; where none of its facts is recorded, nothing does."""
        if self.keys.isdisjoint(standings):
            return Touch.NO
        read = self.when.read(standings, Way.ASSERTED)
        if read.value is Value.SUPPORTED:
            return Touch.YES
        disputed = read.value is Value.UNKNOWN and read.why is Why.CONFLICTING
        if disputed and self.when.read(standings, Way.HINTED).value is Value.SUPPORTED:
            return Touch.DISPUTED
        return Touch.NO
