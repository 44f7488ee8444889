"""Keys of invented logs and witnesses; each test run makes them anew from fixed bytes."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tawthiq.ledger.key import KeyKind, SigningKey, VerificationKey


def key(name: str, kind: KeyKind = KeyKind.NOTE, seed: str = "") -> SigningKey:
    """The key that this name always has in tests."""
    secret = sha256(f"{name} {kind} {seed}".encode()).digest()
    public = Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()
    written_id = VerificationKey(name, kind, public).id.hex()
    encoded = b64encode(bytes([kind]) + secret).decode()
    return SigningKey.parse(f"PRIVATE+KEY+{name}+{written_id}+{encoded}")


def witness_key(name: str) -> SigningKey:
    return key(name, KeyKind.COSIGNATURE)


LOG = key("archive.example/log")
OTHER = key("other.example/log")
WITNESS = witness_key("sister.example/witness")
SECOND = witness_key("lawyer.example/witness")
