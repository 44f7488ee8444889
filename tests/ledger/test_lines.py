from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import UnreadableError
from tawthiq.ledger import words
from tawthiq.ledger.lines import base64_of, bytes_of, decimal, hash_of, lines_of


@given(st.integers(0, 2**63 - 1))
def test_a_number_comes_back_as_it_was_written(number: int) -> None:
    assert decimal(str(number), words.NOTE) == number


@pytest.mark.parametrize(
    "text", ["", "00", "01", "+1", "-1", " 1", "1 ", "1_0", "1.0", "٣", "1\n", str(2**63), "9" * 99]
)
def test_a_number_is_written_in_one_way_only(text: str) -> None:
    with pytest.raises(UnreadableError, match="is no number in it"):
        decimal(text, words.NOTE)


@given(st.binary(min_size=1, max_size=80))
def test_bytes_come_back_from_base_64(data: bytes) -> None:
    assert bytes_of(base64_of(data), words.NOTE) == data


# "QQ==" is the letter A; the others say the same to a lenient reader, or nothing at all.
@pytest.mark.parametrize("text", ["QR==", "QQ=", "QQ", "QQ==\n", " QQ==", "Q-==", "", "====", "é"])
def test_base_64_is_written_in_one_way_only(text: str) -> None:
    assert bytes_of("QQ==", words.NOTE) == b"A"
    with pytest.raises(UnreadableError, match="is no Base 64"):
        bytes_of(text, words.NOTE)


@pytest.mark.parametrize("length", [1, 31, 33])
def test_a_hash_has_thirty_two_bytes(length: int) -> None:
    with pytest.raises(UnreadableError, match=f"a hash has 32 bytes and this has {length}"):
        hash_of(base64_of(bytes(length)), words.NOTE)


def test_lines_each_end_in_a_newline() -> None:
    assert lines_of(b"one\n\nthree\n", words.NOTE) == ["one", "", "three"]
    with pytest.raises(UnreadableError, match="does not end in a newline"):
        lines_of(b"one\ntwo", words.NOTE)


@pytest.mark.parametrize("data", [b"a\tb\n", b"a\r\n", b"\x00\n", b"\x1b[31m\n"])
def test_control_characters_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="control characters"):
        lines_of(data, words.NOTE)


def test_what_is_no_utf_8_is_refused_in_both_languages() -> None:
    with pytest.raises(UnreadableError, match="this is not an entry of the log") as caught:
        lines_of(b"\xff\n", words.ENTRY)
    assert "ليس هذا قيدًا من قيود السجل" in caught.value.ar
