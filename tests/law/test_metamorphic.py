"""Change one thing and only what depends on it changes: class, party, side, day, evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.world import (
    HOSPITAL,
    IAC,
    KEYS,
    NIAC,
    PACK,
    REMNANT,
    STATES,
    VIDEO,
    classifications,
    incident,
    incidents,
)

from tawthiq.law.answer import Answer
from tawthiq.law.classification import Classification, Conflict
from tawthiq.law.evidence import Evidence, Family
from tawthiq.law.facts import Fact, FactValue
from tawthiq.law.incident import Incident, PartyType
from tawthiq.law.kleene import Value, Why
from tawthiq.law.level import CEILING
from tawthiq.law.norm import Membership
from tawthiq.law.reading import Reading, read

ALL = tuple(PACK.crimes)
SENT = {"deconfliction_recipient", "notification_recipient"}  # these name a party


def under(one: Incident, classification: Classification) -> Reading:
    return read(one, classification, classification.conflict.readings[0], PACK, also=ALL)


def values(reading: Reading) -> dict[tuple[str, int], Value]:
    return {(c.crime, e.number): e.value for c in reading.crimes for e in c.elements}


def test_the_same_facts_flip_their_basis_between_the_classes() -> None:
    hospital = incident(HOSPITAL, opposing="Turkiye")
    niac, iac = under(hospital, NIAC), under(hospital, IAC)
    for norm in ("GC-CA3", "RS-8-2-e-iv"):
        assert niac.norms[norm].answer is Answer.APPLICABLE
        assert iac.norms[norm].answer is Answer.NOT_APPLICABLE
    for norm in ("GC4-18", "RS-8-2-b-ix"):
        assert niac.norms[norm].answer is Answer.NOT_APPLICABLE
        assert iac.norms[norm].answer is Answer.APPLICABLE
    assert niac.norms["CIHL-028"].answer is iac.norms["CIHL-028"].answer is Answer.APPLICABLE


@given(incidents())
@settings(max_examples=40)
def test_no_norm_of_one_class_alone_applies_in_the_other(one: Incident) -> None:
    niac, iac = under(one, NIAC), under(one, IAC)
    for id_, norm in PACK.norms.items():
        if norm.niac == "no":
            assert niac.norms[id_].answer is Answer.NOT_APPLICABLE
        if norm.iac == "no":
            assert iac.norms[id_].answer is Answer.NOT_APPLICABLE


@given(incidents(), st.sampled_from(STATES), st.sampled_from(STATES))
@settings(max_examples=40)
def test_another_state_changes_only_what_turns_on_the_state(
    one: Incident, this: str, that: str
) -> None:
    """Custom, resolutions and crimes are the same for every State; elements too."""
    first = under(replace(one, party=this, party_type=PartyType.STATE), NIAC)
    second = under(replace(one, party=that, party_type=PartyType.STATE), NIAC)
    for id_, norm in PACK.norms.items():
        if norm.membership is Membership.NONE:
            assert first.norms[id_].answer is second.norms[id_].answer
    if not SENT & set(one.facts):
        assert values(first) == values(second)


@given(incidents())
@settings(max_examples=40)
def test_a_group_is_read_by_the_same_rules_as_a_state(one: Incident) -> None:
    """Only treaties that bind States differ; no element does, and no word either."""
    home = replace(one, opposing="")
    state = under(replace(home, party=one.territory, party_type=PartyType.STATE), NIAC)
    group = under(replace(home, party="a group", party_type=PartyType.ARMED_GROUP), NIAC)
    for id_, norm in PACK.norms.items():
        if norm.membership in (Membership.NONE, Membership.TERRITORIAL_STATE):
            assert state.norms[id_].answer is group.norms[id_].answer
    if not SENT & set(one.facts):
        assert values(state) == values(group)


CROSSINGS = [
    ("CCM-1", "Iraq", {"munition_type": "cluster"}, date(2013, 11, 1)),
    ("CWC-I", "Syria", {"munition_type": "chemical_rocket"}, date(2013, 10, 14)),
    ("OTT-1", "Ukraine", {"munition_type": "antipersonnel_mine"}, date(2006, 6, 1)),
    ("CWC-I", "Palestine", {"munition_type": "chemical_rocket"}, date(2018, 6, 16)),
    ("RS-8-2-e-xiv", "Syria", {"munition_type": "chemical_rocket"}, date(2012, 9, 26)),
    ("RS-8-2-e-xix", "Syria", {"relief_denied": True}, date(2021, 10, 14)),
    ("SC-2139", "Syria", {"object_status": "market"}, date(2014, 2, 22)),
    ("SC-2286", "Russia", {"object_status": "hospital"}, date(2016, 5, 3)),
    ("CAT-1-7", "Syria", {"injury_pattern_torture": True}, date(2004, 9, 18)),
]


@pytest.mark.parametrize(("norm", "party", "facts", "first_day"), CROSSINGS)
def test_a_norm_begins_on_its_day_and_not_the_day_before(
    norm: str, party: str, facts: dict[str, FactValue], first_day: date
) -> None:
    territory = party if norm != "SC-2286" else "Syria"
    before = incident(facts, party=party, territory=territory, day=first_day - timedelta(days=1))
    after = incident(facts, party=party, territory=territory, day=first_day)
    assert under(after, NIAC).norms[norm].answer is Answer.APPLICABLE
    earlier = under(before, NIAC).norms[norm]
    # Syria declared that it applied the chemical weapons treaty provisionally from accession.
    provisional = norm == "CWC-I" and party == "Syria"
    assert earlier.answer is (Answer.ARGUABLE if provisional else Answer.NOT_APPLICABLE)


def test_an_act_that_lasts_over_the_beginning_is_reached_in_part() -> None:
    siege = replace(
        incident({"relief_denied": True}), first=date(2020, 1, 1), last=date(2022, 1, 1)
    )
    line = under(siege, NIAC).norms["RS-8-2-e-xix"]
    assert line.answer is Answer.APPLICABLE
    assert any("for the part of it from 14 October 2021" in one.why.en for one in line.reasons)


@given(incidents(), classifications())
@settings(max_examples=40)
def test_without_evidence_every_element_is_unknown_because_nothing_was_looked_at(
    one: Incident, classification: Classification
) -> None:
    for conflict in classification.conflict.readings:
        with_it = read(one, classification, conflict, PACK)
        bare = read(one.without_evidence(), classification, conflict, PACK, also=ALL)
        for line in bare.crimes:
            for element in line.elements:
                assert (element.value, element.why) == (Value.UNKNOWN, Why.NO_EVIDENCE)
        for norm, before in with_it.norms.items():
            contested = any(fact.is_contested or fact.against for fact in one.facts.values())
            if not contested:
                assert bare.norms[norm].answer is before.answer


EXCULPATORY: list[tuple[str, FactValue]] = [
    ("military_use_of_object", True),
    ("act_outside_humanitarian_function", True),
    ("warning_given", True),
    ("warning_unheeded", True),
    ("warning_not_feasible", True),
    ("military_objective_present", True),
    ("hit_military_target", True),
    ("direct_participation", True),
    ("dual_use", True),
    ("armed_escort", True),
    ("accidental_cause", True),
    ("security_ground", True),
    ("imperative_military_reason", True),
    ("relief_allowed", True),
    ("owner_consent", True),
    ("lawful_sanction", True),
    ("linked_to_conflict", False),
    ("emblem_use_authorised", False),
]


@given(incidents(), st.sampled_from(EXCULPATORY))
@settings(max_examples=150)
def test_learning_something_exculpatory_never_raises_an_element(
    one: Incident, learned: tuple[str, FactValue]
) -> None:
    """It may be new, or it may be said where the contrary or nothing was said before."""
    key, value = learned
    piece = Evidence("X", Family.DOCUMENT, "orders", reliability="A", credibility=1)
    known = {k: fact for k, fact in one.facts.items() if k != key}
    evidence = {**one.evidence, "X": piece}
    before = replace(one, facts=known, evidence=evidence)
    after = replace(before, facts={**known, key: Fact(key, value, ("X",))})
    was, now = values(under(before, NIAC)), values(under(after, NIAC))
    raised = {place for place in was if now[place] > was[place]}
    assert raised == set()


INCULPATORY = (
    "repeat_strike",
    "no_military_objective_observed",
    "double_tap_rescuers",
    "barrel_bomb",
    "surveillance_before_strike",
    "injury_pattern_torture",
    "displacement_order",
    "toxic_substance_released",
    "property_taken",
    "victim_death",
)


@given(incidents(keys=INCULPATORY), st.sampled_from(INCULPATORY))
@settings(max_examples=100)
def test_a_piece_against_what_is_alleged_never_raises_an_element(one: Incident, key: str) -> None:
    evidence = {**one.evidence, "FOR": VIDEO, "TOO": REMNANT}
    alleged = Fact(key, True, ("FOR", "TOO"))
    contrary = Evidence("AGAINST", Family.TECHNICAL, reliability="A", credibility=1)
    before = replace(one, facts={**one.facts, key: alleged}, evidence=evidence)
    after = replace(
        before,
        facts={**one.facts, key: replace(alleged, against=("AGAINST",))},
        evidence={**evidence, "AGAINST": contrary},
    )
    was, now = values(under(before, NIAC)), values(under(after, NIAC))
    assert {place for place in was if now[place] > was[place]} == set()


@given(incidents(), classifications())
@settings(max_examples=100)
def test_no_level_ever_exceeds_reasonable_grounds(
    one: Incident, classification: Classification
) -> None:
    for conflict in classification.conflict.readings:
        for line in read(one, classification, conflict, PACK, also=ALL).crimes:
            for element in line.elements:
                assert element.level is None or element.level <= CEILING
                assert (element.level is None) is (element.value is Value.UNKNOWN)
                assert (element.why is not None) is (element.value is Value.UNKNOWN)
            assert line.value <= min(element.value for element in line.elements)


@given(incidents())
@settings(max_examples=40)
def test_who_is_not_named_is_never_said_to_know_or_to_mean(one: Incident) -> None:
    nobody = replace(one, party="", party_type=PartyType.UNKNOWN)
    for line in under(nobody, NIAC).crimes:
        crime = PACK.crimes[line.crime]
        for element in line.elements:
            if crime.element(element.number).rule.needs_party:
                assert element.value is not Value.SUPPORTED


def test_what_another_party_was_told_is_no_knowledge_of_this_one() -> None:
    facts: dict[str, FactValue] = {
        "object_status": "hospital",
        "no_military_objective_observed": True,
        "deconflicted": True,
        "deconfliction_recipient": "Russia",
    }
    syria = under(incident(facts, party="Syria"), NIAC).crime("RS-8-2-e-iv").element(3)
    russia = under(incident(facts, party="Russia"), NIAC).crime("RS-8-2-e-iv").element(3)
    assert syria.value is Value.UNKNOWN
    assert russia.value is Value.SUPPORTED
    assert russia.inference == "INF-1"


def test_every_key_of_the_vocabulary_can_be_drawn() -> None:
    assert len(KEYS) > 200


def test_a_disputed_class_is_read_both_ways() -> None:
    assert Conflict.DISPUTED.readings == (Conflict.IAC, Conflict.NIAC)
