"""Letters are read as they were written, or the file says in which row they are not."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import UnreadableError
from tawthiq.intake.encoding import Encoding, find_encoding, row_at, text_chunks
from tawthiq.intake.given import Given

ARABIC = "الرمز,المكان\nV1.1,وادي الزهر قرب المدينة\nV1.2,سوق القرية\n"
FRENCH = "id,place\nV1.1,l'hôpital près de l'école\nV1.2,Sainte-Hélène\n"


def found_in(data: bytes) -> tuple[Encoding, str]:
    file = Given.take(data, "a.csv")
    encoding = find_encoding(file)
    return encoding, "".join(text_chunks(file, encoding))


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc",), exclude_characters="طظØÙ")))
def test_utf8_is_read_as_it_stands_and_needs_no_note(text: str) -> None:
    encoding, read = found_in(text.encode())
    assert (encoding.name, read) == ("UTF-8", text.removeprefix("\ufeff"))
    assert not encoding.note


def test_a_mark_before_utf8_is_no_letter() -> None:
    assert found_in(codecs.BOM_UTF8 + ARABIC.encode())[1] == ARABIC


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_read_with_and_without_its_mark(codec: str) -> None:
    encoding, read = found_in(FRENCH.encode(codec))
    assert (encoding.name, read) == ("UTF-16", FRENCH)
    assert "UTF-16" in encoding.note.en


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [(ARABIC, "cp1256", "windows-1256"), (FRENCH, "cp1252", "windows-1252")],
)
def test_a_windows_page_is_told_by_its_letters_and_named(text: str, codec: str, name: str) -> None:
    encoding, read = found_in(text.encode(codec))
    assert (encoding.name, read) == (name, text)
    assert f"was read as {name}: look whether names are right" in encoding.note.en
    assert name in encoding.note.ar


def test_a_file_in_two_encodings_is_refused_with_the_row_where_it_changes() -> None:
    quoted = 'V1.3,"سطر\nثان"\n'
    data = (ARABIC + quoted).encode() + "V1.4,المدينة\n".encode("cp1256")
    with pytest.raises(UnreadableError, match="the other one begins in row 5"):
        found_in(data)
    data = ARABIC.encode("cp1256") + "V1.4,المدينة\n".encode()
    with pytest.raises(UnreadableError, match="the other one begins in row 4"):
        found_in(data)


def test_a_nul_is_refused_with_its_row() -> None:
    with pytest.raises(UnreadableError, match=r"a\.csv, row 2: holds the control character NUL"):
        found_in(b"id,place\nV1.1,here\0\n" + b"x" * 2_000)
    with pytest.raises(UnreadableError, match=r"row 1: .*U\+001B"):
        found_in(b"\x1b[31mid")


def test_arabic_that_was_spoilt_before_is_named() -> None:
    for wrong in ("cp1252", "cp1256"):
        spoilt = "وادي الزهر".encode().decode(wrong, "replace")
        with pytest.raises(UnreadableError, match=r"row 2: .* read as another encoding"):
            found_in(f"id,place\nV1.1,{spoilt}\n".encode())


def test_arabic_with_many_a_heavy_letter_is_not_spoilt() -> None:
    text = "ظظظ طططططط طظطظطظطظ حظظ محظوظ طيّط\n" * 20
    assert found_in(text.encode())[1] == text


def test_bytes_of_no_encoding_that_we_read_are_refused() -> None:
    with pytest.raises(UnreadableError, match=r"neither UTF-8 nor windows-1256|two"):
        found_in(bytes(range(128, 256)) * 20 + b"\x81\x8d\x8f\x90\x9d" * 50)


def test_utf32_is_named() -> None:
    with pytest.raises(UnreadableError, match="UTF-32"):
        found_in(ARABIC.encode("utf-32"))


def test_half_a_letter_at_the_end_is_no_utf8() -> None:
    with pytest.raises(UnreadableError):
        found_in("id\nوادي الزهر\n".encode() + "ز".encode()[:1])


def test_a_row_is_counted_by_line_ends_outside_of_quotes() -> None:
    data = b'a,b\n1,"x\ny ""z\n"\n2,c\n'
    assert [row_at(Given.take(data, "a"), data.index(c)) for c in (b"a", b"y", b"2")] == [1, 2, 3]
