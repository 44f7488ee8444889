"""Names of bytes, by their content: whoever has the bytes can work the name out again."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

_BYTES = 32
_CHUNK = 1 << 20  # bytes read at a time, so that a film does not fill memory
_HEX = re.compile(r"[0-9a-fA-F]{64}")


@dataclass(frozen=True, slots=True, order=True)
class Digest:
    """The SHA-256 of some bytes: 32 bytes, written as 64 lower-case hex digits."""

    raw: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != _BYTES:
            raise ValueError(f"a SHA-256 has {_BYTES} bytes, this has {len(self.raw)}")

    @classmethod
    def of(cls, data: bytes) -> Digest:
        return cls(hashlib.sha256(data).digest())

    @classmethod
    def of_file(cls, path: Path) -> Digest:
        """Digest a file of any size in constant memory.

        Raises:
            OSError: The file cannot be opened or read to its end.
        """
        running = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                running.update(chunk)
        return cls(running.digest())

    @classmethod
    def parse(cls, text: str) -> Digest:
        """Read 64 hex digits of either case.

        Raises:
            ValueError: The text is anything else, a space around it included.
        """
        if not _HEX.fullmatch(text):
            raise ValueError(f"a SHA-256 is written as 64 hex digits, not as {text[:80]!r}")
        return cls(bytes.fromhex(text))

    def __str__(self) -> str:
        return self.raw.hex()
