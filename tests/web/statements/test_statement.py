"""In the statement of a case every number is a link, and the link leads to how it was made."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from tests.house import LAYLA
from tests.web.hostile import PAYLOADS
from tests.web.markup import Page

from tawthiq.actions.name_count import name_count
from tawthiq.actions.save_statement import save_statement
from tawthiq.counts.definition import Definition, Established, Unit
from tawthiq.records.grade import Grade
from tawthiq.store.queries.places import extents
from tawthiq.values.both import Both, Language
from tawthiq.values.when import When

TEXTS: dict[Language, str] = {
    "en": "---\ntitle: Spring\ndate: 2031-06-01\n---\n\n## The dead\n\n"
    "{cite northern-watch} counts {figure T001 as value} civilians killed. We hold that"
    " {figure people-killed as range} people were, from {figure people-killed as low} up.\n\n"
    "1. We ask that every number be traced.\n",
    "ar": "---\ntitle: الربيع\ndate: 2031-06-01\n---\n\n## القتلى\n\n"
    "تحصي {cite northern-watch} {figure T001 as value} مدنيًا."
    " ونُثبت {figure people-killed as range}.\n",
}


def save(case: str, text: str, language: Language = "en", code: str = "spring") -> None:
    save_statement(
        case, code, language, text, said_on=date(2031, 6, 1), by=LAYLA, because="the cast"
    )


@pytest.fixture
def stated(case: str) -> str:
    """The case with a count of its own and a statement in both languages."""
    area = extents().find("Idlib governorate")
    spring = When.parse("2031-03-01/2031-05-31")
    definition = Definition(Unit.KILLED, area, spring, Established(frozenset(Grade)))
    title = Both("people killed, by us", "قتلى، أثبتناهم")
    name_count(case, "people-killed", title, definition, by=LAYLA, because="the cast")
    for language, text in TEXTS.items():
        save(case, text, language)
    return case


def page(client: Client, case: str, language: str = "en", status: int = 200) -> Page:
    response = client.get(f"/{language}/cases/{case}/")
    assert response.status_code == status
    return Page(response.content.decode())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_number_leads_to_its_trace_and_from_there_to_its_page(
    client: Client, stated: str, language: str
) -> None:
    seen = page(client, stated, language)
    assert seen.faults == []
    figures = [a for a in seen.all("a", class_="fig") if a.attributes["href"].startswith("#t-")]
    assert len(figures) == (3 if language == "en" else 2)
    for figure in figures:
        body = seen.one("div", id=figure.attributes["href"][1:])
        more = [e for e in body.children if e.attributes.get("class") == "more"]
        assert client.get(more[0].attributes["href"]).status_code == 200


def test_the_line_under_a_number_is_its_basis(client: Client, stated: str) -> None:
    bases = [a.attributes["data-basis"] for a in page(client, stated).all("a", class_="fig")]
    assert bases == ["reported", "established", "established"]


def test_the_register_has_every_number_once(client: Client, stated: str) -> None:
    register = page(client, stated).one("section", id="register")
    assert register.words.count("people killed, by us") == 1
    assert "b, c" in register.words


def test_arabic_digits_follow_the_reader(client: Client, stated: str) -> None:
    assert "٦٠" in page(client, stated, "ar").one("main").words
    client.get("/ar/?digits=latn")
    words = page(client, stated, "ar").one("main").words
    assert "60" in words
    assert not set("٠١٢٣٤٥٦٧٨٩") & set(words)


def test_a_text_in_one_language_is_shown_to_readers_of_both(client: Client, case: str) -> None:
    save(case, "## Title\n\nNothing is counted here.\n", "en")
    seen = page(client, case, "ar")
    assert seen.all("div", class_="txt")[0].attributes["lang"] == "en"
    assert seen.all("div", class_="txt")[0].attributes["dir"] == "ltr"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_number_that_leads_nowhere_keeps_the_text_from_being_shown(
    client: Client, case: str, language: str
) -> None:
    save(case, "There were {figure gone as value} of them.\n")
    seen = page(client, case, language, status=409)
    assert "gone" in seen.one("div", class_="stop").words


@pytest.mark.parametrize("text", ["{figure}\n", "---\ntitle: x\n", "{cite nobody} says so.\n"])
def test_a_draft_that_cannot_be_read_is_said_in_words(client: Client, case: str, text: str) -> None:
    save(case, text)
    assert page(client, case, status=409).one("div", class_="stop").words


def test_several_statements_can_be_chosen_between(client: Client, stated: str) -> None:
    save(stated, "Another text.\n", code="another")
    first = page(client, stated)
    links = [a.attributes["href"] for a in first.all("a") if "?statement=" in a.attributes["href"]]
    assert len(links) == 1
    chosen = Page(client.get(links[0]).content.decode())
    assert chosen.one("main").words != first.one("main").words


@pytest.mark.parametrize("payload", PAYLOADS)
def test_poison_in_a_statement_is_shown_and_never_obeyed(
    client: Client, case: str, payload: str
) -> None:
    safe = payload.replace("{", "(").replace("}", ")").replace("\n", " ")
    save(case, f"---\ntitle: {safe}\n---\n\n## {safe}\n\nThey say {safe}.\n\n1. {safe}\n")
    response = client.get(f"/en/cases/{case}/")
    assert response.status_code in (200, 409)
    for element in Page(response.content.decode()).elements:
        assert element.tag not in {"script", "img", "iframe", "style", "object", "base", "form"}
        assert not any(name.startswith("on") for name in element.attributes)
