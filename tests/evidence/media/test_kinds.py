from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence.media.samples import all_samples, zipped

from tawthiq.evidence.media.kinds import HEAD, UNKNOWN, kind_of

OFFICE = "application/vnd.openxmlformats-officedocument."
KNOWN = {
    "photo.jpg": "image/jpeg",
    "photo.png": "image/png",
    "photo.webp": "image/webp",
    "photo.tif": "image/tiff",
    "photo.gif": "image/gif",
    "photo.bmp": "image/bmp",
    "photo.heic": "image/heic",
    "photo.avif": "image/avif",
    "photo.jp2": "image/jp2",
    "film.mp4": "video/mp4",
    "film.mkv": "video/x-matroska",
    "film.avi": "video/x-msvideo",
    "film.mov": "video/quicktime",
    "sound.wav": "audio/wav",
    "paper.pdf": "application/pdf",
}


def test_what_other_programs_write_is_known_by_its_content() -> None:
    found = {name: kind_of(data[:HEAD]).media_type for name, data in all_samples().items()}
    assert found == KNOWN


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"<!DOCTYPE html><p>", "text/html"),
        (b"\xef\xbb\xbf  \n<HTML>", "text/html"),
        (b"some words <script>alert(1)</script>", "text/html"),
        (b'<?xml version="1.0"?><svg xmlns="x">', "image/svg+xml"),
        (b'<?xml version="1.0"?><!-- c --><html><svg>', "text/html"),
        (b'<?xml version="1.0"?><gpx>', "application/xml"),
        (b'{"a": 1}', "application/json"),
        (b"[1, 2]", "application/json"),
        (b"[14/05/2019, 10:00] Layla: hello", "text/plain"),
        ("كتب أحدهم شيئًا".encode(), "text/plain"),
        ("كتب أحدهم شيئا".encode("cp1256"), "text/plain"),
        ("كتب".encode("utf-16"), "text/plain"),
        (b"WARC/1.1\r\n", "application/warc"),
        (b"\x1f\x8b\x08", "application/gzip"),
        (b"SQLite format 3\0", "application/vnd.sqlite3"),
        (b"MZ\x90\0", "application/x-msdownload"),
        (b"\xff\xfb\x90\x64", "audio/mpeg"),
        (b"\xff\xf1\x50\x80", "audio/aac"),
        (b"#!AMR\n", "audio/amr"),
        (b"OggS\0", "audio/ogg"),
        (b"\0\0\0\x18ftyp3gp5", "video/3gpp"),
        (b"\0\0\0\x14ftypM4A ", "audio/mp4"),
        (b"\0\0\0\x08wide\0\0", "video/quicktime"),
        (b"age-encryption.org/v1\n", "application/age"),
        (
            zipped({"[Content_Types].xml": b"x", "word/document.xml": b""}),
            OFFICE + "wordprocessingml.document",
        ),
        (zipped({"_chat.txt": b"x", "IMG-1.jpg": b"y"}), "application/zip"),
        (zipped({"datapackage.json": b"{}", "archive/data.warc.gz": b""}), "application/wacz"),
        (b"\x01\x02\x03\x04", UNKNOWN),
        (b"", UNKNOWN),
        (b"\xff\xff\xff\xff", UNKNOWN),
    ],
)
def test_the_first_bytes_say_the_kind(head: bytes, media_type: str) -> None:
    assert kind_of(head[:HEAD]).media_type == media_type


@given(head=st.binary(max_size=400), name=st.text(max_size=20))
def test_any_bytes_and_any_name_have_a_kind(head: bytes, name: str) -> None:
    kind = kind_of(head, name)
    assert kind.media_type.count("/") == 1
    assert kind.family in ("picture", "film", "sound", "text", "other")


def test_a_page_that_is_called_a_photograph_is_told() -> None:
    kind = kind_of(b"<html><script>alert(1)</script>", "IMG-20190514.JPG")
    assert kind.said_by_name == "image/jpeg"
    assert kind.warning
    assert "text/html" in kind.warning.en
    assert "scripts" in kind.warning.en
    assert "image/jpeg" in kind.warning.ar


def test_a_film_that_is_called_a_picture_is_told_without_alarm() -> None:
    warning = kind_of(b"\0\0\0\x18ftypisom", "photo.jpg").warning
    assert warning
    assert "scripts" not in warning.en


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\xff\xd8\xff\xe0", "photo.jpeg"),
        (b"\0\0\0\x18ftypisom", "film.MOV"),
        (b"\0\0\0\x18ftypmif1", "IMG_1.HEIC"),
        (b"WARC/1.1", "crawl.warc"),
        (b"\x1f\x8b\x08", "crawl.warc.gz"),
        (b"a,b\n1,2\n", "table.csv"),
        (b"\x01\x02\x03\x04", "whatever.xyz"),
        (b"<html>", "no name at all"),
    ],
)
def test_a_name_that_fits_is_not_remarked_on(head: bytes, name: str) -> None:
    assert kind_of(head, name).said_by_name is None
    assert kind_of(head, name).warning is None


def test_a_program_is_never_passed_over() -> None:
    warning = kind_of(b"MZ\x90\0", "setup.exe").warning
    assert warning
    assert "do not start it" in warning.en


def test_a_drawing_in_words_is_not_a_picture() -> None:
    assert kind_of(b"<svg onload=alert(1)>").family == "text"
