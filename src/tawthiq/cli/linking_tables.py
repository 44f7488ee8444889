"""Bare lists of people as files hold them, brought under each other as one table to link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tawthiq.cli.linking_columns import IGNORED, guessed
from tawthiq.errors import RefusedRowsError, UnknownNameError
from tawthiq.intake.refusal import first_few
from tawthiq.intake.rows import Table as Sheet
from tawthiq.intake.rows import refuse_no_rows
from tawthiq.intake.table import open_table
from tawthiq.linkage.table import KNOWN, MOST_EXTRA, Table
from tawthiq.values.both import Both
from tawthiq.values.text import is_arabic, tokens

_LEAST_FILLED: Final = 0.02  # of rows; a column emptier than that finds nobody
_NAME_AT_MOST: Final = 60  # letters on average; what is longer is a report and no attribute
Cells = list[str]


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """Several files as one table.

    Attributes:
        table: What is linked; its ids are ours, ``FILE:ROW``, so that no two rows share one.
        files: The file of each row.
        ids: The id that the file itself gives each row, "" for none.
        truth: The person of each row, where a truth column was named; "" for not known.
        notes: What a reader should know before believing the result.
    """

    table: Table
    files: Cells
    ids: Cells
    truth: Cells
    notes: tuple[Both, ...]


def read_lists(files: Sequence[Path], said: Mapping[str, str], truth: str = "") -> Lists:
    """Read files of lists and put their rows under each other.

    Args:
        files: CSV or XLSX; each is one list unless it has a column for the source.
        said: What columns mean where the guess would be wrong.
        truth: The column that names the true person of each row; never compared.

    Raises:
        UnreadableError: A file cannot be read as a table.
        RefusedRowsError: A row has more or fewer cells than its header, or a formula in one.
        UnknownNameError: No file has the truth column, or one of those that were mapped.
    """
    gathered = _Gathered()
    for file in files:
        gathered.take(open_table(file), _name_of(file, files), said, truth)
    _refuse_unknown([*said, *([truth] if truth else [])], gathered.headers)
    columns = gathered.columns()
    notes = [*gathered.notes, *_two_scripts(columns), *_left_out(columns, len(gathered.rows))]
    notes += _reused_ids(gathered.files, gathered.ids)
    columns["id"] = gathered.rows
    return Lists(Table.of(columns), gathered.files, gathered.ids, gathered.truth, tuple(notes))


def _name_of(file: Path, files: Sequence[Path]) -> str:
    """The name of a file, with its folder where two files have one name."""
    alike = sum(other.name == file.name for other in files)
    return file.name if alike == 1 else str(file)


@dataclass(slots=True)
class _Gathered:
    """Rows of files as they are read, one after the other."""

    rows: Cells = field(default_factory=list)
    files: Cells = field(default_factory=list)
    ids: Cells = field(default_factory=list)
    truth: Cells = field(default_factory=list)
    sources: Cells = field(default_factory=list)
    headers: set[str] = field(default_factory=set)
    notes: list[Both] = field(default_factory=list)
    _cells: dict[str, Cells] = field(default_factory=dict)

    def take(self, sheet: Sheet, name: str, said: Mapping[str, str], truth: str) -> None:
        """Read one file whole."""
        placed = guessed(sheet.header, said, truth)
        numbers, by_column = _read(sheet)
        before, count = len(self.rows), len(numbers)
        self.headers.update(sheet.header)
        self.rows += [f"{name}:{number}" for number in numbers]
        self.files += [name] * count
        nothing = [""] * count
        by_meaning = {
            meaning: by_column[column] for column, meaning in placed.items() if meaning != IGNORED
        }
        self.ids += by_meaning.pop("id", nothing)
        self.truth += by_column.get(truth, nothing)
        self.sources += [text or name for text in by_meaning.pop("source", nothing)]
        for meaning, cells in by_meaning.items():
            self._cells.setdefault(meaning, [""] * before).extend(cells)
        for meaning in self._cells.keys() - by_meaning.keys():
            self._cells[meaning] += nothing
        self.notes += [Both.same(f"{name}: ") + note for note in sheet.notes]

    def columns(self) -> dict[str, Cells]:
        return {**self._cells, "source": self.sources}


def _read(sheet: Sheet) -> tuple[list[int], dict[str, Cells]]:
    numbers: list[int] = []
    rows: list[list[str]] = []
    for row in sheet.rows():
        if row.problems:
            _refuse_row(sheet, row.problems[0].said)
        numbers.append(row.number)
        rows.append(row.cells)
    refuse_no_rows(sheet, len(rows))
    return numbers, {
        column: list(cells)
        for column, cells in zip(sheet.header, zip(*rows, strict=True), strict=True)
    }


def _refuse_row(sheet: Sheet, why: Both) -> None:
    raise RefusedRowsError(
        f"{sheet.name}, {why.en}; nothing was linked", f"«{sheet.name}»، {why.ar}؛ لم يُربط شيء"
    )


def _refuse_unknown(asked: Iterable[str], headers: set[str]) -> None:
    missing = [name for name in asked if name not in headers]
    if missing:
        there = first_few(sorted(headers), most=30)
        raise UnknownNameError(
            f"no file has the column '{missing[0]}'; there are: {there.en}",
            f"لا ملف فيه العمود «{missing[0]}»؛ الأعمدة هي: {there.ar}",
        )


_ARABIC_RUN: Final = re.compile(r"[\u0600-\u06ff][\u0600-\u06ff\s.]*")
_LATIN_RUN: Final = re.compile(r"[^\W\d_][^\u0600-\u06ff/|;()\[\]]*")


def _two_scripts(columns: dict[str, Cells]) -> list[Both]:
    """Where a cell says a whole name in two scripts, the Arabic one is compared."""
    cells = columns.get("name")
    if cells is None:
        return []
    split = {text: one for text in set(cells) if (one := _one_script(text)) != text}
    if not split:
        return []
    columns["name"] = [split.get(text, text) for text in cells]
    count = sum(text in split for text in cells)
    return [
        Both(
            f"{count} names are written in two scripts in one cell; the Arabic one was compared",
            f"{count} من الأسماء مكتوبة بأبجديتين في خلية واحدة؛ قورن منها المكتوب بالعربية",
        )
    ]


def _one_script(text: str) -> str:
    words = tokens(text)
    arabic = sum(map(is_arabic, words))
    # "محمد (Abu Ali)" is one name with a nickname; two words of each script are two names.
    if arabic < 2 or len(words) - arabic < 2:
        return text
    return " ".join(run.group().strip() for run in _ARABIC_RUN.finditer(text))


def _left_out(columns: dict[str, Cells], rows: int) -> list[Both]:
    """Take out columns of unknown meaning in which nothing can agree, and those too many."""
    extra = [name for name in columns if name not in KNOWN]
    worth = {name: _worth(columns[name], rows) for name in extra}
    kept = sorted((n for n in extra if worth[n] > 0), key=lambda n: -worth[n])[:MOST_EXTRA]
    for name in set(extra) - set(kept):
        del columns[name]
    said = []
    if kept:
        few = first_few(kept, most=MOST_EXTRA)
        said.append(
            Both(
                f"columns of unknown meaning, compared as text: {few.en} (--map says more)",
                f"أعمدة غير معروفة المعنى، قورنت نصًا: {few.ar} (يوضحها ‎--map‎)",
            )
        )
    if left := [name for name in extra if name not in kept]:
        few = first_few(left)
        said.append(Both(f"columns not compared: {few.en}", f"أعمدة لم تُقارن: {few.ar}"))
    return said


def _worth(cells: Cells, rows: int) -> float:
    """How much a column can tell: how full it is, and how many different texts repeat in it."""
    filled = [text for text in cells if text]
    distinct = set(filled)
    if len(filled) < _LEAST_FILLED * rows or len(distinct) in (1, len(filled)):
        return 0.0
    if sum(map(len, distinct)) > _NAME_AT_MOST * len(distinct):
        return 0.0
    return len(filled) / rows * min(1.0, len(distinct) / 100)


def _reused_ids(files: Cells, ids: Cells) -> list[Both]:
    given = [(file, id_) for file, id_ in zip(files, ids, strict=True) if id_]
    reused = len(given) - len(set(given))
    if not reused:
        return []
    return [
        Both(
            f"{reused} rows bear an id that another row of their file bears; rows are told apart "
            "by their file and row number, and an id decides nothing",
            f"{reused} من الصفوف تحمل معرّفًا يحمله صف آخر من الملف نفسه؛ تُميَّز الصفوف "
            "بالملف ورقم الصف، ولا يقرر المعرّف شيئًا",
        )
    ]
