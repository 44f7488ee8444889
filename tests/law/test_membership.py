"""Whose bond makes a treaty bind: between two States, by territory, by who acted; since when."""

from __future__ import annotations

from datetime import date

import pytest
from tests.law.world import PACK, STATES

from tawthiq.law.answer import Answer
from tawthiq.law.applicability import reach
from tawthiq.law.classification import Conflict
from tawthiq.law.incident import PartyType
from tawthiq.law.setting import Setting

A, N, U, D = Answer.APPLICABLE, Answer.NOT_APPLICABLE, Answer.ARGUABLE, Answer.DEPENDS


def asked(
    norm: str,
    party: str,
    conflict: Conflict = Conflict.NIAC,
    *,
    on: date | None = date(2019, 7, 22),
    territory: str = "Syria",
    against: str = "",
    party_type: PartyType = PartyType.STATE,
) -> Answer:
    setting = Setting(conflict, on, on, territory, party, party_type, against)
    return reach(PACK.norms[norm], setting, PACK.bonds).answer


@pytest.mark.parametrize(
    ("state", "treaty", "day"),
    [
        ("Syria", "CWC", date(2013, 10, 14)),
        ("Iraq", "CCM", date(2013, 11, 1)),
        ("Ukraine", "ROME", date(2025, 1, 1)),
        ("Palestine", "ROME", date(2015, 4, 1)),
        ("Ukraine", "OTTAWA", date(2006, 6, 1)),
        ("Palestine", "CWC", date(2018, 6, 16)),
        ("Russia", "GC", date(1954, 11, 10)),
    ],
)
def test_a_bond_counts_from_the_day_that_the_depositary_gives(
    state: str, treaty: str, day: date
) -> None:
    """The seven days that the research checked against published ones."""
    bond = PACK.bonds.bond(state, treaty)
    assert bond is not None and bond.in_force == day


def test_every_state_has_a_row_for_every_treaty() -> None:
    assert all(treaty.bonds.keys() >= set(STATES) for treaty in PACK.bonds.treaties.values())


@pytest.mark.parametrize(
    ("party", "against", "answer"),
    [
        ("Russia", "Ukraine", A),
        ("Ukraine", "Russia", A),
        ("Turkiye", "Syria", N),
        ("Syria", "Turkiye", N),
        ("Iraq", "Iran", N),
        ("Syria", "", D),
    ],
)
def test_the_first_protocol_binds_between_two_states_that_are_both_bound(
    party: str, against: str, answer: Answer
) -> None:
    territory = "Ukraine" if "Ukraine" in (party, against) else "Syria"
    assert asked("AP1-12", party, Conflict.IAC, against=against, territory=territory) is answer


def test_a_state_that_acts_abroad_acts_against_the_territorial_state() -> None:
    assert asked("AP1-12", "Turkiye", Conflict.IAC) is N
    assert asked("AP1-12", "Russia", Conflict.IAC) is A


@pytest.mark.parametrize("party", ["Syria", "Russia"])
def test_the_second_protocol_does_not_reach_syria_whoever_takes_part(party: str) -> None:
    assert asked("AP2-11", party) is N


@pytest.mark.parametrize(
    ("party", "party_type", "against", "answer"),
    [
        ("Sudan", PartyType.STATE, "", A),
        ("a group", PartyType.ARMED_GROUP, "", A),
        ("a group", PartyType.ARMED_GROUP, "Sudan", A),
        ("a group", PartyType.ARMED_GROUP, "another group", U),
        ("Russia", PartyType.STATE, "", U),
        ("Russia", PartyType.STATE, "Sudan", A),
    ],
)
def test_the_second_protocol_is_about_the_territorial_states_own_forces(
    party: str, party_type: PartyType, against: str, answer: Answer
) -> None:
    found = asked("AP2-11", party, territory="Sudan", against=against, party_type=party_type)
    assert found is answer


@pytest.mark.parametrize("norm", ["CCM-1", "CWC-I", "OTT-1", "ICCPR-6", "CAT-1-7", "AP1-12"])
def test_an_armed_group_is_not_bound_by_a_treaty_of_states(norm: str) -> None:
    conflict = Conflict.IAC if norm.startswith("AP1") else Conflict.NIAC
    assert asked(norm, "a group", conflict, party_type=PartyType.ARMED_GROUP) is N


def test_the_protocol_on_children_speaks_to_groups() -> None:
    assert asked("OPAC-1-4", "a group", party_type=PartyType.ARMED_GROUP) is U


@pytest.mark.parametrize("norm", ["CCM-1", "CWC-I", "ICCPR-6"])
def test_while_nobody_is_named_it_depends(norm: str) -> None:
    assert asked(norm, "", party_type=PartyType.UNKNOWN) is D


def test_human_rights_treaties_are_arguable_outside_the_states_territory() -> None:
    assert asked("ICCPR-6", "Syria") is A
    assert asked("ICCPR-6", "Russia") is U
    assert asked("ICCPR-6", "Russia", territory="Russia") is A


@pytest.mark.parametrize(
    ("norm", "party", "conflict", "answer"),
    [
        ("CCW-P3", "Russia", Conflict.NIAC, U),
        ("CCW-P3", "Syria", Conflict.NIAC, N),
        ("CCW-P3", "Turkiye", Conflict.NIAC, D),
        ("CCW-P4", "Israel", Conflict.NIAC, N),
        ("CCW-AP2", "Israel", Conflict.NIAC, U),
        ("CCW-P3", "Russia", Conflict.IAC, U),
    ],
)
def test_the_1980_convention_reaches_a_niac_only_as_its_parties_extended_it(
    norm: str, party: str, conflict: Conflict, answer: Answer
) -> None:
    assert asked(norm, party, conflict) is answer


def test_the_amended_second_protocol_reaches_a_niac_by_itself() -> None:
    """Israel never accepted amended Article 1, and at home needs no acceptance."""
    assert asked("CCW-AP2", "Israel", territory="Israel") is A
    assert asked("CCW-P4", "Israel", territory="Israel") is N


def test_the_hague_convention_follows_the_territory_in_a_niac() -> None:
    assert asked("HAG-4", "a group", party_type=PartyType.ARMED_GROUP) is A
    assert asked("HAG2-6", "Russia") is N


@pytest.mark.parametrize(
    ("day", "answer"),
    [(date(2014, 3, 1), N), (date(2014, 6, 1), U), (date(2014, 10, 2), A)],
)
def test_between_two_disputed_beginnings_it_is_arguable(day: date, answer: Answer) -> None:
    """Palestine and the first Protocol: 2 April or 2 October 2014."""
    found = asked(
        "AP1-12", "Palestine", Conflict.IAC, on=day, territory="Palestine", against="Iraq"
    )
    assert found is answer


def test_the_geneva_conventions_bind_all_and_an_older_case_is_arguable() -> None:
    assert asked("GC4-18", "Palestine", Conflict.IAC, territory="Palestine", against="Israel") is A
    older = asked(
        "GC4-18",
        "Palestine",
        Conflict.IAC,
        on=date(2009, 1, 1),
        territory="Palestine",
        against="Israel",
    )
    assert older is U


def test_a_state_of_which_only_one_row_is_recorded_is_unknown_elsewhere() -> None:
    assert asked("CWC-I", "Jordan", territory="Jordan") is D


def test_what_was_recorded_later_is_not_known_on_an_earlier_day() -> None:
    setting = Setting(
        Conflict.NIAC,
        date(2019, 7, 22),
        date(2019, 7, 22),
        "Syria",
        "Syria",
        PartyType.STATE,
        known_at=date(2026, 1, 1),
    )
    assert reach(PACK.norms["CWC-I"], setting, PACK.bonds).answer is D


def test_a_bond_from_memory_is_said_to_be_one() -> None:
    setting = Setting(Conflict.NIAC, None, None, "Syria", "Syria", PartyType.STATE)
    assert reach(PACK.norms["HAG-4"], setting, PACK.bonds).rests_on_memory
    assert not reach(PACK.norms["CWC-I"], setting, PACK.bonds).rests_on_memory


def test_a_gate_that_shuts_is_the_only_reason() -> None:
    setting = Setting(
        Conflict.NIAC, date(2019, 7, 22), date(2019, 7, 22), "Syria", "Syria", PartyType.STATE
    )
    found = reach(PACK.norms["GC4-18"], setting, PACK.bonds)
    assert [one.answer for one in found.reasons] == [N]
    assert "international armed conflict only" in found.reasons[0].why.en
    assert "CIHL-028" in found.reasons[0].why.en


def test_a_draft_that_failed_is_no_law() -> None:
    assert asked("SC-DRAFT-348", "Syria") is N


def test_a_resolution_on_one_country_is_not_about_another() -> None:
    assert asked("SC-2139", "Russia") is A
    assert asked("SC-2139", "Russia", territory="Ukraine") is N


def test_a_disputed_class_is_no_setting() -> None:
    with pytest.raises(ValueError, match="read twice"):
        Setting(Conflict.DISPUTED, None, None, "Syria", "", PartyType.UNKNOWN)
