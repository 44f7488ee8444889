"""What a case holds for the law, read: suggestions wait, facts stand, nothing is edited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from tawthiq.actions.ascribe import ascribe
from tawthiq.actions.reject_suggestion import reject_suggestion
from tawthiq.actions.sign_row import sign_row
from tawthiq.actions.withdraw_fact import withdraw_fact
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.law.agreement import Inside
from tawthiq.law.answer import Answer
from tawthiq.law.classification import Classification, Conflict
from tawthiq.law.explanation import Explanation
from tawthiq.law.incident import PartyType
from tawthiq.law.kleene import Value, Why
from tawthiq.law.level import Level
from tawthiq.law.pack.loading import law_pack
from tawthiq.law.what_if import Change
from tawthiq.store.queries.law.agreements import incidents_under
from tawthiq.store.queries.law.classifications import classifications
from tawthiq.store.queries.law.facts import fact_history
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.store.queries.law.patterns import pattern_of, patterns, set_of
from tawthiq.store.queries.law.qualified import (
    explanation_of_element,
    explanation_of_norm,
    qualification_of,
    what_if,
    why_not,
)
from tawthiq.store.queries.law.shapes import FactState, QualifiedIncident
from tawthiq.values.both import Both

from ..house import LAYLA, OMAR, claim, take
from ..house_law import LAWYER, NIAC, PAIR, agree, classify, confirm, film, hold, pattern

DAY = date(2031, 6, 1)


def look(case: str, incident: str = "N001") -> QualifiedIncident:
    return qualification_of(case, incident, asked_on=DAY)


def facts(found: QualifiedIncident) -> dict[str, FactState]:
    return {line.kind.key: line.state for line in found.facts}


def every(tree: Explanation) -> Iterator[Explanation]:
    yield tree
    for part in tree.parts:
        yield from every(part)


def element(found: QualifiedIncident, crime: str, number: int) -> tuple[Value, Why | None]:
    assert found.qualification
    line = found.qualification.readings[0].reading.crime(crime).element(number)
    return line.value, line.why


def test_the_records_suggest_what_was_hit_the_weapon_and_the_dead(case: str) -> None:
    found = look(case)
    assert facts(found) == dict.fromkeys(
        [
            "object_status",
            "munition_type",
            "victim_killed_count",
            "victim_injured_count",
            "victim_child_count",
        ],
        FactState.SUGGESTED,
    )
    [site] = [line for line in found.facts if line.kind.key == "object_status"]
    assert (site.value, site.said.en, site.by) == (frozenset({"market"}), "market", "")
    assert site.suggested_from == ("N001",)


def test_the_party_and_the_territory_are_suggested_too(case: str) -> None:
    found = look(case)
    assert (found.ascribed.party, found.ascribed.territory) == ("Syria", "Syria")
    assert found.ascribed.is_suggested
    assert {"SY07", "Idlib", "إدلب"} <= set(found.incident.within)


def test_without_a_classification_nothing_is_qualified_and_it_is_said_why(case: str) -> None:
    found = look(case)
    assert found.qualification is None
    assert "no classification of the conflict covers" in found.refused.en
    with pytest.raises(UnknownNameError, match="no classification"):
        why_not(found, "GC-CA3")


def test_a_suggestion_engages_norms_and_supports_nothing(case: str) -> None:
    """Nobody looked: every element is unknown, and that is no pass."""
    classify(case)
    found = look(case)
    assert found.qualification and not found.qualification.looked_at
    reading = found.qualification.readings[0].reading
    assert reading.norms["CIHL-007"].answer is Answer.APPLICABLE
    lines = [one for crime in reading.crimes for one in crime.elements]
    assert lines and {line.value for line in lines} == {Value.UNKNOWN}
    assert element(found, "RS-8-2-e-i", 2) == (Value.UNKNOWN, Why.NO_EVIDENCE)


def test_a_confirmed_suggestion_with_two_kinds_of_evidence_supports(case: str) -> None:
    classify(case)
    film(case)
    confirm(case, "object_status", "E1", "N001.1")
    found = look(case)
    assert facts(found)["object_status"] is FactState.HELD
    assert found.qualification and found.qualification.looked_at
    standing = found.qualification.readings[0].reading.standings["object_status"]
    assert standing.level is Level.REASONABLE_GROUNDS


def test_claims_alone_never_carry_to_reasonable_grounds(case: str) -> None:
    """Reports are no physical, documentary or technical evidence, however many there are."""
    classify(case)
    confirm(case, "object_status", "N001.1", "N001.3")
    made = look(case).qualification
    assert made
    assert made.readings[0].reading.standings["object_status"].level is Level.REASONABLE_BASIS


def test_a_relay_adds_nothing_to_the_source_that_it_relays(case: str) -> None:
    classify(case)
    confirm(case, "object_status", "N001.1", "N001.2")
    made = look(case).qualification
    assert made and made.readings[0].reading.standings["object_status"].level is None


def test_a_compilation_counts_only_where_nothing_else_is_cited(case: str) -> None:
    classify(case)
    confirm(case, "object_status", "N001.1", "N001.4")
    found = look(case)
    assert found.incident.facts["object_status"].evidence == ("N001.1",)
    [line] = [one for one in found.facts if one.kind.key == "object_status"]
    assert line.evidence == ("N001.1", "N001.4")
    assert [one.counts_again for one in found.evidence if one.piece.id == "N001.4"] == [True]


def test_a_rejected_suggestion_engages_nothing_until_the_records_say_another(case: str) -> None:
    classify(case)
    reject_suggestion(case, "N001", "munition_type", by=OMAR, because="no remnant was seen")
    found = look(case)
    assert facts(found)["munition_type"] is FactState.REJECTED
    assert "munition_type" not in found.incident.facts
    take([claim("N001.5", party="Syrian government forces", weapon="barrel bomb", killed=12)])
    assert facts(look(case))["munition_type"] is FactState.SUGGESTED


def test_a_withdrawn_decision_leaves_the_suggestion_and_its_history(case: str) -> None:
    confirm(case, "object_status", "N001.1")
    withdraw_fact(case, "N001", "object_status", by=OMAR, because="the wrong street")
    assert facts(look(case))["object_status"] is FactState.SUGGESTED
    assert [(one.outcome, one.by) for one in fact_history(case, "N001")] == [
        ("held", OMAR),
        ("withdrawn", OMAR),
    ]


def test_a_fact_is_superseded_and_never_edited(case: str) -> None:
    hold(case, "warning_given", True, "N001.1")
    hold(case, "warning_given", False, "N001.1", "N001.3")
    [line] = [one for one in look(case).facts if one.kind.key == "warning_given"]
    assert line.value is False
    assert [one.said.en for one in fact_history(case, "N001")] == ["yes", "no"]


@pytest.mark.parametrize("when", ["2031-03-05", "2031-03-03"])
def test_a_second_strike_within_a_day_is_suggested_with_the_incidents_it_comes_from(
    case: str, when: str
) -> None:
    take([claim("N011.1", when=when, party="Syrian government forces", killed=1)])
    found = look(case)
    [again] = [one for one in found.facts if one.kind.key == "repeat_strike"]
    assert again.suggested_from == ("N001", "N011")
    [many] = [one for one in found.facts if one.kind.key == "pattern_same_object_type_count"]
    assert many.value == 2


@pytest.mark.parametrize("when", ["2031-08-05", "2030-10-05"])
def test_what_happened_long_before_or_after_is_no_repetition(case: str, when: str) -> None:
    take([claim("N011.1", when=when, party="Syrian government forces", killed=1)])
    assert not {"repeat_strike", "pattern_same_object_type_count"} & set(facts(look(case)))


def test_a_persons_ascription_stands_over_what_the_claims_allege(case: str) -> None:
    classify(case)
    ascribe(
        case,
        "N001",
        party="Northern Front",
        party_type=PartyType.ARMED_GROUP,
        opposing="Syria",
        by=OMAR,
        because="the rockets came from the north",
    )
    found = look(case)
    assert (found.incident.party, found.incident.party_type) == (
        "Northern Front",
        PartyType.ARMED_GROUP,
    )
    assert not found.ascribed.is_suggested and found.qualification


def test_two_classifications_that_deny_each_other_are_both_read_and_shown_as_arguable(
    case: str,
) -> None:
    classify(case)
    other = Classification(
        Conflict.IAC, PAIR, "Syria", None, None, "B. Lawyer", ("https://b.example",)
    )
    classify(case, "iac", other)
    found = look(case)
    assert found.is_contested and found.qualification
    assert found.qualification.answer("GC-CA3") is Answer.ARGUABLE
    assert [one.denied_by for one in classifications(case)] == [("niac",), ("iac",)]
    assert "both are read" in found.qualification.contested[0].en


def test_an_incident_in_the_area_and_days_of_an_agreement_is_an_alleged_breach(case: str) -> None:
    agree(case)
    [breach] = [one for one in look(case).agreements if one.kept.agreement.id == "spring-truce"]
    assert breach.line.inside is Inside.ALLEGED_BREACH
    assert "not by itself a war crime" in breach.line.weight.en
    under = {one.line.incident: one.line.inside for one in incidents_under(case, "spring-truce")}
    assert under == {
        "N001": Inside.ALLEGED_BREACH,
        "N002": Inside.UNATTRIBUTED,
        "N003": Inside.UNKNOWN,
    }


def test_lying_in_an_agreement_that_was_recorded_is_suggested_as_a_fact(case: str) -> None:
    assert "ceasefire_in_force" not in facts(look(case))
    agree(case)
    [line] = [one for one in look(case).facts if one.kind.key == "ceasefire_in_force"]
    assert line.state is FactState.SUGGESTED and "Spring truce" in line.because.en


def test_the_agreements_of_the_pack_are_there_and_say_that_nobody_recorded_them(
    case: str,
) -> None:
    [known] = [one for one in look(case).agreements if one.kept.agreement.id == "sochi-2018"]
    assert known.kept.is_of_the_pack and not known.kept.may_be_published
    assert known.line.inside is Inside.OTHER_PARTY


def test_every_line_is_explained_down_to_its_evidence(case: str) -> None:
    classify(case)
    film(case)
    confirm(case, "munition_type", "E1", "N001.1")
    found = look(case)
    tree = explanation_of_norm(found, "CIHL-007")
    assert any({"E1", "N001.1"} <= set(node.evidence) for node in every(tree))
    assert tree.pack_hash == found.pack.hash
    assert explanation_of_element(found, "RS-8-2-e-i", 2).parts


def test_a_norm_that_does_not_appear_says_why_not(case: str) -> None:
    classify(case)
    answer = why_not(look(case), "GC4-18")
    assert answer.reasons and answer.would_touch
    with pytest.raises(UnknownNameError, match="nothing is called 'GC4-999'"):
        why_not(look(case), "GC4-999")


def test_one_supposition_shows_what_would_differ(case: str) -> None:
    classify(case)
    found = look(case)
    differs = what_if(found, Change(conflict=Conflict.IAC))
    assert ("GC-CA3", Answer.APPLICABLE, Answer.NOT_APPLICABLE) in differs.norms
    with pytest.raises(InputError, match="takes yes or no"):
        what_if(found, Change(fact=("warning_given", "perhaps")))
    with pytest.raises(InputError, match="no treaty row is recorded for 'Atlantis'"):
        what_if(found, Change(party=("Atlantis", PartyType.STATE)))


def test_a_pattern_is_held_against_the_context_and_says_what_is_missing(case: str) -> None:
    classify(case)
    pattern(case)
    assert [one.code for one in patterns(case)] == ["two-strikes"]
    found = pattern_of(case, "two-strikes")
    assert set(found.listed) == {"N001", "N002"} and not found.gone
    assert {reading.party for reading in found.readings} == {"", "Syria"}
    policy = found.readings[0].context[-1]
    assert policy.value is Value.UNKNOWN and policy.missing


def test_a_set_that_nobody_kept_can_be_looked_at_and_names_what_is_not_there(case: str) -> None:
    classify(case)
    assert set_of(case, ["N001", "N002"], Both.same("a set")).readings
    with pytest.raises(UnknownNameError, match="no incident N404"):
        set_of(case, ["N001", "N404"], Both.same("a set"))


def test_the_law_can_be_read_as_it_was_on_record_before_a_lawyer_signed(db: None) -> None:
    sign_row("GC-CA3", lawyer=LAWYER, on=date(2026, 11, 1), source="x", by=LAYLA, because="x")
    assert pack_in_force(date(2026, 10, 1)) is law_pack()
    assert pack_in_force(datetime.now(UTC).date()).hash == pack_in_force().hash != law_pack().hash


def test_what_is_of_another_case_is_not_read(case: str) -> None:
    from tawthiq.actions.open_case import open_case

    classify(case)
    agree(case)
    pattern(case)
    open_case("other", Both("Other", "آخر"), by=LAYLA)
    assert not classifications("other") and not patterns("other")
    with pytest.raises(UnknownNameError):
        pattern_of("other", "two-strikes")
    assert NIAC.pair == PAIR
