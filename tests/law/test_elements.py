"""An element: contradiction first, then doubt, then support, and never above the ceiling."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.law.world import HOSPITAL, NIAC, PACK, incident

from tawthiq.law.defeater import Stand
from tawthiq.law.elements import Rules, nothing_was_given, read_elements
from tawthiq.law.example import corroborated
from tawthiq.law.facts import FactValue, Standing
from tawthiq.law.kleene import Value, Why
from tawthiq.law.level import CEILING, Level
from tawthiq.law.reading import CrimeLine, read

RULES = Rules(PACK.inferences, PACK.defeaters)
FIRING: dict[str, FactValue] = {
    "military_use_of_object": True,
    "act_outside_humanitarian_function": True,
}


def crime(facts: dict[str, FactValue], id_: str = "RS-8-2-e-iv") -> CrimeLine:
    return read(incident(facts), NIAC, NIAC.conflict, PACK, also=[id_]).crime(id_)


def test_a_judgment_that_was_imported_lifts_nothing_above_the_ceiling() -> None:
    """A fact can be stored at a court's level; what is computed from it stays below."""
    judged = Standing("attack_occurred", True, Level.BEYOND_REASONABLE_DOUBT, None, ("J",), ())
    lines = read_elements(
        PACK.crimes["RS-8-2-e-iv"], {"attack_occurred": judged}, RULES, is_attributed=True
    )
    assert (lines[0].value, lines[0].level) == (Value.SUPPORTED, CEILING)


def test_what_is_well_corroborated_reaches_reasonable_grounds() -> None:
    assert crime(HOSPITAL).element(3).level is Level.REASONABLE_GROUNDS


def test_of_two_crimes_of_one_norm_only_what_happened_is_read() -> None:
    """8(2)(c)(i) covers murder and torture; nobody died here."""
    tortured = read(incident({"injury_pattern_torture": True}), NIAC, NIAC.conflict, PACK)
    read_crimes = {line.crime for line in tortured.crimes}
    assert "RS-8-2-c-i-torture" in read_crimes
    assert "RS-8-2-c-i-murder" not in read_crimes


def test_a_contradiction_beats_what_supports() -> None:
    line = crime({**HOSPITAL, **FIRING, "warning_unheeded": True})
    assert [line.element(n).value for n in (2, 3)] == [Value.NOT_SUPPORTED] * 2
    assert line.value is Value.NOT_SUPPORTED
    assert ("DEF-medical-harmful-acts", Stand.HOLDS) in line.element(2).defeaters


def test_a_defeater_that_is_open_leaves_it_unknown() -> None:
    line = crime({**HOSPITAL, **FIRING})
    assert (line.element(2).value, line.element(2).why) == (Value.UNKNOWN, Why.CONFLICTING)


def test_what_never_counts_as_harmful_leaves_the_protection_whole() -> None:
    line = crime(
        {**HOSPITAL, "military_use_of_object": True, "presence_of_wounded_fighters_only": True}
    )
    assert line.element(2).value is Value.SUPPORTED
    assert ("DEF-medical-harmful-acts", Stand.EXCLUDED) in line.element(2).defeaters


def test_an_element_waits_for_the_one_that_it_presupposes() -> None:
    """Meant that building, where it is open whether it was one."""
    facts: dict[str, FactValue] = {
        "double_tap_rescuers": True,
        "no_military_objective_observed": True,
        "markings_visible": True,
        "victim_status": "civil_defence",
    }
    line = crime(facts, "RS-8-2-e-iii")
    assert line.element(2).why is Why.LEGAL_QUESTION
    assert line.element(3).why is line.element(5).why is Why.RESTS_ON_ELEMENT


def test_no_emblem_contradicts_the_first_element_and_leaves_the_second_open() -> None:
    line = crime({**HOSPITAL, "emblem_displayed": False}, "RS-8-2-e-ii")
    assert [one.value for one in line.elements[:2]] == [Value.NOT_SUPPORTED, Value.UNKNOWN]


@pytest.mark.parametrize(
    "facts", [{}, {"object_status": corroborated("object_status", frozenset({"hospital"}))}]
)
def test_an_example_without_an_incident_has_not_been_given_nothing(
    facts: dict[str, Standing],
) -> None:
    assert not nothing_was_given(facts)


def test_a_thin_file_is_insufficient_and_not_unexamined() -> None:
    one = incident(HOSPITAL)
    thin = replace(
        one,
        evidence={"E1": one.evidence["E1"]},
        facts={key: replace(fact, evidence=("E1",)) for key, fact in one.facts.items()},
    )
    line = read(thin, NIAC, NIAC.conflict, PACK).crime("RS-8-2-e-iv")
    assert {element.why for element in line.elements[:2]} == {Why.INSUFFICIENT}
