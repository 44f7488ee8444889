"""Rows of a text table: cells between commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from tawthiq.errors import UnreadableError
from tawthiq.intake.encoding import Encoding, find_encoding
from tawthiq.intake.given import MEGABYTE, Given
from tawthiq.intake.refusal import unreadable
from tawthiq.intake.rows import (
    HEADER_WITHIN,
    MOST_ROWS,
    UNSEEN,
    IsHeader,
    Row,
    Table,
    checked_header,
    find_header,
    fitted,
    no_header,
    too_many_rows,
)
from tawthiq.values.both import Both

MOST_BYTES = 200 * MEGABYTE
_DELIMITERS = (",", ";", "\t")  # where two promise the same, the first is taken


def open_csv(given: Given, is_header: IsHeader) -> Table:
    """Look at a text table: its encoding, its separator, its header.

    Raises:
        UnreadableError: The file cannot be read as a text table.
    """
    given.refuse_if_larger(MOST_BYTES, Both("Cut it into several files", "قسِّمه إلى عدة ملفات"))
    if not given.size:
        raise no_header(given.name)
    encoding = find_encoding(given)
    delimiter, skip = _delimiter(given, encoding, is_header)
    first = [
        (number, cells)
        for number, cells in islice(_records(given, encoding, delimiter, skip), HEADER_WITHIN)
        if any(cells)
    ]
    at = find_header(first, is_header)
    if at is None:
        raise no_header(given.name)
    number, cells = first[at]
    header = checked_header(given.name, number, cells)

    def rows() -> Iterator[Row]:
        for at, row in _records(given, encoding, delimiter, number):
            if any(row):
                yield fitted(at, row, len(header), may_be_short=False)

    notes = [encoding.note] if encoding.note else []
    return Table(given, "csv", header, number, rows, notes, encoding=encoding.name)


def _records(
    given: Given, encoding: Encoding, delimiter: str, skip: int = 0
) -> Iterator[tuple[int, list[str]]]:
    """Every record with its number, blank ones too, ends of cells cleaned of unseen marks."""
    with (
        given.open() as stream,
        io.TextIOWrapper(stream, encoding.codec, "strict", newline="") as text,
    ):
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        number = 0
        try:
            for number, cells in enumerate(reader, 1):
                if number > MOST_ROWS + HEADER_WITHIN:
                    raise too_many_rows(given.name)
                if number > skip:
                    yield number, [cell.strip(UNSEEN) for cell in cells]
        except csv.Error as error:
            raise unreadable(_torn(given.name, number + 1, str(error))) from error


def _delimiter(given: Given, encoding: Encoding, is_header: IsHeader) -> tuple[str, int]:
    """The separator, and how many rows at the top only say what it is ("sep=;").

    It is the one with which a header is recognised, else the one that makes most cells.
    """
    with (
        given.open() as stream,
        io.TextIOWrapper(stream, encoding.codec, "strict", newline="") as text,
    ):
        first = text.readline(20).strip('"\r\n')
    # Excel's own line, which only Excel writes and reads.
    if first.lower().startswith("sep=") and first[4:] in {*_DELIMITERS, "|"}:
        return first[4:], 1
    return max(_DELIMITERS, key=lambda mark: _promise(given, encoding, mark, is_header)), 0


def _promise(
    given: Given, encoding: Encoding, delimiter: str, is_header: IsHeader
) -> tuple[bool, int, int]:
    """How well a separator fits the first rows: known header, rows alike, cells in them."""
    widths: Counter[int] = Counter()
    is_known = False
    try:
        for _, cells in islice(_records(given, encoding, delimiter), HEADER_WITHIN):
            widths[len(cells)] += len(cells) > 1
            is_known = is_known or is_header(cells)
    except UnreadableError:
        pass  # a torn row is named when the rows are read
    width, alike = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return is_known, alike, width


def _torn(name: str, row: int, reason: str) -> Both:
    if "limit" in reason:
        what = Both(
            "a cell is longer than 131,072 characters; a quotation mark is probably not closed",
            "خلية يزيد طولها على 131,072 محرفًا، وربما لم تُغلق علامة اقتباس",
        )
    else:
        what = Both(
            f"the quotation marks do not fit ({reason})",
            f"علامات الاقتباس غير متطابقة ({reason})",
        )
    mend = Both(
        "; close the quotation mark that opens in this row, or export the table again",
        "؛ أغلق علامة الاقتباس المفتوحة في هذا الصف، أو صدِّر الجدول من جديد",
    )
    return Both(f"{name}, row {row}: ", f"«{name}»، الصف {row}: ") + what + mend
