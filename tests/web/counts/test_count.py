"""A number is taken apart on its page, and stands to the others as their definitions say."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.house import LAYLA, WATCH, read
from tests.web.markup import Page

from tawthiq.actions import import_table
from tawthiq.actions.import_period_claims import PERIOD_CLAIMS, nothing_else
from tawthiq.actions.name_count import name_count
from tawthiq.claims.claim import Document, PeriodClaim
from tawthiq.counts.definition import Definition, Established, Unit
from tawthiq.records.grade import Grade
from tawthiq.store.queries.places import extents
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

SPRING = When.parse("2031-03-01/2031-05-31")


def total(code: str, figure: str, number: HowMany, when: When = SPRING) -> PeriodClaim:
    document = Document(WATCH.key, "Spring", f"https://watch.example/{code}", When.parse("2031"))
    return PeriodClaim(code, document, figure, number, when, "spring", "Idlib governorate")


@pytest.fixture
def counted(case: str) -> str:
    """The case with a whole, its parts, a later period, and a label that nobody understands."""
    totals = (
        total("W1", "civilians killed", HowMany.at_least(60)),
        total("W2", "civilians killed in massacres", HowMany.exactly(21)),
        total("W3", "children killed", HowMany.exactly(17)),
        total("W4", "civilians killed", HowMany.exactly(9), When.parse("2031-06")),
        total("W5", "bridges sung about", HowMany.exactly(3)),
    )
    shown = import_table.preview(PERIOD_CLAIMS, case, b"w", "w.csv", read(totals))
    import_table.take(PERIOD_CLAIMS, shown, nothing_else, by=LAYLA, because="the cast")
    area = extents().find("Idlib governorate")
    definition = Definition(Unit.KILLED, area, SPRING, Established(frozenset(Grade)))
    title = Both("people killed, by us", "قتلى، أثبتناهم")
    name_count(case, "people-killed", title, definition, by=LAYLA, because="the cast")
    return case


def page(client: Client, case: str, name: str, language: str = "en") -> Page:
    response = client.get(f"/{language}/cases/{case}/numbers/{name}/")
    assert response.status_code == 200
    return Page(response.content.decode())


def strokes(seen: Page, kind: str) -> int:
    lines = seen.all("line", class_=kind)
    return sum(int(e.attributes["x2"]) - int(e.attributes["x1"]) for e in lines) // 4


@pytest.mark.parametrize("name", ["W1", "W2"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_part_by_a_counting_rule_is_drawn_inside_its_whole(
    client: Client, counted: str, name: str, language: str
) -> None:
    seen = page(client, counted, name, language)
    assert (strokes(seen, "part"), strokes(seen, "rest")) == (21, 39)
    rest = seen.one("span", class_="inherit").words
    assert rest == ("39" if language == "en" else "٣٩")


def test_kinship_follows_the_definitions_and_says_what_is_allowed(
    client: Client, counted: str
) -> None:
    words = page(client, counted, "W1").one("section", id="relations").words
    told = re.sub(r"\s+", " ", words)
    assert re.search(r"17part of this number.*children killed", told)
    assert "1 number that may be added to this one" in told
    assert "basis" in told.lower()


def test_a_number_of_another_basis_is_never_added(client: Client, counted: str) -> None:
    words = page(client, counted, "people-killed").one("section", id="relations").words
    assert "side by side only" in words
    assert "may be added" not in words


def test_members_are_reachable_and_what_was_left_out_has_its_own_number(
    client: Client, counted: str
) -> None:
    seen = page(client, counted, "people-killed")
    members = [a.attributes["href"] for a in seen.all("a", class_="src")]
    assert f"/en/cases/{counted}/incidents/N001/" in members
    assert "no date is stated" in seen.one("main").words


def test_a_label_that_nobody_understands_is_shown_and_never_compared(
    client: Client, counted: str
) -> None:
    seen = page(client, counted, "W5")
    assert "shown and never compared" in seen.one("main").words
    assert "bridges sung about" in seen.one("h1").words
    listing = Page(client.get(f"/en/cases/{counted}/numbers/").content.decode())
    assert "bridges sung about" in listing.one("section", id="unread").words


def test_a_published_total_has_no_members_and_says_so(client: Client, counted: str) -> None:
    assert "None can be reached" in page(client, counted, "W1").one("main").words


def test_the_list_keeps_the_bases_apart(client: Client, counted: str) -> None:
    listing = Page(client.get(f"/ar/cases/{counted}/numbers/").content.decode())
    for basis in ("established", "reported"):
        section = listing.one("section", id=basis)
        figures = [
            e for e in listing.all("a", class_="fig") if e.attributes.get("data-basis") == basis
        ]
        assert figures
        assert section.words


def test_a_named_total_is_found_under_the_code_of_its_claim_too(
    client: Client, counted: str
) -> None:
    assert client.get(f"/en/cases/{counted}/sources/northern-watch/").status_code == 200
    response = client.get(f"/en/cases/{counted}/numbers/W3/")
    assert response.status_code == 200
