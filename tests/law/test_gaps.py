"""Gaps come in the order in which they would help, and never at the cost of anybody."""

from __future__ import annotations

from tests.law.world import HOSPITAL, NIAC, PACK, incident

from tawthiq.law.example import corroborated
from tawthiq.law.facts import FactValue
from tawthiq.law.gaps import Gap, gaps
from tawthiq.law.kleene import Value
from tawthiq.law.reading import read


def of(facts: dict[str, FactValue], **more: object) -> tuple[Gap, ...]:
    one = incident(facts, **more)  # type: ignore[arg-type]
    return gaps(read(one, NIAC, NIAC.conflict, PACK), PACK)


def test_what_moves_most_elements_comes_first() -> None:
    found = of({"object_status": "hospital", "munition_type": "bomb"})
    assert [len(gap.moves) for gap in found] == sorted(
        (len(gap.moves) for gap in found), reverse=True
    )


def test_a_gap_moves_what_it_says_and_nothing_else() -> None:
    """Supposing the fact, exactly the elements named are supported; checked by reading again."""
    facts: dict[str, FactValue] = {
        "object_status": "hospital",
        "munition_type": "bomb",
        "no_military_objective_observed": True,
    }
    one = incident(facts)
    before = read(one, NIAC, NIAC.conflict, PACK)
    for gap in gaps(before, PACK):
        if isinstance(gap.value, frozenset):
            continue
        after = read(incident({**facts, gap.key: gap.value}), NIAC, NIAC.conflict, PACK)
        moved = {
            (line.crime, element.number)
            for line in before.crimes
            for element in line.elements
            if element.value is Value.UNKNOWN
            and after.crime(line.crime).element(element.number).value is Value.SUPPORTED
        }
        assert set(gap.moves) <= moved


def test_repetition_is_what_a_hospital_without_objective_lacks() -> None:
    found = of({k: v for k, v in HOSPITAL.items() if k != "repeat_strike"})
    gap = next(gap for gap in found if gap.key == "repeat_strike")
    assert ("RS-8-2-e-iv", 3) in gap.moves
    assert "pattern_analysis" in {kind.key for kind in gap.evidence}


def test_what_helps_only_with_another_fact_is_kept_apart() -> None:
    found = of({"object_status": "hospital", "munition_type": "bomb"})
    gap = next(gap for gap in found if gap.key == "repeat_strike")
    assert ("RS-8-2-e-iv", 3) in gap.helps
    assert ("RS-8-2-e-iv", 3) not in gap.moves


def test_nobody_is_asked_to_tell_before_what_exists_was_looked_at() -> None:
    for gap in of(HOSPITAL):
        told = [kind.shows_in == "testimony" for kind in gap.evidence]
        assert told == sorted(told)


def test_every_kind_of_evidence_says_how_to_do_no_harm() -> None:
    for kind in PACK.evidence_kinds.values():
        assert kind.care.en and kind.care.ar and kind.holder.en
    for key in ("witness", "survivor", "family_statement"):
        assert "do not ask anybody to tell it again" in PACK.evidence_kinds[key].care.en
    assert "never approach such a person yourself" in PACK.evidence_kinds["insider"].care.en
    assert "send nobody to the site" in PACK.evidence_kinds["munition_remnant"].care.en


def test_a_fact_that_is_carried_is_no_gap() -> None:
    keys = {gap.key for gap in of(HOSPITAL)}
    assert not keys & set(HOSPITAL)


def test_supposing_is_done_with_a_well_corroborated_fact() -> None:
    assert corroborated("siege", True).is_well_seen
