"""Ed25519 signatures (RFC 8032), verified; this cannot sign and holds no secret.

It computes what stands in section 5.1.7, without the cofactor, and compares bytes: a signature
that OpenSSL takes is taken, and no other. It is slow and does not hide how long it takes, which
matters only where there is a secret.
"""

from __future__ import annotations

import hashlib
from typing import Tuple

# The point x, y as X = x Z, Y = y Z, T = x y Z (section 5.1.4).
EdwardsPoint = Tuple[int, int, int, int]

ED_PRIME = 2**255 - 19
ED_ORDER = 2**252 + 27742317777372353535851937790883648493
ED_D = -121665 * pow(121666, -1, ED_PRIME) % ED_PRIME
ED_ROOT_OF_MINUS_ONE = pow(2, (ED_PRIME - 1) // 4, ED_PRIME)
ED_ZERO: EdwardsPoint = (0, 1, 1, 0)


def ed25519_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the key of 32 bytes made this signature of 64 bytes over the message."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, scalar = ed_point(public), int.from_bytes(signature[32:], "little")
    if key is None or scalar >= ED_ORDER:
        return False
    challenge = hashlib.sha512(signature[:32] + public + message).digest()
    factor = int.from_bytes(challenge, "little") % ED_ORDER
    x, y, z, t = key
    minus_key = (-x % ED_PRIME, y, z, -t % ED_PRIME)
    return ed_bytes(ed_sum_of_two(scalar, ED_BASE, factor, minus_key)) == signature[:32]


def ed_point(data: bytes) -> EdwardsPoint | None:
    """The point that 32 bytes stand for; None where there is none, or they are not the only way."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= ED_PRIME:
        return None
    square = (y * y - 1) * pow(ED_D * y * y + 1, -1, ED_PRIME) % ED_PRIME
    x = pow(square, (ED_PRIME + 3) // 8, ED_PRIME)
    if x * x % ED_PRIME != square:
        x = x * ED_ROOT_OF_MINUS_ONE % ED_PRIME
    if x * x % ED_PRIME != square or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = ED_PRIME - x
    return x, y, 1, x * y % ED_PRIME


def ed_bytes(point: EdwardsPoint) -> bytes:
    x, y, z, _ = point
    inverse = pow(z, -1, ED_PRIME)
    x, y = x * inverse % ED_PRIME, y * inverse % ED_PRIME
    return (y | (x & 1) << 255).to_bytes(32, "little")


def ed_sum(first: EdwardsPoint, second: EdwardsPoint) -> EdwardsPoint:
    """The sum of any two points, also of one with itself (section 5.1.4)."""
    x1, y1, z1, t1 = first
    x2, y2, z2, t2 = second
    a, b = (y1 - x1) * (y2 - x2) % ED_PRIME, (y1 + x1) * (y2 + x2) % ED_PRIME
    c, d = 2 * t1 * t2 * ED_D % ED_PRIME, 2 * z1 * z2 % ED_PRIME
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % ED_PRIME, g * h % ED_PRIME, f * g % ED_PRIME, e * h % ED_PRIME


def ed_sum_of_two(
    times_first: int, first: EdwardsPoint, times_second: int, second: EdwardsPoint
) -> EdwardsPoint:
    """So many times one point and so many times another, bit by bit from the top."""
    both, total = ed_sum(first, second), ED_ZERO
    for bit in reversed(range(max(times_first.bit_length(), times_second.bit_length()))):
        total = ed_sum(total, total)
        here = (times_first >> bit & 1, times_second >> bit & 1)
        if any(here):
            total = ed_sum(total, both if all(here) else first if here[0] else second)
    return total


def ed_base() -> EdwardsPoint:
    """The point with y = 4/5 and an even x (section 5.1)."""
    point = ed_point((4 * pow(5, -1, ED_PRIME) % ED_PRIME).to_bytes(32, "little"))
    assert point is not None
    return point


ED_BASE = ed_base()
