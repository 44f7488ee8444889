"""Supposing one thing otherwise shows exactly what turns on it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.law.world import HOSPITAL, NIAC, PACK, incident

from tawthiq.law.answer import Answer
from tawthiq.law.classification import Conflict
from tawthiq.law.incident import PartyType
from tawthiq.law.kleene import Value
from tawthiq.law.what_if import Change, what_if


def test_another_class_exchanges_the_basis() -> None:
    found = what_if(
        incident(HOSPITAL, opposing="Turkiye"), NIAC, Change(conflict=Conflict.IAC), PACK
    )
    norms = {norm: (before, after) for norm, before, after in found.norms}
    assert norms["GC4-18"] == (Answer.NOT_APPLICABLE, Answer.APPLICABLE)
    assert norms["GC-CA3"] == (Answer.APPLICABLE, Answer.NOT_APPLICABLE)
    assert "CIHL-028" not in norms
    assert ("RS-8-2-e-iv", 4, Value.SUPPORTED, Value.NOT_SUPPORTED) in found.elements


def test_another_party_changes_its_treaties_alone() -> None:
    one = incident({"munition_type": "cluster", "object_status": "residential"}, territory="Iraq")
    found = what_if(one, NIAC, Change(party=("Iraq", PartyType.STATE)), PACK)
    assert ("CCM-1", Answer.NOT_APPLICABLE, Answer.APPLICABLE) in found.norms
    assert found.elements == ()


def test_another_day_crosses_an_entry_into_force() -> None:
    one = incident({"munition_type": "chemical_rocket"}, day=date(2013, 8, 21))
    found = what_if(one, NIAC, Change(day=date(2018, 2, 4)), PACK)
    assert ("CWC-I", Answer.NOT_APPLICABLE, Answer.APPLICABLE) in found.norms


def test_one_fact_moves_one_element() -> None:
    without = {key: value for key, value in HOSPITAL.items() if key != "repeat_strike"}
    found = what_if(incident(without), NIAC, Change(fact=("repeat_strike", True)), PACK)
    assert ("RS-8-2-e-iv", 3, Value.UNKNOWN, Value.SUPPORTED) in found.elements


def test_taking_a_fact_away_undoes_it() -> None:
    found = what_if(incident(HOSPITAL), NIAC, Change(without_fact="repeat_strike"), PACK)
    assert ("RS-8-2-e-iv", 3, Value.SUPPORTED, Value.UNKNOWN) in found.elements


def test_without_evidence_nothing_but_the_norms_is_left() -> None:
    found = what_if(incident(HOSPITAL), NIAC, Change(without_evidence=True), PACK)
    assert found.norms == ()
    assert {after for *_, after in found.elements} == {Value.UNKNOWN}


def test_supposing_what_is_already_so_changes_nothing() -> None:
    assert not what_if(incident(HOSPITAL), NIAC, Change(conflict=Conflict.NIAC), PACK)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "one thing at a time"),
        ({"day": date(2019, 1, 1), "territory": "Iraq"}, "one thing at a time"),
        ({"conflict": Conflict.DISPUTED}, "not a disputed one"),
    ],
)
def test_one_thing_is_supposed_at_a_time(given: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Change(**given)  # type: ignore[arg-type]
