"""Which pictures and films look like one another, as far as their hashes are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.evidence.likeness.hash import NEAR, PdqHash
from tawthiq.evidence.likeness.search import HashTable
from tawthiq.store import models

_MOST = 50  # shown of what is alike
_GOOD = 50  # quality below which a hash says little


@dataclass(frozen=True, slots=True)
class Alike:
    """Another item that looks alike.

    Attributes:
        distance: Bits of 256 in which the nearest two pictures differ.
        frames: How many of its key frames have a near one here; 1 for a picture.
    """

    code: str
    distance: int
    frames: int


class LikenessTable:
    """All kept hashes, read once; whoever adds items adds their hashes too."""

    def __init__(self) -> None:
        rows = models.EvidenceLikeness.objects.filter(quality__gte=_GOOD).order_by("id")
        found = list(rows.values_list("item__code", "hash"))
        self._codes = [code for code, _ in found]
        self._table = HashTable(bytes.fromhex(text) for _, text in found)

    def add(self, code: str, hashes: Sequence[PdqHash]) -> None:
        good = [one for one in hashes if one.is_good]
        self._codes += [code] * len(good)
        self._table.extend(one.raw for one in good)

    def near(self, hashes: Sequence[PdqHash], own: str = "") -> tuple[Alike, ...]:
        """Items that look like one with these hashes, nearest first."""
        best, frames = dict[str, int](), dict[str, set[int]]()
        for one in hashes:
            if not one.is_good:
                continue
            for place, distance in self._table.near(one, NEAR):
                code = self._codes[place]
                if code != own:
                    best[code] = min(distance, best.get(code, distance))
                    frames.setdefault(code, set()).add(place)
        found = [Alike(code, best[code], len(frames[code])) for code in best]
        return tuple(sorted(found, key=lambda each: (each.distance, each.code)))[:_MOST]


def alike(row: models.EvidenceItem) -> tuple[Alike, ...]:
    """Items that look like this one; those made from it, or it from them, left out."""
    hashes = hashes_of(row)
    if not hashes:
        return ()
    own = {row.code, *row.made_from_it.values_list("code", flat=True)}
    own |= {row.parent.code} if row.parent else set()
    return tuple(one for one in LikenessTable().near(hashes, row.code) if one.code not in own)


def hashes_of(row: models.EvidenceItem) -> tuple[PdqHash, ...]:
    """What an item looks like: one hash of a picture, one for each key frame of a film."""
    found = row.likenesses.order_by("id").values_list("hash", "quality")
    return tuple(PdqHash.parse(text, quality) for text, quality in found)
