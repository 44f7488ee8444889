"""Entries that promise texts, and the rows that hold them: does each row open its promise?

An entry of evidence commits to what a stranger may be shown one day: which bytes an item is, a
step of custody, how a copy was made. Where the text was erased the promise stays and opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from typing import NamedTuple

from tawthiq.errors import UnreadableError
from tawthiq.evidence.custody import Step, StepKind
from tawthiq.evidence.packages.sealed_texts import (
    CUSTODY,
    DERIVATION,
    OBJECT,
    Derivation,
    object_text,
)
from tawthiq.ledger.entry import Entry
from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.store.sealed import words
from tawthiq.store.sealed.comparing import Difference, What
from tawthiq.store.sealed.tables import table_of
from tawthiq.values.digest import Digest

KINDS = frozenset({"evidence.received", "evidence.custody", "evidence.derived", "package.made"})
"""Kinds of entries that promise texts, or seal a file that is elsewhere, and no rows.

``docs/spec/sealed-rows.md``, line 13, lists them too.
"""


class Kept(NamedTuple):
    """A text as the tables have it, and where it was promised."""

    table: str
    code: str
    number: int
    entry: int
    label: str
    text: bytes
    salt: bytes


def broken() -> Iterator[Difference]:
    """Rows that do not open what was promised of them."""
    for some in chunks(kept_texts()):
        entries = _entries([one.entry for one in some])
        for one in some:
            if not _opens(one, entries.get(one.entry)):
                said = words.promise_broken(one.table, one.code, one.number)
                yield Difference(one.table, one.code, What.CHANGED, said)


def kept_texts() -> Iterator[Kept]:
    """Every text that was promised and is still there."""
    yield from map(of_object, models.EvidenceContent.objects.select_related("item").iterator(500))
    yield from map(of_step, models.CustodyStep.objects.select_related("item").iterator(500))
    made = models.EvidenceDerivation.objects.select_related("item", "item__parent")
    yield from map(of_derivation, made.iterator(500))


def of_object(row: models.EvidenceContent) -> Kept:
    text = object_text(row.item.code, Digest.parse(row.sha256), row.size)
    return _kept("EvidenceContent", row.item, row.pk, row.item.entry, OBJECT, text, row.salt)


def of_step(row: models.CustodyStep) -> Kept:
    text = step_of(row).to_bytes()
    return _kept("CustodyStep", row.item, row.pk, row.entry, CUSTODY, text, row.salt)


def of_derivation(row: models.EvidenceDerivation) -> Kept:
    text = derivation_of(row).to_bytes()
    return _kept("EvidenceDerivation", row.item, row.pk, row.item.entry, DERIVATION, text, row.salt)


def step_of(row: models.CustodyStep) -> Step:
    """The step that a row holds.

    Raises:
        ValueError: The row holds no step.
    """
    return Step(
        row.item.code,
        row.number,
        StepKind(row.kind),
        row.time.astimezone(UTC),
        row.holder,
        row.to,
        row.by,
        Digest.parse(row.previous),
        row.note,
    )


def derivation_of(row: models.EvidenceDerivation) -> Derivation:
    """How an item was made, as it was promised."""
    assert row.item.parent is not None
    return Derivation(
        row.item.parent.entry, row.tool, row.parameters, row.reason, row.by, row.reviewed_by
    )


def _kept(
    name: str,
    item: models.EvidenceItem,
    number: int,
    entry: int,
    label: str,
    text: bytes,
    salt: str,
) -> Kept:
    return Kept(table_of(name), item.code, number, entry, label, text, bytes.fromhex(salt))


def _entries(places: list[int]) -> dict[int, bytes]:
    rows = models.LedgerEntry.objects.filter(place__in=set(places))
    return {place: bytes(sealed) for place, sealed in rows.values_list("place", "sealed")}


def _opens(one: Kept, sealed: bytes | None) -> bool:
    if sealed is None:
        return False
    try:
        promised = dict(Entry.parse(sealed).sealed).get(one.label)
    except UnreadableError:
        return False  # told already: the hashes of the log differ
    return promised is not None and promised.is_to(one.text, one.salt)
