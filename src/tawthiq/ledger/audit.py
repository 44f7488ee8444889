"""Does every entry still have the hash that was sealed? Everything is computed anew.

This finds what was changed by somebody who did not change the hashes with it, and names it.
Whoever recomputes the hashes as well is found only by an older head that somebody else holds
(``Log.check_grew_from``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tawthiq.errors import TawthiqError
from tawthiq.ledger.log import Storage
from tawthiq.ledger.tiles import WIDTH, Edge, Tile, hashes_in
from tawthiq.ledger.tree import Hash, leaf_hash
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the log that is not as it was sealed.

    Attributes:
        where: ``entry 17``, ``tile/1/000``, ``head``: for programs, the same in every language.
        said: What is wrong with it.
    """

    where: str
    said: Both


def audit(storage: Storage) -> Iterator[Fault]:
    """Recompute the log from its entries and yield every fault, 256 entries at a time."""
    head, edge = storage.head(), Edge()
    for start in range(0, head.size, WIDTH):
        stop = min(start + WIDTH, head.size)
        try:
            entries = storage.entries(start, stop)
        except TawthiqError as broken:
            yield Fault(f"entries {start} to {stop - 1}", Both(broken.en, broken.ar))
            return  # without them no later hash can be computed
        hashes = [leaf_hash(entry) for entry in entries]
        edge, tiles = edge.extended(hashes)
        yield from _changed_entries(storage, start, hashes)
        yield from _changed_tiles(storage, head.size, tiles)
    if edge.head() != head:
        yield Fault("head", _HEAD)


def _changed_entries(storage: Storage, start: int, hashes: list[Hash]) -> Iterator[Fault]:
    try:
        sealed = hashes_in(storage.tile(0, start // WIDTH))
    except TawthiqError as broken:
        yield Fault(Tile(0, start // WIDTH).path, Both(broken.en, broken.ar))
        return
    for index, (found, expected) in enumerate(zip(hashes, sealed, strict=False), start):
        if found != expected:
            yield Fault(f"entry {index}", _entry_differs(index))
    if len(hashes) != len(sealed):
        yield Fault(Tile(0, start // WIDTH, len(hashes)).path, _TILE)


def _changed_tiles(storage: Storage, size: int, tiles: Mapping[Tile, bytes]) -> Iterator[Fault]:
    """Full tiles above the leaves, and at the end of the log the partial ones."""
    for tile, expected in tiles.items():
        level = tile.level
        if not isinstance(level, int) or level == 0:
            continue
        stands = size >> 8 * level
        if not tile.is_full and tile.index * WIDTH + tile.width != stands:
            continue  # a wider one has taken its place
        try:
            found = storage.tile(level, tile.index)
        except TawthiqError as broken:
            yield Fault(tile.path, Both(broken.en, broken.ar))
            continue
        if found != expected:
            yield Fault(tile.path, _TILE)


def _entry_differs(index: int) -> Both:
    return Both(
        f"entry {index} is not what was sealed: it, or its hash, was changed",
        f"القيد {index} ليس هو ما خُتم: عُدّل القيد أو بصمته",
    )


_TILE = Both(
    "the hashes in it do not follow from the entries",
    "البصمات التي فيه لا تنتج عن القيود",
)
_HEAD = Both(
    "the root of the head does not follow from the entries",
    "الجذر المسجَّل لا ينتج عن القيود",
)
