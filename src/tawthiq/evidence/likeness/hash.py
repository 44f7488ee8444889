"""The perceptual hash of one picture: 256 bits, few of which change when it is copied badly."""

from __future__ import annotations

import re
from dataclasses import dataclass

BITS, BYTES = 256, 32
NEAR = 31  # bits of 256: "the same picture", as PDQ's authors recommend (Hashing.pdf, 2019)
GOOD = 50  # of 100: below this, PDQ's authors say, a hash says little (plain sky, a black frame)
_HEX = re.compile(r"[0-9a-fA-F]{64}")


@dataclass(frozen=True, slots=True, order=True)
class PdqHash:
    """A hash by PDQ.

    Attributes:
        raw: 32 bytes; written as 64 hex digits, leading zeros included.
        quality: 0 to 100: how much there was to see.
    """

    raw: bytes
    quality: int

    def __post_init__(self) -> None:
        if len(self.raw) != BYTES:
            raise ValueError(f"a PDQ hash has {BYTES} bytes, this has {len(self.raw)}")
        if not 0 <= self.quality <= 100:
            raise ValueError(f"a quality between 0 and 100, not {self.quality}")

    @classmethod
    def parse(cls, text: str, quality: int) -> PdqHash:
        """Read 64 hex digits.

        Raises:
            ValueError: The text is anything else.
        """
        if not _HEX.fullmatch(text):
            raise ValueError(f"a PDQ hash is written as 64 hex digits, not as {text[:80]!r}")
        return cls(bytes.fromhex(text), quality)

    @property
    def is_good(self) -> bool:
        return self.quality >= GOOD

    def distance(self, other: PdqHash) -> int:
        """In how many of 256 bits they differ."""
        mine, theirs = int.from_bytes(self.raw, "big"), int.from_bytes(other.raw, "big")
        return (mine ^ theirs).bit_count()

    def __str__(self) -> str:
        return self.raw.hex()
