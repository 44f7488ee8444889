"""Ask time stamping authorities to stamp the checkpoint, and work off what is still pending.

What is stamped is the SHA-256 of the text of a checkpoint: one stamp dates every entry before it.
Without a network a request stays pending; it is asked again the next time, and never called
verified before a reply is.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.checkpoints import checkpoint
from tawthiq.errors import InputError
from tawthiq.evidence.timestamps.asking import HttpAuthority
from tawthiq.evidence.timestamps.stamp import NotStamped, Stamped, TimestampAuthority
from tawthiq.evidence.timestamps.verification import Roots
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.queries.stamps import Stamp, pending_rows, stamp_of
from tawthiq.values.digest import Digest

Asker = Callable[[models.Authority], TimestampAuthority]
"""How an authority is asked; over HTTP, except in tests."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One request and what came of it this time."""

    stamp: Stamp
    came: Stamped | NotStamped


def choose_authority(address: str, roots: bytes, *, by: str, name: str = "") -> None:
    """Trust the stamps of an authority under these root certificates (PEM), from now on.

    Raises:
        UnreadableError: There is no certificate in it.
        InputError: The address is none of HTTP.
    """
    rights.require_change_key(by)
    Roots.parse(roots)
    if not address.startswith(("http://", "https://")) or len(address) > 400:
        raise InputError(
            f"an authority has an address that begins with http:// or https://, not {address!r}",
            f"عنوان سلطة الختم يبدأ بـ ‎http:// أو https://‎ وليس {address!r}",
        )
    with in_one_piece():
        models.Authority.objects.create(
            name=name.strip() or address,
            address=address,
            roots=roots.decode("ascii"),
            by=by,
            at=datetime.now(UTC),
        )
        journal.write(None, by=by, action="choose-authority", what={"address": address})


def authorities() -> list[models.Authority]:
    """Those that were chosen; of an address the last choice."""
    last = {one.address: one for one in models.Authority.objects.order_by("id")}
    return sorted(last.values(), key=lambda one: one.pk)


def want_stamps(home: Home, *, by: str, only: str = "") -> int:
    """Ask for stamps of the log as it stands, from every authority that was chosen; later.

    Args:
        only: The address of the only authority to ask.

    Returns:
        How many requests were put into the queue; none where this checkpoint has its own.

    Raises:
        InputError: No authority was chosen, or not this one.
        NotLookedAtError: Nothing was sealed yet.
    """
    chosen = [one for one in authorities() if only in ("", one.address)]
    if not chosen:
        raise _nobody_chosen(only)
    with in_one_piece():
        note = checkpoint(home)
        head, digest = Checkpoint.parse(note.text).head, Digest.of(note.text.encode())
        asked = models.StampAsked.objects.filter(sha256=str(digest))
        there = set(asked.values_list("authority__address", flat=True))
        fresh = [one for one in chosen if one.address not in there]
        for one in fresh:
            models.StampAsked.objects.create(
                authority=one,
                size=head.size,
                sha256=str(digest),
                note=note.to_bytes().decode(),
                since=datetime.now(UTC),
            )
        if fresh:
            what = {"size": head.size, "requests": len(fresh)}
            journal.write(None, by=by, action="want-stamps", what=what)
    return len(fresh)


def work_off(*, by: str, asker: Asker | None = None) -> Iterator[Answered]:
    """Ask for everything that is pending, oldest first; each answer is kept before it comes."""
    ask = asker or over_http
    for row in pending_rows():
        came = ask(row.authority).stamp(Digest.parse(row.sha256))
        keep_answer(row, came, by)
        [fresh] = models.StampAsked.objects.filter(pk=row.pk).prefetch_related("replies")
        yield Answered(stamp_of(fresh), came)


def over_http(authority: models.Authority) -> HttpAuthority:
    return HttpAuthority(authority.name, authority.address, Roots.parse(authority.roots.encode()))


def keep_answer(row: models.StampAsked, came: Stamped | NotStamped, by: str) -> None:
    """An answer without a byte from outside is no answer: the request is pending as it was."""
    if isinstance(came, NotStamped) and came.may_be_asked_again and not came.reply:
        return
    with in_one_piece():
        is_stamped = isinstance(came, Stamped)
        models.StampReply.objects.create(
            asked=row,
            reply=base64.b64encode(came.reply).decode(),
            nonce=str(came.nonce) if isinstance(came, Stamped) else "",
            time=came.time if isinstance(came, Stamped) else None,
            reason_en="" if isinstance(came, Stamped) else came.reason.en,
            reason_ar="" if isinstance(came, Stamped) else came.reason.ar,
            may_be_asked_again=isinstance(came, NotStamped) and came.may_be_asked_again,
            at=datetime.now(UTC),
        )
        what = {"size": row.size, "stamped": is_stamped}
        journal.write(None, by=by, action="keep-stamp", what=what)


def _nobody_chosen(only: str) -> InputError:
    if only:
        return InputError(
            f"{only} was not chosen as an authority; give its root certificate with --tsa-root",
            f"لم يُعتمد {only} سلطةَ ختم؛ أعطِ شهادتها الجذرية بالخيار ‎--tsa-root",
        )
    return InputError(
        "no time stamping authority was chosen; name one with --tsa URL --tsa-root FILE",
        "لم تُعتمد أي سلطة لختم الوقت؛ سمِّ واحدة بالخيارين ‎--tsa URL --tsa-root FILE",
    )
