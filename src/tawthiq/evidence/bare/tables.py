"""The tables of a package, as they are read back: cells that a spreadsheet cannot run.

A cell that a spreadsheet would take for a formula stands behind an apostrophe, and so does one
that begins with an apostrophe itself; taking one away gives the cell back.
"""

from __future__ import annotations

import csv
import io
import unicodedata

from tawthiq.evidence.bare.notes import no_note

FORMULA_BEGINS = tuple("=+-@|\t\r\n'%")


def disarmed(cell: str) -> str:
    """A cell as it is written into a table."""
    begins = unicodedata.normalize("NFKC", cell).lstrip()
    is_risky = cell.startswith(("'", "\t", "\r", "\n")) or begins.startswith(FORMULA_BEGINS)
    return "'" + cell if is_risky else cell


def armed(cell: str) -> str:
    """The cell as it was before it was written."""
    return cell[1:] if cell.startswith("'") else cell


def read_table(data: bytes, needed: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a table, each by the names of its columns.

    Raises:
        DoesNotHold: It is no table, or lacks a column that is needed.
    """
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise no_note() from None
    if not rows or not set(needed) <= set(rows[0]) or len(set(rows[0])) != len(rows[0]):
        raise no_note()
    if any(len(row) != len(rows[0]) for row in rows):
        raise no_note()
    return [dict(zip(rows[0], map(armed, row))) for row in rows[1:]]
