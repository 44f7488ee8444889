"""Reading a table before it is taken in: the claims, their sources, and every refusal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tawthiq.actions.import_table import Reading
from tawthiq.claims.claim import Claim, PeriodClaim
from tawthiq.claims.source import Source
from tawthiq.errors import RefusedRowsError
from tawthiq.intake import claims_table, period_table, source_key

SourceTable = Mapping[str, Source]
"""Sources by their names as written in a table."""


def read_claims(
    file: Path | bytes, name: str = "", sources: SourceTable | None = None
) -> Reading[Claim]:
    """Read a table of claims on incidents.

    Raises:
        UnreadableError: The file cannot be read as a table of claims.
    """
    table = claims_table.open_claims(file, name)
    read = claims_table.read_claims(table, today=datetime.now(UTC).date(), sources=sources)
    return Reading(
        tuple(read.claims),
        read.sources,
        tuple(read.refused),
        read.refused_total,
        tuple(read.notes),
    )


def read_period_claims(
    file: Path | bytes, name: str = "", sources: SourceTable | None = None
) -> Reading[PeriodClaim]:
    """Read a table of totals; a share is kept aside with a remark, since it is no count.

    Raises:
        UnreadableError: The file cannot be read as a table of totals.
    """
    table = period_table.open_periods(file, name)
    read = period_table.read_periods(table, today=datetime.now(UTC).date(), sources=sources)
    aside = tuple(each.said for each in read.aside)
    return Reading(
        tuple(row.claim for row in read.rows),
        read.sources,
        tuple(read.refused),
        read.refused_total,
        (*read.notes, *aside),
    )


def read_sources(file: Path | bytes, name: str = "") -> SourceTable:
    """Read a table of sources: who each written name is, and from whom they have it.

    Raises:
        UnreadableError: The file cannot be read as a table of sources.
        RefusedRowsError: A row cannot be taken.
    """
    table = source_key.open_source_key(file, name)
    read = source_key.read_source_key(table)
    if read.refused:
        raise RefusedRowsError(
            f"{table.name}: {read.refused[0].said.en}", f"{table.name}: {read.refused[0].said.ar}"
        )
    return read.by_said
