"""What the vault says of bytes: which ones they are, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.values.digest import Digest

SHA512_BYTES = 64


@dataclass(frozen=True, slots=True, order=True)
class ObjectRef:
    """Which bytes: their SHA-256, and how many there are."""

    digest: Digest
    size: int

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError(f"an object of {self.size} bytes")

    def __str__(self) -> str:
        return f"sha256:{self.digest} ({self.size} bytes)"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Both hashes of some bytes, taken in one pass over what was stored.

    SHA-256 names the object. SHA-512 travels in packages, and would still hold on the day
    when somebody finds two contents with one SHA-256.
    """

    ref: ObjectRef
    sha512: bytes

    def __post_init__(self) -> None:
        if len(self.sha512) != SHA512_BYTES:
            raise ValueError(f"a SHA-512 has {SHA512_BYTES} bytes, this has {len(self.sha512)}")


class Held(StrEnum):
    """What the vault held of these bytes before they came."""

    NEW = "new"
    """Nothing."""
    ALREADY = "already"
    """The same bytes, read again just now and found whole."""
    MENDED = "mended"
    """A damaged copy; it was set aside and these bytes took its place."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes that are on the disk for good. Not yet in the ledger: that is the caller's part."""

    fingerprint: Fingerprint
    held: Held

    @property
    def ref(self) -> ObjectRef:
        return self.fingerprint.ref
