"""A fact that follows from other facts: an incident with a barrel bomb was an attack.

A derived fact is never stronger than what it rests on, never replaces what somebody
asserted, and names the rule and the facts it came from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.law.condition import Condition, Outcome, Standings, Way
from tawthiq.law.example import Example
from tawthiq.law.facts import FactValue, Standing
from tawthiq.law.kleene import Value
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Derivation:
    """When some facts are so, another is taken to be so.

    Attributes:
        gives: The key and value of the derived fact.
        because: Why one may say so; shown wherever the fact is used.
    """

    id: str
    gives: tuple[str, FactValue]
    when: Condition
    because: Both
    examples: tuple[Example, ...]


def derive(standings: Standings, rules: Iterable[Derivation]) -> dict[str, Standing]:
    """The standings together with what follows from them, in the order of the rules."""
    known = dict(standings)
    for rule in rules:
        key, value = rule.gives
        if key in known:
            continue
        asserted = rule.when.read(known, Way.ASSERTED)
        if asserted.value is Value.SUPPORTED or _is_only_contested(asserted, rule, known):
            known[key] = _derived(rule, value, known)
    return known


def _is_only_contested(asserted: Outcome, rule: Derivation, known: Standings) -> bool:
    """Whether nothing but a dispute keeps the rule from holding."""
    return (
        asserted.value is Value.UNKNOWN
        and rule.when.read(known, Way.HINTED).value is Value.SUPPORTED
    )


def _derived(rule: Derivation, value: FactValue, known: Standings) -> Standing:
    weighed = rule.when.read(known, Way.WEIGHED)
    used = [known[key] for key in weighed.used if key in known]
    holds = weighed.value is Value.SUPPORTED
    return Standing(
        key=rule.gives[0],
        value=value,
        level=weighed.level if holds else None,
        why=None if holds else weighed.why,
        evidence=tuple(dict.fromkeys(id_ for one in used for id_ in one.evidence)),
        against=tuple(dict.fromkeys(id_ for one in used for id_ in one.against)),
        is_well_seen=holds and all(one.is_well_seen for one in used),
        derived_by=rule.id,
        rests_on=tuple(one.key for one in used),
    )
