"""Every page exists in both languages, is whole, and asks nobody else for anything."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.house import CASE, LAYLA
from tests.people import Linker, take_both
from tests.web.markup import Page

from tawthiq.actions import link_case as linking
from tawthiq.actions.decide_pairs import decide
from tawthiq.records.opinions import Opinion

IN_CASE = (
    "",
    "numbers/",
    "numbers/T001/",
    "incidents/",
    "incidents/?site=hospital",
    "incidents/?site=camp&party=isis",
    "incidents/N001/",
    "incidents/N003/",
    "map/",
    "timeline/",
    "sources/",
    "sources/northern-watch/",
    "sources/northern-watch-via-radio-ayn/",
    "check/",
    "import/",
    "people/",
    "people/1/",
    "people/3/",
    "people/numbers/",
    "people/lists/",
    "people/link/",
    "people/review/?pair=1-5",
)
PATHS = ("/", *(f"/cases/{CASE}/{path}" for path in IN_CASE))
# Names of others that stand in sentences of ours as they are.
NAMES = re.compile(
    "Airwars|UCDP GED|Every Casualty|Natural Earth|CSV|XLSX|tawthiq check|English"
    r"|\.(?:txt|md|docx|pdf)"
)


@pytest.fixture
def case(case: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The case; for a page of people with lists in it, linked, and one decision."""
    asked = getattr(request.node, "callspec", None)
    if asked is None or "/people/" not in asked.params.get("path", ""):
        return case
    take_both()
    linker = Linker({(1, 4): 0.99, (2, 5): 0.6, (1, 5): 0.2})
    monkeypatch.setattr(linking, "link", linker)
    linking.link_case(case, by=LAYLA)
    decide(case, 2, 5, Opinion.SAME, by=LAYLA, because="one mother")
    return case


def page(client: Client, language: str, path: str) -> Page:
    response = client.get(f"/{language}{path}")
    assert response.status_code == 200, path
    return Page(response.content.decode())


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_page_is_whole_in_its_language_and_direction(
    client: Client, case: str, language: str, direction: str, path: str
) -> None:
    seen = page(client, language, path)
    html = seen.one("html")
    assert (html.attributes["lang"], html.attributes["dir"]) == (language, direction)
    assert seen.faults == []
    assert seen.one("h1").words.strip()
    assert seen.all("title")[0].text.strip(" ·")
    seen.one("main", id="main")
    seen.one("a", class_="skip", href="#main")


@pytest.mark.parametrize("path", PATHS)
def test_an_arabic_page_has_no_english_left_that_is_not_marked(
    client: Client, case: str, path: str
) -> None:
    left = [
        words.strip()
        for words in page(client, "ar", path).read_as("ar")
        if re.search(r"[A-Za-z]{2,}", NAMES.sub("", words))
    ]
    assert left == []


@pytest.mark.parametrize("path", PATHS)
def test_an_english_page_has_no_arabic_left_that_is_not_marked(
    client: Client, case: str, path: str
) -> None:
    for words in page(client, "en", path).read_as("en"):
        assert not re.search(r"[\u0600-\u06FF]", words), words


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_page_has_nothing_that_its_own_policy_would_refuse(
    client: Client, case: str, language: str, path: str
) -> None:
    for element in page(client, language, path).elements:
        assert "style" not in element.attributes
        assert element.tag != "style"
        assert not any(name.startswith("on") for name in element.attributes)
        if element.tag == "script":
            assert element.attributes["src"].startswith("/static/")
            assert not element.words.strip()
        for name in ("src", "href"):
            if element.tag in ("link", "script", "img"):
                assert not element.attributes.get(name, "").startswith(("http", "//"))


@pytest.mark.parametrize("path", PATHS)
def test_every_field_has_a_label_and_every_drawing_words_or_none(
    client: Client, case: str, path: str
) -> None:
    for element in page(client, "en", path).elements:
        if element.tag in ("input", "select", "textarea") and element.attributes.get(
            "type"
        ) not in ("hidden",):
            holder = element.parent
            while holder and holder.tag != "label":
                holder = holder.parent
            assert holder is not None, element.attributes
        if element.tag == "svg" and element.parent and element.parent.tag != "svg":
            assert "aria-hidden" in element.attributes or element.attributes.get("aria-label")


@pytest.mark.parametrize("path", PATHS)
def test_ids_are_used_once_and_links_within_a_page_lead_somewhere(
    client: Client, case: str, path: str
) -> None:
    elements = page(client, "en", path).elements
    ids = [e.attributes["id"] for e in elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    inner = {e.attributes["href"] for e in elements if e.attributes.get("href", "").startswith("#")}
    assert {link[1:] for link in inner} <= set(ids)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_can_be_asked_for_its_head_alone(client: Client, case: str, path: str) -> None:
    response = client.head(f"/en{path}")
    assert response.status_code == 200
    assert response.content == b""


@pytest.mark.parametrize("path", PATHS)
def test_every_link_to_a_page_of_ours_leads_to_one(client: Client, case: str, path: str) -> None:
    seen = page(client, "en", path)
    links = {e.attributes["href"].split("#")[0] for e in seen.all("a") if "href" in e.attributes}
    for link in sorted(link for link in links if link.startswith("/")):
        assert client.get(link).status_code in (200, 302), link


def test_a_page_that_has_not_changed_is_not_sent_again(client: Client, case: str) -> None:
    first = client.get(f"/en/cases/{case}/incidents/")
    again = client.get(f"/en/cases/{case}/incidents/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_a_page_that_only_shows_refuses_to_be_posted_to(client: Client, case: str) -> None:
    assert client.post(f"/en/cases/{case}/incidents/").status_code == 405
