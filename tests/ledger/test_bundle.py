from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import UnreadableError
from tawthiq.ledger.bundle import LONGEST_ENTRY, pack, unpack

entries = st.lists(st.binary(max_size=300), max_size=20)


@given(entries)
def test_entries_come_back_as_they_were(some: list[bytes]) -> None:
    assert unpack(pack(some), len(some)) == some


def test_an_entry_stands_after_its_length_in_two_bytes() -> None:
    assert pack([b"", b"one", b"x" * 256]) == b"\0\0" + b"\0\3one" + b"\1\0" + b"x" * 256


@given(entries, st.integers(0, 25))
def test_another_number_of_entries_is_refused(some: list[bytes], width: int) -> None:
    if width == len(some):
        return
    with pytest.raises(UnreadableError, match=f"exactly {width} entries"):
        unpack(pack(some), width)


@given(entries.filter(bool), st.data())
def test_a_bundle_that_was_cut_is_refused(some: list[bytes], data: st.DataObject) -> None:
    whole = pack(some)
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    with pytest.raises(UnreadableError):
        unpack(cut, len(some))


def test_an_entry_as_long_as_its_length_can_say_is_taken_and_a_longer_one_is_not() -> None:
    assert unpack(pack([b"x" * LONGEST_ENTRY]), 1) == [b"x" * LONGEST_ENTRY]
    with pytest.raises(ValueError, match="an entry has 65536 bytes and may have 65535"):
        pack([b"short", b"x" * (LONGEST_ENTRY + 1)])
