"""The Merkle tree of RFC 9162, section 2.1: one hash that stands for every entry in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

Hash = bytes  # 32 bytes
HASH_BYTES = 32
EMPTY_ROOT: Hash = sha256(b"").digest()  # RFC 9162, 2.1.1: the root over no leaves

_LEAF, _NODE = b"\x00", b"\x01"  # RFC 9162, 2.1.1: keeps a leaf from passing as a node


def leaf_hash(entry: bytes) -> Hash:
    return sha256(_LEAF + entry).digest()


def node_hash(left: Hash, right: Hash) -> Hash:
    return sha256(_NODE + left + right).digest()


def level_above(hashes: Sequence[Hash]) -> list[Hash]:
    """Join neighbours two by two; a last one without a neighbour is left out."""
    pairs = range(0, len(hashes) - 1, 2)
    return [sha256(_NODE + hashes[i] + hashes[i + 1]).digest() for i in pairs]


def perfect_root(hashes: Sequence[Hash]) -> Hash:
    """The root over a power of two of hashes, level by level and without recursion.

    Raises:
        ValueError: Their number is no power of two.
    """
    if not hashes or len(hashes) & (len(hashes) - 1):
        raise ValueError(f"{len(hashes)} is no power of two")
    while len(hashes) > 1:
        hashes = level_above(hashes)
    return hashes[0]


def split(size: int) -> int:
    """Where a tree of two leaves or more divides: the largest power of two below its size."""
    return 1 << ((size - 1).bit_length() - 1)


@dataclass(frozen=True, slots=True)
class Head:
    """How many entries there are, and the root over all of them.

    Attributes:
        size: The number of entries.
        root: 32 bytes.
    """

    size: int
    root: Hash

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.root) != HASH_BYTES:
            raise ValueError(f"no tree has {self.size} entries and a root of {self.root!r}")
        if self.size == 0 and self.root != EMPTY_ROOT:
            raise ValueError("a log without entries has the hash of nothing as its root")


@dataclass(frozen=True, slots=True)
class CompactRange:
    """The least that lets a tree grow: its perfect subtrees, from the left, widest first.

    A tree of 13 leaves is kept as three hashes, over 8, 4 and 1 of them.
    """

    size: int = 0
    peaks: tuple[Hash, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.peaks) != self.size.bit_count():
            raise ValueError(f"{len(self.peaks)} peaks do not make a tree of {self.size} leaves")

    def extended(self, hashes: Sequence[Hash]) -> CompactRange:
        """The range with these leaf hashes added at its right end, in their order."""
        size, peaks = self.size, list(self.peaks)
        done = 0
        while done < len(hashes):
            width = _widest(size, len(hashes) - done)
            peak = perfect_root(hashes[done : done + width])
            done += width
            carried = width
            while size & carried:  # as in adding two numbers in binary
                peak = node_hash(peaks.pop(), peak)
                carried <<= 1
            peaks.append(peak)
            size += width
        return CompactRange(size, tuple(peaks))

    def root(self) -> Hash:
        return root_over(self.peaks)

    def head(self) -> Head:
        return Head(self.size, self.root())


def root_over(peaks: Sequence[Hash]) -> Hash:
    """The root over perfect subtrees, widest first; the hash of nothing where there is none."""
    if not peaks:
        return EMPTY_ROOT
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = node_hash(peak, root)
    return root


def root_of(hashes: Sequence[Hash]) -> Hash:
    """The root over leaf hashes, oldest first."""
    return CompactRange().extended(hashes).root()


def _widest(size: int, left: int) -> int:
    """The widest perfect subtree that may begin after `size` leaves and has `left` leaves at most.

    It must begin at a multiple of its own width, or it would not be a subtree of the whole.
    """
    fits = 1 << (left.bit_length() - 1)
    return min(fits, size & -size) if size else fits
