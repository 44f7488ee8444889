"""A text is read whatever it was written with, or the reader says what to do instead."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from unittest.mock import Mock

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from tawthiq.errors import UnreadableError
from tawthiq.intake.document_text import MOST_BYTES, read_stream, read_text
from tawthiq.intake.visual_order import as_read, is_visual


def docx_bytes(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def a_pdf(*lines: str) -> bytes:
    """A PDF of one page with lines of ASCII, written by hand (PDF 32000-1, annex H)."""
    text = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 12 Tf 72 700 Td {text}ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, at = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in at)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


def test_a_plain_text_is_read_as_it_stands() -> None:
    read = read_text("Three died.\r\n\r\nقُتل ثلاثة.\r\n".encode(), "a.txt")
    assert (read.text, read.kind, read.notes) == ("Three died.\n\nقُتل ثلاثة.\n", "txt", ())


def test_markdown_is_plain_text() -> None:
    assert read_text(b"# Title\n\n- three\n", "A.MD").kind == "md"


def test_a_text_in_a_windows_page_is_read_and_its_encoding_named() -> None:
    read = read_text("قُتل ثلاثة أشخاص في السوق".encode("cp1256"), "a.txt")
    assert read.text == "قُتل ثلاثة أشخاص في السوق"
    assert "windows-1256" in read.notes[0].en


def test_bytes_of_a_pipe_are_told_by_how_they_begin() -> None:
    assert read_stream(io.BytesIO(b"Three died.")).kind == "txt"
    assert read_stream(io.BytesIO(a_pdf("Three died."))).kind == "pdf"


def test_a_pipe_without_end_is_left_after_what_could_be_taken() -> None:
    stream = Mock()
    stream.read.side_effect = lambda count: b"a" * count
    with pytest.raises(UnreadableError, match="at most 20 MB"):
        read_stream(stream)
    stream.read.assert_called_once_with(MOST_BYTES + 1)


def test_a_text_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(UnreadableError, match=r"large\.txt has 200 MB; at most 20 MB"):
        read_text(file)


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"\x7fELF....", "a.txt", "a program"),
        (b"\xff\xd8\xff\xe0", "a.txt", "a picture"),
        (b"abc\0def", "a.txt", "NUL"),
        (b"", "a.txt", "holds no text"),
        (b" \n", "a.md", "holds no text"),
        (b"x", "a.doc", r"Open it in Word and save it as \.docx"),
        (b"x", "a.odt", r"read from \.txt, \.md, \.docx and \.pdf"),
        (b"x", "a.exe", r"no text is read from \.exe"),
        (b"plain", "a.docx", "not what its name says"),
        (b"plain", "a.pdf", "not what its name says"),
        (b"%PDF-1.4\nnothing", "a.pdf", "damaged"),
        (b"PK\x03\x04nothing", "a.docx", "damaged"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(data: bytes, name: str, what: str) -> None:
    with pytest.raises(UnreadableError, match=what) as caught:
        read_text(data, name)
    assert name in caught.value.ar


def test_a_word_file_is_read_in_the_order_of_reading() -> None:
    document = docx.Document()
    document.add_heading("Statement", 1)
    document.add_paragraph("At least three\tdied.")
    document.add_paragraph("a market", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(
        table._cells, ("place", "killed", "وادي الزهر", "3\n(first count)"), strict=True
    ):
        cell.text = text
    document.add_paragraph("End.")
    read = read_text(docx_bytes(document), "a.docx")
    assert read.text.splitlines() == [
        "Statement",
        "At least three\tdied.",
        "- a market",
        "place\tkilled",
        "وادي الزهر\t3",
        "(first count)",
        "End.",
    ]
    assert (read.kind, read.notes) == ("docx", ())


def test_tracked_changes_are_read_as_if_accepted_and_named() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("At least ")
    for xml in (
        f"<w:del {nsdecls('w')}><w:r><w:delText>781</w:delText></w:r></w:del>",
        f"<w:ins {nsdecls('w')}><w:r><w:t>271</w:t></w:r></w:ins>",
        f"<w:moveFrom {nsdecls('w')}><w:r><w:t>gone</w:t></w:r></w:moveFrom>",
    ):
        paragraph._p.append(parse_xml(xml))
    read = read_text(docx_bytes(document), "a.docx")
    assert read.text == "At least 271"
    assert "tracked changes" in read.notes[0].en


def test_footnotes_stand_after_the_text_and_headers_are_named_as_unread() -> None:
    document = docx.Document()
    document.add_paragraph("Three died.")
    document.sections[0].header.paragraphs[0].text = "Letterhead"
    data = with_footnotes(docx_bytes(document), "Valley Watch, p. 3")
    read = read_text(data, "a.docx")
    assert read.text == "Three died.\nValley Watch, p. 3"
    assert [note.en for note in read.notes] == ["headers and footers were not read"]


def with_footnotes(data: bytes, text: str) -> bytes:
    out = io.BytesIO()
    rels = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == rels:
                more = (
                    f'<Relationship Id="n" Type="{kind}" Target="footnotes.xml"/></Relationships>'
                )
                part = part.replace(b"</Relationships>", more.encode())
            after.writestr(name, part)
        note = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        after.writestr("word/footnotes.xml", f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>")
    return out.getvalue()


def test_a_workbook_named_like_a_word_file_is_no_word_file() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("readme.txt", "x")
    with pytest.raises(UnreadableError, match="is no Word document"):
        read_text(out.getvalue(), "a.docx")


def test_a_word_file_that_unpacks_to_too_much_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 201_000_000)
    with pytest.raises(UnreadableError, match="would unpack to 201 MB"):
        read_text(out.getvalue(), "a.docx")


def test_a_pdf_is_read_line_by_line() -> None:
    read = read_text(a_pdf("At least 33 attacks", "killed 271 people."), "a.pdf")
    assert read.text.split() == ["At", "least", "33", "attacks", "killed", "271", "people."]
    assert (read.kind, read.notes) == ("pdf", ())


def test_a_pdf_of_pictures_says_what_it_is() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(UnreadableError, match=r"only pictures of pages .* \(OCR\)"):
        read_text(out.getvalue(), "scan.pdf")


def test_a_pdf_with_a_password_is_named() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(a_pdf("secret")))
    writer.encrypt("valley", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(UnreadableError, match="has a password"):
        read_text(out.getvalue(), "a.pdf")


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    writer = PdfWriter()
    for _ in range(501):
        writer.add_blank_page(10, 10)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(UnreadableError, match="has 501 pages"):
        read_text(out.getvalue(), "a.pdf")


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_file_is_never_more_than_unreadable(data: st.DataObject) -> None:
    document = docx.Document()
    document.add_paragraph("Three died.")
    whole, name = data.draw(
        st.sampled_from([(a_pdf("Three died."), "a.pdf"), (docx_bytes(document), "a.docx")])
    )
    at = data.draw(st.integers(0, len(whole) - 1))
    until = data.draw(st.integers(at, min(len(whole), at + 40)))
    damaged = whole[:at] + data.draw(st.binary(max_size=12)) + whole[until:]
    try:
        read_text(damaged, name)
    except UnreadableError as error:
        assert name in error.en


def test_arabic_lines_in_the_order_of_the_eye_are_turned() -> None:
    seen = ".2031 تموز  27و  نيسان  26 بين  مجزرة  33 في  مدنيًا  781 قُتل"
    assert is_visual(seen)
    assert as_read(seen) == "قُتل 781 مدنيًا في 33 مجزرة بين 26 نيسان و27 تموز 2031."


def test_arabic_lines_in_the_order_of_reading_are_left() -> None:
    text = "قُتل 781 مدنيًا.\nفي 33 مجزرة\nAt least 3."
    assert not is_visual(text)
    assert as_read("At least 3.") == "At least 3."
