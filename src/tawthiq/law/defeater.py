"""What ends a protection: harmful use after a warning, military use, direct participation.

A defeater has its own parts and its own evidence, is always tried and shown, and what
never counts (wounded fighters in a ward, their rifles in a locker) is tried first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.law.condition import All, Condition, Outcome, Standings, Way
from tawthiq.law.example import Example
from tawthiq.law.kleene import Value, Why
from tawthiq.values.both import Both


class Stand(StrEnum):
    """What became of a defeater that was tried."""

    HOLDS = "holds"
    """All its parts are supported: the protection had ended."""
    OPEN = "open"
    """There is a sign of it, and some part is not shown."""
    NO_SIGN = "no_sign"
    """Nothing recorded points to it; that nobody looked is possible."""
    EXCLUDED = "excluded"
    """What is recorded is of the kind that never counts."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a defeater needs."""

    name: Both
    when: Condition


@dataclass(frozen=True, slots=True, eq=False)
class Defeater:
    """A rule by which a protection ends.

    Attributes:
        defeats: Ids of the norms it bears on.
        concerns: What it is a rule about (medical units, other objects, people).
        parts: All of them are needed.
        sign: What makes it worth trying, and what doubt it casts where it stays open.
        never_counts: What is not harmful, whatever it looks like.
        residual: Norms that still have to be kept when it holds.
        note: What is reported of doubt.
    """

    id: str
    name: Both
    defeats: tuple[str, ...]
    concerns: Condition
    parts: tuple[Part, ...]
    sign: Condition
    never_counts: Condition
    residual: tuple[str, ...]
    note: Both
    examples: tuple[Example, ...]

    def tried(self, standings: Standings) -> Stand:
        """Try it on the facts."""
        concerns = self.concerns.read(standings, Way.ASSERTED)
        if concerns.value is Value.NOT_SUPPORTED or concerns.why is Why.NOT_ASSESSED:
            return Stand.NO_SIGN
        if self._is_excluded(standings):
            return Stand.EXCLUDED
        if all(part.when.read(standings).value is Value.SUPPORTED for part in self.parts):
            return Stand.HOLDS
        signed = self.sign.read(standings, Way.HINTED).value is Value.SUPPORTED
        return Stand.OPEN if signed else Stand.NO_SIGN

    def _is_excluded(self, standings: Standings) -> bool:
        """Only where no part speaks of use that does count."""
        if self.never_counts.read(standings).value is not Value.SUPPORTED:
            return False
        return not any(
            part.when.read(standings, Way.HINTED).value is Value.SUPPORTED
            for part in self.parts[1:]
        )

    def parts_read(self, standings: Standings) -> Outcome:
        """All the parts together; supported only where each of them is."""
        return All(tuple(part.when for part in self.parts)).read(standings)
