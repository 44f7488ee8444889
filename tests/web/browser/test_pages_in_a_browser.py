"""The pages of the example in a real browser: they fit, work, and ask nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import CASE, Reader

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
PATHS = ("", "numbers/", "numbers/snhr-killed/", "incidents/", "incidents/I055/", "map/",
         "timeline/", "sources/", "sources/snhr/", "check/", "import/")  # fmt: skip
LANGUAGES = ("en", "ar")


def at(language: str, path: str) -> str:
    return f"/{language}/cases/{CASE}/{path}"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_fits_a_phone_and_a_desk(
    desk: Reader, phone: Reader, language: str, path: str
) -> None:
    for reader in (desk, phone):
        page = reader.open(at(language, path))
        width = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert width <= 0, f"{width} px too wide"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_barrier(desk: Reader, language: str, path: str) -> None:
    page = desk.open(at(language, path))
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    told = [
        (each["id"], each["impact"], [node["html"][:160] for node in each["nodes"][:3]])
        for each in found["violations"]
    ]
    assert told == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_of_the_statement_leads_to_how_it_was_made(desk: Reader, language: str) -> None:
    page = desk.open(at(language, ""))
    number = page.locator(".txt .fig").first
    assert page.locator("#t-a").is_hidden()
    number.click()
    page.locator("#t-a").wait_for(state="visible")
    page.locator("#t-a .more").click()
    page.wait_for_url(f"**{at(language, 'numbers/snhr-killed/')}")
    assert page.locator("svg.tally line.part").count() > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_is_drawn_offline_and_comes_to_rest(desk: Reader, language: str) -> None:
    page = desk.open(at(language, "map/"))
    page.wait_for_selector('#map[data-state="idle"]', timeout=30_000)
    shown = page.locator("#map canvas").bounding_box()
    assert shown is not None
    assert shown["width"] > 300
    assert page.locator("#map-fails").is_hidden()


def test_a_circle_of_the_map_leads_to_its_incidents(desk: Reader) -> None:
    page = desk.open(at("en", "map/?place=C2005"))
    page = desk.open(at("en", "map/?q=saraqib"))
    page.wait_for_selector('#map[data-state="idle"]', timeout=30_000)
    box = page.locator("#map").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.locator(".maplibregl-popup a").click()
    page.wait_for_url("**/incidents/?*")
    assert page.locator("table.incidents tbody tr").count() > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filter_changes_the_list_without_leaving_the_page(desk: Reader, language: str) -> None:
    page = desk.open(at(language, "incidents/"))
    before = page.locator("#total").inner_text()
    page.evaluate("window.stayed = true")
    page.select_option("select[name=site]", "hospital")
    page.wait_for_url("**site=hospital**")
    page.wait_for_function("before => document.querySelector('#total').innerText !== before",
                           arg=before)  # fmt: skip
    assert page.evaluate("window.stayed") is True
    # Whoever hears the page is told how many there are now.
    assert page.locator("#told").inner_text() == page.locator("#total").inner_text() != before
    assert page.locator("table.incidents tbody tr").count() > 0


def test_without_any_script_the_filter_works_and_the_map_has_its_table(no_script: Reader) -> None:
    page = no_script.open(at("en", "incidents/"))
    page.select_option("select[name=site]", "hospital")
    page.click("form.filters button")
    assert "site=hospital" in page.url
    assert page.locator("table.incidents tbody tr").count() > 0
    page = no_script.open(at("ar", "map/"))
    assert page.locator("table tbody tr").count() > 5


def test_the_reader_changes_language_and_digits_and_stays_where_they_are(desk: Reader) -> None:
    page = desk.open(at("en", "incidents/?site=hospital"))
    page.click(".lang a[hreflang=ar]")
    assert page.url.endswith(at("ar", "incidents/?site=hospital"))
    assert "٢٠١٩" in page.locator("main").inner_text()
    page.click(".lang a:first-child")
    assert page.url.endswith(at("ar", "incidents/?site=hospital"))
    assert "٢٠١٩" not in page.locator("main").inner_text()


def test_a_keyboard_reaches_the_text_first(desk: Reader) -> None:
    page = desk.open(at("en", "incidents/"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pasted_text_is_shown_with_its_findings(desk: Reader, language: str) -> None:
    page = desk.open(at(language, "check/"))
    page.fill("textarea", "On 27 July 2019 SNHR said that 33 massacres killed 781 civilians.")
    page.click("form.form button")
    page.wait_for_selector("mark")
    assert page.locator(".finds li").count() > 0
    page.locator("mark a").first.click()
    assert "#f" in page.url


def test_a_table_is_previewed_and_left(desk: Reader, tmp_path: Path) -> None:
    example = Path(__file__).parents[3] / "examples" / CASE / "incidents.csv"
    page = desk.open(at("en", "import/"))
    page.set_input_files("input[type=file]", example)
    page.click("form.form button")
    page.wait_for_selector("dl.counts")
    assert page.locator("dl.counts div").nth(4).inner_text().split()[-1] == "0"
    page.click("text=Cancel")
    assert page.url.endswith(at("en", "import/"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_keeps_its_contrast_in_the_dark(desk: Reader, scheme: str) -> None:
    desk.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page = desk.open(at("ar", "incidents/I055/"))
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {runOnly: ['color-contrast']})")
    assert [each["nodes"][0]["html"][:200] for each in found["violations"]] == []
