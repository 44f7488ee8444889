"""Ed25519 keys that have a name, as signed notes use them (C2SP signed-note).

A *verification key* is public and is given on paper or in a package of another kind than what
it verifies. A *signing key* never leaves the machine that signs, except sealed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from tawthiq.ledger import words
from tawthiq.ledger.lines import base64_of, bytes_of
from tawthiq.values.both import Both

KEY_BYTES = 32
SIGNATURE_BYTES = 64
ID_BYTES = 4

_VERIFICATION = re.compile(r"([^+]+)\+([0-9a-f]{8})\+(.+)")
_SECRET = re.compile(r"PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(.+)")
_NOT_IN_A_NAME = re.compile(r"[\s+\x00-\x1f]")


class KeyKind(IntEnum):
    """What a key signs, by the byte that C2SP assigns."""

    NOTE = 0x01
    """The text of a note as it stands: a log signs its checkpoints so."""
    COSIGNATURE = 0x04
    """The text and the time at which it was seen: a log witness signs so."""


def is_key_name(name: str) -> bool:
    """Whether it may name a key: not empty, and without spaces and plus signs."""
    return bool(name) and not _NOT_IN_A_NAME.search(name)


@dataclass(frozen=True, slots=True)
class VerificationKey:
    """A public key, whom it belongs to, and what it signs.

    Attributes:
        name: By custom an address without a scheme, ``example.org/log``; it need not exist.
        kind: What it signs.
        public: 32 bytes (RFC 8032).
    """

    name: str
    kind: KeyKind
    public: bytes

    def __post_init__(self) -> None:
        if not is_key_name(self.name) or len(self.public) != KEY_BYTES:
            raise ValueError(f"no key of {len(self.public)} bytes is named {self.name!r}")

    @property
    def id(self) -> bytes:
        """Four bytes that tell keys of one name apart; no protection against an adversary."""
        said = self.name.encode() + b"\n" + bytes([self.kind]) + self.public
        return sha256(said).digest()[:ID_BYTES]

    def verifies(self, message: bytes, signature: bytes) -> bool:
        """Whether this key made this Ed25519 signature of 64 bytes over this message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except InvalidSignature:
            return False
        return True

    def __str__(self) -> str:
        """The one line in which it is given to others; ``parse`` reads it back."""
        return f"{self.name}+{self.id.hex()}+{base64_of(bytes([self.kind]) + self.public)}"

    @classmethod
    def parse(cls, line: str) -> VerificationKey:
        """Read such a line.

        Raises:
            UnreadableError: It is not one, was mistyped, or is of a kind we do not know.
        """
        name, written_id, kind, public = _taken_apart(_VERIFICATION, line, words.KEY)
        key = cls(name, kind, public)
        _refuse_other_id(key, written_id, words.KEY)
        return key


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A secret key; its ``repr`` does not show it.

    Attributes:
        name: As in its verification key.
        kind: What it signs.
    """

    name: str
    kind: KeyKind
    _secret: Ed25519PrivateKey

    @classmethod
    def generate(cls, name: str, kind: KeyKind) -> SigningKey:
        """Make a new key from the system's randomness."""
        key = cls(name, kind, Ed25519PrivateKey.generate())
        _ = key.public  # refuses a name that cannot be
        return key

    @property
    def public(self) -> VerificationKey:
        raw = self._secret.public_key().public_bytes_raw()
        return VerificationKey(self.name, self.kind, raw)

    def sign(self, message: bytes) -> bytes:
        return self._secret.sign(message)

    def secret_line(self) -> str:
        """The one line in which it is kept; whoever reads it can sign. Never log it."""
        public = self.public
        secret = base64_of(bytes([self.kind]) + self._secret.private_bytes_raw())
        return f"PRIVATE+KEY+{self.name}+{public.id.hex()}+{secret}"

    @classmethod
    def parse(cls, line: str) -> SigningKey:
        """Read such a line.

        Raises:
            UnreadableError: It is not one, was mistyped, or is of a kind we do not know.
        """
        name, written_id, kind, secret = _taken_apart(_SECRET, line, words.SECRET_KEY)
        key = cls(name, kind, Ed25519PrivateKey.from_private_bytes(secret))
        _refuse_other_id(key.public, written_id, words.SECRET_KEY)
        return key

    def __repr__(self) -> str:
        return f"SigningKey({self.public})"


def _taken_apart(form: re.Pattern[str], line: str, thing: Both) -> tuple[str, str, KeyKind, bytes]:
    written = form.fullmatch(line)
    if written is None or not is_key_name(written[1]):
        raise words.unreadable(thing, Both("it has another form", "شكله مختلف"))
    name, written_id, encoded = written.groups()
    kind, *key = bytes_of(encoded, thing)
    if kind not in list(KeyKind) or len(key) != KEY_BYTES:
        raise words.unreadable(
            thing, Both(f"kind {kind} is not known here", f"النوع {kind} غير معروف هنا")
        )
    return name, written_id, KeyKind(kind), bytes(key)


def _refuse_other_id(key: VerificationKey, written: str, thing: Both) -> None:
    if key.id.hex() != written:
        raise words.unreadable(thing, Both("its number does not belong to it", "رقمه لا يعود إليه"))
