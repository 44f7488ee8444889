"""Pictures with content credentials of the tests' own making, signed by keys of nobody."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Mapping

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding
from tests.evidence.media.samples import saved
from tests.evidence.timestamps.authorities import Holder, certified

_TYPE = bytes.fromhex("00110010800000aa00389b71")
SIGNER = certified("Invented Camera")


def encoded(value: object) -> bytes:
    """A value in CBOR."""
    match value:
        case bool():
            return b"\xf5" if value else b"\xf4"
        case None:
            return b"\xf6"
        case int():
            return _head(0, value) if value >= 0 else _head(1, -1 - value)
        case bytes():
            return _head(2, len(value)) + value
        case str():
            return _head(3, len(value.encode())) + value.encode()
        case list():
            return _head(4, len(value)) + b"".join(map(encoded, value))
        case Mapping():
            pairs = [encoded(key) + encoded(inside) for key, inside in value.items()]
            return _head(5, len(value)) + b"".join(pairs)
    raise TypeError(type(value))


def _head(major: int, count: int) -> bytes:
    if count < 24:
        return bytes([major << 5 | count])
    for info, size in ((24, 1), (25, 2), (26, 4)):
        if count < 1 << 8 * size:
            return bytes([major << 5 | info]) + count.to_bytes(size, "big")
    raise ValueError(count)


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def superbox(kind: bytes, label: str, *inside: bytes) -> bytes:
    described = box(b"jumd", kind + _TYPE + b"\x03" + label.encode() + b"\0")
    return box(b"jumb", described + b"".join(inside))


def assertion(label: str, said: object) -> bytes:
    return superbox(b"cbor", label, box(b"cbor", encoded(said)))


def store(
    hash_of_rest: bytes,
    left_out: tuple[int, int],
    by: Holder = SIGNER,
    *,
    after: Mapping[str, object] | None = None,
) -> bytes:
    """Credentials of one manifest; ``after`` changes assertions when all is signed."""
    said: dict[str, object] = {
        "c2pa.actions": {
            "actions": [
                {"action": "c2pa.created", "when": "2019-05-14T10:12:00Z",
                 "softwareAgent": {"name": "Camera 1.2"}}
            ]
        },
        "c2pa.hash.data": {
            "exclusions": [{"start": left_out[0], "length": left_out[1]}],
            "alg": "sha256", "hash": hash_of_rest, "pad": b"",
        },
    }  # fmt: skip
    boxes = {label: assertion(label, one) for label, one in said.items()}
    claim = encoded(
        {
            "claim_generator_info": [{"name": "Camera", "version": "1.2"}],
            "dc:title": "photo.png",
            "alg": "sha256",
            "assertions": [
                {"url": f"self#jumbf=c2pa.assertions/{label}",
                 "hash": hashlib.sha256(one[8:]).digest()}
                for label, one in boxes.items()
            ],
        }
    )  # fmt: skip
    boxes |= {label: assertion(label, one) for label, one in (after or {}).items()}
    manifest = superbox(
        b"c2ma",
        "urn:uuid:1",
        superbox(b"c2as", "c2pa.assertions", *boxes.values()),
        superbox(b"c2cl", "c2pa.claim", box(b"cbor", claim)),
        superbox(b"c2cs", "c2pa.signature", box(b"cbor", _signature(claim, by))),
    )
    return superbox(b"c2pa", "c2pa", manifest)


def _signature(claim: bytes, by: Holder) -> bytes:
    """COSE_Sign1 with ES256 and the certificate in its headers."""
    protected = encoded({1: -7, 33: by.certificate.public_bytes(Encoding.DER)})
    message = encoded(["Signature1", protected, b"", claim])
    assert isinstance(by.key, ec.EllipticCurvePrivateKey)
    numbers = decode_dss_signature(by.key.sign(message, ec.ECDSA(hashes.SHA256())))
    signature = b"".join(number.to_bytes(32, "big") for number in numbers)
    return b"\xd2" + encoded([protected, {}, None, signature])


def png(by: Holder = SIGNER, *, after: Mapping[str, object] | None = None) -> bytes:
    """A PNG that carries credentials bound to its other bytes."""
    plain = saved("PNG")
    at = 33  # behind the header
    digest = hashlib.sha256(plain).digest()
    # The length of the credentials stands in them: make them once to know it.
    length = 12 + len(store(digest, (at, 0x400), by))
    content = store(digest, (at, length), by, after=after)
    return plain[:at] + _chunk(content) + plain[at:]


def jpeg(by: Holder = SIGNER) -> bytes:
    """A JPEG whose credentials are spread over several segments."""
    plain = saved("JPEG")
    digest = hashlib.sha256(plain).digest()
    length = len(_segments(store(digest, (2, 0x400), by)))
    content = store(digest, (2, length), by)
    assert len(_segments(content)) == length
    return plain[:2] + _segments(content) + plain[2:]


def _chunk(content: bytes) -> bytes:
    check = zlib.crc32(b"caBX" + content)
    return struct.pack(">I4s", len(content), b"caBX") + content + struct.pack(">I", check)


def _segments(content: bytes, most: int = 300) -> bytes:
    head, rest, out = content[:8], content[8:], b""
    for number, at in enumerate(range(0, len(rest), most), start=1):
        body = b"JP" + struct.pack(">HI", 1, number) + head + rest[at : at + most]
        out += b"\xff\xeb" + struct.pack(">H", len(body) + 2) + body
    return out
