"""The load file: a table that a court's system reads in, one row for each piece.

Which columns a court wants is in its protocol and changes; the columns are data here. Confirm
them with the court's current annex.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tawthiq.evidence.bare.pieces import LOAD_COLUMNS
from tawthiq.evidence.bare.tables import disarmed
from tawthiq.evidence.packages.contents import Content, Contents, Derivative, DerivativeKind, Item
from tawthiq.evidence.packages.numbering import file_of, number_of, page_of
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Row:
    """One piece: an item, or something that was made from it."""

    prefix: str
    item: Item
    derivative: Derivative | None = None

    @property
    def content(self) -> Content | Both:
        return self.item.content if self.derivative is None else self.derivative.content

    @property
    def pages(self) -> int:
        return self.item.pages if self.derivative is None else self.derivative.pages

    def page(self, number: int) -> str:
        return page_of(self.prefix, self.item, number, self.derivative)

    @property
    def number(self) -> str:
        return number_of(self.prefix, self.item, self.derivative)

    @property
    def is_redacted(self) -> bool:
        return self.derivative is not None and self.derivative.kind is DerivativeKind.REDACTED

    def when_packed(self, value: Callable[[Content], str]) -> str:
        """Something of the bytes; empty where they stay behind."""
        return value(self.content) if isinstance(self.content, Content) else ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and what stands in it."""

    name: str
    value: Callable[[Row], str]


# What the verifier needs to see stands first (LOAD_COLUMNS); the rest can be exchanged.
COLUMNS: tuple[Column, ...] = (
    Column("number", lambda row: row.number),
    Column("item", lambda row: row.derivative.id if row.derivative else row.item.id),
    Column("first_page", lambda row: row.page(1)),
    Column("last_page", lambda row: row.page(row.pages)),
    Column("pages", lambda row: f"{row.pages}"),
    Column(
        "file",
        lambda row: row.when_packed(lambda _: file_of(row.prefix, row.item, row.derivative)),
    ),
    Column("size", lambda row: row.when_packed(lambda content: f"{content.size}")),
    Column("sha256", lambda row: row.when_packed(lambda content: f"{content.digest}")),
    Column("title", lambda row: row.derivative.name if row.derivative else row.item.name),
    Column(
        "media_type",
        lambda row: row.derivative.media_type if row.derivative else row.item.media_type,
    ),
    Column("date", lambda row: row.item.description.date),
    Column("date_estimated", lambda row: _yes(row.item.description.date_is_estimated)),
    Column("source", lambda row: row.item.description.source),
    Column("author", lambda row: row.item.description.author),
    Column("language", lambda row: row.item.description.language),
    Column(
        "holder", lambda row: row.item.custody[-1].step.holder_after if row.item.custody else ""
    ),
    Column("confidentiality", lambda row: f"{row.item.description.confidentiality}"),
    Column("redacted", lambda row: _yes(row.is_redacted)),
    Column("made_from", lambda row: number_of(row.prefix, row.item) if row.derivative else ""),
    Column("withheld", lambda row: "" if isinstance(row.content, Content) else row.content.en),
    Column("withheld_ar", lambda row: "" if isinstance(row.content, Content) else row.content.ar),
)


def rows_of(contents: Contents) -> Iterator[Row]:
    """Every piece in the order of numbers, each item before what was made from it."""
    for item in sorted(contents.items, key=lambda item: item.number):
        yield Row(contents.prefix, item)
        for one in sorted(item.derivatives, key=lambda one: (one.kind, one.number)):
            yield Row(contents.prefix, item, one)


def load_rows(contents: Contents, columns: Sequence[Column] = COLUMNS) -> list[list[str]]:
    """The table, its headings first.

    Raises:
        ValueError: A column that the verifier needs is not among them.
    """
    names = [column.name for column in columns]
    if not set(LOAD_COLUMNS) <= set(names) or len(set(names)) != len(names):
        raise ValueError(f"a load file has the columns {', '.join(LOAD_COLUMNS)}, each column once")
    return [names, *([column.value(row) for column in columns] for row in rows_of(contents))]


def as_csv(rows: Iterable[Iterable[str]]) -> bytes:
    """The table as CSV (RFC 4180) that a spreadsheet opens in Arabic and does not run."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(map(disarmed, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")


_COMMA, _QUOTE, _NEWLINE = "\x14", "\u00fe", "\u00ae"


def as_dat(rows: Iterable[Iterable[str]]) -> bytes:
    """The table as Concordance DAT in UTF-8, which many courts' systems read.

    The format cannot write its own three signs inside a cell: they are spelled out, and lines
    within a cell are joined by its sign for that. The CSV file beside it is exact.
    """
    lines = [_COMMA.join(f"{_QUOTE}{_plain(cell)}{_QUOTE}" for cell in row) for row in rows]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def _plain(cell: str) -> str:
    for sign in (_COMMA, _QUOTE, _NEWLINE):
        cell = cell.replace(sign, f"[U+{ord(sign):04X}]")
    return cell.replace("\r\n", _NEWLINE).replace("\n", _NEWLINE).replace("\r", _NEWLINE)


def _holder(item: Item) -> str:
    return item.custody[-1].step.holder_after if item.custody else ""


def _yes(it_is: bool) -> str:
    return "yes" if it_is else "no"
