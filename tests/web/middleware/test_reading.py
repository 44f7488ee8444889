"""An Arabic reader who asks for 123 gets them on every page, and keeps page and query."""

from __future__ import annotations

import pytest
from django.test import Client


def test_the_choice_is_remembered_and_taken_off_the_address(client: Client, case: str) -> None:
    response = client.get(f"/ar/cases/{case}/incidents/?site=hospital&digits=latn&q=x")
    assert response.status_code == 302
    assert response["Location"] == f"/ar/cases/{case}/incidents/?site=hospital&q=x"
    page = client.get(f"/ar/cases/{case}/incidents/N001/").content.decode()
    assert "11–14" in page
    assert "١١–١٤" not in page


def test_arabic_digits_come_back_when_asked_for(client: Client, case: str) -> None:
    client.get("/ar/?digits=latn")
    client.get("/ar/?digits=arab")
    assert "١١–١٤" in client.get(f"/ar/cases/{case}/incidents/N001/").content.decode()


def test_english_keeps_its_digits_whatever_was_chosen(client: Client, case: str) -> None:
    client.get("/ar/?digits=arab")
    assert "11–14" in client.get(f"/en/cases/{case}/incidents/N001/").content.decode()


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "///evil.example/x"])
def test_the_way_back_never_leads_to_another_host(client: Client, db: None, path: str) -> None:
    response = client.get("/", {"digits": "latn"}, PATH_INFO=path)
    assert response.status_code == 302
    assert response["Location"].startswith("/")
    assert response["Location"][1:2] not in ("/", "\\")


@pytest.mark.parametrize("digits", ["", "x", "latn%00", "<script>"])
def test_an_unknown_choice_changes_nothing(client: Client, db: None, digits: str) -> None:
    response = client.get(f"/ar/?digits={digits}")
    assert response.status_code == 200
    assert "digits" not in response.cookies


def test_the_other_language_is_the_same_page_with_the_same_query(client: Client, case: str) -> None:
    page = client.get(f"/en/cases/{case}/incidents/?site=hospital&q=kafr").content.decode()
    assert f'href="/ar/cases/{case}/incidents/?site=hospital&amp;q=kafr"' in page


def test_a_page_belongs_to_its_reader_and_a_checked_text_to_nobody_s_cache(
    client: Client, case: str
) -> None:
    page = client.get(f"/en/cases/{case}/incidents/")
    assert page["Cache-Control"] == "private, no-cache"
    assert "Cookie" in page["Vary"]
    checked = client.post(f"/en/cases/{case}/check/", {"text": "Ten people died on 4 March 2031."})
    assert "no-store" in checked["Cache-Control"]
