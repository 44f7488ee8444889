"""The log where it lies in the database, in the transaction of the records that it seals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db import connection

from tawthiq.ledger.log import Growth
from tawthiq.ledger.tiles import HEIGHT, WIDTH, width_at
from tawthiq.ledger.tree import EMPTY_ROOT, HASH_BYTES, Head
from tawthiq.store import models

_LOCK = 0x7A77  # any number that nobody else in the database locks


def lock() -> None:
    """Keep other writers waiting until the end of the transaction; SQLite has only one anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


class DatabaseStorage:
    """The tables of the log as a ``ledger.log.Storage``. A rolled-back transaction undoes it."""

    def head(self) -> Head:
        last = models.LedgerHead.objects.order_by("-size").first()
        return Head(last.size, bytes(last.root)) if last else Head(0, EMPTY_ROOT)

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        rows = models.LedgerEntry.objects.filter(place__gte=start, place__lt=stop)
        found = {place: bytes(sealed) for place, sealed in rows.values_list("place", "sealed")}
        # A removed entry is an entry that is no longer what it was: the hashes tell which.
        return [found.get(place, b"") for place in range(start, stop)]

    def tile(self, level: int, index: int) -> bytes:
        width = width_at(self.head().size, level, index)
        first = index * WIDTH
        rows = models.LedgerHash.objects.filter(
            level=level, place__gte=first, place__lt=first + width
        )
        hashes = rows.order_by("place").values_list("hash", flat=True)
        return b"".join(bytes(each) for each in hashes)

    def commit(self, growth: Growth) -> None:
        before = growth.before.size
        if self.head() != growth.before:
            raise RuntimeError(f"the log has moved on from {before} entries")
        models.LedgerEntry.objects.bulk_create(
            models.LedgerEntry(place=place, sealed=sealed)
            for place, sealed in enumerate(growth.entries, before)
        )
        models.LedgerHash.objects.bulk_create(_new_hashes(growth))
        models.LedgerHead.objects.create(size=growth.after.size, root=growth.after.root)


def _new_hashes(growth: Growth) -> Iterator[models.LedgerHash]:
    """Those hashes of the grown tiles that were not there before."""
    for tile, hashes in growth.tiles.items():
        assert isinstance(tile.level, int)
        there = growth.before.size >> HEIGHT * tile.level
        for at in range(tile.width):
            place = tile.index * WIDTH + at
            if place >= there:
                one = hashes[at * HASH_BYTES : (at + 1) * HASH_BYTES]
                yield models.LedgerHash(level=tile.level, place=place, hash=one)
