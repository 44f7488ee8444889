"""The two kinds of table that can be taken in, each by its own action."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from tawthiq.actions import import_claims, import_period_claims
from tawthiq.actions.import_table import Preview
from tawthiq.web.intake.forms import TOTALS
from tawthiq.web.intake.incoming import Incoming

AnyPreview = Preview[Any]


def preview(kept: Incoming) -> AnyPreview:
    """What an uploaded table would change; nothing is written.

    Raises:
        InputError: The file cannot be read as such a table.
    """
    if kept.kind == TOTALS:
        return import_period_claims.preview(kept.case, kept.path, kept.name)
    return import_claims.preview(kept.case, kept.path, kept.name)


def take(kind: str, shown: AnyPreview, *, by: str, because: str) -> dict[str, int]:
    """Take in what was shown; the numbers of what changed.

    Raises:
        TawthiqError: As the action says; nothing was changed.
    """
    if kind == TOTALS:
        return asdict(import_period_claims.apply(shown, by=by, because=because))
    return asdict(import_claims.apply(shown, by=by, because=because))
