"""Where the log stands, in the few signs by which two people compare it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from tawthiq.ledger.note import Note
from tawthiq.store import models

_BYTES = 4  # of the root: enough to tell two prints apart, and no proof; that is the checkpoint


def short_name() -> str:
    """How many entries, and how the root over them begins, as in ``12-9f86d081``; "" at first."""
    head = models.LedgerHead.objects.order_by("-size").first()
    return f"{head.size}-{bytes(head.root)[:_BYTES].hex()}" if head else ""


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint that was signed here.

    Attributes:
        at: When it was kept, in UTC, by the clock of this machine.
    """

    note: Note
    at: datetime


def last_signed() -> Signed | None:
    """The checkpoint that was signed last; None where none was."""
    row = models.KeptCheckpoint.objects.order_by("-id").first()
    return Signed(Note.parse(row.note.encode()), row.at.astimezone(UTC)) if row else None


def entries() -> int:
    """How many entries the log has now."""
    head = models.LedgerHead.objects.order_by("-size").first()
    return head.size if head else 0
