"""Somebody's table of claims: one row for what one source says of one incident.

Reading believes nothing and decides nothing: what cannot be true is refused with row,
column and mend, the rest becomes claims as they were made. Whether all is taken or
nothing is the caller's to decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tawthiq.claims.claim import Claim
from tawthiq.claims.source import Source
from tawthiq.intake.claim_row import ClaimReader, ReadRow
from tawthiq.intake.columns import columns_of
from tawthiq.intake.refusal import Refusal, Refusals
from tawthiq.intake.rows import Table, refuse_no_rows
from tawthiq.intake.source_name import origin_of, with_origins
from tawthiq.intake.table import open_table
from tawthiq.values.both import Both

__all__ = ["ClaimsTable", "ReadRow", "open_claims", "read_claims"]


@dataclass(frozen=True, slots=True)
class ClaimsTable:
    """Everything that a table of claims says, and everything in it that is not taken.

    Attributes:
        rows: The rows that can be taken, in the order of the file.
        refused: The first refusals; ``refused_total`` counts also those not listed.
        sources: The sources that the claims name, and the origins that these carry.
        notes: What a person should know before taking it.
    """

    rows: list[ReadRow]
    refused: list[Refusal]
    refused_total: int
    sources: tuple[Source, ...]
    notes: list[Both]

    @property
    def claims(self) -> Iterator[Claim]:
        return (row.claim for row in self.rows)


def open_claims(file: Path | bytes, name: str = "") -> Table:
    """Look at a table with the columns of claims.

    Raises:
        UnreadableError: The file cannot be read as a table.
    """
    return open_table(file, name, columns_of("claims").is_header)


def read_claims(
    table: Table,
    *,
    today: date,
    sources: Mapping[str, Source] | None = None,
    most_refusals: int = 200,
) -> ClaimsTable:
    """Read a whole table of claims.

    Args:
        today: Nothing can have happened or been published after it.
        sources: Sources by their names as written, where they are known already; any
            other name is read by its words.
        most_refusals: How many refusals are listed; all are counted.

    Raises:
        UnreadableError: A column is missing, or the file shows itself unreadable.
    """
    reader = ClaimReader(table, today, sources or {})
    refusals = Refusals(most_refusals)
    rows: list[ReadRow] = []
    for row in table.rows():
        read = reader.read(row)
        if isinstance(read, ReadRow):
            rows.append(read)
        else:
            refusals.add(read)
    refuse_no_rows(table, len(rows) + refusals.total)
    met = reader.sources.values()
    return ClaimsTable(
        rows,
        refusals.kept,
        refusals.total,
        with_origins(met, map(origin_of, met)),
        [*table.notes, *reader.notes()],
    )
