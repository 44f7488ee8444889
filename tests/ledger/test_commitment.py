from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.ledger.commitment import SALT_BYTES, Commitment, new_salt

salts = st.binary(min_size=32, max_size=32)


@given(st.binary(max_size=100), salts)
def test_whoever_has_content_and_salt_can_show_it(content: bytes, salt: bytes) -> None:
    assert Commitment.to(content, salt).is_to(content, salt)


@given(st.binary(max_size=100), salts, st.binary(max_size=100), salts)
def test_it_opens_to_nothing_else(content: bytes, salt: bytes, other: bytes, pepper: bytes) -> None:
    commitment = Commitment.to(content, salt)
    assert commitment.is_to(other, pepper) is ((content, salt) == (other, pepper))


@given(st.binary(min_size=1, max_size=40), salts)
def test_a_part_of_the_content_does_not_pass_for_salt(content: bytes, salt: bytes) -> None:
    """Salt and content are told apart by the fixed length of the salt."""
    assert not Commitment.to(content, salt).is_to(content[1:], salt + content[:1])
    with pytest.raises(ValueError, match="a salt has 32 bytes"):
        Commitment.to(content[1:], salt + content[:1])


def test_the_same_name_under_two_salts_cannot_be_seen_to_be_the_same() -> None:
    assert Commitment.to(b"Layla", new_salt()) != Commitment.to(b"Layla", new_salt())


def test_salts_are_never_twice_the_same() -> None:
    salts = {new_salt() for _ in range(1000)}
    assert len(salts) == 1000
    assert {len(salt) for salt in salts} == {SALT_BYTES}


def test_it_can_be_computed_by_hand() -> None:
    """docs/spec/ledger-entry.md, line 12."""
    salt = bytes(range(32))
    by_hand = sha256(b"tawthiq-commitment/1\n" + salt + b"Layla").hexdigest()
    assert str(Commitment.to(b"Layla", salt)) == by_hand


def test_it_has_thirty_two_bytes() -> None:
    with pytest.raises(ValueError, match="a commitment has 32 bytes, this has 3"):
        Commitment(b"abc")
