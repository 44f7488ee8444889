"""Digests against the vectors of the standard, and against the file they name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.values.digest import Digest

# FIPS 180-2, appendix B, and the well known digest of nothing.
OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
OF_A_MILLION_A = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"


def test_it_gives_the_digests_of_the_standard() -> None:
    assert str(Digest.of(b"")) == OF_NOTHING
    assert str(Digest.of(b"abc")) == OF_ABC


def test_a_file_longer_than_one_read_has_the_digest_of_all_its_bytes(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"a" * 1_000_000)
    assert str(Digest.of_file(film)) == OF_A_MILLION_A
    film.write_bytes(b"a" * 1_000_000 + b"b" * (1 << 20))
    assert Digest.of_file(film) == Digest.of(b"a" * 1_000_000 + b"b" * (1 << 20))


@given(st.binary())
def test_writing_and_reading_a_digest_is_the_identity(data: bytes) -> None:
    digest = Digest.of(data)
    assert Digest.parse(str(digest)) == digest
    assert Digest.parse(str(digest).upper()) == digest


@pytest.mark.parametrize("text", ["", OF_ABC[:-1], OF_ABC + "0", f" {OF_ABC}", "g" * 64, "٣" * 64])
def test_what_is_not_64_hex_digits_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="64 hex digits"):
        Digest.parse(text)


def test_a_digest_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="this has 20"):
        Digest(bytes(20))
