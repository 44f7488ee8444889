"""RSA and ECDSA in Python, held against OpenSSL, whole and damaged."""

from __future__ import annotations

from hashlib import sha256

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from tawthiq.evidence.bare.public_keys import (
    DIGEST_INFO,
    P256,
    P384,
    P521,
    Curve,
    curve_sum,
    curve_sum_of_two,
    ecdsa_holds,
    is_on_curve,
    rsa_holds,
)

CURVES = [(P256, ec.SECP256R1()), (P384, ec.SECP384R1()), (P521, ec.SECP521R1())]
DIGESTS = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}
RSA = rsa.generate_private_key(65537, 2048)


@pytest.mark.parametrize(("ours", "theirs"), CURVES, ids=["P-256", "P-384", "P-521"])
@pytest.mark.parametrize("digest", DIGESTS)
def test_what_openssl_signs_on_a_curve_holds_and_nothing_else(
    ours: Curve, theirs: ec.EllipticCurve, digest: str
) -> None:
    key = ec.generate_private_key(theirs)
    numbers = key.public_key().public_numbers()
    point = numbers.x, numbers.y
    r, s = decode_dss_signature(key.sign(b"message", ec.ECDSA(DIGESTS[digest])))
    assert ecdsa_holds(ours, point, digest, b"message", r, s)
    assert not ecdsa_holds(ours, point, digest, b"Message", r, s)
    assert not ecdsa_holds(ours, point, digest, b"message", r ^ 1, s)
    assert not ecdsa_holds(ours, point, digest, b"message", r, s + ours.order)
    for zero in ((0, s), (r, 0), (0, 0), (ours.order, s)):
        assert not ecdsa_holds(ours, point, digest, b"message", *zero)


@pytest.mark.parametrize("curve", [P256, P384, P521])
def test_the_base_has_the_order_that_is_published(curve: Curve) -> None:
    assert is_on_curve(curve, curve.base)
    assert curve_sum_of_two(curve, curve.order, curve.base, 0, None) is None
    minus = curve_sum_of_two(curve, curve.order - 1, curve.base, 0, None)
    assert curve_sum(curve, minus, curve.base) is None


def test_a_point_beside_the_curve_signs_nothing() -> None:
    x, y = P256.base
    for point in ((x, y + 1), (0, 0), (x + P256.prime, y)):
        assert not ecdsa_holds(P256, point, "sha256", b"message", 1, 1)


@pytest.mark.parametrize("digest", DIGESTS)
def test_what_openssl_signs_with_rsa_holds_and_nothing_else(digest: str) -> None:
    numbers = RSA.public_key().public_numbers()
    made = RSA.sign(b"message", padding.PKCS1v15(), DIGESTS[digest])
    assert rsa_holds(numbers.n, numbers.e, digest, b"message", made)
    assert not rsa_holds(numbers.n, numbers.e, digest, b"Message", made)
    assert not rsa_holds(numbers.n, numbers.e, digest, b"message", made[:-1])
    other = "sha512" if digest == "sha256" else "sha256"
    assert not rsa_holds(numbers.n, numbers.e, other, b"message", made)


def test_a_padding_with_room_for_rubbish_does_not_hold() -> None:
    """Bleichenbacher (2006): with the exponent 3 a cube root is a signature if one parses."""
    modulus, size = RSA.public_key().public_numbers().n, 256
    head = b"\x00\x01\xff\x00" + DIGEST_INFO["sha256"] + sha256(b"message").digest()
    target = int.from_bytes(head + b"\xff" * (size - len(head)), "big")
    root = _cube_root(target)
    made = root.to_bytes(size, "big")
    assert pow(root, 3).to_bytes(size, "big").startswith(head[:40])
    assert not rsa_holds(modulus, 3, "sha256", b"message", made)


def _cube_root(number: int) -> int:
    low, high = 0, 1 << 700
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**3 <= number else (low, middle - 1)
    return low


def test_with_the_exponent_one_everybody_could_sign() -> None:
    modulus = RSA.public_key().public_numbers().n
    made = RSA.sign(b"message", padding.PKCS1v15(), hashes.SHA256())
    written = pow(int.from_bytes(made, "big"), 65537, modulus).to_bytes(256, "big")
    assert not rsa_holds(modulus, 1, "sha256", b"message", written)


def test_a_short_key_holds_nothing() -> None:
    """A key of 1,024 bits: the modulus is no longer safe, so that anybody may have signed."""
    numbers = RSA.public_key().public_numbers()
    assert not rsa_holds(numbers.n >> 1024, numbers.e, "sha256", b"message", bytes(128))
