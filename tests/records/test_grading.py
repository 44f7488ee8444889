"""An incident's grade follows from who says what; only a person sets one aside."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.telling import (
    AIR_FORCE,
    ARCHIVE,
    DATA_SET,
    OTHER_DATA_SET,
    RESCUE,
    SOURCES,
    WATCH,
    WATCH_IN_GAZETTE,
    claim,
)
from tests.strategies import tellings

from tawthiq.claims.claim import Claim
from tawthiq.claims.independence import origins
from tawthiq.records.grade import GRADE_NAMES, HEADLINE, Grade
from tawthiq.records.grading import Graded, grade, override, supporting
from tawthiq.values.both import Both


def graded(*claims: Claim) -> Graded:
    return grade(origins(claims, SOURCES))


def test_two_independent_sources_are_fair() -> None:
    found = graded(claim("V1.1", WATCH), claim("V1.2", ARCHIVE))
    assert found.grade is Grade.FAIR
    assert found.because == Both("2 independent sources", "مصدران مستقلان")


def test_one_source_and_its_relay_are_weak() -> None:
    found = graded(claim("V1.1", WATCH), claim("V1.2", WATCH_IN_GAZETTE))
    assert found.grade is Grade.WEAK
    assert found.because.en == "one independent source"


def test_a_compilation_adds_no_source() -> None:
    assert graded(claim("V1.1", WATCH), claim("V1.2", DATA_SET)).grade is Grade.WEAK
    alone = graded(claim("V1.1", DATA_SET), claim("V1.2", OTHER_DATA_SET))
    assert (alone.grade, alone.because.en) == (Grade.WEAK, "a compilation only")


def test_two_sources_that_name_nobody_are_weak() -> None:
    found = graded(claim("V1.1", WATCH, party=""), claim("V1.2", ARCHIVE, party="unknown"))
    assert found.grade is Grade.WEAK
    assert found.because.en == "2 independent sources, none of which names a party"
    assert graded(claim("V1.1", WATCH, party=""), claim("V1.2", ARCHIVE)).grade is Grade.FAIR


def test_two_parties_of_one_side_do_not_contest() -> None:
    one, other = claim("V1.1", WATCH), claim("V1.2", ARCHIVE, party="Syrian government")
    assert graded(one, other).grade is Grade.FAIR


def test_parties_of_two_sides_contest() -> None:
    found = graded(claim("V1.1", WATCH), claim("V1.2", ARCHIVE, party="rebels"))
    assert found.grade is Grade.CONTESTED
    assert "armed opposition groups; the Syrian government" in found.because.en
    assert "فصائل المعارضة المسلحة؛ الحكومة السورية" in found.because.ar


def test_a_compilation_that_names_another_side_is_reason_to_look_again() -> None:
    found = graded(
        claim("V1.1", WATCH), claim("V1.2", ARCHIVE), claim("V1.3", DATA_SET, party="rebels")
    )
    assert found.grade is Grade.CONTESTED


def test_a_voice_that_corrects_itself_does_not_contest() -> None:
    early = claim("V1.1", WATCH, party="rebels", published="2031-07-22")
    late = claim("V1.2", WATCH, party="Russian forces", published="2031-07-23")
    silent = claim("V1.3", WATCH, party="", published="2031-07-24")
    assert graded(early, late, silent).grade is Grade.WEAK
    assert graded(early, late, claim("V1.4", ARCHIVE)).grade is Grade.FAIR


def test_a_denial_is_no_second_source() -> None:
    denial = claim("V1.2", AIR_FORCE, party="denies responsibility")
    assert graded(claim("V1.1", WATCH), denial).grade is Grade.WEAK
    assert graded(claim("V1.1", WATCH), claim("V1.3", ARCHIVE), denial).grade is Grade.FAIR
    assert graded(denial).because.en == "denials only"
    voices = origins([claim("V1.1", WATCH), denial], SOURCES)
    assert [voice.key for voice in supporting(voices)] == ["watch"]


def test_only_a_party_accepts_responsibility() -> None:
    words = "Russian forces accepted responsibility"
    found = graded(claim("V1.1", WATCH), claim("V1.2", AIR_FORCE, party=words))
    assert found.grade is Grade.CONFIRMED
    assert found.because.en == "Air-Force: responsibility accepted"
    assert graded(claim("V1.1", WATCH, party=words)).grade is Grade.WEAK
    assert graded(claim("V1.1", WATCH, party=words), claim("V1.2", ARCHIVE)).grade is Grade.FAIR


def test_a_party_that_accepts_is_believed_before_sides_are_weighed() -> None:
    accepted = claim("V1.1", AIR_FORCE, party="Russian forces accepted responsibility")
    found = graded(accepted, claim("V1.2", WATCH, party="rebels"))
    assert found.grade is Grade.CONFIRMED


@pytest.mark.parametrize(("number", "said"), [
    (3, "3 مصادر مستقلة"), (10, "10 مصادر مستقلة"), (11, "11 مصدرًا مستقلًا"),
])  # fmt: skip
def test_arabic_counts_sources_as_arabic_does(number: int, said: str) -> None:
    from tawthiq.records.grading import _sources_in_arabic

    assert _sources_in_arabic(number) == said


def test_no_claim_is_no_incident() -> None:
    with pytest.raises(ValueError, match="without a claim"):
        grade([])


def test_a_person_overrides_with_a_name_and_a_reason() -> None:
    weak = graded(claim("V1.1", WATCH))
    decided = override(weak, Grade.DISCOUNTED, because="the film is of 2029", by="Layla")
    assert (decided.grade, decided.decided_by) == (Grade.DISCOUNTED, "Layla")
    assert decided.because == Both(
        "the film is of 2029 (Layla); computed: weak",
        "the film is of 2029 (Layla)؛ المحتسبة آليًا: ضعيفة",
    )
    for because, by in [("", "Layla"), ("  ", "Layla"), ("a reason", ""), ("a reason", " ")]:
        with pytest.raises(ValueError, match="by somebody and for a reason"):
            override(weak, Grade.FAIR, because=because, by=by)


PARTIES = st.sampled_from(["", "Russian forces", "rebels", "denies responsibility", "unknown"])


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(sorted(SOURCES)), PARTIES), min_size=1), st.randoms())
def test_a_program_never_discounts_and_does_not_mind_the_order(
    said: list[tuple[str, str]], random: Random
) -> None:
    claims = [claim(f"V1.{i}", SOURCES[by], party=who) for i, (by, who) in enumerate(said)]
    found = graded(*claims)
    assert found.grade is not Grade.DISCOUNTED
    assert graded(*random.sample(claims, len(claims))) == found


@settings(max_examples=40)
@given(tellings(least=1), st.sampled_from([RESCUE, ARCHIVE]))
def test_one_more_source_that_names_the_same_party_never_lowers_the_grade(
    claims: list[Claim], by: object
) -> None:
    more = graded(*claims, claim("V2.1", by))  # type: ignore[arg-type]
    assert graded(*claims).grade is not Grade.FAIR or more.grade is Grade.FAIR


def test_every_grade_has_a_name_and_the_headline_counts_two() -> None:
    assert set(GRADE_NAMES) == set(Grade)
    assert {Grade.CONFIRMED, Grade.FAIR} == HEADLINE
