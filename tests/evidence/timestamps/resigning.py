"""Replies cut together anew: for certificates and contents with which no honest program signs."""

from __future__ import annotations

import re
from hashlib import sha256

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from tests.evidence.timestamps.authorities import Holder

from tawthiq.evidence.bare.der import Der, Fields

DIGESTS_CONTENT = bytes.fromhex("06092a864886f70d010904")
NAMES_CERTIFICATE = bytes.fromhex("060b2a864886f70d010910022f")


def written(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    if len(body) < 0x80:
        return bytes([tag, len(body)]) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8)
    return bytes([tag, 0x80 | len(size)]) + size + body


def resigned(
    reply: bytes,
    signer: Holder,
    *,
    names: Holder | None = None,
    without: str = "",
    replace: tuple[bytes, bytes] = (b"", b""),
    time: bytes = b"",
) -> bytes:
    """The same content and time, signed by somebody else; everything else as it must be.

    Args:
        names: Whose certificate the signature names, where it is not the signer's.
        without: The last byte of the kind of an attribute that is left out, in hex.
        replace: Bytes within the signed attributes, and what stands there instead.
        time: What the stamp gives as its time, ``20200601000000Z``; else it stays.
    """
    status, kind, parts, info = _apart(reply)
    version, digests, content = parts[0], parts[1], _at(parts[2].whole, time)
    encoded = _encoded(signer)
    inner = Fields(Fields(encoded).take(0x30).body).take(0x30)
    number, issuer = Fields(inner.body).left[1], Fields(inner.body).left[3]
    kept = [one for one in Fields(info[3].body).left if not without or not _is_of(one, without)]
    said = [_attribute(one.whole, _encoded(names or signer), content) for one in kept]
    changed = [one.replace(*replace) if replace[0] else one for one in said]
    attributes = written(0x31, *sorted(changed))
    assert isinstance(signer.key, ec.EllipticCurvePrivateKey)
    signature = signer.key.sign(attributes, ec.ECDSA(hashes.SHA256()))
    signed = written(
        0x30,
        info[0].whole,
        written(0x30, issuer.whole, number.whole),
        info[2].whole,
        b"\xa0" + attributes[1:],
        info[4].whole,
        written(0x04, signature),
    )
    return _together(
        status, kind, version, digests, content, written(0xA0, encoded), written(0x31, signed)
    )


def with_two_signers(reply: bytes) -> bytes:
    status, kind, parts, _ = _apart(reply)
    twice = written(0x31, parts[4].body, parts[4].body)
    return _together(status, kind, *parts[:3], parts[3].whole, twice)


def rewritten(reply: bytes, extensions: bytes) -> bytes:
    """The reply with extensions in what the authority says; its signature no longer fits."""
    status, kind, parts, _ = _apart(reply)
    content_kind, wrapped = Fields(parts[2].body).left
    inside = Fields(Fields(wrapped.body).take(0x04).body).take(0x30)
    content = written(
        0x30,
        content_kind.whole,
        written(0xA0, written(0x04, written(0x30, inside.body, extensions))),
    )
    return _together(status, kind, parts[0], parts[1], content, parts[3].whole, parts[4].whole)


def _apart(reply: bytes) -> tuple[Der, Der, list[Der], list[Der]]:
    """Status, kind, the parts of the signed data, and those of its only signer."""
    status, token = Fields(Fields(reply).take(0x30).body).left
    kind, wrapped = Fields(token.body).left
    parts = Fields(Fields(wrapped.body).take(0x30).body).left
    return status, kind, parts, Fields(Fields(parts[4].body).take(0x30).body).left


def _together(status: Der, kind: Der, *parts: Der | bytes) -> bytes:
    data = written(0x30, *(part if isinstance(part, bytes) else part.whole for part in parts))
    return written(0x30, status.whole, written(0x30, kind.whole, written(0xA0, data)))


def _encoded(holder: Holder) -> bytes:
    return holder.certificate.public_bytes(serialization.Encoding.DER)


def _is_of(attribute: Der, last: str) -> bool:
    return Fields(attribute.body).take(0x06).body.endswith(bytes.fromhex(last))


def _at(content: bytes, time: bytes) -> bytes:
    """The content with another time of the same length in it."""
    return re.sub(rb"(?<=\x18\x0f)\d{14}Z", time, content, count=1) if time else content


def _attribute(attribute: bytes, certificate: bytes, content: bytes) -> bytes:
    """The attribute, naming the new certificate and content where it named the old ones."""
    kind = Fields(Fields(attribute).take(0x30).body).take(0x06)
    if attribute.startswith(DIGESTS_CONTENT, 2):
        inside = Fields(Fields(content).take(0x30).body).left[1]
        digest = sha256(Fields(inside.body).take(0x04).body).digest()
        return written(0x30, kind.whole, written(0x31, written(0x04, digest)))
    if not attribute.startswith(NAMES_CERTIFICATE, 2):
        return attribute
    named = written(0x30, written(0x04, sha256(certificate).digest()))
    return written(0x30, kind.whole, written(0x31, written(0x30, written(0x30, named))))
