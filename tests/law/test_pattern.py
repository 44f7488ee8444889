"""A set of incidents shows a course of acts; what makes it an attack under a policy needs more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.law.world import HOSPITAL, NIAC, PACK, VIDEO, WITNESS, incident

from tawthiq.law.facts import Fact, FactValue
from tawthiq.law.incident import Incident, PartyType
from tawthiq.law.kleene import Value, Why
from tawthiq.law.pattern import PatternReading, look_at_pattern
from tawthiq.law.pattern_words import ContextPart

POLICY = Fact("policy_statement", True, ("P1", "P2"))
CASE = {"P1": replace(VIDEO, id="P1"), "P2": replace(WITNESS, id="P2")}


def hospitals(number: int, party: str = "Syria") -> list[Incident]:
    """As many hospitals hit in May 2019, each in a place of its own."""
    return [
        replace(
            incident(HOSPITAL, party=party, day=date(2019, 5, 1 + n), place=f"place {n}"),
            id=f"{party} {n}",
        )
        for n in range(number)
    ]


def one_reading(incidents: list[Incident], *facts: Fact) -> PatternReading:
    [found] = look_at_pattern(incidents, NIAC, PACK, case_facts=facts, case_evidence=CASE)
    return found


def value(reading: PatternReading, part: ContextPart) -> tuple[Value, Why | None]:
    [line] = [line for line in reading.context if line.part is part]
    return line.value, line.why


def test_hospitals_of_a_month_show_a_course_and_no_policy() -> None:
    found = one_reading(hospitals(8))
    assert len(found.incidents) == 8
    assert value(found, ContextPart.COURSE) == (Value.SUPPORTED, None)
    assert value(found, ContextPart.CIVILIANS) == (Value.SUPPORTED, None)
    assert value(found, ContextPart.SYSTEMATIC) == (Value.UNKNOWN, Why.LEGAL_QUESTION)
    assert value(found, ContextPart.POLICY) == (Value.UNKNOWN, Why.NOT_ASSESSED)
    assert (found.act_is_part, found.why) == (Value.UNKNOWN, Why.LEGAL_QUESTION)


def test_a_stated_policy_is_what_the_set_lacked() -> None:
    found = one_reading(hospitals(8), POLICY)
    assert value(found, ContextPart.POLICY) == (Value.SUPPORTED, None)
    assert found.act_is_part is Value.SUPPORTED


@pytest.mark.parametrize(("number", "course"), [(2, Value.UNKNOWN), (3, Value.SUPPORTED)])
def test_fewer_than_three_acts_are_no_course(number: int, course: Value) -> None:
    found = one_reading(hospitals(number), POLICY)
    assert value(found, ContextPart.COURSE)[0] is course
    assert found.act_is_part is course


def test_numbers_alone_never_make_it_widespread() -> None:
    found = one_reading(hospitals(31), POLICY)
    assert value(found, ContextPart.WIDESPREAD) == (Value.UNKNOWN, Why.LEGAL_QUESTION)


def test_each_party_is_read_for_itself() -> None:
    found = look_at_pattern([*hospitals(3, "Syria"), *hospitals(2, "Russia")], NIAC, PACK)
    assert [(one.party, len(one.incidents)) for one in found] == [("Russia", 2), ("Syria", 3)]


def test_a_group_is_read_like_a_state() -> None:
    groups = [
        replace(one, party="a group", party_type=PartyType.ARMED_GROUP) for one in hospitals(4)
    ]
    assert one_reading(groups, POLICY).act_is_part is one_reading(hospitals(4), POLICY).act_is_part


def test_of_whom_nobody_is_named_no_organisation_is_shown() -> None:
    nobody = [replace(one, party="", party_type=PartyType.UNKNOWN) for one in hospitals(5)]
    found = one_reading(nobody, POLICY)
    assert found.party == ""
    assert found.act_is_part is Value.UNKNOWN


def used_for_firing(facts: dict[str, FactValue]) -> dict[str, FactValue]:
    return {
        **facts,
        "military_use_of_object": True,
        "act_outside_humanitarian_function": True,
        "warning_unheeded": True,
    }


def test_what_does_not_count_is_left_out_with_its_reason() -> None:
    counted = hospitals(3)
    military = replace(incident(used_for_firing(HOSPITAL)), id="used")
    base = replace(incident({"object_status": "military_base", "munition_type": "bomb"}), id="base")
    bare = replace(incident(HOSPITAL, evidence={}), id="bare")
    found = one_reading([*counted, military, base, bare])
    left = {id_: why.en for id_, why in found.left_out}
    assert set(left) == {"used", "base", "bare"}
    assert "contradicts that civilians or civilian objects were hit" in left["used"]
    assert "touches no act against civilians" in left["base"]
    assert "its evidence is too little" in left["bare"]


def test_without_evidence_nothing_was_looked_at() -> None:
    found = one_reading(
        [replace(one, evidence={}, facts=one.without_evidence().facts) for one in hospitals(4)]
    )
    assert found.incidents == ()
    assert all(line.value is Value.UNKNOWN for line in found.context)


def test_what_is_missing_is_said_for_every_open_part() -> None:
    for line in one_reading(hospitals(8)).context:
        assert bool(line.missing) is (line.value is not Value.SUPPORTED)
        assert not line.missing or line.missing.ar
