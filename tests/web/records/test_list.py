"""Incidents can be narrowed by every field, read on to the end, and looked at in three ways."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.house import claim, take
from tests.web.markup import Page

from tawthiq.store.queries import incidents as queries
from tawthiq.store.queries.incident_filter import FIELDS
from tawthiq.web.records import timeline_page


def listed(client: Client, case: str, query: str = "", view: str = "incidents") -> list[str]:
    page = Page(client.get(f"/en/cases/{case}/{view}/?{query}").content.decode())
    tables = page.all("table", class_="incidents")
    if not tables:
        return []
    rows = [e for e in page.all("th", scope="row") if e.parent and e.parent.parent]
    return [row.words.strip() for row in rows]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", ["N002", "N001", "N003"]),
        ("since=2031-04-01", ["N002"]),
        ("until=2031-03-31", ["N001"]),
        ("since=2031-04-02&until=2031-04-02", ["N002"]),
        ("site=hospital", ["N002"]),
        ("site=medical", ["N002"]),
        ("party=syrian-government", ["N001"]),
        ("party=government-side", ["N001"]),
        ("weapon=airstrike", ["N002", "N001"]),
        ("q=سراقب", ["N001"]),
        ("q=saraqib", ["N001"]),
        ("site=hospital&q=saraqib", []),
        ("grade=confirmed", []),
    ],
)
def test_a_field_lets_through_what_it_names_and_what_is_narrower(
    client: Client, case: str, query: str, codes: list[str]
) -> None:
    assert listed(client, case, query) == codes
    assert listed(client, case, query, "timeline") == codes


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("since=31/02/2031", "since"),
        ("since=2031-02-31", "since"),
        ("since=2031-05-01&until=2031-04-01", "until"),
        ("place=nowhere", "place"),
        ("site=castle", "site"),
        ("weapon=words", "weapon"),
        ("party=%00", "party"),
        ("grade=excellent", "grade"),
        ("q=" + "x" * 201, "q"),
    ],
)
@pytest.mark.parametrize("view", ["incidents", "map", "timeline"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_cannot_be_read_restricts_nothing_and_is_named(
    client: Client, case: str, query: str, field: str, view: str, language: str
) -> None:
    response = client.get(f"/{language}/cases/{case}/{view}/?{query}")
    assert response.status_code == 200
    if field == "party":
        return  # a sign that cannot be seen is taken out, and nothing is left to complain of
    assert Page(response.content.decode()).one("li", id=f"e-{field}").words.strip()


def test_where_nothing_is_found_one_filter_less_is_offered_with_its_number(
    client: Client, case: str
) -> None:
    page = Page(client.get(f"/en/cases/{case}/incidents/?site=hospital&q=saraqib").content.decode())
    offers = [a.words for a in page.one("div", class_="acts").children]
    assert offers == ["Drop the target: 1", "Drop the words: 1", "Drop all filters"]


def test_reading_on_shows_every_incident_once(
    client: Client, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(claim(f"L{n:03}.1", when=f"2031-03-{1 + n % 28:02}", killed=n) for n in range(40))
    monkeypatch.setattr(queries.page, "__kwdefaults__", {"after": "", "limit": 7})
    seen: list[str] = []
    query = "weapon=airstrike"
    while query:
        seen += listed(client, case, query)
        page = Page(client.get(f"/en/cases/{case}/incidents/?{query}").content.decode())
        onward = page.all("a", rel="next")
        query = urlsplit(onward[0].attributes["href"]).query if onward else ""
        if query:
            assert parse_qs(query)["weapon"] == ["airstrike"]
    assert len(seen) == len(set(seen)) == 42


@pytest.mark.parametrize(
    "after", ["x", "~", "2031-03-04~", "~N001", "9999-99-99~N", "2031-03-04~' OR 1=1 --", "%00~%00"]
)
def test_a_made_up_place_to_go_on_from_is_harmless(client: Client, case: str, after: str) -> None:
    assert client.get(f"/en/cases/{case}/incidents/?after={after}").status_code == 200


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from([*FIELDS, "after", "digits", "x"]),
        st.text(max_size=30),
        max_size=6,
    )
)
def test_no_query_breaks_a_page(client: Client, case: str, query: dict[str, str]) -> None:
    for view in ("incidents", "map", "timeline", "map/settlements.geojson"):
        path = f"/ar/cases/{case}/{view}" + ("" if view.endswith("json") else "/")
        assert client.get(path, query).status_code in (200, 302)


def test_a_day_that_is_not_known_exactly_is_marked(client: Client, case: str) -> None:
    page = Page(client.get(f"/en/cases/{case}/incidents/").content.decode())
    marks = {e.words: e.attributes["data-t"] for e in page.all("span", class_="when")}
    assert marks["1 or 2 Apr 2031"] == "between"
    assert marks["4 Mar 2031"] == "exact"
    assert marks["no date"] == "none"


def test_the_map_shows_settlements_with_their_numbers_in_the_readers_language(
    client: Client, case: str
) -> None:
    said = client.get(f"/ar/cases/{case}/map/settlements.geojson").json()
    names = {f["properties"]["name"]: f["properties"]["said"] for f in said["features"]}
    assert names["سراقب"] == "١"
    (saraqib,) = (f for f in said["features"] if f["properties"]["name"] == "سراقب")
    assert listed(client, case, urlsplit(saraqib["properties"]["url"]).query) == ["N001"]


def test_what_has_no_single_place_is_said_to_be_in_the_list_only(client: Client, case: str) -> None:
    page = client.get(f"/en/cases/{case}/map/").content.decode()
    assert "1 incident has no single place and is only in the list." in page


def test_too_many_to_draw_are_counted_by_month_and_never_added_up(
    client: Client, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline_page, "MOST_DRAWN", 1)
    page = Page(client.get(f"/en/cases/{case}/timeline/").content.decode())
    assert len(page.all("rect", class_="col")) == 2  # March and April
    words = page.one("main").words
    assert "a column counts incidents, not people" in words
    assert "1 incident has no closed date and is only in the list." in words
