"""A bond of a State and a treaty after a lawyer corrected it or signed it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from tawthiq.law.corrected_norm import day_of, day_text
from tawthiq.law.norm import Checked, Signature
from tawthiq.law.row_text import RowDecision, RowText
from tawthiq.law.treaty import Bond, Status
from tawthiq.values.both import Both


def decided_bond(bond: Bond, decision: RowDecision) -> Bond:
    """A bond after one decision; one whose text was changed since it was signed is unsigned."""
    changed = bond_with(bond, decision.changed)
    if decision.changed and changed.checked is Checked.VERIFIED:
        changed = replace(changed, checked=Checked.PARTLY)
    if not (decision.signed_by and decision.signed_on):
        return replace(changed, signature=None)
    signed = Signature(decision.signed_by, decision.signed_on, decision.digest)
    return replace(changed, signature=signed if decision.digest == bond_digest(changed) else None)


def bond_with(bond: Bond, changed: Mapping[RowText, str]) -> Bond:
    """A bond with other texts."""
    given = {field.value: text for field, text in changed.items()}
    return replace(
        bond,
        status=Status(given.get("status", bond.status)),
        done=day_of(given.get("done"), bond.done),
        in_force=day_of(given.get("in_force"), bond.in_force),
        note=Both(given.get("note_en", bond.note.en), given.get("note_ar", bond.note.ar)),
        url=given.get("url", bond.url),
    )


def texts_of_bond(bond: Bond) -> dict[RowText, str]:
    """Every field of a bond that can be corrected, as it stands."""
    return {
        RowText.STATUS: bond.status.value,
        RowText.DONE: day_text(bond.done),
        RowText.IN_FORCE: day_text(bond.in_force),
        RowText.NOTE_EN: bond.note.en,
        RowText.NOTE_AR: bond.note.ar,
        RowText.URL: bond.url,
    }


def bond_digest(bond: Bond) -> str:
    """What a lawyer signs of a bond."""
    said = [bond.state, bond.treaty, day_text(bond.arguable_from), *texts_of_bond(bond).values()]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
