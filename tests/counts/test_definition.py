"""A definition that cannot count anything, or not what it says, is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.counts.house import VALLEY, killed

from tawthiq.claims.group import CHILDREN, EVERYBODY
from tawthiq.counts.definition import Definition, Established, Reported, Unit
from tawthiq.records.grade import Grade

KILLED = killed()


@pytest.mark.parametrize("line", ["sites", "weapons", "parties"])
def test_a_restriction_to_nothing_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="counts nothing"):
        killed(**{line: frozenset()})
    assert killed(**{line: None}) == KILLED


@pytest.mark.parametrize("unit", [unit for unit in Unit if not unit.counts_persons])
def test_only_people_can_be_told_by_who_they_are(unit: Unit) -> None:
    with pytest.raises(ValueError, match=f"{unit} counts no persons"):
        replace(KILLED, unit=unit, who=CHILDREN)
    assert replace(KILLED, unit=unit, who=EVERYBODY).where == VALLEY


def test_an_established_count_names_its_grades() -> None:
    with pytest.raises(ValueError, match="at least one grade"):
        Established(frozenset())
    assert Established(frozenset({Grade.FAIR})).grades == {Grade.FAIR}


def test_the_same_question_can_rest_on_something_else() -> None:
    said: Definition = KILLED.on(Reported("watch"))
    assert said.basis == Reported("watch")
    assert said.on(KILLED.basis) == KILLED


def test_what_can_be_hit_again_is_counted_again() -> None:
    again = {unit for unit in Unit if unit.counts_again}
    assert again == {unit for unit in Unit if unit.counts_sites} | {Unit.DISPLACED}
    assert {unit for unit in Unit if unit.counts_persons} == {
        Unit.KILLED, Unit.INJURED, Unit.DISPLACED,
    }  # fmt: skip
