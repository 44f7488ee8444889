"""A promise to some bytes that tells nothing about them, and that can be forgotten.

Whoever has the bytes and the salt can show what was promised. Once the salt is erased nobody
can, not even by trying every name there is, and whatever sealed the promise stays valid.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha256

SALT_BYTES = 32
_DOMAIN = b"tawthiq-commitment/1\n"  # keeps it from being read as a digest of something else
_BYTES = 32


def new_salt() -> bytes:
    """A salt from the randomness of the system; one for each thing that may be forgotten."""
    return secrets.token_bytes(SALT_BYTES)


def committed(content: bytes, salt: bytes) -> bytes:
    """The bytes of a commitment, for whoever makes very many; ``Commitment.to`` asks first."""
    return sha256(_DOMAIN + salt + content).digest()


@dataclass(frozen=True, slots=True)
class Commitment:
    """Thirty-two bytes that bind to content without showing it."""

    raw: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != _BYTES:
            raise ValueError(f"a commitment has {_BYTES} bytes, this has {len(self.raw)}")

    @classmethod
    def to(cls, content: bytes, salt: bytes) -> Commitment:
        """Commit to some bytes under a salt that ``new_salt`` gave.

        Raises:
            ValueError: The salt does not have 32 bytes, so another pair could mean the same.
        """
        if len(salt) != SALT_BYTES:
            raise ValueError(f"a salt has {SALT_BYTES} bytes, this has {len(salt)}")
        return cls(committed(content, salt))

    def is_to(self, content: bytes, salt: bytes) -> bool:
        """Whether this is the commitment to that content under that salt."""
        return len(salt) == SALT_BYTES and self == Commitment.to(content, salt)

    def __str__(self) -> str:
        return self.raw.hex()
