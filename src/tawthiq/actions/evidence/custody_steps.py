"""Write down one more step of custody of an item, and seal it."""

from __future__ import annotations

from tawthiq.actions.evidence.add import step_row
from tawthiq.actions.promising import now, promise
from tawthiq.errors import InputError
from tawthiq.evidence.custody import Step, StepKind, after
from tawthiq.evidence.packages.sealed_texts import CUSTODY
from tawthiq.store import models
from tawthiq.store.queries.evidence_item import custody_of

KIND = "evidence.custody"
"""The kind of the entry that promises a step of custody."""


def take_step(
    item: models.EvidenceItem, kind: StepKind, *, by: str, to: str = "", note: str = ""
) -> models.CustodyStep:
    """Add a step, inside a change whose line of the journal seals the row.

    Raises:
        InputError: The item has no chain any more, or a text is not one line.
    """
    steps = custody_of(item)
    if not steps:
        raise InputError(
            f"{item.code} has no chain of custody: what told of it was erased",
            f"لا سلسلة حيازة لـ{item.code}: مُحي ما يخبر عنه",
        )
    step = _step(steps[-1], kind, by=by, to=to, note=note)
    [promised] = promise(KIND, [{CUSTODY: step.to_bytes()}], by=by, at=step.time)
    row = step_row(item, step, promised)
    row.save()
    return row


def _step(last: Step, kind: StepKind, *, by: str, to: str, note: str) -> Step:
    try:
        return after(last, kind, now(), by=by, to=to.strip(), note=note.strip())
    except ValueError:
        raise InputError(
            "who, to whom and the note are one line each, below 2,000 signs",
            "الاسم والمستلم والملاحظة سطر واحد لكل منها وأقل من 2000 حرف",
        ) from None
