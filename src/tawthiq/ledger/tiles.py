"""The hashes of a log in pieces of 256, each at an address that never changes (C2SP tlog-tiles).

A tile of level 0 holds leaf hashes; each hash of a higher level is the root over one full tile
below. What lies between is computed. A tile that is not yet full is partial: it lies at the
right end, and a wider one takes its place.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tawthiq.ledger.tree import (
    HASH_BYTES,
    CompactRange,
    Hash,
    Head,
    level_above,
    perfect_root,
    root_over,
)

HEIGHT = 8
WIDTH = 1 << HEIGHT  # hashes in a full tile, entries in a full bundle
FULL_BYTES = WIDTH * HASH_BYTES

Level = int | Literal["entries"]
_PATH = re.compile(
    r"tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?"
)
_EXPANDED_KEPT = 128  # expanded tiles of 16 kB each; two levels of a million entries fit twice


@dataclass(frozen=True, slots=True)
class Tile:
    """The address of a tile, or of the bundle of entries below a tile of level 0.

    Attributes:
        level: 0 for leaf hashes, and up; ``"entries"`` for the entries themselves.
        index: Its place in the level, from 0.
        width: How many hashes or entries it holds, 1 to 256.
    """

    level: Level
    index: int
    width: int = WIDTH

    def __post_init__(self) -> None:
        is_level = self.level == "entries" or (isinstance(self.level, int) and 0 <= self.level < 64)
        if not (is_level and self.index >= 0 and 1 <= self.width <= WIDTH):
            raise ValueError(f"no tile {self.level}/{self.index} is {self.width} wide")

    @property
    def is_full(self) -> bool:
        return self.width == WIDTH

    @property
    def path(self) -> str:
        """Where it lies below the log: ``tile/0/x001/x234/067``, ``tile/0/000.p/5``."""
        partial = "" if self.is_full else f".p/{self.width}"
        return f"tile/{self.level}/{_numbered(self.index)}{partial}"

    @classmethod
    def parse(cls, path: str) -> Tile:
        """Read an address, in its one way of being written.

        Raises:
            ValueError: It is written in any other way.
        """
        written = _PATH.fullmatch(path)
        if written is None:
            raise ValueError(f"not the address of a tile: {path[:120]!r}")
        named, number, width = written.groups()
        level: Level = "entries" if named == "entries" else int(named)
        tile = cls(level, int(re.sub("[x/]", "", number)), int(width or WIDTH))
        if tile.path != path:  # more leading groups than it needs, or a full width spelt out
            raise ValueError(f"not the address of a tile: {path[:120]!r}")
        return tile


def _numbered(index: int) -> str:
    """An index in groups of three digits, all but the last marked: 1234067 is x001/x234/067."""
    digits = str(index)
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    *groups, last = (digits[at : at + 3] for at in range(0, len(digits), 3))
    return "".join(f"x{group}/" for group in groups) + last


def width_at(size: int, level: int, index: int) -> int:
    """How wide a tile of hashes is in a log of that size; 0 where there is none."""
    return max(0, min(WIDTH, (size >> HEIGHT * level) - index * WIDTH))


def tiles_of(size: int) -> Iterator[Tile]:
    """Every tile of hashes of a log of that size, level by level from the leaves."""
    level = 0
    while width := size >> HEIGHT * level:
        full, rest = divmod(width, WIDTH)
        yield from (Tile(level, index) for index in range(full))
        if rest:
            yield Tile(level, full, rest)
        level += 1


def hashes_in(tile: bytes) -> list[Hash]:
    return [tile[at : at + HASH_BYTES] for at in range(0, len(tile), HASH_BYTES)]


@dataclass(frozen=True, slots=True)
class Edge:
    """The right end of a log: the partial tile of each level, from the leaves; some are empty.

    It is all that a log needs in memory in order to grow.
    """

    size: int = 0
    partials: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        for level, partial in enumerate(self.partials):
            if len(partial) != (self.size >> HEIGHT * level) % WIDTH * HASH_BYTES:
                raise ValueError(f"level {level} of a log of {self.size} has another partial tile")

    def extended(self, hashes: Sequence[Hash]) -> tuple[Edge, dict[Tile, bytes]]:
        """The edge with these leaf hashes added, and every tile that is new or wider by them."""
        grown, partials, upward, level = dict[Tile, bytes](), list[bytes](), hashes, 0
        while upward or level < len(self.partials):
            held = self.partials[level] if level < len(self.partials) else b""
            index = self.size >> HEIGHT * (level + 1)
            full, rest = _cut(held + b"".join(upward))
            grown |= {Tile(level, index + n): tile for n, tile in enumerate(full)}
            if rest and upward:
                grown[Tile(level, index + len(full), len(rest) // HASH_BYTES)] = rest
            partials.append(rest)
            upward, level = [perfect_root(hashes_in(tile)) for tile in full], level + 1
        return Edge(self.size + len(hashes), tuple(partials)), grown

    def head(self) -> Head:
        peaks = list[Hash]()
        for partial in reversed(self.partials):
            peaks += CompactRange().extended(hashes_in(partial)).peaks
        return Head(self.size, root_over(peaks))


def _cut(hashes: bytes) -> tuple[list[bytes], bytes]:
    """Full tiles, and what is left over."""
    end = len(hashes) // FULL_BYTES * FULL_BYTES
    return [hashes[at : at + FULL_BYTES] for at in range(0, end, FULL_BYTES)], hashes[end:]


class TileNodes:
    """The perfect subtrees of a log whose hashes are in tiles; the tiles last used are kept."""

    def __init__(self, read: Callable[[int, int], bytes]) -> None:
        """`read` gives the tile of a level and index as wide as it is at present."""
        self._read = read
        self._full: OrderedDict[tuple[int, int], list[list[Hash]]] = OrderedDict()
        self._partial: dict[tuple[int, int], list[list[Hash]]] = {}

    def node(self, level: int, index: int) -> Hash:
        tile_level, height = divmod(level, HEIGHT)
        first = index << height
        expanded = self._expanded((tile_level, first // WIDTH))
        return expanded[height][(first % WIDTH) >> height]

    def forget_partial(self) -> None:
        """To be called when the log has grown: its partial tiles are wider now."""
        self._partial.clear()

    def _expanded(self, address: tuple[int, int]) -> list[list[Hash]]:
        """A tile's hashes, and every perfect subtree above them, by height."""
        if address in self._full:
            self._full.move_to_end(address)
            return self._full[address]
        if address in self._partial:
            return self._partial[address]
        levels = [hashes_in(self._read(*address))]
        while len(levels[-1]) > 1:
            levels.append(level_above(levels[-1]))
        if len(levels[0]) < WIDTH:
            self._partial[address] = levels
        else:
            self._full[address] = levels
            if len(self._full) > _EXPANDED_KEPT:
                self._full.popitem(last=False)
        return levels
