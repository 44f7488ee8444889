"""Finding, among a million hashes, every one that is near to a given one, and no other.

The hashes lie in four columns of 64 bits. The first column is compared for all of them; whatever is
too far already is left out of the next. That is exact and needs no index that would have to be
kept in step with the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tawthiq.evidence.likeness.hash import BYTES, NEAR, PdqHash

_COLUMNS = BYTES // 8
_BLOCK = 1 << 16  # hashes compared at a time, so that they stay in the processor's own memory


class Near(NamedTuple):
    """A hash that is near: its place in the order in which they were given, and how near."""

    place: int
    distance: int  # bits, of 256


class HashTable:
    """Many hashes in the order in which they were given; 32 bytes each."""

    def __init__(self, raw: Iterable[bytes] = ()) -> None:
        self._blocks = list[NDArray[np.uint64]]()
        self._last = np.empty((_COLUMNS, 0), np.uint64)
        self.extend(raw)

    def __len__(self) -> int:
        return len(self._blocks) * _BLOCK + self._last.shape[1]

    def extend(self, raw: Iterable[bytes]) -> None:
        """Add hashes, each of 32 bytes.

        Raises:
            ValueError: One of them has another length.
        """
        data = b"".join(_checked(raw))
        new = np.frombuffer(data, np.uint64).reshape(-1, _COLUMNS).T
        rest = np.concatenate([self._last, new], axis=1)
        while rest.shape[1] >= _BLOCK:
            self._blocks.append(np.ascontiguousarray(rest[:, :_BLOCK]))
            rest = rest[:, _BLOCK:]
        self._last = np.ascontiguousarray(rest)

    def near(self, hashes: PdqHash | Sequence[PdqHash], most: int = NEAR) -> list[Near]:
        """Every hash within so many bits of one of these, nearest first.

        Args:
            hashes: One, or the eight of a picture turned and mirrored.
        """
        asked = [hashes] if isinstance(hashes, PdqHash) else list(hashes)
        best = dict[int, int]()
        for one in asked:
            for place, distance in self._near_one(one, most):
                best[place] = min(distance, best.get(place, distance))
        found = (Near(place, distance) for place, distance in best.items())
        return sorted(found, key=lambda each: (each.distance, each.place))

    def _near_one(self, one: PdqHash, most: int) -> Iterable[tuple[int, int]]:
        wanted = np.frombuffer(one.raw, np.uint64)
        for number, block in enumerate([*self._blocks, self._last]):
            places, distances = _within(block, wanted, most)
            yield from zip((places + number * _BLOCK).tolist(), distances.tolist(), strict=True)


def _within(
    block: NDArray[np.uint64], wanted: NDArray[np.uint64], most: int
) -> tuple[NDArray[np.intp], NDArray[np.uint16]]:
    distances = np.bitwise_count(block[0] ^ wanted[0]).astype(np.uint16)
    places = np.flatnonzero(distances <= most)
    distances = distances[places]
    for column in range(1, _COLUMNS):
        distances += np.bitwise_count(block[column, places] ^ wanted[column])
        near = distances <= most
        places, distances = places[near], distances[near]
    return places, distances


def _checked(raw: Iterable[bytes]) -> Iterable[bytes]:
    for one in raw:
        if len(one) != BYTES:
            raise ValueError(f"a PDQ hash has {BYTES} bytes, this has {len(one)}")
        yield one
