"""Take a table of totals, each for a whole period and area, into a case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tawthiq.actions import import_table
from tawthiq.actions.import_table import Preview, Taken
from tawthiq.actions.keep_claims import PERIOD_CLAIMS
from tawthiq.actions.reading import SourceTable, read_period_claims
from tawthiq.claims.claim import PeriodClaim
from tawthiq.store import models


def preview(
    case: str, file: Path | bytes, name: str = "", sources: SourceTable | None = None
) -> Preview[PeriodClaim]:
    """Say what a table of totals would change in a case; nothing is written.

    Args:
        sources: Who each written source is; without it every name speaks for itself.

    Raises:
        UnknownNameError: No case has this code.
        UnreadableError: The file cannot be read as a table of totals.
    """
    reading = read_period_claims(file, name, sources)
    return import_table.preview(PERIOD_CLAIMS, case, file, name, reading)


def apply(shown: Preview[PeriodClaim], *, by: str, because: str) -> Taken:
    """Take in what a preview has shown, all of it or nothing.

    Raises:
        RefusedRowsError, InputError, HomeError: As ``import_table.take`` says.
    """
    return import_table.take(PERIOD_CLAIMS, shown, nothing_else, by=by, because=because)


def nothing_else(
    case: models.Case,
    claims: Sequence[PeriodClaim],
    shown: Preview[PeriodClaim],
    batch: models.ImportBatch,
) -> int:
    return 0
