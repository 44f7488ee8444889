"""The rows of one sheet of a workbook, as a stream of texts.

A formula is never computed and its last result never believed: the cell is a problem.
So is an error such as #REF!. A date is written as its ISO day, a number as Excel shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from tawthiq.errors import UnreadableError
from tawthiq.intake.package import MOST_UNPACKED, Package, damaged
from tawthiq.intake.refusal import CellError, Refusal, refuse, unreadable
from tawthiq.intake.rows import UNSEEN, column_letters
from tawthiq.intake.workbook import Sheet, Workbook, unescaped
from tawthiq.intake.xml_part import Parser, feed, new_parser
from tawthiq.values.both import Both

MOST_COLUMNS = 16_384  # Excel's own limit, as is the next
MOST_OF_A_CELL = 32_767
RawRow = tuple[int, list[str], tuple[Refusal, ...]]
_DIGITS = "0123456789"


@dataclass(slots=True)
class SheetStream:
    """A sheet while it is read; what stands after the rows is known once they were read.

    Attributes:
        merged: The merged ranges, as "B4:C9".
        hidden_rows, hidden_columns: How many rows, and groups of columns, nobody sees.
    """

    package: Package
    workbook: Workbook
    sheet: Sheet
    merged: list[str] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: int = 0

    def rows(self) -> Iterator[RawRow]:
        """Number, cells and problems of each row that is written, blank ones too.

        Raises:
            UnreadableError: The sheet is damaged or beyond what a sheet can be.
        """
        done: list[RawRow] = []
        pieces: list[str] = []
        parser = _listen(self, done, pieces)
        for _ in feed(self.package, self.sheet.part, parser, MOST_UNPACKED):
            yield from done
            done.clear()
            if sum(map(len, pieces)) > MOST_OF_A_CELL:
                raise self.refuse("a cell is longer than Excel allows")

    def refuse(self, what: str) -> UnreadableError:
        return unreadable(damaged(self.package.name, f"sheet {self.sheet.name}: {what}"))


def _listen(stream: SheetStream, done: list[RawRow], pieces: list[str]) -> Parser:
    """A parser that appends each row of the sheet to ``done``, gathering a cell in ``pieces``.

    Its handlers are closures over plain local names, because they run some six million
    times for 100,000 rows; everything that is seldom needed is outside.
    """
    columns = _ColumnNumbers()
    value_of = _Values(stream)
    formula: list[str] = []
    cells: list[str] = []
    problems: list[Refusal] = []
    cell: dict[str, str] = {}
    prefix: str | None = None
    number = 0
    is_phonetic = False
    c = v = t = f = row = phonetic = ""

    def start(name: str, attrs: dict[str, str]) -> None:
        nonlocal cell, cells, problems, number, is_phonetic
        nonlocal prefix, c, v, t, f, row, phonetic
        if name == c:
            cell = attrs
        elif name == v or (name == t and not is_phonetic):
            parser.CharacterDataHandler = pieces.append
        elif name == f:
            parser.CharacterDataHandler = formula.append
            formula.append("=")
        elif name == row:
            cells, problems = [], []
            number = _row_number(stream, attrs, number)
        elif name == phonetic:
            is_phonetic = True
        elif prefix is None:
            prefix = name[: name.rfind(":") + 1]
            c, v, t, f = (prefix + tag for tag in ("c", "v", "t", "f"))
            row, phonetic = prefix + "row", prefix + "rPh"
        else:
            _around(stream, name.removeprefix(prefix), attrs)

    def end(name: str) -> None:
        nonlocal is_phonetic
        if name == c:
            ref = cell.get("r")
            index = columns[ref.rstrip(_DIGITS)] if ref else len(cells)
            if formula:
                problems.append(_formula(number, index, "".join(formula)))
                value = ""
            else:
                value = value_of(cell, "".join(pieces)) if pieces else ""
            formula.clear()
            pieces.clear()
            if index == len(cells):
                cells.append(value)
            else:
                _place(cells, index, value)
            if cell.get("t") == "e" and value:
                problems.append(_error(number, index, value))
        elif name in (v, t, f):
            parser.CharacterDataHandler = None
        elif name == phonetic:
            is_phonetic = False
        elif name == row:
            done.append((number, cells, tuple(problems)))

    parser = new_parser(stream.package.name, start, end)
    return parser


def _row_number(stream: SheetStream, attrs: dict[str, str], before: int) -> int:
    stream.hidden_rows += attrs.get("hidden") in ("1", "true")
    written = attrs.get("r", str(before + 1))
    if not written.isdecimal() or int(written) <= before:
        raise stream.refuse(f"row {written} stands after row {before}")
    return int(written)


def _around(stream: SheetStream, tag: str, attrs: dict[str, str]) -> None:
    """What a sheet says before and after its rows."""
    if tag == "mergeCell":
        stream.merged.append(attrs.get("ref", ""))
    elif tag == "col":
        stream.hidden_columns += attrs.get("hidden") in ("1", "true")


def _place(cells: list[str], index: int, value: str) -> None:
    """Put a cell where it belongs; cells that nothing is written of are empty."""
    cells.extend([""] * (index + 1 - len(cells)))
    cells[index] = value


class _ColumnNumbers(dict[str, int]):
    """The index of a column by its letters, worked out when it is first met."""

    def __missing__(self, letters: str) -> int:
        index = 0
        for letter in letters:
            index = index * 26 + ord(letter) - 64
        if not 1 <= index <= MOST_COLUMNS or column_letters(index - 1) != letters:
            raise unreadable(
                Both(
                    f"{letters!r} is no column of a sheet; the workbook is damaged: save it again",
                    f"«{letters}» ليس عمودًا في جدول؛ المصنَّف تالف: احفظه من جديد",
                )
            )
        self[letters] = index - 1
        return index - 1


class _Values:
    """What a cell says, as a text."""

    def __init__(self, stream: SheetStream) -> None:
        self._stream = stream
        self._texts = stream.workbook.shared_texts
        self._dates = stream.workbook.date_styles
        self._numbers: dict[str, str] = {}

    def __call__(self, cell: dict[str, str], raw: str) -> str:
        kind = cell.get("t", "n")
        if kind == "n":
            style = cell.get("s")
            return self._date(raw) if style in self._dates else self._number(raw)
        if kind == "s":
            return self._shared(raw)
        if kind == "b":
            return "TRUE" if raw == "1" else "FALSE"
        if len(raw) > MOST_OF_A_CELL:
            raise self._stream.refuse(f"cell {cell.get('r', '')} is longer than Excel allows")
        return unescaped(raw).strip(UNSEEN)

    def _shared(self, raw: str) -> str:
        try:
            return self._texts[int(raw)].strip(UNSEEN)
        except (ValueError, IndexError) as error:
            raise self._stream.refuse(f"there is no shared text {raw}") from error

    def _number(self, raw: str) -> str:
        known = self._numbers.get(raw)
        if known is None:
            known = self._numbers[raw] = _as_shown(self._real(raw))
            if len(self._numbers) > 100_000:
                self._numbers.clear()
        return known

    def _real(self, raw: str) -> float:
        try:
            return float(raw)
        except ValueError as error:
            raise self._stream.refuse(f"{raw!r} is no number") from error

    def _date(self, raw: str) -> str:
        serial = self._real(raw)
        try:
            return serial_as_text(serial, self._stream.workbook.epoch)
        except (ValueError, OverflowError):
            return _as_shown(serial)


def _as_shown(number: float) -> str:
    """A number with the 15 digits that Excel shows, without the dust of binary fractions."""
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.15g}"


def serial_as_text(serial: float, epoch: date) -> str:
    """The ISO day, with the hour if there is one, of a workbook's number of days.

    Raises:
        ValueError, OverflowError: The number is no day of that calendar.
    """
    days, fraction = divmod(serial, 1)
    seconds = round(fraction * 86_400)
    if 0 <= serial < 1 and seconds < 86_400:
        return str(time(seconds // 3600, seconds // 60 % 60, seconds % 60))
    moment = datetime.combine(serial_day(int(days), epoch), time()) + timedelta(seconds=seconds)
    return str(moment if seconds % 86_400 else moment.date())


def serial_day(days: int, epoch: date) -> date:
    """The day of a serial; Excel counts a 29 February 1900 that never was (serial 60).

    Raises:
        ValueError, OverflowError: The number is no day of that calendar.
    """
    if days < 0 or (epoch.year == 1899 and days == 60):
        raise ValueError(f"{days} is no day")
    early = epoch.year == 1899 and days < 60
    return epoch + timedelta(days=days + early)


def _formula(number: int, index: int, text: str) -> Refusal:
    address = f"{column_letters(index)}{number}"
    return refuse(
        number,
        column_letters(index),
        text,
        CellError(
            Both(
                f"cell {address} holds a formula, and its result is nobody's claim",
                f"في الخلية {address} صيغة حسابية، وناتجها ليس ادعاءً لأي مصدر",
            ),
            Both(
                "copy the column and paste it as values, or write the number",
                "انسخ العمود والصقه كقيم، أو اكتب العدد",
            ),
        ),
    )


def _error(number: int, index: int, text: str) -> Refusal:
    address = f"{column_letters(index)}{number}"
    return refuse(
        number,
        column_letters(index),
        text,
        CellError(
            Both(f"cell {address} holds Excel's error {text}", f"في الخلية {address} خطأ {text}"),
            Both("write what should stand there", "اكتب ما ينبغي أن يكون فيها"),
        ),
    )
