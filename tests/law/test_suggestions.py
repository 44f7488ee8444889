"""The records suggest facts to the law, say from where, and decide none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.law.world import PACK

from tawthiq.claims.group import CHILDREN, UNSTATED
from tawthiq.claims.toll import Harm
from tawthiq.law.suggestions import record_words, suggest, suggested_party
from tawthiq.records import vocabulary
from tawthiq.records.grade import Grade
from tawthiq.records.grading import Graded
from tawthiq.records.incident import Incident
from tawthiq.records.range import EVERY_CASUALTY, Range
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

DAY = date(2019, 5, 5)


def record(code: str = "A1", day: date | None = DAY, **more: object) -> Incident:
    """An invented hospital in one place, alleged to Syrian government forces."""
    held = Incident(
        code=code,
        claims=(),
        when=When.day(day) if day else When.unknown(),
        places=("P1",),
        sites=frozenset({"hospital"}),
        weapons=frozenset({"barrel-bomb"}),
        parties=frozenset({"syrian-government"}),
        denied=False,
        voices=(),
        graded=Graded(Grade.WEAK, "", ()),  # type: ignore[arg-type]
        ranges=(),
    )
    return replace(held, **more)  # type: ignore[arg-type]


def values(*args: object) -> dict[str, object]:
    return {one.key: one.value for one in suggest(*args)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kinds", "words", "fact"),
    [
        (vocabulary.sites(), record_words().sites, "object_status"),
        (vocabulary.weapons(), record_words().weapons, "munition_type"),
    ],
)
def test_every_word_of_the_records_has_a_word_of_the_law_or_says_too_little(
    kinds: object, words: dict[str, str], fact: str
) -> None:
    assert set(words) == set(kinds)  # type: ignore[call-overload]
    assert {word for word in words.values() if word} <= set(PACK.vocabulary[fact].choices)


def test_every_state_of_the_records_is_a_state_of_the_law() -> None:
    assert set(record_words().states) <= set(vocabulary.parties())
    assert set(record_words().states.values()) <= set(PACK.bonds.states)


def test_a_site_and_a_weapon_are_suggested_with_their_incident() -> None:
    found = {one.key: one for one in suggest(record())}
    assert found["object_status"].value == frozenset({"hospital"})
    assert found["munition_type"].value == frozenset({"barrel_bomb"})
    assert found["object_status"].incidents == ("A1",)


def test_what_says_too_little_suggests_nothing() -> None:
    vague = record(sites=frozenset({"site"}), weapons=frozenset({"explosion"}))
    assert values(vague) == {}


def test_the_least_number_is_suggested_and_a_missing_one_is_not() -> None:
    def held(group: object, many: HowMany | None) -> Range:
        return Range(Harm.KILLED, group, many, EVERY_CASUALTY, {}, {})  # type: ignore[arg-type]

    one = record(ranges=(held(UNSTATED, HowMany.between(4, 9)), held(CHILDREN, None)))
    assert values(one)["victim_killed_count"] == 4
    assert "victim_child_count" not in values(one)


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ({}, True),
        ({"when": When.day(DAY + timedelta(days=1))}, True),
        ({"when": When.day(DAY + timedelta(days=2))}, False),
        ({"when": When.unknown()}, False),
        ({"places": ("P2",)}, False),
        ({"places": ("P1", "P2")}, False),
        ({"sites": frozenset({"market"})}, False),
    ],
)
def test_a_second_incident_near_in_time_and_place_suggests_repetition(
    change: dict[str, object], again: bool
) -> None:
    found = values(record(), [record("A2", **change)])
    assert ("repeat_strike" in found) is again


def test_an_incident_is_no_neighbour_of_itself() -> None:
    assert "repeat_strike" not in values(record(), [record()])


def test_a_pattern_counts_the_kind_of_site_of_the_same_parties() -> None:
    others = [record(f"A{n}", DAY + timedelta(days=10 * n), places=(f"P{n}",)) for n in (2, 3)]
    others.append(record("B1", parties=frozenset({"russia"})))
    others.append(record("B2", DAY + timedelta(days=91)))
    found = {one.key: one for one in suggest(record(), others)}
    assert found["pattern_same_object_type_count"].value == 3
    assert found["pattern_same_object_type_count"].incidents == ("A1", "A2", "A3")


@pytest.mark.parametrize(
    ("parties", "state"),
    [
        ({"syrian-government"}, "Syria"),
        ({"russia"}, "Russia"),
        ({"russia", "syrian-government"}, ""),
        ({"hts"}, ""),
        ({"government-side"}, ""),
        (set(), ""),
    ],
)
def test_a_state_is_suggested_where_one_party_alone_is_alleged(
    parties: set[str], state: str
) -> None:
    assert suggested_party(record(parties=frozenset(parties))) == state
