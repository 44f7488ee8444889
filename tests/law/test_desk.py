"""What a person may ask: show a norm, what applies, qualify an incident, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.law.world import HOSPITAL, NIAC, PACK, incident

from tawthiq.errors import InputError, UnknownNameError
from tawthiq.law.answer import Answer
from tawthiq.law.desk import applies, may_be_published, qualify, show
from tawthiq.law.incident import PartyType
from tawthiq.law.kleene import Value, Why
from tawthiq.law.norm import Checked, Signature

DAY = date(2026, 11, 25)


def test_a_norm_is_shown_with_its_source_and_its_marks() -> None:
    sheet = show("gc4-18")
    assert sheet.norm.title.ar == "حماية المستشفيات المدنية"
    assert sheet.norm.source.citation == "GC IV Art. 18"
    assert sheet.may_be_published
    assert [mark.en[:21] for mark in sheet.marks] == ["The Arabic of this ro"]


def test_a_row_from_memory_is_marked_and_kept_from_published_texts() -> None:
    sheet = show("CIHL-052")
    assert sheet.norm.source.checked is Checked.MEMORY
    assert not sheet.may_be_published
    assert "from memory" in sheet.marks[0].en and "من الذاكرة" in sheet.marks[0].ar


def test_one_function_answers_whether_a_norm_may_be_published() -> None:
    for id_, norm in PACK.norms.items():
        assert may_be_published(id_) is (norm.source.checked is Checked.VERIFIED)
    assert {norm.signature for norm in PACK.norms.values()} == {None}


def test_a_signature_frees_a_row_and_a_later_change_of_its_text_voids_it() -> None:
    norm = PACK.norms["CIHL-052"]
    signed = replace(norm, signature=Signature("A. Lawyer", DAY, norm.digest))
    assert signed.may_be_published and not signed.arabic_is_draft
    assert not replace(signed, digest="another").may_be_published


def test_a_norm_from_memory_in_part_is_as_one_from_memory() -> None:
    partly = [norm for norm in PACK.norms.values() if norm.source.checked is Checked.PARTLY]
    assert len(partly) > 30
    assert not any(norm.may_be_published for norm in partly)


def test_a_crime_shows_the_norm_that_makes_it_one() -> None:
    sheet = show("RS-8-2-c-i-torture")
    assert sheet.norm.id == "RS-8-2-c-i"
    assert {crime.id for crime in sheet.crimes} == {"RS-8-2-c-i-murder", "RS-8-2-c-i-torture"}


def test_a_norm_shows_where_it_is_cited_instead_of_another() -> None:
    assert {"GC4-18", "AP1-12"} <= set(show("CIHL-028").cited_instead_of)


def test_an_unknown_norm_is_answered_with_the_nearest() -> None:
    with pytest.raises(
        UnknownNameError, match="no norm is called 'CIHL-28'; the nearest: CIHL-028"
    ):
        show("CIHL-28")


def test_what_applies_to_syria_in_july_2019() -> None:
    found = applies("Syria", date(2019, 7, 22), "NIAC")
    answers = {line.norm: line.answer for line in found.lines}
    assert answers["GC-CA3"] is Answer.APPLICABLE
    assert answers["GC4-18"] is Answer.NOT_APPLICABLE
    assert answers["AP2-11"] is Answer.NOT_APPLICABLE
    assert answers["CWC-I"] is Answer.APPLICABLE
    assert answers["CIHL-021"] is Answer.ARGUABLE
    assert len(answers) == len(PACK.norms)
    assert found.pack_hash == PACK.hash


def test_what_applies_between_two_states() -> None:
    found = applies("Russian Federation", date(2025, 3, 10), "IAC", "Ukraine")
    answers = {line.norm: line.answer for line in found.lines}
    assert found.setting.territory == "Ukraine"
    assert answers["AP1-51-5"] is Answer.APPLICABLE
    assert answers["ICCPR-6"] is Answer.ARGUABLE


def test_what_applies_to_a_group() -> None:
    found = applies(
        "a group",
        date(2019, 7, 22),
        "NIAC",
        "Syria",
        territory="Syria",
        party_type=PartyType.ARMED_GROUP,
    )
    answers = {line.norm: line.answer for line in found.lines}
    assert answers["CIHL-001"] is Answer.APPLICABLE
    assert answers["CCM-1"] is Answer.NOT_APPLICABLE


@pytest.mark.parametrize("wrong", ["Atlantis", ""])
def test_a_state_without_rows_is_named(wrong: str) -> None:
    with pytest.raises(InputError, match="no treaty row is recorded for"):
        applies(wrong, date(2019, 7, 22), "NIAC")
    with pytest.raises(InputError, match="there are rows for Syria, Russia"):
        applies("Syria", date(2019, 7, 22), "NIAC", territory="Atlantis")


def test_an_unknown_class_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="civil war"):
        applies("Syria", date(2019, 7, 22), "civil war")
    with pytest.raises(ValueError, match="read twice"):
        applies("Syria", date(2019, 7, 22), "disputed")


def test_a_qualification_says_which_law_it_read_and_that_it_is_no_advice() -> None:
    found = qualify(incident(HOSPITAL), NIAC, asked_on=DAY)
    assert found.pack_hash == PACK.hash
    assert PACK.hash[:12] in found.footer.en and PACK.hash[:12] in found.footer.ar
    assert "law as of 22 July 2019" in found.footer.en
    assert "no legal advice" in found.footer.en
    assert "not yet reviewed by a lawyer" in found.footer.en
    assert (
        "Reviewed by: A. Lawyer"
        in qualify(incident(HOSPITAL), NIAC, asked_on=DAY, reviewed_by="A. Lawyer").footer.en
    )


def test_a_qualification_can_be_made_again() -> None:
    """The same incident, law and day give the same value."""
    first = qualify(incident(HOSPITAL), NIAC, asked_on=DAY)
    assert first == qualify(incident(HOSPITAL), NIAC, asked_on=DAY)


def test_without_evidence_it_says_that_nothing_was_looked_at() -> None:
    found = qualify(incident(HOSPITAL, evidence={}), NIAC, asked_on=DAY)
    assert not found.looked_at
    [one] = found.readings
    assert {element.why for line in one.reading.crimes for element in line.elements} == {
        Why.NO_EVIDENCE
    }
    assert {line.value for line in one.reading.crimes} == {Value.UNKNOWN}


def test_the_law_can_be_read_as_it_was_on_record() -> None:
    found = qualify(incident(HOSPITAL), NIAC, asked_on=DAY, known_at=date(2026, 11, 22))
    assert found.known_at == date(2026, 11, 22)
    assert "CIHL-036" not in found.readings[0].reading.norms


def test_a_state_is_no_armed_group() -> None:
    with pytest.raises(InputError, match="Russia is a State and was given as an armed group"):
        qualify(incident({}, party="Russia", party_type=PartyType.ARMED_GROUP), NIAC, asked_on=DAY)


def test_a_territory_without_rows_is_refused() -> None:
    with pytest.raises(InputError, match="no treaty row is recorded for 'Atlantis'"):
        qualify(incident({}, territory="Atlantis"), NIAC, asked_on=DAY)


def test_the_crime_is_no_stronger_than_its_weakest_element() -> None:
    found = qualify(incident(HOSPITAL), NIAC, asked_on=DAY).readings[0].reading
    assert found.crime("RS-8-2-e-iv").value is Value.SUPPORTED
    one = {**HOSPITAL, "repeat_strike": False}
    weaker = qualify(incident(one), NIAC, asked_on=DAY).readings[0].reading
    assert weaker.crime("RS-8-2-e-iv").value is Value.UNKNOWN


def test_a_crime_without_elements_is_not_operational() -> None:
    found = qualify(
        incident({"munition_type": "cluster"}), NIAC, asked_on=DAY, also=["RS-8-2-b-xx"]
    )
    line = found.readings[0].reading.crime("RS-8-2-b-xx")
    assert (line.is_operational, line.answer, line.value) == (
        False,
        Answer.NOT_APPLICABLE,
        Value.UNKNOWN,
    )


def test_a_violation_may_be_touched_while_no_crime_of_the_statute_is() -> None:
    """A disproportionate attack in a NIAC: Rule 14, and no letter of Article 8(2)(e)."""
    base = incident({"object_status": "military_base", "munition_type": "bomb"})
    reading = qualify(base, NIAC, asked_on=DAY).readings[0].reading
    assert reading.norms["CIHL-014"].answer is Answer.APPLICABLE
    assert [line.crime for line in reading.crimes if line.crime.startswith("RS-8-2-e")] == []
