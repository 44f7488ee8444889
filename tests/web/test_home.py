"""The address without a language leads to the reader's own, Arabic before English."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.web.home import preferred


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "ar"),
        ("fr", "ar"),
        ("en-GB,en;q=0.9", "en"),
        ("ar,en;q=0.8", "ar"),
        ("en,ar", "ar"),
        ("en;q=0.9,ar;q=0.5", "en"),
        ("de,ar-SY;q=0.7,en;q=0.7", "ar"),
        ("*;q=x,;;", "ar"),
    ],
)
def test_english_only_for_whoever_asks_for_it_first(accepted: str, language: str) -> None:
    assert preferred(accepted) == language


@given(st.text(max_size=600))
def test_any_header_gives_one_of_our_languages(accepted: str) -> None:
    assert preferred(accepted) in ("ar", "en")


def test_the_bare_address_leads_on(client: Client) -> None:
    response = client.get("/", headers={"accept-language": "en"})
    assert (response.status_code, response["Location"]) == (302, "/en/")
    assert client.get("/")["Location"] == "/ar/"
    assert "Accept-Language" in response["Vary"]
