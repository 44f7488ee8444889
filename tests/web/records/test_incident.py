"""On the page of an incident every claim stands, and why its number is or is not in the range."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from tests.house import claim, corrected, take
from tests.web.markup import Element, Page


def page(client: Client, case: str, code: str = "N001", language: str = "en") -> Page:
    return Page(client.get(f"/{language}/cases/{case}/incidents/{code}/").content.decode())


def row(seen: Page, code: str) -> Element:
    return seen.one("tr", id=f"c-{code}")


def test_every_claim_stands_with_its_number_and_its_fate(client: Client, case: str) -> None:
    seen = page(client, case)
    assert "counted" in row(seen, "N001.1").words
    assert "the same source gave another number later" in row(seen, "N001.2").words
    assert "counted" in row(seen, "N001.3").words
    assert "compilation" in row(seen, "N001.4").words


def test_the_finding_and_what_is_reported_are_kept_apart(client: Client, case: str) -> None:
    seen = page(client, case)
    figures = {f.attributes["data-basis"]: f.words for f in seen.all("a", class_="fig")}
    assert figures["reported"] == "10–40"
    assert "11–14" in [f.words for f in seen.all("a", class_="fig", data_basis="established")]


def test_every_published_strategy_stands_beside_the_one_in_force(client: Client, case: str) -> None:
    seen = page(client, case)
    (chosen,) = seen.all("tr", class_="chosen")
    assert "In force:" in chosen.words
    table = chosen.parent
    assert table is not None
    assert len([r for r in table.children if r.tag == "tr"]) == 3


@pytest.mark.parametrize(
    ("source", "mark"),
    [("northern-watch", "own"), ("northern-watch-via-radio-ayn", "via"), ("second-count", "comp")],
)
def test_how_independent_a_voice_is_stands_beside_its_name(
    client: Client, case: str, source: str, mark: str
) -> None:
    seen = page(client, case)
    link = seen.all("a", href=f"/en/cases/{case}/sources/{source}/")[0]
    assert link.parent is not None
    assert any(f"ind-{mark}" in e.attributes.get("class", "") for e in link.parent.children)


def test_where_the_claims_differ_is_told_number_by_number(client: Client, case: str) -> None:
    table = page(client, case).one("section", id="differ")
    assert all(number in table.words for number in ("10", "11–14", "12", "40"))
    assert "all that speak of it agree" in table.words


def test_a_denial_stands_beside_the_finding_and_does_not_lower_it(
    client: Client, case: str
) -> None:
    take(
        [
            claim(
                "N001.9",
                party="denies responsibility",
                words="They deny it.",
                published="2031-03-06",
            )
        ]
    )
    seen = page(client, case)
    facts = seen.all("dl", class_="facts")[0].words
    assert "Denial" in facts
    assert "They deny it." in facts


def test_a_corrected_claim_shows_the_number_that_stands(client: Client, case: str) -> None:
    take([corrected(claim("N002.2", when="2031-04-01/2031-04-02", place="Kafr Nabl",
                          target="hospital", killed=1), killed=3)])  # fmt: skip
    assert "3" in [f.words for f in page(client, case, "N002").all("a", class_="fig")]


def test_who_decided_what_and_when_is_on_record(client: Client, case: str) -> None:
    words = page(client, case).one("ol", class_="decisions").words
    assert "4 claims were taken to tell of the incident N001" in words


def test_what_nobody_says_is_said_to_be_unknown(client: Client, case: str) -> None:
    take([claim("Q001.1", target="school", injured=4)])
    seen = page(client, case, "Q001")
    assert "How many were killed is not known" in seen.one("p", class_="dek").words
    assert seen.all("ol", class_="strip") == []


def test_an_incident_without_a_place_is_not_drawn(client: Client, case: str) -> None:
    assert page(client, case, "N003").all("svg", class_="locator") == []
    assert page(client, case, "N001").all("svg", class_="locator")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_an_address_that_is_not_of_the_web_is_never_followed(
    client: Client, case: str, url: str
) -> None:
    one = claim("J001.1", killed=1)
    take([replace(one, document=replace(one.document, url=url))])
    links = [a.attributes.get("href", "") for a in page(client, case, "J001").all("a")]
    assert url not in links


def test_an_arabic_reader_reads_the_same_page_from_right_to_left(client: Client, case: str) -> None:
    seen = page(client, case, language="ar")
    assert "مرصد الشمال" in seen.one("main").words
    assert "١١–١٤" in seen.one("main").words
    assert "مقبولة" in seen.one("main").words
