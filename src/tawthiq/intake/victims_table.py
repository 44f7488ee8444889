"""Somebody's list of people who were killed: one row for one person.

What cannot be true is refused with row, column and mend; the rest becomes records as they
were written. No name stands in a refusal or a remark: those are printed and passed on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tawthiq.claims.claim import Document
from tawthiq.claims.person_record import PersonRecord
from tawthiq.intake.columns import Placed, columns_of, plain
from tawthiq.intake.refusal import Refusal, Refusals, unreadable
from tawthiq.intake.rows import Table, refuse_no_rows
from tawthiq.intake.table import open_table
from tawthiq.intake.victim_row import NAMES, VictimReader
from tawthiq.values.both import Both

KIND = "victims"
Mapped = Mapping[str, str]
"""From a column's name in somebody's table to one of our keys, or to "" for one not read."""
_RECOGNISED = 2  # columns; a row that names so many of ours is the header


@dataclass(frozen=True, slots=True)
class VictimsTable:
    """Everything that a list says, and everything in it that is not taken.

    Attributes:
        records: In the order of the file.
        columns: For each column of the file, in its order, the key it was read as, or "".
        refused: The first refusals; ``refused_total`` counts also those not listed.
        notes: What a person should know before taking it.
        has_ids: Whether the list has ids of its own.
        unnamed: How many rows name nobody.
    """

    records: list[PersonRecord] = field(repr=False)
    columns: dict[str, str]
    refused: list[Refusal]
    refused_total: int
    notes: list[Both]
    has_ids: bool
    unnamed: int


def open_victims(file: Path | bytes, name: str = "", mapped: Mapped | None = None) -> Table:
    """Look at a list; the header is the row that names two of our columns, or all those mapped.

    Raises:
        UnreadableError: The file cannot be read as a table.
    """
    wanted = {column for column, key in (mapped or {}).items() if key}
    by_name = columns_of(KIND).by_name

    def is_header(cells: Sequence[str]) -> bool:
        if wanted and 2 * len(wanted & set(cells)) >= len(wanted):
            return True
        return sum(plain(cell) in by_name for cell in cells if cell) >= _RECOGNISED

    return open_table(file, name, is_header)


def refuse_unknown_columns(table: Table, mapped: Mapped) -> None:
    """Refuse what somebody said of columns that are not there, or of keys that are not ours.

    Raises:
        UnreadableError: With the columns there are.
    """
    keys = {column.key for column in columns_of(KIND).columns}
    if wrong := sorted(key for key in mapped.values() if key and key not in keys):
        raise unreadable(_no_such(table, "، ".join(wrong), sorted(keys)))
    if absent := [column for column in mapped if column not in table.header]:
        raise unreadable(_no_such(table, "، ".join(absent), list(table.header)))


def guess_columns(table: Table, mapped: Mapped | None = None) -> dict[str, str]:
    """For each column of a table the key that it would be read as, or "".

    Raises:
        UnreadableError: Two columns would be the same one of ours.
    """
    placed = columns_of(KIND).placed(table, mapped)
    keys = {at: key for key, at in placed.where.items()}
    return {name: keys.get(at, "") for at, name in enumerate(table.header)}


def read_victims(
    table: Table,
    document: Document,
    *,
    today: date,
    mapped: Mapped | None = None,
    most_refusals: int = 200,
) -> VictimsTable:
    """Read a whole list.

    Args:
        document: The list, as its source calls it.
        today: Nobody in it can have died after it.
        mapped: What somebody said of the columns; others are told by their names.
        most_refusals: How many refusals are listed; all are counted.

    Raises:
        UnreadableError: No column holds a name, or the file shows itself unreadable.
    """
    placed = columns_of(KIND).placed(table, mapped)
    _refuse_nameless(table, placed)
    reader = VictimReader(table, placed, document, today)
    refusals = Refusals(most_refusals)
    records: list[PersonRecord] = []
    for row in table.rows():
        read = reader.read(row)
        if isinstance(read, PersonRecord):
            records.append(read)
        else:
            refusals.add(read)
    refuse_no_rows(table, len(records) + refusals.total)
    return VictimsTable(
        records,
        guess_columns(table, mapped),
        refusals.kept,
        refusals.total,
        [*table.notes, *_notes(placed, reader)],
        "id" in placed.where,
        reader.unnamed,
    )


def _notes(placed: Placed, reader: VictimReader) -> Iterator[Both]:
    if placed.note:
        yield placed.note + Both("; they are kept with the row", "؛ وهي محفوظة مع الصف")
    if "id" not in placed.where:
        yield NO_IDS
    yield from reader.notes()


def _no_such(table: Table, wrong: str, there_are: list[str]) -> Both:
    return Both(
        f"{table.name}: there is no column {wrong}; choose among {', '.join(there_are)}",
        f"«{table.name}»: لا يوجد عمود {wrong}؛ اختر من: {'، '.join(there_are)}",
    )


def _refuse_nameless(table: Table, placed: Placed) -> None:
    if set(NAMES) & set(placed.where):
        return
    raise unreadable(
        Both(
            f"{table.name}, row {table.header_row}: no column is known to hold names; say which "
            "does (--map COLUMN=name, or choose it on the page)",
            f"«{table.name}»، الصف {table.header_row}: لا يُعرف أي عمود يحوي الأسماء؛ حدِّده "
            "(‎--map COLUMN=name أو اختره في الصفحة)",
        )
    )


NO_IDS = Both(
    "the list has no ids: its rows are known again by name and days, and one whose name or day is "
    "corrected comes as a new record beside the old one",
    "لا معرّفات في القائمة: تُعرف صفوفها بالاسم والتواريخ، والصف الذي صُحّح اسمه أو تاريخه يأتي سجلًا "
    "جديدًا إلى جانب القديم",
)
