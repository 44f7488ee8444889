"""A table as text: a header, and rows of cells that know where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tawthiq.errors import UnreadableError
from tawthiq.intake.given import Given
from tawthiq.intake.refusal import CellError, Refusal, first_few, refuse, unreadable
from tawthiq.values.both import Both
from tawthiq.values.text import fold

MOST_ROWS = 1_000_000
HEADER_WITHIN = 20  # rows; above a header stand at most a title and some remarks
# Spaces and marks that nobody sees at the ends of a cell: zero-width, joiners, directional.
UNSEEN = (
    " \t\n\r\v\f\u00a0\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029"
    "\u202a\u202b\u202c\u202d\u202e\u202f\u2060\u2066\u2067\u2068\u2069\u3000\ufeff"
)
IsHeader = Callable[[Sequence[str]], bool]


class Row(NamedTuple):
    """One row.

    Attributes:
        number: As a spreadsheet numbers it, the first row of the file being 1.
        cells: As many texts as the header has columns; "" where nothing stands.
        problems: What the file itself makes unreadable: a formula, cells too many.
    """

    number: int
    cells: list[str]
    problems: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be read again and again, a row at a time.

    Attributes:
        given: The file.
        kind: "csv" or "xlsx".
        header: The names of the columns as written, without spaces at their ends.
        header_row: The number of the row in which they stand.
        rows: Call it to read the rows below; blank ones are left out. While they are
            read it may raise UnreadableError, so nothing may be kept before the end.
        notes: What a person should know of the file; complete once all rows were read.
        encoding: Of a CSV; "" otherwise.
        sheet: The name of the sheet of a workbook; "" otherwise.
        epoch: Day 0 of a workbook's dates, or None where a number is never a date.
    """

    given: Given
    kind: str
    header: tuple[str, ...]
    header_row: int
    rows: Callable[[], Iterator[Row]]
    notes: list[Both] = field(default_factory=list)
    encoding: str = ""
    sheet: str = ""
    epoch: date | None = None

    @property
    def name(self) -> str:
        return self.given.name


def column_letters(index: int) -> str:
    """The letters of a column, the first (index 0) being A, as every spreadsheet shows them."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def find_header(rows: Sequence[tuple[int, list[str]]], is_header: IsHeader) -> int | None:
    """Which of the first rows is the header: the one that is recognised, else the first.

    Args:
        rows: Numbers and cells of the first rows that are not blank.

    Returns:
        An index into ``rows``, or None where there is no row at all.
    """
    if not rows:
        return None
    return next((at for at, (_, cells) in enumerate(rows) if is_header(cells)), 0)


def checked_header(name: str, number: int, cells: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns, without nameless ones at the end.

    Raises:
        UnreadableError: A column between others has no name, or two have the same.
    """
    names = list(cells)
    while names and not names[-1]:
        names.pop()
    nameless = [column_letters(at) for at, cell in enumerate(names) if not cell]
    if nameless:
        raise unreadable(_nameless(name, number, first_few(nameless)))
    folded = [fold(cell) for cell in names]
    twice = sorted({cell for cell, key in zip(names, folded, strict=True) if folded.count(key) > 1})
    if twice:
        raise unreadable(_twice(name, number, first_few(twice)))
    return tuple(names)


def fitted(number: int, cells: list[str], width: int, *, may_be_short: bool) -> Row:
    """A row with exactly as many cells as the header has.

    Cells beyond the header make a problem unless they are empty; so do cells too few
    where the format writes every cell (a CSV), because then something was lost.
    """
    if len(cells) == width:
        return Row(number, cells)
    if len(cells) > width:
        surplus = cells[width:]
        problem = _too_many(number, width, cells) if any(surplus) else ()
        return Row(number, cells[:width], problem)
    padded = cells + [""] * (width - len(cells))
    return Row(number, padded, () if may_be_short else _too_few(number, width, cells))


def no_header(name: str) -> UnreadableError:
    return unreadable(
        Both(
            f"{name} is empty: there is no header and no row; look whether the right file was "
            "saved",
            f"الملف «{name}» فارغ: لا ترويسة فيه ولا صفوف؛ تحقّق من أنك حفظت الملف الصحيح",
        )
    )


def refuse_no_rows(table: Table, count: int) -> None:
    """Refuse a header without rows: a table that says nothing was saved by mistake.

    Raises:
        UnreadableError: No row was read.
    """
    if count:
        return
    raise unreadable(
        Both(
            f"{table.name}: there is a header in row {table.header_row} and no row below it; look "
            "whether the right file was saved",
            f"«{table.name}»: توجد ترويسة في الصف {table.header_row} ولا صفوف تحتها؛ تحقّق من أنك "
            "حفظت الملف الصحيح",
        )
    )


def too_many_rows(name: str) -> UnreadableError:
    return unreadable(
        Both(
            f"{name} has more than {MOST_ROWS:,} rows; cut it into several files",
            f"في الملف «{name}» أكثر من {MOST_ROWS:,} صف؛ قسِّمه إلى عدة ملفات",
        )
    )


def _too_many(number: int, width: int, cells: list[str]) -> tuple[Refusal, ...]:
    at = next(at for at in range(width, len(cells)) if cells[at])
    why = Both(
        f"{len(cells)} cells where the header has {width}",
        f"عدد الخلايا {len(cells)} بينما في الترويسة {width} عمودًا",
    )
    mend = Both(
        "put a text that holds the separator between quotation marks, or name the column",
        "ضع النص الذي يحوي الفاصل بين علامتي اقتباس، أو سمِّ العمود",
    )
    return (refuse(number, column_letters(at), cells[at], CellError(why, mend)),)


def _too_few(number: int, width: int, cells: list[str]) -> tuple[Refusal, ...]:
    why = Both(
        f"{len(cells)} cells where the header has {width}",
        f"عدد الخلايا {len(cells)} بينما في الترويسة {width} عمودًا",
    )
    mend = Both(
        "a line end inside a text, or a lost cell: export the table again, every cell written",
        "ربما انقطع سطر داخل نص أو فُقدت خلية: صدِّر الجدول من جديد مع كتابة جميع الخلايا",
    )
    return (refuse(number, "", cells[0] if cells else "", CellError(why, mend)),)


def _nameless(name: str, number: int, columns: Both) -> Both:
    return Both(
        f"{name}, row {number}: column {columns.en} has no name; name it or delete it",
        f"«{name}»، الصف {number}: العمود {columns.ar} بلا اسم؛ سمِّه أو احذفه",
    )


def _twice(name: str, number: int, columns: Both) -> Both:
    return Both(
        f"{name}, row {number}: the column {columns.en} stands twice; keep one of the two",
        f"«{name}»، الصف {number}: العمود {columns.ar} مكرَّر؛ أبقِ واحدًا منهما",
    )
