"""A reply with its certificates in the order of DER, for a reader that takes no other order.

X.690, 11.6: the elements of a set stand in the order of their encodings. Some authorities, and
`openssl ts` among them, write their chain in its own order. The set of certificates is not
under any signature.
"""

from __future__ import annotations

from tawthiq.evidence.bare.der import DER_SEQUENCE, Der, Fields, der_one

_SIGNED_DATA_AT = (1, 1, 0)  # the reply's second part, its second part, what that holds


def in_der_order(reply: bytes) -> bytes:
    """The same reply; only the order of certificates may differ.

    Raises:
        CannotTell: It is no reply in the form of RFC 3161.
    """
    return _within(der_one(reply, DER_SEQUENCE), _SIGNED_DATA_AT)


def _within(element: Der, path: tuple[int, ...]) -> bytes:
    parts = Fields(element.body).left
    if not path:
        return _written(element.tag, [_sorted(part) for part in parts])
    inside = [
        _within(part, path[1:]) if at == path[0] else part.whole for at, part in enumerate(parts)
    ]
    return _written(element.tag, inside)


def _sorted(part: Der) -> bytes:
    if part.tag != 0xA0:  # the set of certificates
        return part.whole
    return _written(part.tag, sorted(one.whole for one in Fields(part.body).left))


def _written(tag: int, parts: list[bytes]) -> bytes:
    body = b"".join(parts)
    size = len(body)
    if size < 0x80:
        return bytes([tag, size]) + body
    length = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([tag, 0x80 | len(length)]) + length + body
