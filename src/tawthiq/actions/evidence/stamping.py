"""The time stamps that go along with a package: those that there are, and its own."""

from __future__ import annotations

from datetime import UTC, datetime

from tawthiq.actions import journal
from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.evidence.timestamps import Asker, authorities, keep_answer, over_http
from tawthiq.evidence.packages.writing import StampedCheckpoint
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.note import Note
from tawthiq.store import models
from tawthiq.store.queries.stamps import Stamp, all_stamps
from tawthiq.values.digest import Digest

_MOST = 20  # older checkpoints whose stamps go along


def stamps_for(
    note: Note, first_entry: int, *, by: str, asker: Asker | None = None
) -> tuple[list[StampedCheckpoint], int]:
    """Ask for stamps of a checkpoint now, and gather what is verified of it and of older ones.

    Args:
        first_entry: Older checkpoints count from the one that holds this.

    Returns:
        Checkpoints with their replies, oldest first; and how many requests are still pending.
    """
    size = Checkpoint.parse(note.text).head.size
    _want(note, size, by)
    asked = models.StampAsked.objects.filter(sha256=str(Digest.of(note.text.encode())))
    for row in asked.select_related("authority"):
        keep_answer(row, (asker or over_http)(row.authority).stamp(Digest.parse(row.sha256)), by)
    known = [one for one in all_stamps() if first_entry < one.size <= size]
    pending = sum(one.pending for one in known if one.size == size)
    return _gathered([one for one in known if one.verified is not None]), pending


def _want(note: Note, size: int, by: str) -> None:
    chosen = authorities()
    if not chosen:
        return
    with in_one_piece():
        for one in chosen:
            models.StampAsked.objects.create(
                authority=one,
                size=size,
                sha256=str(Digest.of(note.text.encode())),
                note=note.to_bytes().decode(),
                since=datetime.now(UTC),
            )
        what = {"size": size, "requests": len(chosen)}
        journal.write(None, by=by, action="want-stamps", what=what)


def _gathered(stamps: list[Stamp]) -> list[StampedCheckpoint]:
    """Each checkpoint once, with all replies; the oldest ones and the newest say the most."""
    by_size = dict[int, list[Stamp]]()
    for one in stamps:
        by_size.setdefault(one.size, []).append(one)
    sizes = sorted(by_size)
    chosen = sizes if len(sizes) <= _MOST else [*sizes[: _MOST - 1], sizes[-1]]
    return [
        StampedCheckpoint(
            Note.parse(by_size[size][0].note.encode()), tuple(one.reply for one in by_size[size])
        )
        for size in chosen
    ]
