from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evidence.arrivals.given_name import GivenName

TRAVERSAL = [
    "../../etc/passwd", "..\\..\\windows\\system32\\x", "/etc/passwd", "//server/share/x",
    "C:\\x", "c:x", "a/../../x", "a/..", "..", "./../x", "..//x", "\\\\?\\C:\\x", "\\x",
    "a\\..\\..\\x", "nul", "CON", "aux.txt", "com1.jpg", "LPT9.tar.gz", "a/prn/b", "conin$",
    "photo\u202egpj.exe", "a\u200bb", "x\x00.jpg", "x\n.jpg", "x\x1b[31m", "\u2066x", "a\u2028b",
    "\ufeffx", "x\u061cy",
]  # fmt: skip
HARMLESS = [
    "IMG-20190514-WA0003.jpg", "صورة من المشفى.jpg", "a/b/c.txt", "...", "a..b", "file.name.ext",
    "console.log", "ملف 2019/05/صورة.png", "cafe\u0301.jpg", "com10.txt", "auxiliary.txt",
]  # fmt: skip


@pytest.mark.parametrize("name", TRAVERSAL)
def test_a_dangerous_name_is_told_and_comes_to_nothing(name: str) -> None:
    found = GivenName.of_bytes(name.encode())
    assert found.raw == name.encode()
    assert found.dangers
    assert all(said.ar for said in found.dangers)
    safe = found.as_file_name
    assert (Path("/folder") / safe).parent == Path("/folder")
    assert not GivenName.of_bytes(safe.encode()).dangers


@pytest.mark.parametrize("name", HARMLESS)
def test_an_ordinary_name_is_not_suspected(name: str) -> None:
    assert GivenName.of_bytes(name.encode()).dangers == ()


@given(raw=st.binary(max_size=300))
def test_any_bytes_are_kept_and_can_be_shown_and_written(raw: bytes) -> None:
    name = GivenName.of_bytes(raw)
    assert name.raw == raw
    assert name.shown.isprintable() or max(name.shown) >= "\u0378"
    safe = name.as_file_name
    assert 0 < len(safe.encode()) <= 120
    assert not set(safe) & set('<>:"/\\|?*\0')
    assert safe not in (".", "..")
    assert safe == safe.strip(" .")


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        ("صورة.jpg".encode(), "صورة.jpg", "utf-8"),
        ("صورة المشفى.jpg".encode("cp1256"), "صورة المشفى.jpg", "cp1256"),
        ("Müller.jpg".encode("cp437"), "Müller.jpg", "cp437"),
        (b"photo.jpg", "photo.jpg", "utf-8"),
    ],
)
def test_a_name_is_read_in_the_encoding_that_fits(raw: bytes, text: str, encoding: str) -> None:
    found = GivenName.of_bytes(raw)
    assert (found.text, found.encoding) == (text, encoding)


def test_a_name_that_says_it_is_utf8_and_is_not_is_read_as_far_as_it_goes() -> None:
    assert GivenName.of_bytes(b"a\xffb.jpg", is_utf8=True).text == "a\ufffdb.jpg"


def test_a_mark_that_turns_text_around_is_shown_as_what_it_is() -> None:
    shown = GivenName.of_bytes("photo\u202egpj.exe".encode()).shown
    assert shown == "photo⟨U+202E⟩gpj.exe"


def test_composed_and_decomposed_letters_are_shown_alike_and_kept_apart() -> None:
    one, other = (GivenName.of_bytes(text.encode()) for text in ("caf\u00e9", "cafe\u0301"))
    assert one.shown == other.shown
    assert one.raw != other.raw


def test_a_long_name_keeps_its_extension_and_its_letters_whole() -> None:
    safe = GivenName.of_bytes(("ص" * 200 + ".jpeg").encode()).as_file_name
    assert safe.endswith("ص.jpeg")
    assert len(safe.encode()) in (119, 120)


def test_a_path_is_named_with_its_folders() -> None:
    name = GivenName.of_path(PurePosixPath("export/صور/1.jpg"))
    assert name.shown == "export/صور/1.jpg"
    assert name.leaf == "1.jpg"
