"""Look at what was kept: its kind, measures and claims, and whether something here looks like it.

This comes after the receipt, in the sandbox. A reader that fails, hangs or dies is written down
beside the item, which is kept all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

from django.db.models import QuerySet

from tawthiq.actions import journal
from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.evidence.add import open_vault
from tawthiq.errors import TawthiqError
from tawthiq.evidence.media.described import Description, describe
from tawthiq.evidence.sandbox.not_read import NotRead, Why
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.vault.store import Store
from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.store.codecs import canonical
from tawthiq.store.home import Home
from tawthiq.store.queries.evidence import content_of, with_content
from tawthiq.store.queries.likeness import Alike, LikenessTable

_TOGETHER = 64  # items that are sealed together
_SANDBOXES = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one item.

    Attributes:
        alike: Items that look like it, nearest first; for a person to compare, never a proof.
        not_read: Why something could not be read, by the name of the reader.
    """

    item: str
    description: Description
    alike: tuple[Alike, ...]

    @property
    def not_read(self) -> dict[str, NotRead]:
        return dict(self.description.not_read)


def look(home: Home, items: Iterable[str], *, by: str) -> Iterator[Seen]:
    """Look at items, in the order of their codes; each is written down before it comes.

    Items that are not there, or whose content was erased, are passed over.

    Raises:
        StorageError: The vault cannot be opened.
        HomeError: The database could not be written.
    """
    wanted = sorted(set(items))
    if not wanted:
        return
    table = LikenessTable()
    with open_vault(home) as store, ThreadPoolExecutor(_SANDBOXES) as pool:
        boxes = [Sandbox() for _ in range(_SANDBOXES)]
        try:
            for some in chunks(wanted, _TOGETHER):
                rows = list(with_content(_with(some)))
                looks = pool.map(
                    lambda numbered: _described(
                        store, boxes[numbered[0] % _SANDBOXES], numbered[1]
                    ),
                    enumerate(rows),
                )
                yield from _kept(list(zip(rows, looks, strict=True)), table, by)
        finally:
            for box in boxes:
                box.close()


def unseen(case: str) -> list[str]:
    """Items of a case that nobody looked at yet: a look was broken off, or is still to come."""
    rows = models.EvidenceItem.objects.filter(case__code=case, sights=None)
    return list(rows.exclude(content=None).order_by("id").values_list("code", flat=True))


def _with(codes: list[str]) -> QuerySet[models.EvidenceItem]:
    rows = models.EvidenceItem.objects.filter(code__in=codes).exclude(content=None)
    return rows.order_by("code")


def _described(store: Store, sandbox: Sandbox, row: models.EvidenceItem) -> Description | None:
    """What can be said of it; None where its bytes cannot be reached (verify names that)."""
    content = content_of(row)
    if content is None:
        return None
    try:
        with store.at_hand(content.digest) as path:
            return describe(sandbox, path, content.name.leaf)
    except (TawthiqError, OSError) as refused:
        return Description(content.kind, not_read={"vault": NotRead(Why.DIED, str(refused))})


def _kept(
    looked: list[tuple[models.EvidenceItem, Description | None]], table: LikenessTable, by: str
) -> list[Seen]:
    seen = list[Seen]()
    at, tool = datetime.now(UTC), f"tawthiq {version('tawthiq')}"
    found = [(row, said) for row, said in looked if said is not None]
    for row, said in found:
        hashes = [one.hash for one in said.likenesses]
        seen.append(Seen(row.code, said, table.near(hashes, row.code)))
        table.add(row.code, hashes)
    if not found:
        return seen
    with in_one_piece():
        models.EvidenceSight.objects.bulk_create(
            models.EvidenceSight(item=row, at=at, tool=tool, said=canonical(_as_json(said)))
            for row, said in found
        )
        models.EvidenceLikeness.objects.bulk_create(
            models.EvidenceLikeness(
                item=row,
                hash=str(one.hash),
                quality=one.hash.quality,
                scaler=one.scaler,
                seconds=one.at,
            )
            for row, said in found
            if not row.likenesses.exists()
            for one in said.likenesses
        )
        for case in {row.case for row, _ in found}:
            codes = [row.code for row, _ in found if row.case == case]
            what = {"items": len(codes), "first": codes[0], "last": codes[-1]}
            journal.write(case, by=by, action="look-at-evidence", what=what)
    return seen


def _as_json(said: Description) -> dict[str, object]:
    return {
        "media_type": said.kind.media_type,
        "width": said.width,
        "height": said.height,
        "seconds": said.seconds,
        "parts": said.parts,
        "claims": [[one.about, one.said_by, one.name, one.value] for one in said.claims],
        "not_read": {reader: [one.why, one.detail] for reader, one in said.not_read.items()},
    }
