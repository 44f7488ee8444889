"""People in a real browser: two lists come in, are linked, and a pair is decided by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.people import CLINIC_LIST, COLUMNS, WATCH_LIST, table

from .conftest import CASE, Reader
from .test_pages_in_a_browser import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PATIENCE = 120_000  # milliseconds; a first linkage compiles its kernels


def at(path: str = "", language: str = "en") -> str:
    return f"/{language}/cases/{CASE}/people/{path}"


@pytest.fixture(scope="module")
def taken(chromium: Browser, served: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Both lists are in the case, taken in by hand."""
    with chromium.new_context() as context:
        page = context.new_page()
        for source, rows in (("Invented Watch", WATCH_LIST), ("Invented Clinics", CLINIC_LIST)):
            file = tmp_path_factory.mktemp("lists") / "list.csv"
            file.write_bytes(table(rows, COLUMNS))
            page.goto(f"{served}{at('lists/')}")
            page.set_input_files("[name=file]", str(file))
            page.fill("[name=source]", source)
            page.click("form.form .btn")
            page.fill("[name=because]", "for the test")
            page.click("form.form .btn >> nth=0")
            page.wait_for_url(f"**{at()}")


@pytest.fixture
def lists(taken: None, desk: Reader) -> Reader:
    return desk


def decided(reader: Reader) -> str:
    return reader.page.locator("#undo button").inner_text()


def test_lists_are_linked_with_progress_and_the_people_are_there(lists: Reader) -> None:
    page = lists.open(at())
    page.click("text=Link the records")
    page.wait_for_selector("#job dl.counts", timeout=PATIENCE)
    page.click("text=Look at the people")
    assert page.locator("table.people tbody tr").count() >= 4


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_pair_is_decided_and_undone_by_keys_in_any_layout(lists: Reader, language: str) -> None:
    """In an Arabic layout the key of 2 writes ٢: it is told by where it lies."""
    page = lists.open(at("review/?pair=1-5", language))
    page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: '٢', code: 'Digit2', bubbles: true}))"
    )
    page.wait_for_selector("#undo")
    assert "R1–R5" in decided(lists)
    page.keyboard.press("Numpad0")
    page.wait_for_selector("[name=pair][value='1-5']", state="attached")
    assert page.locator("#undo").count() == 0


def test_a_key_in_a_field_writes_and_decides_nothing(lists: Reader) -> None:
    page = lists.open(at("review/?pair=1-5"))
    page.focus("[name=because]")
    page.keyboard.press("1")
    assert page.input_value("[name=because]") == "1"
    assert page.locator("#undo").count() == 0


@pytest.mark.parametrize("path", ["", "1/", "numbers/", "lists/", "review/?pair=1-5", "link/"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_of_people_fit_and_bar_nobody(
    lists: Reader, phone: Reader, language: str, path: str
) -> None:
    for reader in (lists, phone):
        page = reader.open(at(path, language))
        width = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert width <= 0, f"{width} px too wide"
    page = lists.page
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    told = [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found["violations"]]
    assert told == []
