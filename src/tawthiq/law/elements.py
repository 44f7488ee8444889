"""The elements of a crime read on the facts: supported, contradicted or unknown, and why.

Contradiction is asked first, then what unsettles, then what supports. An element that
presupposes another is never better than unknown while that one is not supported. With no
evidence at all every element is unknown: nothing was looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.law.condition import Condition, Outcome, Standings, Way
from tawthiq.law.crime import Crime, Element, ElementRule
from tawthiq.law.defeater import Defeater, Stand
from tawthiq.law.inference import Inference
from tawthiq.law.kleene import Value, Why
from tawthiq.law.level import CEILING, Level


@dataclass(frozen=True, slots=True)
class Rules:
    """What element rules refer to."""

    inferences: Mapping[str, Inference]
    defeaters: Mapping[str, Defeater]


@dataclass(frozen=True, slots=True)
class ElementLine:
    """What the facts say of one element.

    Attributes:
        level: How far information carries what it says; None where it is unknown.
        why: Why it is unknown.
        used: Keys of the facts that decide it, or of those to look into.
        rule: Id of the rule that was applied.
        inference: Id of the inference it rests on, "" where the facts say it directly.
        defeaters: The defeaters that were tried, and what became of each.
    """

    crime: str
    number: int
    value: Value
    level: Level | None
    why: Why | None
    used: tuple[str, ...]
    rule: str
    inference: str = ""
    defeaters: tuple[tuple[str, Stand], ...] = ()


def read_elements(
    crime: Crime, standings: Standings, rules: Rules, *, is_attributed: bool
) -> tuple[ElementLine, ...]:
    """Every element of a crime, in order."""
    lines: dict[int, ElementLine] = {}
    for element in crime.elements:
        outcome, inference, tried = read_rule(element.rule, standings, rules, is_attributed)
        outcome = _resting(element, outcome, lines)
        lines[element.number] = ElementLine(
            crime.id,
            element.number,
            outcome.value,
            None if outcome.level is None else min(outcome.level, CEILING),
            outcome.why,
            outcome.used,
            element.rule.id,
            inference if outcome.value is Value.SUPPORTED else "",
            tried,
        )
    return tuple(lines.values())


def _resting(element: Element, outcome: Outcome, lines: Mapping[int, ElementLine]) -> Outcome:
    """Hold an element back while one that it presupposes is not supported."""
    if outcome.value is not Value.SUPPORTED:
        return outcome
    for number in element.rests_on:
        if lines[number].value is not Value.SUPPORTED:
            return Outcome(Value.UNKNOWN, None, Why.RESTS_ON_ELEMENT, lines[number].used)
    return outcome


def read_rule(
    rule: ElementRule, standings: Standings, rules: Rules, is_attributed: bool
) -> tuple[Outcome, str, tuple[tuple[str, Stand], ...]]:
    """What a rule says, by which inference, and what became of the defeaters."""
    tried = tuple((id_, rules.defeaters[id_].tried(standings)) for id_ in rule.defeaters)
    if nothing_was_given(standings):
        return _unknown(Why.NO_EVIDENCE, rule), "", tried
    against = _against(rule, {rules.defeaters[id_]: stand for id_, stand in tried}, standings)
    if against is not None:
        return against, "", tried
    return *_in_favour(rule, standings, rules, is_attributed), tried


def nothing_was_given(standings: Standings) -> bool:
    """Whether there is no piece of evidence at all to look at."""
    documented = standings.get("incident_documented")
    return documented is not None and documented.why is Why.NO_EVIDENCE


def _against(
    rule: ElementRule, tried: Mapping[Defeater, Stand], standings: Standings
) -> Outcome | None:
    """What contradicts or unsettles the element, or None where nothing does."""
    contradicted = _read(rule.contradicts, standings)
    if contradicted.value is Value.SUPPORTED:
        return contradicted._replace(value=Value.NOT_SUPPORTED)
    for defeater, stand in tried.items():
        if stand is Stand.HOLDS:
            return defeater.parts_read(standings)._replace(value=Value.NOT_SUPPORTED)
    for defeater, stand in tried.items():
        if stand is Stand.OPEN:
            used = defeater.parts_read(standings).used
            return Outcome(Value.UNKNOWN, None, Why.CONFLICTING, used)
    for doubt in (rule.contradicts, rule.unsettles):
        if doubt is None:
            continue
        hinted = doubt.read(standings, Way.HINTED)
        if hinted.value is Value.SUPPORTED:
            return Outcome(Value.UNKNOWN, None, Why.CONFLICTING, hinted.used)
    return None


def _in_favour(
    rule: ElementRule, standings: Standings, rules: Rules, is_attributed: bool
) -> tuple[Outcome, str]:
    if rule.needs_party and not is_attributed:
        return _unknown(Why.DEPENDS_ON_ATTRIBUTION, rule), ""
    supported = _read(rule.supports, standings)
    if supported.value is Value.SUPPORTED:
        return supported, ""
    if rule.inference:
        inferred = rules.inferences[rule.inference].read(standings)
        if inferred.value is Value.SUPPORTED or rule.supports is None:
            return inferred, rule.inference
    asked = _read(rule.asks_a_lawyer, standings, Way.HINTED)
    if asked.value is Value.SUPPORTED:
        return Outcome(Value.UNKNOWN, None, Why.LEGAL_QUESTION, asked.used), ""
    if rule.needs_case_file and supported.why in (None, Why.NOT_ASSESSED):
        return _unknown(Why.NEEDS_CASE_FILE, rule), ""
    if supported.value is Value.NOT_SUPPORTED:
        return Outcome(Value.UNKNOWN, None, Why.INSUFFICIENT, supported.used), ""
    return supported, ""


def _read(condition: Condition | None, standings: Standings, way: Way = Way.WEIGHED) -> Outcome:
    if condition is None:
        return Outcome(Value.UNKNOWN, None, Why.NOT_ASSESSED, ())
    return condition.read(standings, way)


def _unknown(why: Why, rule: ElementRule) -> Outcome:
    keys = tuple(dict.fromkeys(rule.supports.keys())) if rule.supports else ()
    return Outcome(Value.UNKNOWN, None, why, keys)
