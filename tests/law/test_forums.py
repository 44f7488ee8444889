"""Where a case can go is asked for today, way by way, and every way carries its reason."""

from __future__ import annotations

from datetime import date

import pytest
from tests.law.world import NIAC, PACK, incident

from tawthiq.law.classification import Conflict
from tawthiq.law.facts import FactValue
from tawthiq.law.forum import Door, ForumLine
from tawthiq.law.forums import open_today
from tawthiq.law.incident import Incident, PartyType
from tawthiq.law.setting import setting_of
from tawthiq.law.standings import standings_of

TODAY = date(2026, 11, 25)


def lines(
    one: Incident, asked_on: date = TODAY, applicable: frozenset[str] = frozenset()
) -> dict[str, ForumLine]:
    setting = setting_of(one, Conflict.NIAC)
    standings = standings_of(one, NIAC, Conflict.NIAC, PACK)
    return {line.forum: line for line in open_today(setting, standings, PACK, asked_on, applicable)}


def court(one: Incident, asked_on: date = TODAY) -> tuple[Door, str]:
    line = lines(one, asked_on)["ICC"]
    return line.door, " | ".join(why.en for _, why in line.ways)


def test_for_syria_no_route_is_open_and_three_that_could_be_are_named() -> None:
    door, said = court(incident({}))
    assert door is Door.CLOSED
    assert "unless the Security Council refers the situation (Article 13(b))" in said
    assert "Syria declares under Article 12(3), which may reach back" in said
    assert "national of a State Party (Article 12(2)(b))" in said


@pytest.mark.parametrize(
    ("territory", "party", "day", "door", "article"),
    [
        ("Ukraine", "Russia", date(2025, 3, 10), Door.OPEN, "12(2)(a): Ukraine was a State Party"),
        ("Ukraine", "Russia", date(2022, 3, 1), Door.OPEN, "12(3): declaration of 8 September"),
        ("Ukraine", "Russia", date(2013, 1, 1), Door.CLOSED, "12(3): nothing of the kind"),
        ("Palestine", "Israel", date(2014, 7, 20), Door.OPEN, "12(3)"),
        ("Palestine", "Israel", date(2014, 6, 12), Door.CLOSED, "12(2)(a): Palestine was no"),
        ("Sudan", "Sudan", date(2004, 1, 1), Door.ARGUABLE, "for Darfur only: was it there?"),
        ("Sudan", "Sudan", date(2001, 1, 1), Door.CLOSED, "before 1 July 2002"),
        ("Syria", "Palestine", date(2019, 1, 1), Door.OPEN, "12(2)(b): Palestine was a State"),
        ("Syria", "Russia", date(2019, 1, 1), Door.CLOSED, "12(2)(b): Russia was no State Party"),
    ],
)
def test_the_court_is_opened_by_territory_nationality_declaration_or_referral(
    territory: str, party: str, day: date, door: Door, article: str
) -> None:
    found, said = court(incident({}, territory=territory, party=party, day=day))
    assert found is door
    assert article in said


def test_a_declaration_opens_nothing_before_it_is_made() -> None:
    one = incident({}, territory="Ukraine", party="Russia", day=date(2014, 3, 1))
    assert court(one, date(2015, 9, 7))[0] is Door.CLOSED
    assert court(one, date(2015, 9, 8))[0] is Door.OPEN


@pytest.mark.parametrize(
    ("to", "door", "said"),
    [
        ("Jordan", Door.ARGUABLE, "people crossed into Jordan, a State Party"),
        ("Turkey", Door.CLOSED, "people crossed into Turkiye, which was no State Party"),
        ("Lebanon", Door.CLOSED, "people crossed into Lebanon, which was no State Party"),
        ("Iraq", Door.CLOSED, "people crossed into Iraq, which was no State Party"),
        ("Germany", Door.DEPENDS, "crossed into Germany; whether it is a State Party is not"),
    ],
)
def test_a_border_crossed_into_a_state_party_may_open_it(to: str, door: Door, said: str) -> None:
    facts: dict[str, FactValue] = {"cross_border": True, "destination_state": to}
    found, words = court(incident(facts))
    assert found is door
    assert said in words


def test_where_nobody_is_named_a_national_of_a_party_would_open_it() -> None:
    door, said = court(incident({}, party="", party_type=PartyType.UNKNOWN))
    assert door is Door.DEPENDS
    assert "a suspect who is a national of a State Party would open it" in said


def test_ukraine_and_article_124_are_said_together() -> None:
    assert "Article 124" in court(incident({}, territory="Ukraine", day=date(2025, 3, 1)))[1]
    assert "Article 124" not in court(incident({}))[1]


def test_an_amended_crime_carries_the_limit_of_its_reach() -> None:
    line = lines(incident({}), applicable=frozenset({"RS-8-2-e-xiv"}))["ICC"]
    assert any("Article 121(5)" in why.en for _, why in line.ways)


@pytest.mark.parametrize(
    ("territory", "day", "door"),
    [
        ("Syria", date(2019, 7, 22), Door.OPEN),
        ("Syria", date(2011, 3, 15), Door.OPEN),
        ("Syria", date(2011, 3, 14), Door.CLOSED),
        ("Ukraine", date(2025, 3, 10), Door.CLOSED),
        ("Syria", None, Door.DEPENDS),
    ],
)
def test_the_mechanism_takes_syria_since_march_2011(
    territory: str, day: date | None, door: Door
) -> None:
    assert lines(incident({}, territory=territory, day=day))["IIIM"].door is door


@pytest.mark.parametrize("party", ["Syria", "Russia", "a group"])
def test_the_mechanism_takes_every_party(party: str) -> None:
    kind = PartyType.ARMED_GROUP if party == "a group" else PartyType.STATE
    assert lines(incident({}, party=party, party_type=kind))["IIIM"].door is Door.OPEN


def test_a_mechanism_is_not_there_before_it_is_made() -> None:
    assert lines(incident({}), date(2016, 12, 20))["IIIM"].door is Door.CLOSED
    assert lines(incident({}), date(2016, 12, 21))["IIIM"].door is Door.OPEN


def test_what_a_state_shut_out_is_closed_with_the_reason() -> None:
    tortured = {"injury_pattern_torture": True}
    line = lines(incident(tortured))["CAT-COMMITTEE"]
    assert line.door is Door.CLOSED
    assert any("does not recognise inquiries under Article 20" in why.en for _, why in line.ways)
    assert lines(incident(tortured))["ICJ-CAT"].door is Door.OPEN
    assert lines(incident(tortured, party="USA"))["ICJ-CAT"].door is Door.CLOSED


def test_a_forum_for_one_kind_of_fact_is_closed_to_others() -> None:
    assert lines(incident({}))["OPCW"].door is Door.CLOSED
    assert lines(incident({"munition_type": "chemical_rocket"}))["OPCW"].door is Door.OPEN
    assert lines(incident({"acknowledgement_refused": True}))["IIMP"].door is Door.OPEN


def test_every_line_has_its_day_its_source_and_what_it_cannot_do() -> None:
    for line in lines(incident({})).values():
        assert line.asked_on == TODAY
        assert line.source and line.what.en and line.what.ar
        if "from memory" in line.source:
            assert not line.may_be_published
