"""Evidence in a real browser: sent over a bad line, drawn on, and full of words that would run."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from ...evidence.media.samples import saved
from ..hostile import PAYLOADS
from .conftest import CASE, WIDE, Reader
from .test_pages_in_a_browser import AXE, LANGUAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser
ROOT = f"/en/cases/{CASE}/evidence/"
DROP = """([name, bytes]) => {
  const given = new DataTransfer();
  given.items.add(new File([new Uint8Array(bytes)], name, { lastModified: 1 }));
  document.getElementById("drop").dispatchEvent(
    new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true }));
}"""


def noise(seed: int, size: int) -> bytes:
    return random.Random(seed).randbytes(size)


def fill(page: Page, source: str = "Northern Watch", note: str = "") -> None:
    page.fill("[name=source]", source)
    page.fill("[name=note]", note)


def give(page: Page, name: str, data: bytes) -> None:
    """Choose a file and send it; the receipt is awaited by whoever calls."""
    page.set_input_files(
        "#files", {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    page.click("#give button.btn:not(.quiet)")


def receipt(page: Page, data: bytes) -> str:
    """The code under which these bytes are kept, once it is told."""
    told = page.locator(".receipt", has_text=hashlib.sha256(data).hexdigest())
    told.wait_for(timeout=60_000)
    return told.locator("h3 a").inner_text()


class Line:
    """A line over which pieces go, and which can be cut."""

    def __init__(self, page: Page) -> None:
        self.sent, self.asked = list[tuple[int, int]](), 0
        self.cut: set[int] = set()
        self.calls = 0
        page.route("**/evidence/uploads/**", self._handle)

    def _handle(self, route: Route) -> None:
        request = route.request
        self.asked += request.method == "HEAD"
        if request.method != "PATCH":
            return route.continue_()
        self.calls += 1
        if self.calls in self.cut or 0 in self.cut:
            return route.abort("connectionfailed")
        body = request.post_data_buffer or b""
        self.sent.append((int(request.headers["upload-offset"]), len(body)))
        return route.continue_()


def forgive(reader: Reader) -> None:
    """What the browser itself writes of a line that was cut is no fault of the page."""
    reader.faults[:] = [
        one for one in reader.faults if "ERR_CONNECTION" not in one and "Failed to load" not in one
    ]


def test_a_sending_goes_on_by_itself_after_the_line_was_cut(desk: Reader) -> None:
    data = noise(1, 5 << 20)
    page = desk.open(f"{ROOT}add/")
    line = Line(page)
    line.cut = {2, 3}
    fill(page)
    give(page, "market.bin", data)
    code = receipt(page, data)
    assert line.asked >= 1
    assert line.sent[0][0] == 0
    ends = [start + length for start, length in line.sent]
    assert [start for start, _ in line.sent[1:]] == ends[:-1]
    assert ends[-1] == len(data)
    assert page.locator(".sendings [data-state=kept]").count() == 1
    assert code in desk.open(ROOT).locator("main").inner_text()
    forgive(desk)


def test_a_sending_goes_on_after_the_page_was_closed(desk: Reader) -> None:
    data = noise(2, 4 << 20)
    page = desk.open(f"{ROOT}add/")
    line = Line(page)
    line.cut = set(range(2, 100))
    fill(page)
    give(page, "street.bin", data)
    page.locator(".sendings [data-state=lost]").wait_for(timeout=60_000)
    first = line.sent[0][1]
    page.unroute("**/evidence/uploads/**")
    forgive(desk)
    page = desk.open(f"{ROOT}add/")
    again = Line(page)
    fill(page)
    page.evaluate(DROP, ["another.bin", [1, 2, 3]])
    receipt(page, bytes([1, 2, 3]))
    keys = page.evaluate("Object.keys(localStorage)")
    assert keys and not any("street" in key for key in keys)
    sent_before = len(again.sent)
    give(page, "street.bin", data)
    receipt(page, data)
    assert again.sent[sent_before][0] in (0, first)
    forgive(desk)


def test_a_sending_can_be_stopped(desk: Reader) -> None:
    page = desk.open(f"{ROOT}add/")
    line = Line(page)
    line.cut = {0}
    fill(page)
    give(page, "stopped.bin", noise(3, 2 << 20))
    page.locator(".sendings [data-state=lost]").wait_for(timeout=60_000)
    page.click(".sendings button")
    page.locator(".sendings [data-state=stopped]").wait_for(timeout=60_000)
    assert page.locator(".receipt").count() == 0
    forgive(desk)


def test_what_is_dropped_waits_until_it_is_said_from_whom(desk: Reader) -> None:
    page = desk.open(f"{ROOT}add/")
    data = b"dropped before anything was written"
    page.evaluate(DROP, ["dropped.txt", list(data)])
    assert page.locator(".sendings li").count() == 1
    assert page.locator(".receipt").count() == 0
    fill(page)
    page.click("#give button.btn:not(.quiet)")
    receipt(page, data)


def test_the_same_picture_is_told_at_once(desk: Reader) -> None:
    page = desk.open(f"{ROOT}add/")
    data = saved("PNG")
    fill(page, "Radio Ayn")
    give(page, "a.png", data)
    code = receipt(page, data)
    fill(page, "Second Count")
    give(page, "b.png", data)
    page.locator(".receipt .mark", has_text=code).wait_for(timeout=60_000)
    other = page.locator(".receipt", has_text="b.png")
    assert "held already" in other.inner_text()
    assert "looks like" not in other.inner_text()  # that would say the same again


def test_without_any_script_files_are_kept_too(no_script: Reader) -> None:
    page = no_script.open(f"{ROOT}add/")
    data = b"sent without a script"
    fill(page)
    give(page, "plain.txt", data)
    receipt(page, data)


# --- redaction --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def drawn(chromium: Browser, served: str) -> Iterator[str]:
    """The code of a picture that can be drawn on."""
    with chromium.new_context(viewport=WIDE) as context:
        page = context.new_page()
        page.goto(f"{served}{ROOT}add/")
        data = saved("PNG", None)
        fill(page, "Layla")
        give(page, "to-draw-on.png", data)
        page.locator(".receipt h3 a").first.wait_for(timeout=60_000)
        yield page.locator(".receipt h3 a").first.inner_text()


def blackness(page: Page, x: float, y: float) -> int:
    """The brightest of the three colours of a pixel of the picture on the page, 0 to 255."""
    found: Any = page.evaluate(
        """async ([x, y]) => {
          const picture = document.querySelector(".seen img");
          await picture.decode();
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
          const pen = canvas.getContext("2d");
          pen.drawImage(picture, 0, 0);
          return Math.max(...pen.getImageData(x * canvas.width, y * canvas.height, 1, 1).data
            .slice(0, 3));
        }""",
        [x, y],
    )
    return int(found)


def finish(page: Page) -> None:
    page.fill("[name=reason]", "a face")
    page.fill("[name=reviewer]", "Omar")
    page.click("#redact button.btn")
    page.wait_for_url("**-R*/")


def test_a_box_drawn_with_the_mouse_is_black_in_the_copy(desk: Reader, drawn: str) -> None:
    page = desk.open(f"{ROOT}{drawn}/redact/")
    page.locator(".draw img").evaluate("picture => picture.decode()")
    edge = page.locator(".draw").bounding_box()
    assert edge is not None
    for x, y in ((0.2, 0.2), (0.6, 0.6)):
        page.mouse.move(edge["x"] + x * edge["width"], edge["y"] + y * edge["height"])
        page.mouse.down() if x < 0.5 else page.mouse.up()
    assert page.locator(".black").count() == 1
    page_number, left, top, width, height = map(float, page.input_value("[name=boxes]").split(","))
    assert page_number == 1
    assert all(abs(got - meant) < 1 for got, meant in zip(
        (left, top, width, height), (20, 20, 40, 40), strict=True))  # fmt: skip
    finish(page)
    assert blackness(page, 0.4, 0.4) < 16
    assert blackness(page, 0.9, 0.9) > 16
    assert drawn in page.locator("main").inner_text()


def test_a_box_is_made_moved_and_sized_with_the_keyboard_alone(desk: Reader, drawn: str) -> None:
    page = desk.open(f"{ROOT}{drawn}/redact/")
    page.locator(".page button").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "black"
    for key in ("ArrowLeft", "ArrowUp", "Shift+ArrowRight", "Shift+ArrowDown"):
        for _ in range(10):
            page.keyboard.press(key)
    assert page.input_value("[name=boxes]") == "1, 30, 30, 30, 30"
    assert "30, 30, 30, 30" in (page.locator(".black").get_attribute("aria-label") or "")
    page.locator(".page button").focus()
    page.keyboard.press("Enter")
    assert page.locator(".black").count() == 2
    page.keyboard.press("Delete")
    assert page.locator(".black").count() == 1
    finish(page)
    assert blackness(page, 0.45, 0.45) < 16


# --- words that would run ---------------------------------------------------------------------


DROP_ALL = """names => {
  const given = new DataTransfer();
  names.forEach((name, number) => given.items.add(
    new File([`<svg onload=alert(1)>${number}`], name, { lastModified: 1 })));
  document.getElementById("drop").dispatchEvent(
    new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true }));
}"""


def test_thirty_payloads_in_names_notes_and_sources_do_not_run(desk: Reader) -> None:
    """Nor does the policy of the pages have to refuse any: that would be a fault told below."""
    run = list[str]()
    desk.page.on("dialog", lambda dialog: (run.append(dialog.message), dialog.dismiss()))
    payloads = [one.replace("\n", " ").replace("\u2028", " ").strip() for one in PAYLOADS]
    assert len(payloads) >= 30
    page = desk.open(f"{ROOT}add/")
    fill(page, " ".join(payloads)[:480].strip(), " ".join(reversed(payloads))[:980].strip())
    page.evaluate(DROP_ALL, [f"{payload}.svg" for payload in payloads])
    page.wait_for_function(
        "count => document.querySelectorAll('.receipt').length >= count",
        arg=len(payloads), timeout=120_000,
    )  # fmt: skip
    codes = page.locator(".receipt h3 a").all_inner_texts()
    assert len(set(codes)) == len(payloads)
    for path in ("", *(f"{code}/" for code in codes), f"{codes[0]}/tool/"):
        shown = desk.open(f"{ROOT}{path}")
        assert shown.locator("main script, main iframe, main object, main base").count() == 0
    assert run == []
    text = desk.open(f"{ROOT}{codes[0]}/").locator("main").inner_text()
    assert payloads[0] in text and payloads[-1] in text


# --- every page of evidence -------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_evidence_fit_and_have_no_barrier(
    desk: Reader, phone: Reader, drawn: str, language: str
) -> None:
    root = f"/{language}/cases/{CASE}/evidence/"
    paths = [f"{root}{path}" for path in ("", "add/", "persons/", f"{drawn}/", f"{drawn}/redact/",
                                          f"{drawn}/hand-over/", f"{drawn}/tool/")]  # fmt: skip
    for path in (*paths, f"/{language}/ledger/", f"/{language}/ledger/verify/"):
        for reader in (desk, phone):
            page = reader.open(path)
            width = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert width <= 0, f"{path}: {width} px too wide"
        page = desk.page
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        told = [
            (each["id"], each["impact"], [node["html"][:160] for node in each["nodes"][:3]])
            for each in found["violations"]
        ]
        assert told == [], path
