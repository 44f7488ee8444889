"""Signatures of time stamping authorities, verified: RSA (PKCS #1 1.5) and ECDSA on P-curves.

This cannot sign and holds no secret, so that it is slow and plain harms nobody.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple, Optional, Tuple

CurvePoint = Optional[Tuple[int, int]]  # None is the point at infinity

LEAST_RSA_BITS, MOST_RSA_BITS = 2048, 16384  # house choice: below, forged; above, a way to stall us

# The DigestInfo of RFC 8017, 9.2, up to the digest itself.
DIGEST_INFO = {
    "sha256": bytes.fromhex("3031300d060960864801650304020105000420"),
    "sha384": bytes.fromhex("3041300d060960864801650304020205000430"),
    "sha512": bytes.fromhex("3051300d060960864801650304020305000440"),
}


class Curve(NamedTuple):
    """y^2 = x^3 - 3 x + b modulo a prime (FIPS 186-4, D.1.2)."""

    prime: int
    order: int
    b: int
    base: tuple[int, int]


P256 = Curve(
    2**256 - 2**224 + 2**192 + 2**96 - 1,
    0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
    (
        0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
        0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
    ),
)
P384 = Curve(
    2**384 - 2**128 - 2**96 + 2**32 - 1,
    int(
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF58"
        "1A0DB248B0A77AECEC196ACCC52973",
        16,
    ),
    int(
        "B3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC6"
        "56398D8A2ED19D2A85C8EDD3EC2AEF",
        16,
    ),
    (
        int(
            "AA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A3855"
            "02F25DBF55296C3A545E3872760AB7",
            16,
        ),
        int(
            "3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A"
            "60B1CE1D7E819D7A431D7C90EA0E5F",
            16,
        ),
    ),
)
P521 = Curve(
    2**521 - 1,
    int(
        "01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
        "FA51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409",
        16,
    ),
    int(
        "0051953EB9618E1C9A1F929A21A0B68540EEA2DA725B99B315F3B8B489918EF109"
        "E156193951EC7E937B1652C0BD3BB1BF073573DF883D2C34F1EF451FD46B503F00",
        16,
    ),
    (
        int(
            "00C6858E06B70404E9CD9E3ECB662395B4429C648139053FB521F828AF606B4D3D"
            "BAA14B5E77EFE75928FE1DC127A2FFA8DE3348B3C1856A429BF97E7E31C2E5BD66",
            16,
        ),
        int(
            "011839296A789A3BC0045C8A5FB42C7D1BD998F54449579B446817AFBD17273E66"
            "2C97EE72995EF42640C550B9013FAD0761353C7086A272C24088BE94769FD16650",
            16,
        ),
    ),
)


def rsa_holds(
    modulus: int, exponent: int, digest_name: str, message: bytes, signature: bytes
) -> bool:
    """Whether the key made this signature: it is computed and compared whole, never parsed."""
    size = (modulus.bit_length() + 7) // 8
    in_bounds = LEAST_RSA_BITS <= modulus.bit_length() <= MOST_RSA_BITS
    if not in_bounds or exponent < 3 or exponent.bit_length() > 64 or len(signature) != size:
        return False
    number = int.from_bytes(signature, "big")
    tail = DIGEST_INFO[digest_name] + hashlib.new(digest_name, message).digest()
    expected = b"\x00\x01" + b"\xff" * (size - len(tail) - 3) + b"\x00" + tail
    return number < modulus and pow(number, exponent, modulus).to_bytes(size, "big") == expected


def ecdsa_holds(
    curve: Curve, public: tuple[int, int], digest_name: str, message: bytes, r: int, s: int
) -> bool:
    """Whether the key made this signature (FIPS 186-4, 6.4)."""
    if not is_on_curve(curve, public) or not (0 < r < curve.order and 0 < s < curve.order):
        return False
    digest = hashlib.new(digest_name, message).digest()
    surplus = max(0, 8 * len(digest) - curve.order.bit_length())
    number = int.from_bytes(digest, "big") >> surplus
    inverse = pow(s, -1, curve.order)
    point = curve_sum_of_two(
        curve, number * inverse % curve.order, curve.base, r * inverse % curve.order, public
    )
    return point is not None and point[0] % curve.order == r


def is_on_curve(curve: Curve, point: tuple[int, int]) -> bool:
    x, y = point
    if not (0 <= x < curve.prime and 0 <= y < curve.prime):
        return False
    return (y * y - (x * x * x - 3 * x + curve.b)) % curve.prime == 0


def curve_sum(curve: Curve, first: CurvePoint, second: CurvePoint) -> CurvePoint:
    if first is None or second is None:
        return first or second
    (x1, y1), (x2, y2) = first, second
    if x1 == x2 and (y1 + y2) % curve.prime == 0:
        return None
    if first == second:
        slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, curve.prime)
    else:
        slope = (y2 - y1) * pow(x2 - x1, -1, curve.prime)
    x3 = (slope * slope - x1 - x2) % curve.prime
    return x3, (slope * (x1 - x3) - y1) % curve.prime


def curve_sum_of_two(
    curve: Curve, times_first: int, first: CurvePoint, times_second: int, second: CurvePoint
) -> CurvePoint:
    """So many times one point and so many times another, bit by bit from the top."""
    both = curve_sum(curve, first, second)
    total: CurvePoint = None
    for bit in reversed(range(max(times_first.bit_length(), times_second.bit_length()))):
        total = curve_sum(curve, total, total)
        here = (times_first >> bit & 1, times_second >> bit & 1)
        if any(here):
            total = curve_sum(curve, total, both if all(here) else first if here[0] else second)
    return total
