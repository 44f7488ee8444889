"""Who is said to have done it is read from the words; a denial names nobody."""

from __future__ import annotations

import pytest

from tawthiq.records.party import SILENT, Allegation, read_allegation, sides

BOTH = frozenset({"syrian-government", "russia"})


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("Russian forces", {"russia"}),
        ("Syrian government and/or Russian forces", BOTH),
        ("unknown", set()),
        ("the neighbours", set()),
        ("", set()),
    ],
)
def test_a_party_is_named_or_nobody_is(words: str, parties: set[str]) -> None:
    assert read_allegation(words) == Allegation(frozenset(parties))


@pytest.mark.parametrize(
    "words",
    [
        "denies responsibility",
        "Russia denied the strike",
        "rejects responsibility",
        "تنفي مسؤوليتها",
        "نفى وقوع الهجوم",
        "نفت روسيا",
    ],
)
def test_a_denial_names_nobody(words: str) -> None:
    assert read_allegation(words) == Allegation(frozenset(), denies=True)


def test_whoever_denies_can_name_another() -> None:
    said = read_allegation("Russian forces deny it; armed opposition groups")
    assert said == Allegation(frozenset({"armed-opposition"}), denies=True)


@pytest.mark.parametrize(
    "words", ["Russian forces accepted full responsibility", "أقرّت القوات الروسية بالمسؤولية"]
)
def test_accepting_names_the_party(words: str) -> None:
    assert read_allegation(words) == Allegation(frozenset({"russia"}), accepts=True)


@pytest.mark.parametrize(
    "words",
    ["accepts responsibility", "claimed responsibility", "admits responsibility", "أقر بالمسؤولية",
     "أقرت بمسؤوليتها", "تبنّت المسؤولية"],
)  # fmt: skip
def test_responsibility_is_accepted_in_many_words(words: str) -> None:
    assert read_allegation(words).accepts


@pytest.mark.parametrize(
    "words",
    ["did not deny it", "neither confirms nor denies", "has not accepted responsibility",
     "never claimed responsibility", "accepts no responsibility", "identity", "hardened"],
)  # fmt: skip
def test_what_is_not_said_is_silence(words: str) -> None:
    assert read_allegation(words) == SILENT
    assert read_allegation(words).is_silent


@pytest.mark.parametrize(
    ("parties", "of"),
    [
        (BOTH, {"government-side"}),
        ({"nlf", "hts"}, {"armed-opposition"}),
        ({"nlf", "russia"}, {"armed-opposition", "government-side"}),
        ({"united-states", "coalition"}, {"coalition"}),
        ({"isis", "sdf"}, {"isis", "sdf"}),
        ({"non-state"}, {"non-state"}),
        ({"non-state", "hts"}, {"armed-opposition"}),
        ({"non-state", "russia"}, {"non-state", "government-side"}),
        (set(), set()),
    ],
)
def test_forces_that_fight_together_are_one_side(parties: set[str], of: set[str]) -> None:
    assert sides(parties) == of
