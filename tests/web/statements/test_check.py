"""Any text can be checked in the browser, and nothing of it stays here."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document
from tests.web.hostile import PAYLOADS
from tests.web.markup import Page

FIRST = "People fled Saraqib on 4 March 2031."
TEXT = "In the past three months criminals killed 40 people at the market of Saraqib."


def check(client: Client, case: str, language: str = "en", **said: object) -> tuple[int, Page]:
    response = client.post(f"/{language}/cases/{case}/check/", said)
    return response.status_code, Page(response.content.decode())


def docx(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_findings_stand_beside_their_passages(client: Client, case: str, language: str) -> None:
    status, page = check(client, case, language, text=f"{FIRST}\n\n{TEXT}")
    assert status == 200
    assert page.faults == []
    assert page.all("mark")
    findings = page.all("li", id="f1")
    assert findings
    papers = (paper.words_without("sup") for paper in page.all("div", class_="paper"))
    assert TEXT in "".join(papers)


def test_nothing_is_kept(client: Client, case: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        check(client, case, text=TEXT)
    assert not [q for q in queries if not _only_reads(q["sql"])]
    assert "Set-Cookie" not in client.post(f"/en/cases/{case}/check/", {"text": TEXT}).headers


def _only_reads(sql: str) -> bool:
    """Whether a query reads; PostgreSQL declares a cursor for what is read piece by piece."""
    words = sql.split()
    return words[0] == "SELECT" or (words[0] == "DECLARE" and "FOR SELECT" in sql)


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("draft.txt", TEXT.encode()),
        SimpleUploadedFile("draft.md", f"# Title\n\n{TEXT}".encode()),
        SimpleUploadedFile("draft.docx", docx(TEXT)),
    ],
    ids=lambda file: file.name,
)
def test_a_file_of_a_text_is_read(client: Client, case: str, file: SimpleUploadedFile) -> None:
    file.seek(0)
    status, page = check(client, case, file=file)
    assert status == 200
    assert page.all("mark")
    assert file.name in page.one("p", class_="over").words


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("scan.pdf", b"%PDF-1.4\n%%EOF"),
        ("broken.docx", b"PK\x03\x04 nothing"),
        ("photo.txt", b"\xff\xd8\xff\xe0" + bytes(400)),
        ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(400)),
        ("page.html", b"<p>Ten people died.</p>"),
        ("blank.txt", b"   \n\n"),
        ("blank.docx", docx("")),
        ("zeros.txt", bytes(500)),
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_file_that_cannot_be_read_is_not_a_pass(
    client: Client, case: str, name: str, content: bytes, language: str
) -> None:
    status, page = check(client, case, language, file=SimpleUploadedFile(name, content))
    assert status == 400
    assert page.one("html").attributes["lang"] == language
    assert page.one("h1").words in ("Nothing was checked", "لم يُفحص شيء")
    assert len(page.one("div", class_="stop").words) > 30


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_text_in_arabic_only_is_said_not_to_have_been_looked_at(
    client: Client, case: str, language: str
) -> None:
    status, page = check(client, case, language, text="قُتل أربعون شخصًا في سوق سراقب.")
    assert status == 400
    assert page.one("h1").words in ("Nothing was checked", "لم يُفحص شيء")


@pytest.mark.parametrize(
    "said", [{}, {"text": "   \n"}, {"file": SimpleUploadedFile("e.txt", b"")}]
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_text_is_said_beside_the_form(
    client: Client, case: str, said: dict[str, object], language: str
) -> None:
    status, page = check(client, case, language, **said)
    assert status == 400
    assert page.one("ul", class_="errors").words.strip()


def test_a_text_longer_than_a_page_is_refused_with_what_to_do(client: Client, case: str) -> None:
    status, page = check(client, case, text="Ten people died. " * 13_000)
    assert status == 400
    assert "tawthiq check" in page.one("div", class_="stop").words


@pytest.mark.parametrize("payload", PAYLOADS)
def test_poison_in_a_text_is_shown_and_never_obeyed(
    client: Client, case: str, payload: str
) -> None:
    status, page = check(client, case, text=f"{TEXT}\n\nThe report says {payload} of 12 people.")
    assert status == 200
    for element in page.elements:
        assert element.tag not in {"script", "img", "iframe", "style", "object", "base"}
        assert not any(name.startswith("on") for name in element.attributes)
        link = element.attributes.get("href", "").lower()
        assert not link.startswith(("javascript:", "data:", "//"))


def test_a_file_name_is_only_a_name(client: Client, case: str) -> None:
    file = SimpleUploadedFile("<img src=x onerror=alert(1)>.txt", TEXT.encode())
    _, page = check(client, case, file=file)
    assert page.all("img") == []
