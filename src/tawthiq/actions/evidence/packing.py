"""Put together what a package holds: pieces, their story, and the entries that speak of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO, cast

from tawthiq.actions import journal
from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.checkpoints import key_changes
from tawthiq.actions.evidence.selecting import Piece, Selection
from tawthiq.evidence.packages.contents import (
    Content,
    Contents,
    CustodyEntry,
    Derivative,
    DerivativeKind,
    Description,
    Item,
    Opening,
    SealedEntry,
)
from tawthiq.evidence.packages.numbering import numbered
from tawthiq.evidence.vault.store import Store
from tawthiq.ledger.key import VerificationKey
from tawthiq.store import models
from tawthiq.store.queries.evidence import content_of
from tawthiq.store.sealed import promises
from tawthiq.values.digest import Digest

_MOST_PAGES = 9999
_LONGEST_PREFIX = 12


@dataclass(frozen=True, slots=True)
class Packed:
    """The contents of a package, and the first entry that speaks of any of it."""

    contents: Contents
    first_entry: int


def contents_of(
    store: Store,
    chosen: Selection,
    *,
    maker: str,
    made: datetime,
    key: VerificationKey,
    changes: Sequence[int],
    by: str,
) -> Packed:
    """Everything that is known before the seal; numbers are given, once and for good.

    Args:
        changes: Entries by which the log passed from one key to the next.
    """
    prefix = prefix_of(chosen.case.code)
    numbers = _numbers(prefix, chosen, by)
    openings = dict[int, list[Opening]]()
    for index in changes:
        openings[index] = []
    items = [_item(store, piece, numbers[piece.root.code], openings) for piece in chosen.pieces]
    entries = tuple(SealedEntry(at, tuple(openings[at])) for at in sorted(openings))
    contents = Contents(
        prefix,
        chosen.title,
        maker,
        made,
        chosen.question,
        tuple(items),
        entries,
        key,
        chosen.left_out,
    )
    return Packed(contents, min(item.entry for item in items))


def prefix_of(case: str) -> str:
    """What begins every number of a case: its code in capitals, shortened."""
    letters = "".join(sign for sign in case.upper() if sign.isascii() and sign.isalnum())
    prefix = letters.lstrip("0123456789")[:_LONGEST_PREFIX]
    return prefix if len(prefix) > 1 else f"CASE{letters}"[:_LONGEST_PREFIX]


def key_change_entries() -> list[int]:
    """Where the log passed from one key to the next."""
    return [place for place, _ in key_changes()]


def _numbers(prefix: str, chosen: Selection, by: str) -> dict[str, int]:
    with in_one_piece():
        rows = models.PackageNumber.objects.filter(prefix=prefix)
        given = dict(rows.values_list("item__code", "number"))
        roots = {piece.root.code: piece.root for piece in chosen.pieces}
        numbers = numbered(given, roots)
        fresh = [code for code in roots if code not in given]
        models.PackageNumber.objects.bulk_create(
            models.PackageNumber(prefix=prefix, item=roots[code], number=numbers[code])
            for code in fresh
        )
        if fresh:
            what = {"prefix": prefix, "items": len(fresh)}
            journal.write(chosen.case, by=by, action="number-evidence", what=what)
    return numbers


def _item(store: Store, piece: Piece, number: int, openings: dict[int, list[Opening]]) -> Item:
    row, said = piece.root, content_of(piece.root)
    custody = tuple(_custody(row, openings))
    openings.setdefault(row.entry, [])
    copies = tuple(_derivative(store, copy, openings) for copy in piece.copies)
    if piece.leaves:
        _open(openings, promises.of_object(row.content))
    return Item(
        number,
        row.code,
        said.name.shown if said else row.code,
        said.kind.media_type if said else "application/octet-stream",
        _pages(row),
        _bytes(store, row) if piece.leaves else piece.why_not,
        row.entry,
        custody,
        Description(source=_one_line(said.source) if said else ""),
        copies,
    )


def _custody(row: models.EvidenceItem, openings: dict[int, list[Opening]]) -> list[CustodyEntry]:
    found = []
    for step in row.custody.order_by("number").select_related("item"):
        _open(openings, promises.of_step(step))
        found.append(CustodyEntry(promises.step_of(step), step.entry))
    return found


def _derivative(
    store: Store, row: models.EvidenceItem, openings: dict[int, list[Opening]]
) -> Derivative:
    made, said = row.derivation, content_of(row)
    assert said is not None
    how = promises.derivation_of(made)
    openings.setdefault(how.parent, [])
    _open(openings, promises.of_object(row.content))
    _open(openings, promises.of_derivation(made))
    return Derivative(
        row.code,
        made.number,
        DerivativeKind(made.kind),
        said.name.shown,
        said.kind.media_type,
        min(made.pages, _MOST_PAGES) or 1,
        _bytes(store, row),
        how,
        row.at.astimezone(UTC),
        row.entry,
    )


def _open(openings: dict[int, list[Opening]], kept: promises.Kept) -> None:
    openings.setdefault(kept.entry, []).append(Opening(kept.label, kept.salt, kept.text))


def _bytes(store: Store, row: models.EvidenceItem) -> Content:
    digest = Digest.parse(row.content.sha256)
    return Content(digest, row.content.size, lambda: cast(BinaryIO, store.open(digest)))


def _pages(row: models.EvidenceItem) -> int:
    last = row.sights.order_by("-id").first()
    is_paper = row.content.media_type == "application/pdf"
    parts = json.loads(last.said)["parts"] if last and is_paper else None
    return min(parts or 1, _MOST_PAGES)


def _one_line(text: str) -> str:
    return " ".join(text.split())
