"""Rows of a workbook: the first visible sheet that has the header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from tawthiq.intake.given import MEGABYTE, Given
from tawthiq.intake.package import Package, open_package
from tawthiq.intake.refusal import first_few, unreadable
from tawthiq.intake.rows import (
    HEADER_WITHIN,
    MOST_ROWS,
    IsHeader,
    Row,
    Table,
    checked_header,
    column_letters,
    find_header,
    fitted,
    no_header,
    too_many_rows,
)
from tawthiq.intake.sheet_cells import SheetStream
from tawthiq.intake.workbook import Sheet, Workbook, read_workbook
from tawthiq.values.both import Both

MOST_BYTES = 100 * MEGABYTE


def open_xlsx(given: Given, is_header: IsHeader) -> Table:
    """Look at a workbook: which sheet has the header, and where.

    Raises:
        UnreadableError: The file cannot be read as a workbook, or none of its visible
            sheets holds anything.
    """
    given.refuse_if_larger(MOST_BYTES, Both("Cut it into several files", "قسِّمه إلى عدة ملفات"))
    with open_package(given) as package:
        workbook = read_workbook(package)
        sheet, number, cells = _sheet_with_header(package, workbook, is_header)
    header = checked_header(f"{given.name} [{sheet.name}]", number, cells)
    notes = _other_sheets(sheet, workbook)

    def rows() -> Iterator[Row]:
        with open_package(given) as package:
            stream = SheetStream(package, workbook, sheet)
            yield from _rows_below(stream, number, header)
            _refuse_merged(given.name, stream, number)
            if (note := _hidden(stream)) and note not in notes:
                notes.append(note)

    return Table(given, "xlsx", header, number, rows, notes, sheet=sheet.name, epoch=workbook.epoch)


def _rows_below(stream: SheetStream, header_row: int, header: tuple[str, ...]) -> Iterator[Row]:
    names = {column_letters(at): name for at, name in enumerate(header)}
    for number, cells, problems in stream.rows():
        if number <= header_row or not (problems or any(cells)):
            continue
        if number > header_row + MOST_ROWS:
            raise too_many_rows(stream.package.name)
        row = fitted(number, cells, len(header), may_be_short=True)
        if problems:
            named = (replace(bad, column=names.get(bad.column, bad.column)) for bad in problems)
            row = row._replace(problems=(*named, *row.problems))
        yield row


def _sheet_with_header(
    package: Package, workbook: Workbook, is_header: IsHeader
) -> tuple[Sheet, int, list[str]]:
    """The first visible sheet whose header is recognised, else the first that is not empty."""
    fallback: tuple[Sheet, int, list[str]] | None = None
    for sheet in workbook.sheets:
        first = [] if sheet.is_hidden else _first_rows(package, workbook, sheet)
        at = find_header(first, is_header)
        if at is None:
            continue
        number, cells = first[at]
        if is_header(cells):
            return sheet, number, cells
        fallback = fallback or (sheet, number, cells)
    if fallback is None:
        raise no_header(package.name)
    return fallback


def _first_rows(package: Package, workbook: Workbook, sheet: Sheet) -> list[tuple[int, list[str]]]:
    rows = SheetStream(package, workbook, sheet).rows()
    return [(number, cells) for number, cells, _ in islice(rows, HEADER_WITHIN) if any(cells)]


def _other_sheets(read: Sheet, workbook: Workbook) -> list[Both]:
    others = [sheet for sheet in workbook.sheets if sheet is not read]
    if not others:
        return []
    names = first_few(
        f"{sheet.name} (hidden, مخفية)" if sheet.is_hidden else sheet.name for sheet in others
    )
    return [
        Both(
            f"only the sheet {read.name} was read; not read: {names.en}",
            f"قُرئت الورقة «{read.name}» وحدها، ولم تُقرأ: {names.ar}",
        )
    ]


def _refuse_merged(name: str, stream: SheetStream, header: int) -> None:
    """Merged cells say one thing of several rows, and which of them is meant is not written.

    Merged titles above the header say nothing of the rows.
    """
    merged = [ref for ref in stream.merged if _last_row(ref) >= header]
    if merged:
        few = first_few(merged)
        raise unreadable(
            Both(
                f"{name}, sheet {stream.sheet.name}: cells are merged ({few.en}); unmerge them "
                "and write the text in each row that it is meant for",
                f"«{name}»، الورقة «{stream.sheet.name}»: فيها خلايا مدموجة ({few.ar})؛ ألغِ "
                "الدمج واكتب النص في كل صف يخصّه",
            )
        )


def _last_row(ref: str) -> int:
    digits = ref.rpartition(":")[2].lstrip("$ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isdecimal() else MOST_ROWS


def _hidden(stream: SheetStream) -> Both | None:
    if not (stream.hidden_rows or stream.hidden_columns):
        return None
    rows, columns = stream.hidden_rows, stream.hidden_columns
    return Both(
        f"hidden rows ({rows}) and hidden groups of columns ({columns}) were read like all others",
        f"قُرئت الصفوف المخفية ({rows}) ومجموعات الأعمدة المخفية ({columns}) كغيرها",
    )
