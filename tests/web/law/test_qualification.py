"""An incident is qualified: four questions apart, each line explained, none above its level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.test import Client
from tests.house import CASE
from tests.house_law import NIAC, classify, film, hold
from tests.web.markup import Element, Page

from tawthiq.law.classification import Conflict
from tawthiq.store.queries.law.qualified import qualification_of

ROOT = f"/en/cases/{CASE}/law"


def page(client: Client, path: str) -> Page:
    return Page(client.get(f"{ROOT}/{path}").content.decode())


def test_norms_elements_gaps_and_bodies_stand_apart(client: Client, law: str) -> None:
    seen = page(client, "qualification/N001/")
    for part in ("norms", "crimes", "gaps", "forums"):
        assert seen.one("section", id=f"r0-{part}").words.strip()
    values = {value.attributes["data-v"] for value in seen.all("span", class_="val")}
    assert {"supported", "unknown"} <= values
    assert all(int(v.attributes["data-d"]) <= 2 for v in seen.all("span", class_="val"))
    assert "reasonable grounds" in seen.one("main").words
    assert seen.one("main").words.count("law pack") >= 2


def test_gaps_are_ordered_by_how_many_elements_they_would_move(client: Client, law: str) -> None:
    seen = page(client, "qualification/N001/")
    moved = [int(e.words) for g in seen.all("div", class_="gap-n") for e in g.children[:1]]
    made = qualification_of(law, "N001").qualification
    assert made is not None
    assert moved == [len(gap.moves) for gap in made.readings[0].gaps]
    assert moved == sorted(moved, reverse=True)
    for gap in seen.all("div", class_="gap-n"):
        number, words = int(gap.children[0].words), gap.parent.words if gap.parent else ""
        would, _, _ = words.partition("Only together")
        assert would.count("RS-") == number, words
    assert "let trained people speak with witnesses" in seen.one("section", id="r0-gaps").words


def test_what_the_records_only_suggest_is_marked_and_supports_nothing(
    client: Client, case: str
) -> None:
    classify(case)
    seen = page(client, "qualification/N001/")
    assert seen.all("span", class_="state", data_s="suggested")
    assert "Nothing was looked at" in seen.one("div", class_="stop").words
    elements = [v for table in seen.all("table", class_="element-rows") for v in _values(table)]
    assert elements
    assert set(elements) == {"unknown"}


def test_without_a_class_of_conflict_it_says_what_to_do(client: Client, case: str) -> None:
    seen = page(client, "qualification/N001/")
    assert "It cannot be qualified yet" in seen.one("div", class_="stop").words
    assert seen.all("a", href=f"{ROOT}/classification/")


def test_an_explanation_goes_down_to_the_evidence_and_names_the_rule(
    client: Client, law: str
) -> None:
    seen = page(client, "why/N001/?crime=RS-8-2-e-i&element=1")
    tree = seen.one("ul", class_="tree")
    assert "for: E1 the square" in " ".join(tree.words.split())
    assert "attack_directed" in tree.words
    assert seen.all("summary")


def test_why_not_says_the_gate_and_what_would_touch_it(client: Client, law: str) -> None:
    words = page(client, "why-not/N001/?norm=GC4-18").one("main").words
    assert "not applicable" in words
    assert "international armed conflict" in words
    assert "What would touch it" in words


def test_what_if_another_class_shows_both_answers(client: Client, law: str) -> None:
    seen = page(client, "what-if/N001/?suppose=conflict&value=IAC")
    words = seen.one("main").words
    assert "Supposed: international armed conflict" in words
    [row] = [r for r in seen.all("tr") if "Common Art. 3" in r.words]
    answers = [(e.attributes["data-a"], e.words) for e in _under(row) if "data-a" in e.attributes]
    assert answers == [("applicable", "applicable"), ("not_applicable", "not applicable")]


def test_what_if_takes_a_fact_with_several_words(client: Client, law: str) -> None:
    path = "what-if/N001/?fact=object_status&suppose=fact&value=hospital&value=clinic"
    seen = page(client, path)
    assert "Supposed: what was hit: hospital, clinic" in seen.one("main").words
    ticked = [e for e in seen.all("input", name="value") if "checked" in e.attributes]
    assert {e.attributes["value"] for e in ticked} == {"hospital", "clinic"}


def test_what_cannot_be_supposed_is_said(client: Client, law: str) -> None:
    for wrong in ("suppose=conflict&value=disputed", "suppose=day&value=never",
                  "suppose=party&value=Atlantis", "suppose=fact&fact=no_such_fact&value=yes",
                  "suppose=fact&fact=repeat_strike&value=perhaps"):  # fmt: skip
        answer = client.get(f"{ROOT}/what-if/N001/?{wrong}")
        assert answer.status_code == 400, wrong
        assert "This cannot be supposed" in answer.content.decode()


def test_classes_that_deny_each_other_are_both_read(client: Client, case: str) -> None:
    classify(case)
    classify(case, "iac", replace(NIAC, conflict=Conflict.IAC))
    film(case)
    hold(case, "attack_occurred", True, "E1")
    seen = page(client, "qualification/N001/")
    assert len(seen.all("section", class_="reading")) == 2
    assert "both are read" in seen.one("main").words


def test_the_page_of_the_incident_leads_to_its_qualification(client: Client, law: str) -> None:
    seen = Page(client.get(f"/en/cases/{CASE}/incidents/N001/").content.decode())
    assert seen.all("a", href=f"{ROOT}/qualification/N001/")


def test_how_far_an_element_is_carried_is_drawn_as_far_as_it_is_said(
    client: Client, case: str
) -> None:
    # Nobody signed the classification, so the link to the conflict has a reasonable basis only.
    classify(case, "niac", replace(NIAC, by=""))
    film(case)
    hold(case, "attack_occurred", True, "E1", "N001.1")
    seen = page(client, "qualification/N001/")
    drawn = {
        (v.attributes["data-v"], v.attributes["data-d"], level)
        for row in seen.all("tr")
        for v in _under(row)
        if "val" in v.attributes.get("class", "").split()
        for level in ("reasonable basis", "reasonable grounds")
        if level in row.words
    }
    assert drawn == {
        ("supported", "1", "reasonable basis"),
        ("supported", "2", "reasonable grounds"),
    }


def test_what_only_the_situation_touches_is_folded_away(client: Client, law: str) -> None:
    seen = page(client, "qualification/N001/")
    folded = " ".join(one.words for one in seen.all("details", class_="more"))
    assert "Respect for IHL" in folded
    assert "Distinction: civilians and combatants" not in folded


def test_bodies_that_are_open_today_come_first_with_day_and_source(
    client: Client, law: str
) -> None:
    section = page(client, "qualification/N001/").one("section", id="r0-forums")
    doors = [e.attributes["data-a"] for e in _under(section) if "data-a" in e.attributes]
    order = ["open", "arguable", "depends", "closed"]
    assert doors == sorted(doors, key=order.index)
    assert {"open", "closed"} <= set(doors)
    assert "Asked for" in section.words
    assert "General Assembly resolution 71/248" in section.words


def _values(table: Element) -> Iterator[str]:
    for element in _under(table):
        if "val" in element.attributes.get("class", "").split():
            yield element.attributes["data-v"]


def _under(element: Element) -> Iterator[Element]:
    for child in element.children:
        yield child
        yield from _under(child)
