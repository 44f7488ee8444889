"""What a table would change, as its preview shows it."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.actions.differences import Changed
from tawthiq.intake.refusal import Refusal
from tawthiq.values.both import Both
from tawthiq.web.intake.tables import AnyPreview

MOST_ROWS = 200
_MOST_CODES = 60


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """A preview for a reader: numbers first, then every cell that is to be mended.

    Attributes:
        in_file: How many rows of the file could be read.
        new: The first codes of new claims.
        more_new, more_changed, more_refused: How many are not shown.
    """

    shown: AnyPreview
    in_file: int
    refused: tuple[Refusal, ...]
    more_refused: int
    changed: tuple[Changed, ...]
    more_changed: int
    new: tuple[str, ...]
    more_new: int
    remarks: tuple[Both, ...]


def preview_page(shown: AnyPreview) -> PreviewPage:
    """Lay out a preview; what is too much to read is counted."""
    refused, changed = shown.refused[:MOST_ROWS], shown.changed[:MOST_ROWS]
    new = shown.new[:_MOST_CODES]
    return PreviewPage(
        shown=shown,
        in_file=len(shown.new) + len(shown.corrected) + shown.unchanged,
        refused=refused,
        more_refused=shown.refused_in_all - len(refused),
        changed=changed,
        more_changed=len(shown.corrected) - len(changed),
        new=new,
        more_new=len(shown.new) - len(new),
        remarks=shown.remarks,
    )
