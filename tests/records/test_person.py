from __future__ import annotations

from dataclasses import replace

import pytest

from tawthiq.claims.claim import Document
from tawthiq.claims.group import Age, Role, Sex, Status
from tawthiq.claims.name_said import NameSaid
from tawthiq.claims.person_record import AgeSaid, PersonRecord
from tawthiq.records.person import Filed, Person, Standing, assemble
from tawthiq.values.when import When

from ..house import CLINICS, RADIO, SECOND_COUNT, SOURCES, WATCH

ALL = {source.key: source for source in SOURCES}
FULL = NameSaid("Ra'd Hajar al-Thalji")


def said(source: str = WATCH.key, **other: object) -> PersonRecord:
    record = PersonRecord(
        Document(source, "", "", When.unknown()), "1", FULL,
        sex=Sex.MALE, age=AgeSaid(34, 34), died=When.parse("2021-03-04"), place_said="Saraqib",
    )  # fmt: skip
    return replace(record, **other)  # type: ignore[arg-type]


def together(*records: PersonRecord, places: tuple[tuple[str, ...], ...] = ()) -> Person:
    where = places or (("gn164816",),) * len(records)
    filed = [Filed(n, r, p) for n, (r, p) in enumerate(zip(records, where, strict=True), 7)]
    return assemble(reversed(filed), ALL)


def test_a_person_is_named_by_the_first_of_their_records() -> None:
    person = together(said(), said(CLINICS.key))
    assert (person.number, [each.number for each in person.records]) == (7, [7, 8])


@pytest.mark.parametrize(
    ("other", "standing"),
    [
        ({}, Standing.IDENTIFIED),
        ({"name": NameSaid("Ra'd")}, Standing.INCOMPLETE),
        ({"name": NameSaid(given="Ra'd", family="al-Thalji")}, Standing.IDENTIFIED),
        ({"died": When.unknown()}, Standing.INCOMPLETE),
        ({"name": NameSaid("مجهول الهوية")}, Standing.UNNAMED),
        ({"name": NameSaid("a boy", mother="Ghayma Nahr")}, Standing.UNNAMED),
    ],
)
def test_full_name_date_and_place_make_an_identified_person(
    other: dict[str, object], standing: Standing
) -> None:
    assert together(said(**other)).standing is standing


def test_without_a_place_nobody_is_identified() -> None:
    assert together(said(place_said=""), places=((),)).standing is Standing.INCOMPLETE


def test_two_records_may_know_together_what_neither_knows_alone() -> None:
    person = together(said(died=When.unknown()), said(CLINICS.key, name=NameSaid("Ra'd")))
    assert person.standing is Standing.IDENTIFIED


def test_who_prints_another_is_no_second_source() -> None:
    assert together(said(), said(RADIO.key)).origins == (WATCH.key,)
    assert together(said(), said(CLINICS.key)).origins == (CLINICS.key, WATCH.key)
    assert together(said(), said(SECOND_COUNT.key)).origins == (WATCH.key,)
    assert together(said(SECOND_COUNT.key)).origins == (SECOND_COUNT.key,)


def test_where_sources_disagree_nothing_is_chosen_in_silence() -> None:
    other = said(CLINICS.key, sex=Sex.FEMALE, age=AgeSaid(12, 12), status=Status.COMBATANT,
                 died=When.parse("2021-03-09"))  # fmt: skip
    person = together(said(status=Status.CIVILIAN), other, places=(("gn164816",), ("gn170017",)))
    assert person.disagreements == {"sex", "age", "status", "died", "place"}
    assert (person.sex, person.age_group, person.status) == (None, None, Status.UNSTATED)
    assert person.age == AgeSaid(12, 34)
    assert person.died == When.parse("2021-03-04/2021-03-09")
    assert len(person.places) == 2


def test_a_wider_word_says_nothing_against_a_narrower_one() -> None:
    person = together(said(), said(CLINICS.key, died=When.parse("2021-03"), age=AgeSaid(35, 35)))
    assert person.died == When.parse("2021-03-04")
    assert person.disagreements == frozenset()


def test_the_name_is_the_one_that_most_sources_write() -> None:
    other = NameSaid("Raad Hajar")
    person = together(said(name=other), said(RADIO.key, name=other), said(CLINICS.key))
    assert person.name == FULL.whole  # one source each: the fuller name
    again = together(said(name=other), said(SECOND_COUNT.key, name=other), said(CLINICS.key))
    assert again.name == "Raad Hajar"


def test_roles_and_children_are_gathered() -> None:
    person = together(said(roles=frozenset({Role.HEALTH})),
                      said(CLINICS.key, age=AgeSaid(group=Age.ADULT)))  # fmt: skip
    assert person.roles == {Role.HEALTH}
    assert person.age_group is Age.ADULT


def test_a_person_has_a_record_of_a_known_source() -> None:
    with pytest.raises(ValueError, match="needs a record"):
        assemble([], ALL)
    with pytest.raises(ValueError, match="unknown"):
        together(said("nobody-we-know"))
