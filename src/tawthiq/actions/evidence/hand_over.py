"""Hand an item over to somebody, with a receipt that the key of this log signs.

    tawthiq-receipt/1
    item E-000042
    sha256 1f0e...
    size 48213
    from Layla
    to Northern Court
    by Layla
    time 2026-11-22T10:15:30Z
    entry 1042
    checkpoint 1043 Z1ITGNKs...

A receipt is a signed note, line by line in ``docs/spec/receipt.md``. Whoever received the item
countersigns it, on paper or by keeping it; it shows what was promised, and not that the file
arrived.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.checkpoints import checkpoint, own_key
from tawthiq.actions.evidence.consents import may, release
from tawthiq.actions.evidence.custody_steps import take_step
from tawthiq.actions.evidence.denied import refuse_denied
from tawthiq.errors import InputError
from tawthiq.evidence.consent import Purpose, Use
from tawthiq.evidence.custody import Step, StepKind
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.lines import base64_of
from tawthiq.ledger.note import Note, sign
from tawthiq.ledger.tree import Head
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.queries.consents import persons_in
from tawthiq.store.queries.evidence import Content, content_of, item_row
from tawthiq.store.sealed.promises import step_of
from tawthiq.values.digest import Digest

_TITLE = "tawthiq-receipt/1"


@dataclass(frozen=True, slots=True)
class Receipted:
    """What goes along with an item.

    Attributes:
        step: The number of the step in its chain.
        receipt: A signed note.
        checkpoint: The ledger with that step in it.
    """

    item: str
    step: int
    entry: int
    receipt: Note
    checkpoint: Note


def hand_over(home: Home, item: str, *, to: str, by: str, note: str = "") -> Receipted:
    """Write down that an item left our hands for those of somebody else.

    Raises:
        UnknownNameError: No item has this code.
        InputError: It was erased, or a text is not one line, or consent stands in the way.
        HomeError: Nothing was written.
    """
    use = Use(Purpose.SHARE, _named(to))
    with in_one_piece():
        row = item_row(item)
        rights.require_evidence(by, row.case.code)
        content = content_of(row)
        if content is None:
            raise InputError(f"what {item} was is erased", f"مُحي محتوى {item}")
        refuse_denied(item, may(item, use))
        step = take_step(row, StepKind.HANDED_OVER, by=by, to=to, note=note)
        release(
            row,
            use,
            persons=persons_in(row) or (),
            where=f"handed over, step {step.number}",
            at=step.time,
        )
        what = {"item": row.code, "step": step.number, "entry": step.entry}
        journal.write(row.case, by=by, action="hand-over-evidence", what=what)
        stands = checkpoint(home)
        receipt = _receipt(home, step, content, stands)
        models.Handover.objects.create(
            item=row,
            step=step.number,
            to=step.to,
            receipt=receipt.to_bytes().decode(),
            at=step.time,
        )
        journal.write(row.case, by=by, action="sign-receipt", what=what)
    return Receipted(item, step.number, step.entry, receipt, stands)


def receipt_text(step: Step, digest: Digest, size: int, entry: int, head: Head) -> str:
    """What a receipt says above its signature, as ``docs/spec/receipt.md`` has it.

    Args:
        digest, size: Of the bytes that were handed over.
        entry: The place in the ledger that promises the step.
        head: Of a checkpoint that holds the entry.
    """
    lines = [
        _TITLE,
        f"item {step.item}",
        f"sha256 {digest}",
        f"size {size}",
        f"from {step.holder}",
        f"to {step.to}",
        f"by {step.by}",
        f"time {step.time:%Y-%m-%dT%H:%M:%SZ}",
        f"entry {entry}",
        f"checkpoint {head.size} {base64_of(head.root)}",
    ]
    return "".join(f"{line}\n" for line in lines)


def _receipt(home: Home, row: models.CustodyStep, content: Content, stands: Note) -> Note:
    head = Checkpoint.parse(stands.text).head
    text = receipt_text(step_of(row), content.digest, content.size, row.entry, head)
    return Note(text, (sign(text, own_key(home)),))


def _named(to: str) -> str:
    if not to.strip():
        raise InputError("say to whom it is handed over (--to)", "اذكر لمن يُسلَّم ‎(--to)")
    return to.strip()
