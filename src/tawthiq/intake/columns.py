"""The columns that a kind of table has, and where they stand in somebody's own table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from tawthiq.errors import RuleError
from tawthiq.intake.refusal import (
    CellError,
    Refusal,
    first_few,
    refuse,
    unreadable,
)
from tawthiq.intake.rows import Row, Table
from tawthiq.values.both import Both
from tawthiq.values.text import fold


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, whether a table must have it, the longest text of a cell."""

    key: str
    is_needed: bool
    longest: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one kind of table, by all the names they go by."""

    columns: tuple[Column, ...]
    by_name: dict[str, str]

    def is_header(self, cells: Sequence[str]) -> bool:
        """Whether a row names at least half of the columns that a table must have."""
        found = {self.by_name.get(plain(cell)) for cell in cells if cell}
        needed = {column.key for column in self.columns if column.is_needed}
        return 2 * len(found & needed) >= len(needed)

    def placed(self, table: Table, mapped: Mapping[str, str] | None = None) -> Placed:
        """Find the columns in a table's header.

        Args:
            mapped: What somebody said of this table's columns: from a name in the header to
                one of our keys, or to "" for a column that is not to be read.

        Raises:
            UnreadableError: A column that must be there is missing, or two columns of
                the table are the same one of ours.
        """
        where: dict[str, int] = {}
        unknown: list[str] = []
        said = {plain(name): key for name, key in (mapped or {}).items()}
        taken = {key for name, key in said.items() if key and name in map(plain, table.header)}
        for at, name in enumerate(table.header):
            key = self._key_of(plain(name), said, taken)
            if not key:
                unknown.append(name)
            elif key in where:
                raise unreadable(_same(table, table.header[where[key]], name))
            else:
                where[key] = at
        missing = [c.key for c in self.columns if c.is_needed and c.key not in where]
        if missing:
            raise unreadable(_missing(table, missing))
        return Placed(self.columns, table.header, where, _ignored(unknown))

    def _key_of(self, name: str, said: Mapping[str, str], taken: set[str]) -> str:
        """Which of ours a column is: as somebody said, else by its name unless that is taken."""
        if name in said:
            return said[name]
        key = self.by_name.get(name, "")
        return "" if key in taken else key


@dataclass(frozen=True, slots=True)
class Placed:
    """Where our columns stand in one table.

    Attributes:
        header: The names as the table writes them.
        where: The position of each column that the table has, by key.
        note: Which columns of the table are none of ours, or nothing.
    """

    columns: tuple[Column, ...]
    header: tuple[str, ...]
    where: dict[str, int]
    note: Both

    def limits(self) -> list[tuple[int, int]]:
        """The positions of our columns, and the longest text that each may hold."""
        return [(self.where[c.key], c.longest) for c in self.columns if c.key in self.where]


@cache
def columns_of(kind: str) -> Columns:
    """The columns of a kind of table: "claims", "periods", "sources" or "victims".

    Raises:
        RuleError: Two columns of a kind go by the same name.
    """
    source = files("tawthiq.intake").joinpath("data", "columns.yaml")
    entries = yaml.safe_load(source.read_text("utf-8"))[kind]
    columns = tuple(
        Column(e["key"], e.get("needed", True), e["longest"], tuple(e["words"])) for e in entries
    )
    by_name: dict[str, str] = {}
    for column in columns:
        for word in {plain(name) for name in (column.key, *column.words)}:
            if word in by_name:
                raise RuleError(f"columns.yaml, {kind}: {word!r} names two columns; keep one")
            by_name[word] = column.key
    return Columns(columns, by_name)


def too_long(row: Row, limits: Iterable[tuple[int, int]], header: Sequence[str]) -> list[Refusal]:
    """The cells of a row that hold more than their column may."""
    return [
        refuse(row.number, header[at], row.cells[at], _length(len(row.cells[at]), longest))
        for at, longest in limits
        if len(row.cells[at]) > longest
    ]


def plain(name: str) -> str:
    """A column's name as it is looked up: folded, with single spaces."""
    return " ".join(fold(name).replace("_", " ").replace("-", " ").split())


def _length(is_: int, longest: int) -> CellError:
    return CellError(
        Both(
            f"{is_:,} characters; this column holds at most {longest:,}",
            f"طول النص {is_:,} محرفًا، والحد الأقصى في هذا العمود {longest:,}",
        ),
        Both("shorten it, the source's page keeps the rest", "اختصره، فبقيته في صفحة المصدر"),
    )


def _missing(table: Table, missing: list[str]) -> Both:
    few = first_few(missing, most=len(missing))
    return Both(
        f"{table.name}, row {table.header_row}: the header lacks {few.en}; add each as a column, "
        "empty where sources are silent",
        f"«{table.name}»، الصف {table.header_row}: ينقص الترويسة: {few.ar}؛ أضف كلًّا منها عمودًا "
        "واتركه فارغًا حيث تسكت المصادر",
    )


def _same(table: Table, first: str, second: str) -> Both:
    return Both(
        f"{table.name}: the columns {first!r} and {second!r} mean the same; keep one of the two",
        f"«{table.name}»: العمودان «{first}» و«{second}» بمعنى واحد؛ أبقِ أحدهما",
    )


def _ignored(unknown: list[str]) -> Both:
    if not unknown:
        return Both("", "")
    few = first_few(unknown, most=20)
    return Both(f"columns not read: {few.en}", f"أعمدة لم تُقرأ: {few.ar}")
