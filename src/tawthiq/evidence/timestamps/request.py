"""The question that is put to an authority: please stamp this digest (RFC 3161, 2.4.1)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from tawthiq.values.digest import Digest

_NONCE_BITS = 64
_SHA256 = bytes.fromhex("300d06096086480165030402010500")  # AlgorithmIdentifier, with its NULL
_TRUE = bytes.fromhex("0101ff")


@dataclass(frozen=True, slots=True)
class Request:
    """One question.

    Attributes:
        nonce: A number that nobody can foresee; whoever answers gives it back, so that an old
            answer does not pass for a new one.
    """

    digest: Digest
    nonce: int

    def __post_init__(self) -> None:
        if not 0 < self.nonce < 1 << _NONCE_BITS:
            raise ValueError(f"a nonce has 1 to {_NONCE_BITS} bits and is not negative")

    @classmethod
    def of(cls, digest: Digest) -> Request:
        """Ask for this digest, with a new nonce."""
        return cls(digest, secrets.randbits(_NONCE_BITS - 1) + 1)

    def to_bytes(self) -> bytes:
        """The request in DER; it asks for the certificates too, so that one can check offline."""
        imprint = _element(0x30, _SHA256 + _element(0x04, self.digest.raw))
        nonce = self.nonce.to_bytes(self.nonce.bit_length() // 8 + 1)  # no minus sign
        return _element(0x30, _element(0x02, b"\x01") + imprint + _element(0x02, nonce) + _TRUE)


def _element(tag: int, body: bytes) -> bytes:
    return bytes([tag, len(body)]) + body  # nothing in a request reaches 128 bytes
