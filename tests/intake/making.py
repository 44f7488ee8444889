"""Tables as people make them: in an invented valley, with one thing wrong at a time.

The village is Wadi al-Zahr, the monitor is the Valley Watch; neither exists.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import openpyxl

from tawthiq.intake.claims_table import ClaimsTable, open_claims, read_claims

TODAY = date(2032, 1, 1)
COLUMNS = (
    *("id", "date", "place", "admin3", "governorate", "lat", "lon", "weapon", "target_type"),
    *("facility_name", "killed", "killed_children", "killed_women", "injured"),
    *("alleged_party", "source_org", "source_title", "source_url", "published"),
    *("quote_paraphrase", "checked"),
)
A_ROW = {
    "id": "V001.1",
    "date": "2031-07-22",
    "place": "Wadi al-Zahr",
    "source_org": "Valley Watch",
}


def a_row(**cells: str) -> dict[str, str]:
    """A claim that can be taken, with some cells of your own."""
    return A_ROW | cells


def csv_text(rows: Iterable[Mapping[str, str]], columns: Sequence[str] = COLUMNS) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def csv_bytes(*rows: Mapping[str, str], columns: Sequence[str] = COLUMNS) -> bytes:
    return csv_text(rows, columns).encode()


def xlsx_bytes(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook made by openpyxl, which knows nothing of how we read one."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def claims_of(data: bytes, name: str = "claims.csv") -> ClaimsTable:
    return read_claims(open_claims(data, name), today=TODAY)


def read_rows(*rows: Mapping[str, str], columns: Sequence[str] = COLUMNS) -> ClaimsTable:
    return claims_of(csv_bytes(*rows, columns=columns))
