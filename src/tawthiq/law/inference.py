"""An inference of intent from circumstances, as courts have drawn it: families of factors.

That nobody saw a military objective is needed, together with one of the strong families
(the weapon, repetition, knowledge, pattern). The weak family (the hour of the day) never
is enough. Any sign of military use or of a warning puts it back to unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.law.condition import Any, Condition, Outcome, Standings, Way
from tawthiq.law.example import Example
from tawthiq.law.kleene import Value, Why
from tawthiq.law.level import Level
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Factor:
    """A family of circumstances.

    Attributes:
        letter: A to F, as in the rule's source.
        is_strong: It can carry the inference together with the base.
    """

    letter: str
    name: Both
    when: Condition
    is_strong: bool


@dataclass(frozen=True, slots=True)
class Inference:
    """A rule of inference.

    Attributes:
        base: What must be there in any case.
        factors: The families, strong and weak.
        unsettled_by: What puts it back to unknown, at any sign of it.
        caution: What has to be said wherever it is used.
    """

    id: str
    base: Factor
    factors: tuple[Factor, ...]
    unsettled_by: Condition
    caution: Both
    examples: tuple[Example, ...]

    def read(self, standings: Standings) -> Outcome:
        """What the circumstances say; never that intent is absent.

        An inference goes no further than the facts it is drawn from.
        """
        unsettled = self.unsettled_by.read(standings, Way.HINTED)
        base = self.base.when.read(standings)
        strong = Any(tuple(f.when for f in self.factors if f.is_strong)).read(standings)
        if unsettled.value is Value.SUPPORTED:
            return Outcome(Value.UNKNOWN, None, Why.CONFLICTING, unsettled.used)
        if base.value is Value.SUPPORTED and strong.value is Value.SUPPORTED:
            level = min(_level(base), _level(strong))
            return Outcome(Value.SUPPORTED, level, None, (*base.used, *strong.used))
        missing = [one for one in (base, strong) if one.value is not Value.SUPPORTED]
        used = tuple(dict.fromkeys(key for one in missing for key in one.used))
        why = missing[0].why or Why.INSUFFICIENT
        if any(f.when.read(standings).value is Value.SUPPORTED for f in (self.base, *self.factors)):
            why = Why.INSUFFICIENT
        return Outcome(Value.UNKNOWN, None, why, used)

    def present(self, standings: Standings) -> tuple[Factor, ...]:
        """The families that the facts show, the base first."""
        return tuple(
            factor
            for factor in (self.base, *self.factors)
            if factor.when.read(standings).value is Value.SUPPORTED
        )


def _level(outcome: Outcome) -> Level:
    return Level.LEAD if outcome.level is None else outcome.level
