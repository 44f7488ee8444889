"""A reply that another certificate signs: for certificates with which no honest program signs."""

from __future__ import annotations

from hashlib import sha256

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from tests.evidence.timestamps.authorities import Holder

from tawthiq.evidence.bare.der import Fields


def written(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    if len(body) < 0x80:
        return bytes([tag, len(body)]) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8)
    return bytes([tag, 0x80 | len(size)]) + size + body


def resigned(reply: bytes, signer: Holder) -> bytes:
    """The same content and time, signed by somebody else; everything else as it must be."""
    status, token = Fields(Fields(reply).take(0x30).body).left
    kind, wrapped = Fields(token.body).left
    version, digests, content, _certificates, signers = Fields(
        Fields(wrapped.body).take(0x30).body
    ).left
    parts = Fields(Fields(signers.body).take(0x30).body).left
    encoded = signer.certificate.public_bytes(serialization.Encoding.DER)
    inner = Fields(Fields(encoded).take(0x30).body).take(0x30)
    number, issuer = Fields(inner.body).left[1], Fields(inner.body).left[3]
    attributes = written(
        0x31, *sorted(_attribute(one.whole, encoded) for one in Fields(parts[3].body).left)
    )
    assert isinstance(signer.key, ec.EllipticCurvePrivateKey)
    signature = signer.key.sign(attributes, ec.ECDSA(hashes.SHA256()))
    info = written(
        0x30,
        parts[0].whole,
        written(0x30, issuer.whole, number.whole),
        parts[2].whole,
        b"\xa0" + attributes[1:],
        parts[4].whole,
        written(0x04, signature),
    )
    data = written(
        0x30,
        version.whole,
        digests.whole,
        content.whole,
        written(0xA0, encoded),
        written(0x31, info),
    )
    return written(0x30, status.whole, written(0x30, kind.whole, written(0xA0, data)))


def _attribute(attribute: bytes, certificate: bytes) -> bytes:
    """The attribute, naming the new certificate where it named the old one."""
    if bytes.fromhex("060b2a864886f70d010910022f") not in attribute:
        return attribute
    kind = Fields(Fields(attribute).take(0x30).body).take(0x06)
    named = written(0x30, written(0x04, sha256(certificate).digest()))
    return written(0x30, kind.whole, written(0x31, written(0x30, written(0x30, named))))
