"""A log that lies in memory: for tests, and for a small log that came in a package."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.ledger.log import Growth
from tawthiq.ledger.tree import EMPTY_ROOT, Head


class MemoryStorage:
    """Entries and tiles in a list and a dictionary; gone with the process."""

    def __init__(self) -> None:
        self.at = Head(0, EMPTY_ROOT)
        self.sealed: list[bytes] = []
        self.tiles: dict[tuple[int, int], bytes] = {}

    def head(self) -> Head:
        return self.at

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        return self.sealed[start:stop]

    def tile(self, level: int, index: int) -> bytes:
        return self.tiles[level, index]

    def commit(self, growth: Growth) -> None:
        if growth.before != self.at:
            raise RuntimeError(f"the log has moved on from {growth.before.size} entries")
        self.sealed += growth.entries
        for tile, hashes in growth.tiles.items():
            assert isinstance(tile.level, int)
            self.tiles[tile.level, tile.index] = hashes
        self.at = growth.after
