"""What cannot be shown is said in words, in the reader's language, with what to do now."""

from __future__ import annotations

import pytest
from django.http import HttpRequest
from django.test import Client
from tests.web.markup import Page

from tawthiq.errors import HomeError, InputError, UnknownNameError
from tawthiq.web import access


def reads_as_a_page(markup: str, language: str) -> Page:
    page = Page(markup)
    assert page.one("html").attributes["lang"] == language
    assert page.one("h1").words
    assert page.one("div", class_="stop").words.strip()
    assert "Traceback" not in markup
    return page


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "path",
    ["nothing/", "cases/unknown/", "cases/unknown/incidents/", "cases/spring-2031/incidents/X9/",
     "cases/spring-2031/numbers/X9/", "cases/spring-2031/sources/nobody/",
     "cases/spring-2031/incidents/N001%00/", "cases/spring-2031/import/made-up/"],
)  # fmt: skip
def test_what_does_not_exist_is_said_in_words(
    client: Client, case: str, language: str, path: str
) -> None:
    response = client.get(f"/{language}/{path}")
    assert response.status_code == 404
    page = Page(response.content.decode())
    assert page.one("html").attributes["lang"] == language
    assert page.one("h1").words


def test_an_unknown_case_does_not_name_the_others(client: Client, case: str) -> None:
    assert case not in client.get("/en/cases/unknown/").content.decode()


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UnknownNameError("nothing bears it", "لا شيء يحمله"), 404),
        (InputError("the file is odd", "الملف غريب"), 400),
        (HomeError("the disk is full", "القرص ممتلئ"), 500),
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_error_raised_on_purpose_speaks_for_itself(
    client: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, language: str
) -> None:
    def fail(request: HttpRequest) -> tuple[()]:
        raise error

    monkeypatch.setattr(access, "all_cases", fail)
    response = client.get(f"/{language}/")
    assert response.status_code == status
    words = reads_as_a_page(response.content.decode(), language).one("div", class_="stop").words
    assert str(getattr(error, language)) in words


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_fault_of_ours_is_a_page_and_shows_nothing_of_the_inside(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    def fail(request: HttpRequest) -> tuple[()]:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(access, "all_cases", fail)
    response = Client(raise_request_exception=False).get(f"/{language}/")
    assert response.status_code == 500
    reads_as_a_page(response.content.decode(), language)
    assert "secret detail" not in response.content.decode()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_form_without_our_mark_is_refused_in_words(case: str, language: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(f"/{language}/cases/{case}/check/", {"text": "Ten people."})
    assert response.status_code == 403
    reads_as_a_page(response.content.decode(), language)


def test_what_is_too_large_is_refused_before_it_is_read(client: Client, case: str) -> None:
    response = client.post(
        f"/en/cases/{case}/check/", b"", content_type="text/plain", CONTENT_LENGTH="200000000"
    )
    assert response.status_code == 413
    assert (
        "20 MB" in reads_as_a_page(response.content.decode(), "en").one("div", class_="stop").words
    )


def test_too_many_fields_are_a_bad_request_and_not_a_fault(case: str) -> None:
    many = "&".join(f"f{n}=1" for n in range(2000))
    response = Client(raise_request_exception=False).post(
        f"/en/cases/{case}/check/", many, content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code == 400
    reads_as_a_page(response.content.decode(), "en")
