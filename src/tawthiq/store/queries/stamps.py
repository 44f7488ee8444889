"""Time stamps: which were asked for, what came, and which of them reach as far as an entry."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import QuerySet

from tawthiq.evidence.timestamps.verification import Refused, Roots, Verified, verify
from tawthiq.store import models
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest


@dataclass(frozen=True, slots=True)
class Stamp:
    """A checkpoint for which a stamp was asked, and what came of it.

    Attributes:
        size: Of the checkpoint: it holds the entries before that.
        note: The checkpoint.
        reply: As it came; empty where nothing did.
        verified: What a reply says that two readers believe, checked again just now; None where
            there is none. Nothing else may be called verified.
        pending: Whether it shall be asked for again.
        said: What is to be said of it where it is not verified.
    """

    authority: str
    address: str
    size: int
    note: str
    since: datetime
    reply: bytes
    verified: Verified | None
    pending: bool
    said: Both


_ENOUGH, _MOST = 2, 20  # stamps that are read, and shown
_PENDING = Both(
    "asked for and not there yet; until it comes it proves nothing",
    "طُلب ولم يصل بعد؛ لا يثبت شيئًا قبل وصوله",
)


def all_stamps() -> tuple[Stamp, ...]:
    """Every stamp that was asked for, oldest checkpoint first."""
    return tuple(map(stamp_of, _asked()))


def stamps_over(entry: int) -> tuple[Stamp, ...]:
    """The stamps of checkpoints that hold an entry: the two earliest verified ones, else all.

    A later stamp says less than an earlier one; it is kept for the day when that has aged.
    """
    found = list[Stamp]()
    for row in _asked().filter(size__gt=entry):
        found.append(stamp_of(row))
        if sum(one.verified is not None for one in found) >= _ENOUGH:
            break
    return tuple(found[:_MOST])


def pending_rows() -> list[models.StampAsked]:
    """What is still to be asked for, oldest first."""
    return [row for row in _asked().order_by("id") if _is_pending(row)]


def stamp_of(row: models.StampAsked) -> Stamp:
    """One stamp, its reply verified again as it lies here."""
    replies = list(row.replies.all())
    stamped = next((one for one in replies if one.time is not None), None)
    last = stamped or (replies[-1] if replies else None)
    reply = base64.b64decode(last.reply) if last else b""
    verdict = _verdict(row, stamped, reply)
    said = Both(last.reason_en, last.reason_ar) if last and not stamped else _PENDING
    if isinstance(verdict, Refused):
        said = verdict.said
    return Stamp(
        row.authority.name,
        row.authority.address,
        row.size,
        row.note,
        row.since.astimezone(UTC),
        reply,
        verdict if isinstance(verdict, Verified) else None,
        _is_pending(row),
        said,
    )


def _verdict(
    row: models.StampAsked, stamped: models.StampReply | None, reply: bytes
) -> Verified | Refused | None:
    if stamped is None:
        return None
    roots = Roots.parse(row.authority.roots.encode())
    return verify(reply, Digest.parse(row.sha256), roots, nonce=int(stamped.nonce))


def _is_pending(row: models.StampAsked) -> bool:
    replies = list(row.replies.all())
    return all(one.time is None and one.may_be_asked_again for one in replies)


def _asked() -> QuerySet[models.StampAsked]:
    rows = models.StampAsked.objects.select_related("authority").prefetch_related("replies")
    return rows.order_by("size", "id")
