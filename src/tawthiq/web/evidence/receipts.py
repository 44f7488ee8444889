"""What whoever gave a file is told: that it is kept, by which code, and what was there before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.actions.evidence.add import Batch, Receipt
from tawthiq.actions.evidence.look import Seen
from tawthiq.actions.evidence.take_upload import Taken
from tawthiq.evidence.vault.group import NotKept
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.store.queries.evidence_of_source import of_case
from tawthiq.store.queries.likeness import Alike
from tawthiq.values.both import Both
from tawthiq.web.evidence.measures import size_said


@dataclass(frozen=True, slots=True)
class Told:
    """One file that is kept.

    Attributes:
        size: In words.
        checkpoint: How long the ledger was with it, and the root; "" where nothing was added.
        alike: Items that look like it, nearest first.
        not_read: What could not be read of it, and why; it is kept all the same.
    """

    receipt: Receipt
    size: Both
    checkpoint: str
    alike: tuple[Alike, ...]
    not_read: tuple[Both, ...]
    warning: Both | None


@dataclass(frozen=True, slots=True)
class Refused:
    """One file that is not kept, and why."""

    name: str
    why: Both


@dataclass(frozen=True, slots=True)
class Receipts:
    """All of one giving.

    Attributes:
        own: Which of the items that are spoken of are of this case, and can be opened in it.
    """

    kept: tuple[Told, ...]
    own: frozenset[str]
    refused: tuple[Refused, ...]
    not_opened: tuple[Refused, ...]

    @property
    def is_new(self) -> bool:
        return any(not one.receipt.is_again for one in self.kept)


def receipts(taken: Taken, case: str) -> Receipts:
    """Lay out what came of one giving into a case."""
    seen = {one.item: one for one in taken.seen}
    kept = tuple(told for batch in taken.batches for told in _told(batch, seen))
    spoken_of = [*(other.code for one in kept for other in one.alike)]
    spoken_of += [code for one in kept for code in one.receipt.held_before]
    return Receipts(
        kept,
        frozenset(of_case(case, spoken_of)),
        tuple(refused for batch in taken.batches for refused in _refused(batch)),
        tuple(Refused(one.name.shown, one.not_read.said) for one in taken.not_opened),
    )


def _told(batch: Batch, seen: dict[str, Seen]) -> Iterator[Told]:
    stands = ""
    if batch.checkpoint:
        head = Checkpoint.parse(batch.checkpoint.text).head
        stands = f"{head.size} {head.root.hex()[:16]}"
    for one in batch.receipts:
        found = seen.get(one.item)
        yield Told(
            one,
            size_said(one.size),
            "" if one.is_again else stands,
            _only_alike(one, found),
            tuple(why.said for why in found.not_read.values()) if found else (),
            found.description.kind.warning if found else None,
        )


def _only_alike(one: Receipt, found: Seen | None) -> tuple[Alike, ...]:
    """What looks like it and is not the same bytes, which is told already."""
    alike = found.alike if found else ()
    return tuple(other for other in alike if other.code not in one.held_before)


def _refused(batch: Batch) -> Iterator[Refused]:
    for one in batch.refused:
        assert isinstance(one.outcome, NotKept)
        yield Refused(one.name.shown, one.outcome.said)
