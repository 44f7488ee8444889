"""Every rule says of its examples what it claims, and no condition of any rule is idle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

import pytest
from tests.law.world import PACK

from tawthiq.law import condition as conditions
from tawthiq.law.condition import Any, Condition, dropped
from tawthiq.law.crime import ElementRule
from tawthiq.law.defeater import Defeater, Stand
from tawthiq.law.derivation import Derivation, derive
from tawthiq.law.elements import Rules, read_rule
from tawthiq.law.example import Example
from tawthiq.law.facts import Standing
from tawthiq.law.inference import Inference
from tawthiq.law.kleene import Value
from tawthiq.law.norm import Norm
from tawthiq.law.subject import Subject, Touch

Said = Callable[[Mapping[str, Standing]], object]
RULES = Rules(PACK.inferences, PACK.defeaters)
ELEMENT_RULES = {
    **PACK.element_rules,
    **{e.rule.id: e.rule for crime in PACK.crimes.values() for e in crime.elements},
}


class HasExamples(Protocol):
    @property
    def examples(self) -> tuple[Example, ...]: ...


def changes(rule: HasExamples, other: Said, mine: Said) -> bool:
    """Whether some example of the rule comes out otherwise under the changed one."""
    return any(mine(one.standings) != other(one.standings) for one in rule.examples)


def without(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """The condition without each of its parts; a single test is replaced by never."""
    if isinstance(condition, conditions.FactTest):
        yield condition.key, Any(())
    yield from dropped(condition)


# --- subjects ---------------------------------------------------------------------------------


@pytest.mark.parametrize("subject", PACK.subjects.values(), ids=lambda s: s.id)
def test_a_subject_is_touched_as_its_examples_say(subject: Subject) -> None:
    for example in subject.examples:
        assert str(subject.touched(example.standings)) == example.then, example.name


@pytest.mark.parametrize("subject", PACK.subjects.values(), ids=lambda s: s.id)
def test_a_subject_shows_that_it_is_touched_and_that_it_is_not(subject: Subject) -> None:
    assert {"yes", "no"} <= {example.then for example in subject.examples}


@pytest.mark.parametrize("subject", PACK.subjects.values(), ids=lambda s: s.id)
def test_no_condition_of_a_subject_is_idle(subject: Subject) -> None:
    for name, rest in without(subject.when):
        other = replace(subject, when=rest)
        assert changes(subject, other.touched, subject.touched), f"no example turns on {name}"


def test_every_subject_touches_some_norm_or_crime_or_forum() -> None:
    used = {id_ for norm in PACK.norms.values() for id_ in norm.engages}
    used |= {doubt.subject for norm in PACK.norms.values() for doubt in norm.doubts}
    used |= {id_ for crime in PACK.crimes.values() for id_ in crime.engages}
    used |= {forum.subject for forum in PACK.forums}
    assert set(PACK.subjects) - used == set()


@pytest.mark.parametrize("norm", PACK.norms.values(), ids=lambda n: n.id)
def test_no_subject_of_a_norm_is_idle(norm: Norm) -> None:
    """Some example of each subject touches the norm, or touches it arguably, by it alone."""
    doubts = [doubt.subject for doubt in norm.doubts]
    assert norm.engages or doubts, "nothing ever touches it"
    for id_ in (*norm.engages, *doubts):
        others = {*norm.engages, *doubts} if id_ in doubts else {*norm.engages}
        assert touches_alone(id_, others - {id_}), f"{id_} adds nothing"


def touches_alone(id_: str, others: set[str]) -> bool:
    return any(
        example.then == "yes"
        and all(PACK.subjects[other].touched(example.standings) is Touch.NO for other in others)
        for example in PACK.subjects[id_].examples
    )


# --- derivations ------------------------------------------------------------------------------


def holds(rule: Derivation) -> Said:
    key, value = rule.gives
    return lambda standings: (
        key in (known := derive(standings, [rule])) and known[key].value == value
    )


@pytest.mark.parametrize("rule", PACK.derivations, ids=lambda r: r.id)
def test_a_derivation_holds_as_its_examples_say(rule: Derivation) -> None:
    for example in rule.examples:
        assert holds(rule)(example.standings) is (example.then == "holds"), example.name
    assert {"holds", "does_not_hold"} == {example.then for example in rule.examples}


@pytest.mark.parametrize("rule", PACK.derivations, ids=lambda r: r.id)
def test_no_condition_of_a_derivation_is_idle(rule: Derivation) -> None:
    for name, rest in without(rule.when):
        assert changes(rule, holds(replace(rule, when=rest)), holds(rule)), name


# --- inferences -------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", PACK.inferences.values(), ids=lambda r: r.id)
def test_an_inference_says_of_its_examples_what_it_claims(rule: Inference) -> None:
    for example in rule.examples:
        assert rule.read(example.standings).value.word == example.then, example.name


@pytest.mark.parametrize("rule", PACK.inferences.values(), ids=lambda r: r.id)
def test_no_factor_of_an_inference_is_idle(rule: Inference) -> None:
    """A weak factor adds nothing by definition, and is shown all the same."""

    def value(one: Inference) -> Said:
        return lambda standings: one.read(standings).value

    for n, factor in enumerate(rule.factors):
        if not factor.is_strong:
            continue
        for name, rest in without(factor.when):
            changed = replace(factor, when=rest)
            others = (*rule.factors[:n], changed, *rule.factors[n + 1 :])
            assert changes(rule, value(replace(rule, factors=others)), value(rule)), name
    for name, rest in without(rule.unsettled_by):
        assert changes(rule, value(replace(rule, unsettled_by=rest)), value(rule)), name
    weaker = replace(rule, base=replace(rule.base, when=Any(())))
    assert changes(rule, value(weaker), value(rule))


# --- defeaters --------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", PACK.defeaters.values(), ids=lambda r: r.id)
def test_a_defeater_is_tried_as_its_examples_say(rule: Defeater) -> None:
    for example in rule.examples:
        assert str(rule.tried(example.standings)) == example.then, example.name
    assert {str(Stand.HOLDS), str(Stand.OPEN), str(Stand.NO_SIGN)} <= {
        example.then for example in rule.examples
    }


@pytest.mark.parametrize("rule", PACK.defeaters.values(), ids=lambda r: r.id)
def test_no_part_of_a_defeater_is_idle(rule: Defeater) -> None:
    for n, part in enumerate(rule.parts):
        for name, rest in without(part.when):
            parts = (*rule.parts[:n], replace(part, when=rest), *rule.parts[n + 1 :])
            other = replace(rule, parts=parts)
            assert changes(rule, other.tried, rule.tried), f"part {n}: {name}"
    for name, rest in without(rule.never_counts):
        assert changes(rule, replace(rule, never_counts=rest).tried, rule.tried), name
    for name, rest in without(rule.sign):
        assert changes(rule, replace(rule, sign=rest).tried, rule.tried), name


# --- rules of elements ------------------------------------------------------------------------


def element(rule: ElementRule) -> Said:
    def said(standings: Mapping[str, Standing]) -> object:
        outcome, _, _ = read_rule(rule, standings, RULES, True)
        return outcome.value, outcome.why

    return said


@pytest.mark.parametrize("rule", ELEMENT_RULES.values(), ids=lambda r: r.id)
def test_an_element_rule_says_of_its_examples_what_it_claims(rule: ElementRule) -> None:
    for example in rule.examples:
        outcome, _, _ = read_rule(rule, example.standings, RULES, True)
        assert outcome.value.word == example.then, example.name


@pytest.mark.parametrize("rule", ELEMENT_RULES.values(), ids=lambda r: r.id)
def test_an_element_rule_shows_when_it_is_supported_and_when_it_is_unknown(
    rule: ElementRule,
) -> None:
    assert {"supported", "unknown"} <= {example.then for example in rule.examples}
    if rule.contradicts or rule.defeaters:
        assert "not_supported" in {example.then for example in rule.examples}


@pytest.mark.parametrize("rule", ELEMENT_RULES.values(), ids=lambda r: r.id)
def test_no_condition_of_an_element_rule_is_idle(rule: ElementRule) -> None:
    for field in ("supports", "contradicts", "unsettles", "asks_a_lawyer"):
        condition = getattr(rule, field)
        if condition is None:
            continue
        for name, rest in without(condition):
            other = replace(rule, **{field: rest})
            assert changes(rule, element(other), element(rule)), f"{field}: {name}"
    for id_ in rule.defeaters:
        left = tuple(other for other in rule.defeaters if other != id_)
        assert changes(rule, element(replace(rule, defeaters=left)), element(rule)), id_
    if rule.needs_case_file:
        assert changes(rule, element(replace(rule, needs_case_file=False)), element(rule))


def test_every_shared_rule_is_used() -> None:
    used = {e.rule.id for crime in PACK.crimes.values() for e in crime.elements}
    assert set(PACK.element_rules) - used == set()


def test_a_rule_about_the_party_says_nothing_while_none_is_named() -> None:
    for rule in ELEMENT_RULES.values():
        if rule.needs_party:
            for example in rule.examples:
                outcome, _, _ = read_rule(rule, example.standings, RULES, False)
                assert outcome.value is not Value.SUPPORTED
