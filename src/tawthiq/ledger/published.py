"""A copy of a log as others read it: the static files of C2SP tlog-tiles and a checkpoint.

Any web server can hand them out and any monitor of that family can read them. Full tiles and
bundles never change; the checkpoint is written last, so that it never promises what is not
there yet. Publishing again adds what is new.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from tawthiq.ledger import durable, words
from tawthiq.ledger.bundle import pack, unpack
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.log import Growth, Log
from tawthiq.ledger.note import Note
from tawthiq.ledger.tiles import HEIGHT, WIDTH, Tile, tiles_of, width_at
from tawthiq.ledger.tree import Head

CHECKPOINT = "checkpoint"
_AT_ONCE = 64  # files; what is held in memory while publishing


def publish(log: Log, folder: Path, checkpoint: Note) -> None:
    """Write the files of a log and the signed checkpoint of its head.

    Partial tiles of earlier checkpoints stay until the full tile is there.

    Raises:
        ValueError: The checkpoint is not of the head.
    """
    if Checkpoint.parse(checkpoint.text).head != log.head:
        raise ValueError(f"the checkpoint is not of the log at {log.size} entries")
    waiting = dict[Path, bytes]()
    for tile in _files_of(log.size):
        if not (folder / tile.path).exists():
            waiting[folder / tile.path] = _content(log, tile)
        if len(waiting) == _AT_ONCE:
            durable.write_all(waiting)
            waiting.clear()
    durable.write_all(waiting)
    durable.write(folder / CHECKPOINT, checkpoint.to_bytes())
    _remove_overtaken(folder)


def _files_of(size: int) -> Iterator[Tile]:
    """The tiles of hashes, and beside each tile of leaf hashes the bundle of its entries."""
    for tile in tiles_of(size):
        yield tile
        if tile.level == 0:
            yield Tile("entries", tile.index, tile.width)


def _content(log: Log, tile: Tile) -> bytes:
    if isinstance(tile.level, int):
        return log.storage.tile(tile.level, tile.index)
    first = tile.index * WIDTH
    return pack(log.storage.entries(first, first + tile.width))


def _remove_overtaken(folder: Path) -> None:
    for partial in (folder / "tile").rglob("*.p"):
        if partial.with_suffix("").exists():
            shutil.rmtree(partial)


class PublishedStorage:
    """Reads a published log at the head that its checkpoint, once verified, names."""

    def __init__(self, folder: Path, head: Head) -> None:
        self.folder = folder
        self._head = head

    def head(self) -> Head:
        return self._head

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        found = list[bytes]()
        first = start >> HEIGHT
        for index in range(first, -(-stop // WIDTH)):
            width = width_at(self._head.size, 0, index)
            found += unpack(self._read(Tile("entries", index, width)), width)
        return found[start - first * WIDTH : stop - first * WIDTH]

    def tile(self, level: int, index: int) -> bytes:
        return self._read(Tile(level, index, width_at(self._head.size, level, index)))

    def commit(self, growth: Growth) -> None:
        raise RuntimeError("a published log is a copy; add to the log that it was made from")

    def _read(self, tile: Tile) -> bytes:
        try:
            return (self.folder / tile.path).read_bytes()
        except FileNotFoundError:
            raise words.file_missing(tile.path) from None
