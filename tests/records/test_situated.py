"""The words of a claim are read once, and what was not understood is told."""

from __future__ import annotations

from dataclasses import replace

from tests.claims.telling import claim

from tawthiq.records.party import Allegation
from tawthiq.records.situated import situate, unread


def test_a_claim_is_read_from_its_words_and_keeps_them() -> None:
    said = replace(claim("V1.1", target="market"), facility_said="Upper Town Hospital")
    found = situate(said, lambda _: ("upper", "lower"))
    assert found.claim is said and found.covers_several
    assert found.sites == {"market", "hospital"}
    assert found.weapons == {"airstrike"}
    assert found.allegation == Allegation(frozenset({"russia"}))


def test_one_place_or_none_is_not_several() -> None:
    for places in ((), ("upper",)):
        assert not situate(claim("V1.1"), lambda _, found=places: found).covers_several


def test_what_no_vocabulary_knows_is_told_by_column() -> None:
    said = claim("V1.1", target="grain silo", weapon="catapult", party="the duke's men")
    assert unread(said) == {
        "target_said": ("grain", "silo"),
        "weapon_said": ("catapult",),
        "party_said": ("duke", "men"),
    }
    assert unread(claim("V1.1")) == {}


def test_the_words_of_a_denial_need_no_vocabulary() -> None:
    assert unread(claim("V1.1", party="denies responsibility")) == {}
    assert unread(claim("V1.1", party="Russian forces accepted responsibility")) == {}
