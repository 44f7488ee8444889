"""A working log in a folder of a few plain files, which only ever grow at their ends.

    entries     every entry after its length: the bundles of C2SP tlog-tiles, one after another
    bundles     where each bundle begins, eight bytes each
    level-0     the leaf hashes: the tiles of level 0, one after another; level-1 and so on
    head        how far the log has grown, in two places that are written in turn

The head is written last and names the root, so what lies beyond it was never finished and is
written over. Half a head is recognised by its check, and the one before it still stands.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from tawthiq.ledger import durable, words
from tawthiq.ledger.bundle import pack, unpack
from tawthiq.ledger.lines import base64_of
from tawthiq.ledger.log import Growth
from tawthiq.ledger.tiles import FULL_BYTES, HEIGHT, WIDTH, width_at
from tawthiq.ledger.tree import EMPTY_ROOT, HASH_BYTES, Head

_PLACE = 512  # bytes; one sector, so that a disk writes it in one piece or not at all
_OFFSET = 8  # bytes


class _End(NamedTuple):
    """How far the log has grown, and how many bytes its entries take."""

    head: Head
    offset: int


class FileStorage:
    """A log in plain files. One writer at a time: nothing here keeps a second one out."""

    def __init__(self, folder: Path) -> None:
        """Open the log, or make an empty one where there is none.

        Raises:
            IntegrityError: There are heads, and none of them is whole.
        """
        self.folder = folder
        self._has_new_file = False
        if not self._path("head").exists():
            self._make()
        self._end = self._read_end()

    def head(self) -> Head:
        return self._end.head

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        if start == stop:
            return ()
        first, last = start >> HEIGHT, stop - 1 >> HEIGHT
        begins = self._offset_of(first)
        data = self._read("entries", begins, self._offset_of(last + 1) - begins)
        width = min((last + 1) << HEIGHT, self._end.head.size) - (first << HEIGHT)
        return unpack(data, width)[start - (first << HEIGHT) :][: stop - start]

    def tile(self, level: int, index: int) -> bytes:
        width = width_at(self._end.head.size, level, index)
        return self._read(f"level-{level}", index * FULL_BYTES, width * HASH_BYTES)

    def commit(self, growth: Growth) -> None:
        if growth.before != self._read_end().head:
            raise RuntimeError(f"the log has moved on from {growth.before.size} entries")
        packed = [pack([entry]) for entry in growth.entries]
        ends = list(accumulate(map(len, packed), initial=self._end.offset))
        self._write("entries", self._end.offset, b"".join(packed))
        self._write_bundles(growth.before.size, ends)
        for level, at, hashes in _runs(growth):
            self._write(f"level-{level}", at, hashes)
        self._write_end(_End(growth.after, ends[-1]))

    def _write_bundles(self, size: int, ends: list[int]) -> None:
        """`ends`: where the entries begin that follow the first `size`, and where the last ends."""
        first = -size % WIDTH  # how many of them still belong to a bundle that had begun
        begun = b"".join(end.to_bytes(_OFFSET) for end in ends[first:-1:WIDTH])
        if begun:
            self._write("bundles", (size + first >> HEIGHT) * _OFFSET, begun)

    def _offset_of(self, bundle: int) -> int:
        if bundle << HEIGHT >= self._end.head.size:
            return self._end.offset
        return int.from_bytes(self._read("bundles", bundle * _OFFSET, _OFFSET))

    def _path(self, name: str) -> Path:
        return self.folder / name

    def _make(self) -> None:
        empty = _place(_End(Head(0, EMPTY_ROOT), 0))
        durable.write(self._path("head"), empty + empty)

    def _read(self, name: str, at: int, length: int) -> bytes:
        try:
            with self._path(name).open("rb") as file:
                file.seek(at)
                data = file.read(max(0, length))
        except FileNotFoundError:
            raise words.file_missing(name) from None
        if len(data) != length:
            raise words.file_cut(name)
        return data

    def _write(self, name: str, at: int, data: bytes) -> None:
        """Write and flush, so that nothing that is written later can reach the disk before it."""
        is_new = not self._path(name).exists()
        with self._path(name).open("xb" if is_new else "r+b") as file:
            file.seek(at)
            file.write(data)
            file.flush()
            durable.flush_content(file.fileno())
        self._has_new_file |= is_new

    def _write_end(self, end: _End) -> None:
        """In the place where the head does not stand, so that a half-written one harms nothing."""
        if self._has_new_file:
            durable.flush_folder(self.folder)
            self._has_new_file = False
        places = self._places()
        self._write("head", _PLACE if places[0] == self._end else 0, _place(end))
        self._end = end

    def _places(self) -> list[_End | None]:
        data = self._read("head", 0, 2 * _PLACE)
        return [_end_in(data[at : at + _PLACE]) for at in (0, _PLACE)]

    def _read_end(self) -> _End:
        whole = [end for end in self._places() if end]
        if not whole:
            raise words.no_head()
        return max(whole, key=lambda end: end.head.size)


def _runs(growth: Growth) -> Iterator[tuple[int, int, bytes]]:
    """The grown tiles of each level in one piece: level, where it begins, hashes."""
    levels = dict[int, list[tuple[int, bytes]]]()
    for tile, hashes in growth.tiles.items():
        assert isinstance(tile.level, int)
        levels.setdefault(tile.level, []).append((tile.index, hashes))
    for level, tiles in levels.items():
        tiles.sort()
        yield level, tiles[0][0] * FULL_BYTES, b"".join(hashes for _, hashes in tiles)


def _place(end: _End) -> bytes:
    """Four lines and their check, filled up with newlines, so that a person can read them."""
    said = f"tawthiq-head/1\n{end.head.size}\n{end.offset}\n{base64_of(end.head.root)}\n".encode()
    return (said + sha256(said).hexdigest().encode()).ljust(_PLACE, b"\n")


def _end_in(place: bytes) -> _End | None:
    """What a place says, or nothing where it was not written to its end."""
    said, _, check = place.rstrip(b"\n").rpartition(b"\n")
    if sha256(said + b"\n").hexdigest().encode() != check:
        return None
    _title, size, offset, root = said.decode().split("\n")
    return _End(Head(int(size), b64decode(root)), int(offset))
