"""Somebody's table, whatever program made it, as rows of text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tawthiq.intake.csv_rows import open_csv
from tawthiq.intake.disguise import refuse_disguise, true_kind
from tawthiq.intake.given import Given
from tawthiq.intake.refusal import unreadable
from tawthiq.intake.rows import IsHeader, Row, Table, column_letters
from tawthiq.intake.xlsx_rows import open_xlsx
from tawthiq.values.both import Both

__all__ = ["Row", "Table", "column_letters", "open_table"]

_TEXTS, _WORKBOOKS = frozenset({"csv", "tsv", "tab", "txt"}), frozenset({"xlsx", "xlsm"})
_SAVE_AS = Both(
    "Save the table as XLSX or as CSV in UTF-8", "احفظ الجدول بصيغة XLSX أو بصيغة CSV بترميز UTF-8"
)


def _any_header(cells: Sequence[str]) -> bool:
    return False


def open_table(file: Path | bytes, name: str = "", is_header: IsHeader = _any_header) -> Table:
    """Look at a CSV or XLSX file; its rows are read when they are asked for.

    Args:
        file: Where it is, or its bytes.
        name: What it is called; needed for bytes, whose kind is told by it. Bytes without
            a name are told by how they begin.
        is_header: Which row is the header, so that titles above it, or sheets before it,
            may be passed over. Without it the first row that is not blank is taken.

    Raises:
        UnreadableError: The file cannot be read as a table, with what to do instead.
    """
    given = Given.take(file, name)
    kind = given.extension or ("xlsx" if true_kind(given.head()) == "zip" else "csv")
    if kind in _TEXTS:
        refuse_disguise(given, "", _SAVE_AS)
        return open_csv(given, is_header)
    if kind in _WORKBOOKS:
        if given.size:
            refuse_disguise(given, "zip", _SAVE_AS)
        return open_xlsx(given, is_header)
    raise unreadable(
        Both(
            f"{given.name}: a table cannot be read from .{kind}. ",
            f"«{given.name}»: لا يمكن قراءة جدول من ملف .{kind}. ",
        )
        + _SAVE_AS
    )
