"""Norms are listed with what a setting makes of them, and with who vouches for each row."""

from __future__ import annotations

from django.test import Client
from tests.house import CASE
from tests.house_law import LAWYER
from tests.web.markup import Element, Page


def page(client: Client, path: str) -> Page:
    return Page(client.get(f"/en/law/{path}").content.decode())


def row(seen: Page, norm: str) -> Element:
    (link,) = seen.all("a", href=f"/en/law/norms/{norm}/")
    holder = link.parent
    while holder and holder.tag != "tr":
        holder = holder.parent
    assert holder is not None
    return holder


def test_a_norm_of_international_conflicts_does_not_apply_in_another_and_says_what_does(
    client: Client, law: str
) -> None:
    seen = page(client, "?state=Syria&on=2031-03-04&conflict=NIAC&q=hospital")
    assert "not applicable" in row(seen, "GC4-18").words
    assert "cite instead: GC-CA3" in row(seen, "GC4-18").words
    assert "not applicable" not in row(seen, "CIHL-028").words
    assert "applicable" in row(seen, "CIHL-028").words


def test_who_acts_decides_whether_a_treaty_of_States_binds(client: Client, law: str) -> None:
    setting = "?state=Syria&on=2031-03-04&conflict=NIAC&q=ICCPR"
    of_the_state = row(page(client, setting), "ICCPR-6")
    of_a_group = row(page(client, f"{setting}&who=armed-group"), "ICCPR-6")
    assert "not applicable" not in of_the_state.words
    assert "not applicable" in of_a_group.words or "arguable" in of_a_group.words


def test_half_a_setting_says_what_is_missing_and_answers_nothing(client: Client, law: str) -> None:
    seen = page(client, "?conflict=NIAC&q=hospital")
    assert "give a day, a class and a territory" in seen.one("main").words
    assert seen.all("span", class_="answer") == []


def test_what_cannot_be_asked_is_named_and_the_list_still_stands(client: Client, law: str) -> None:
    seen = page(client, "?state=Atlantis&on=tomorrow&conflict=war")
    told = seen.one("ul", class_="errors").words
    assert "Choose a State" in told
    assert "2019-07-22" in told
    assert "Choose one class" in told
    assert seen.all("details", class_="instrument")


def test_rows_from_memory_are_marked_and_can_be_asked_for(client: Client, law: str) -> None:
    seen = page(client, "?vouch=waiting")
    marks = {mark.attributes["data-v"] for mark in seen.all("span", class_="vouch")}
    assert marks == {"partly", "memory"}
    signed = page(client, "?vouch=signed")
    assert [m.attributes["data-v"] for m in signed.all("span", class_="vouch")] == ["signed"]
    assert LAWYER in row(signed, "GC-CA3").words


def test_a_norm_shows_both_languages_its_bonds_and_where_it_is_engaged(
    client: Client, law: str
) -> None:
    seen = page(client, "norms/AP2-11/")
    assert seen.all("div", lang="ar", dir="rtl")[0].words.strip()
    assert "not a party" in seen.one("main").words
    assert seen.all("a", href="/en/law/signatures/Syria/AP_II/")
    engaged = page(client, "norms/CIHL-001/")
    assert engaged.all("a", href=f"/en/cases/{CASE}/law/qualification/N001/")


def test_an_element_says_what_shows_it_and_how_to_do_no_harm(client: Client, law: str) -> None:
    words = page(client, "crimes/RS-8-2-e-i/").one("main").words
    assert "What typically shows it" in words
    assert "publish no location" in words
    assert "Presupposes element 2" in words
