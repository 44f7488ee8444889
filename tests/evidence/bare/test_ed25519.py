"""Ed25519 in Python, held against the vectors of the RFC and against OpenSSL."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.evidence.bare.ed25519 import (
    ED_ORDER,
    ED_PRIME,
    ed25519_holds,
    ed_bytes,
    ed_point,
)

# RFC 8032, 7.1: public key, message, signature of TEST 1, 2, 3 and SHA(abc).
VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
        "f9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0"
        "f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f76098"
        "4dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    (
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3"
        "feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c664"
        "31e0303dca179c138ac17ad9bef1177331a704",
    ),
]
SECRET = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = SECRET.public_key().public_bytes_raw()


def openssl_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def test_the_signatures_of_the_rfc_hold_and_no_other_message_has_them() -> None:
    for public, message, signature in VECTORS:
        parts = [bytes.fromhex(part) for part in (public, message, signature)]
        assert ed25519_holds(*parts)
        assert not ed25519_holds(parts[0], parts[1] + b"x", parts[2])


@settings(max_examples=60)
@given(st.binary(max_size=200), st.integers(0, 511), st.integers(0, 255))
def test_it_says_what_openssl_says_of_whole_and_of_damaged_signatures(
    message: bytes, bit: int, key_bit: int
) -> None:
    signature = SECRET.sign(message)
    assert ed25519_holds(PUBLIC, message, signature)
    damaged = bytearray(signature)
    damaged[bit // 8] ^= 1 << bit % 8
    assert not ed25519_holds(PUBLIC, message, bytes(damaged))
    other = bytearray(PUBLIC)
    other[key_bit // 8] ^= 1 << key_bit % 8
    assert ed25519_holds(bytes(other), message, signature) == openssl_holds(
        bytes(other), message, signature
    )


def test_a_signature_does_not_hold_a_second_time_with_the_order_added() -> None:
    """RFC 8032, 5.1.7: S is below the order, or one signature could be written in two ways."""
    signature = SECRET.sign(b"x")
    scalar = int.from_bytes(signature[32:], "little") + ED_ORDER
    second = signature[:32] + scalar.to_bytes(32, "little")
    assert not ed25519_holds(PUBLIC, b"x", second)
    assert not openssl_holds(PUBLIC, b"x", second)


def test_a_point_has_one_way_of_being_written() -> None:
    assert ed_point(ED_PRIME.to_bytes(32, "little")) is None  # y = p is y = 0
    assert ed_point((1 | 1 << 255).to_bytes(32, "little")) is None  # x = 0 has no sign
    assert ed_point((1).to_bytes(32, "little")) == (0, 1, 1, 0)


def test_a_point_is_read_as_it_was_written() -> None:
    for number in range(40):
        point = ed_point(number.to_bytes(32, "little"))
        if point is not None:
            assert ed_bytes(point) == number.to_bytes(32, "little")


def test_other_lengths_hold_nothing() -> None:
    signature = SECRET.sign(b"x")
    for public, made in ((PUBLIC[:-1], signature), (PUBLIC, signature[:-1]), (b"", b"")):
        assert not ed25519_holds(public, b"x", made)


def test_the_key_of_nobody_signs_nothing_that_openssl_would_not_take() -> None:
    """Small-order keys: with them one signature may hold for many messages. We do as OpenSSL."""
    for small in (1, ED_PRIME - 1, 0):
        public = small.to_bytes(32, "little")
        for message in (b"a", b"b", b"c", b"d"):
            made = (1).to_bytes(32, "little") + bytes(32)
            assert ed25519_holds(public, message, made) == openssl_holds(public, message, made)
