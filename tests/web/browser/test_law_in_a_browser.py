"""The pages of the law in a real browser: they fit, raise no barrier, and work without a script."""

from __future__ import annotations

import pytest

from .conftest import CASE, Reader
from .test_pages_in_a_browser import AXE

pytestmark = pytest.mark.browser

OF_A_CASE = ("", "qualification/I009/", "facts/I009/", "fact/I009/?key=object_status",
             "why/I009/?crime=RS-8-2-e-iv&element=3", "why-not/I009/?norm=GC4-18",
             "what-if/I009/?suppose=conflict&value=IAC", "what-if/I009/?fact=object_status",
             "agreements/sochi-2018/", "agreement/", "classification/",
             "pattern/?site=hospital&incident=I009&incident=I010")  # fmt: skip
PATHS = ("law/", "law/?state=Syria&on=2019-07-22&conflict=NIAC&q=hospital", "law/norms/AP2-11/",
         "law/crimes/RS-8-2-e-iv/", "law/signatures/CIHL-014/",
         *(f"cases/{CASE}/law/{path}" for path in OF_A_CASE))  # fmt: skip
LANGUAGES = ("en", "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_the_law_fit_a_phone_and_a_desk(
    desk: Reader, phone: Reader, language: str
) -> None:
    for number, path in enumerate(PATHS):
        # What fits a phone may still be too wide for a desk; one language shows it.
        is_for_a_desk = number % 2 == LANGUAGES.index(language)
        for reader in (desk, phone) if is_for_a_desk else (phone,):
            page = reader.open(f"/{language}/{path}")
            wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert wide <= 0, f"{path}: {wide} px too wide"


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_barrier_in_the_law(desk: Reader, language: str) -> None:
    told = []
    # Each page in one of the languages: the markup is the same, and axe takes its time.
    for path in PATHS[LANGUAGES.index(language) :: 2]:
        page = desk.open(f"/{language}/{path}")
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        told += [
            (path, each["id"], [node["html"][:160] for node in each["nodes"][:3]])
            for each in found["violations"]
        ]
    assert told == []


def test_without_any_script_a_reader_gets_from_an_incident_to_the_evidence_of_an_element(
    no_script: Reader,
) -> None:
    page = no_script.open(f"/en/cases/{CASE}/incidents/I009/")
    page.click("a[href$='/law/qualification/I009/']")
    page.locator(".element-rows").first.get_by_role("link", name="explain").first.click()
    tree = page.locator(".tree")
    leaf = tree.get_by_text("there was an attack: yes").first
    assert leaf.is_visible()
    assert "I009.1" in tree.inner_text()
    tree.locator("summary", has_text="What supports it").first.click()
    assert leaf.is_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_supposing_another_class_shows_what_would_differ(desk: Reader, language: str) -> None:
    page = desk.open(f"/{language}/cases/{CASE}/law/what-if/I009/")
    form = page.locator(".suppose form").first
    form.locator("select").select_option("IAC")
    form.locator("button").click()
    page.wait_for_url("**suppose=conflict**")
    assert page.locator(".answer[data-a=not_applicable]").count() > 3
