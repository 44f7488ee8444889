"""The log itself: entries are added at its end, and it proves what it holds.

It computes; where the bytes lie is the business of a ``Storage``. Whatever it proves, it first
checks against its own head, so that damage below is reported and never handed on as a proof.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tawthiq.ledger import words
from tawthiq.ledger.bundle import refuse_too_long
from tawthiq.ledger.proof import (
    check_consistency,
    check_inclusion,
    consistency_path,
    inclusion_path,
    root_at,
)
from tawthiq.ledger.tiles import HEIGHT, Edge, Tile, TileNodes, width_at
from tawthiq.ledger.tree import HASH_BYTES, Hash, Head, leaf_hash


@dataclass(frozen=True, slots=True)
class Growth:
    """What one addition does to a log; a storage takes all of it or nothing.

    Attributes:
        before: The head that it builds on.
        after: The head with the new entries.
        entries: The new entries, oldest first.
        tiles: Every tile of hashes that is new or wider; a wider one replaces a narrower.
    """

    before: Head
    after: Head
    entries: tuple[bytes, ...]
    tiles: Mapping[Tile, bytes]


class Storage(Protocol):
    """Where a log lies: 40 bytes an entry for hashes and index, and the entries."""

    def head(self) -> Head:
        """How far the log has grown; what lies beyond it was never finished and is ignored."""
        ...

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        """The entries from `start` to before `stop`, both within the log."""
        ...

    def tile(self, level: int, index: int) -> bytes:
        """A tile of hashes, as wide as it is at the head."""
        ...

    def commit(self, growth: Growth) -> None:
        """Keep all of it, durably, or nothing.

        Raises:
            RuntimeError: The log is no longer at ``growth.before``.
        """
        ...


class Log:
    """An append-only log over some storage, for one writer at a time.

    Over a database it is opened anew in each transaction: one that is rolled back would leave
    it ahead of its storage. Opening reads one tile a level.
    """

    def __init__(self, storage: Storage) -> None:
        """Open the log where it stands; a new storage is an empty log.

        Raises:
            IntegrityError: The hashes at its end do not give the root of its head.
        """
        self.storage = storage
        self._head = storage.head()
        self._edge = self._read_edge()
        self._nodes = TileNodes(self._tile)
        if self._edge.head() != self._head:
            raise words.head_differs(self._head.size)

    @property
    def head(self) -> Head:
        return self._head

    @property
    def size(self) -> int:
        return self._head.size

    def append(self, entries: Sequence[bytes]) -> Head:
        """Add entries, oldest first; when this returns they are kept for good.

        Entry n of them has the index ``head.size - len(entries) + n``.

        Raises:
            ValueError: An entry is longer than 65,535 bytes.
            RuntimeError: Somebody else has added entries since this log was opened.
        """
        refuse_too_long(entries)
        if not entries:
            return self._head
        edge, tiles = self._edge.extended([leaf_hash(entry) for entry in entries])
        head = edge.head()
        self.storage.commit(Growth(self._head, head, tuple(entries), tiles))
        self._edge, self._head = edge, head
        self._nodes.forget_partial()
        return head

    def entry(self, index: int) -> bytes:
        """One entry.

        Raises:
            ValueError: The log has no such entry.
        """
        if not 0 <= index < self.size:
            raise ValueError(f"no entry {index} in a log of {self.size}")
        [entry] = self.storage.entries(index, index + 1)
        return entry

    def root_at(self, size: int) -> Hash:
        """The root that the log had when it was of that size.

        Raises:
            ValueError: It never had that size.
        """
        if not 0 <= size <= self.size:
            raise ValueError(f"a log of {self.size} never had {size} entries")
        if size == self.size:
            return self._head.root
        return root_at(self._nodes, size)

    def inclusion(self, index: int, size: int | None = None) -> tuple[Hash, ...]:
        """The path that proves one entry under the head, or under an earlier size.

        Raises:
            ValueError: There is no such entry at that size.
            IntegrityError: The entry or a hash in the storage was changed.
        """
        size = self.size if size is None else size
        root = self.root_at(size)
        path = inclusion_path(self._nodes, index, size)
        leaf = leaf_hash(self.entry(index))
        check_inclusion(leaf, index=index, size=size, path=path, root=root)
        return path

    def consistency(self, old: int, new: int | None = None) -> tuple[Hash, ...]:
        """The path that proves that the log only grew from one size to another.

        Raises:
            ValueError: It did not have these sizes, in this order.
            IntegrityError: A hash in the storage was changed.
        """
        new = self.size if new is None else new
        old_root, new_root = self.root_at(old), self.root_at(new)
        path = consistency_path(self._nodes, old, new)
        check_consistency(old, new, path=path, old_root=old_root, new_root=new_root)
        return path

    def check_grew_from(self, held: Head) -> None:
        """Return if everything that somebody's older head stands for is still in the log.

        Raises:
            IntegrityError: Entries were removed, or something before that head was changed.
        """
        if held.size > self.size:
            raise words.shrunk(held.size, self.size)
        if self.root_at(held.size) != held.root:
            raise words.did_not_only_grow(held.size, self.size)

    def _read_edge(self) -> Edge:
        size, partials = self._head.size, list[bytes]()
        while width := size >> HEIGHT * len(partials):
            level, index = len(partials), width >> HEIGHT
            partials.append(self._tile(level, index) if width_at(size, level, index) else b"")
        return Edge(size, tuple(partials))

    def _tile(self, level: int, index: int) -> bytes:
        width = width_at(self._head.size, level, index)
        tile = self.storage.tile(level, index)
        if not width or len(tile) != width * HASH_BYTES:
            raise words.tile_differs(Tile(level, index, width or 1).path)
        return tile
