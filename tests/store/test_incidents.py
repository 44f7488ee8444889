from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tawthiq.errors import UnknownNameError
from tawthiq.records.grade import Grade
from tawthiq.store.queries import incidents
from tawthiq.store.queries.incident_filter import IncidentFilter
from tawthiq.values.how_many import HowMany

from ..house import CLINICS, claim, take


def codes(case: str, **wanted: object) -> list[str]:
    return [row.code for row in incidents.page(case, IncidentFilter(**wanted)).rows]


def test_the_newest_comes_first_and_the_undated_last(case: str) -> None:
    assert codes(case) == ["N002", "N001", "N003"]


def test_a_list_shows_what_the_claims_come_to(case: str) -> None:
    market = incidents.listed(case, "N001")
    assert market.killed == HowMany(11, 11, 14)
    assert market.graded.grade is Grade.FAIR
    assert market.sources == ("clinic-network", "northern-watch")
    assert (market.claims, market.sites, market.parties) == (4, ("market",), ("syrian-government",))
    assert (market.place.en, market.place.ar) == ("Saraqib", "سراقب")


def test_a_narrower_kind_is_found_under_the_wider_word(case: str) -> None:
    assert codes(case, site="medical") == ["N002"]
    assert codes(case, site="hospital") == ["N002"]
    assert codes(case, site="health-centre") == []
    assert codes(case, party="government-side") == ["N001"]


def test_one_key_is_not_taken_for_another_that_it_begins(case: str) -> None:
    assert codes(case, site="hosp") == []


def test_what_lies_in_a_place_is_found_by_the_place(case: str) -> None:
    assert codes(case, place="SY07") == ["N002", "N001", "N003"]
    saraqib = incidents.listed(case, "N001").places[0]
    assert codes(case, place=saraqib) == ["N001"]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (None, date(2031, 3, 3), []),
        (None, date(2031, 3, 4), ["N001"]),
        (date(2031, 3, 4), date(2031, 3, 4), ["N001"]),
        (date(2031, 4, 2), None, ["N002"]),
        (date(2031, 4, 3), None, []),
        (None, date(2031, 4, 1), ["N002", "N001"]),
    ],
)
def test_an_incident_is_in_a_window_where_it_can_have_been_in_it(
    case: str, since: date | None, until: date | None, found: list[str]
) -> None:
    assert codes(case, since=since, until=until) == found


def test_filters_hold_together(case: str) -> None:
    assert codes(case, site="market", grade="fair") == ["N001"]
    assert codes(case, site="market", grade="weak") == []


def test_pages_join_without_a_gap_or_a_double(case: str) -> None:
    seen, after = [], ""
    for _ in range(3):
        part = incidents.page(case, after=after, limit=1)
        assert (part.total, part.is_capped) == (3, False)
        seen += [row.code for row in part.rows]
        after = part.next
    assert (seen, after) == (["N002", "N001", "N003"], "")


@pytest.mark.parametrize("after", ["", "~", "yesterday~N001", "2031-03-04"])
def test_a_broken_place_to_go_on_from_starts_at_the_beginning(case: str, after: str) -> None:
    assert incidents.page(case, after=after).rows[0].code == "N002"


@pytest.mark.parametrize("query", ["Saraqib", "سراقب", "saraqeb", "SARAQIB market", "سوق", "N001"])
def test_an_incident_is_found_in_either_script(case: str, query: str) -> None:
    assert codes(case, q=query) == ["N001"]


@pytest.mark.parametrize(
    "query", ['"', "' OR 1=1", "NEAR(", "*", "market AND", "🙂", "saraqib xyz"]
)
def test_no_query_breaks_the_search(case: str, query: str) -> None:
    assert "N002" not in codes(case, q=query)


def test_every_word_of_a_query_must_be_there(case: str) -> None:
    assert codes(case, q="saraqib market") == ["N001"]
    assert codes(case, q="saraqib hospital") == []


def test_no_more_are_counted_than_a_reader_needs(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incidents, "COUNTED", 3)
    assert (incidents.page(case).total, incidents.page(case).is_capped) == (3, False)
    monkeypatch.setattr(incidents, "COUNTED", 2)
    assert (incidents.page(case).total, incidents.page(case).is_capped) == (2, True)


def test_an_incident_of_several_places_has_no_point_on_a_map(case: str) -> None:
    take([claim("N030.1", place="Saraqib and Ariha", killed=3)])
    several = incidents.listed(case, "N030")
    assert several.covers_several_places
    assert (several.lat, several.lon) == (None, None)
    assert codes(case, place=several.places[0])[0] == codes(case, place=several.places[1])[0]


def test_where_sources_differ_on_the_place_none_of_their_points_is_taken(case: str) -> None:
    here = replace(claim("N031.1", place="Saraqib"), lat=35.8, lon=36.8)
    take([here, claim("N031.2", CLINICS, place="Ariha")])
    several = incidents.listed(case, "N031")
    assert len(several.places) == 2
    assert (several.lat, several.lon) == (None, None)


def test_one_incident_comes_with_its_claims_sources_and_history(case: str) -> None:
    whole = incidents.incident(case, "N001")
    assert [s.claim.code for s in whole.incident.claims] == ["N001.1", "N001.2", "N001.3", "N001.4"]
    assert set(whole.sources) == {
        "northern-watch",
        "northern-watch-via-radio-ayn",
        "clinic-network",
        "second-count",
    }
    assert {d.because for d in whole.decisions} == {"the table's own numbering"}
    assert whole.incident.claims[2].claim.tolls[1].how_many == HowMany.exactly(30)


def test_an_unknown_incident_is_named(case: str) -> None:
    with pytest.raises(UnknownNameError, match="no incident 'N999'"):
        incidents.incident(case, "N999")


def test_places_of_a_case_hold_those_that_hold_them(case: str) -> None:
    assert {"SY", "SY07"} <= set(incidents.places_in(case))
