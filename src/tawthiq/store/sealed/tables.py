"""The record tables, and their rows as one way of writing them that can be committed to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.db import models as fields

from tawthiq.store.sql import rows as ask


@dataclass(frozen=True, slots=True)
class Kept:
    """A table whose rows are sealed.

    Attributes:
        label: The column by which a person knows a row.
        apart: Columns that are not sealed in the row, because they change; ``comparing`` holds
            each of them against something that is sealed.
        of: The table that has the label, if it is another one, and the column that points there.
    """

    label: str
    apart: tuple[str, ...] = ()
    of: tuple[str, str] | None = None


_OF_ITEM = ("EvidenceItem", "item_id")


# Incidents and persons are not here: they are computed, and are held against what they are
# computed from instead.
KEPT: Mapping[str, Kept] = {
    "Case": Kept("code", ("revision", "state")),
    "Source": Kept("key"),
    "Document": Kept("url"),
    "ImportBatch": Kept("file_name"),
    "Claim": Kept("code", ("superseded_by_id",)),
    "PeriodClaim": Kept("code", ("superseded_by_id",)),
    "Toll": Kept("code", of=("Claim", "claim_id")),
    "Grouping": Kept("claim"),
    "GradeDecision": Kept("incident"),
    "NamedCount": Kept("name"),
    "Statement": Kept("code"),
    "VictimList": Kept("code"),
    "ColumnMapping": Kept("source"),
    "PersonRecord": Kept("number", ("superseded_by_id",)),
    "LinkageRun": Kept("number"),
    "LinkedPair": Kept("rank"),
    "PairDecision": Kept("left"),
    "Place": Kept("code"),
    "Boundary": Kept("place"),
    "EvidencePiece": Kept("code"),
    "IncidentFact": Kept("key"),
    "Ascription": Kept("incident"),
    "ConflictClassification": Kept("code"),
    "AreaAgreement": Kept("code"),
    "IncidentPattern": Kept("code"),
    "LawRow": Kept("row"),
    "JournalEntry": Kept("action"),
    "EvidenceItem": Kept("code"),
    "EvidenceContent": Kept("code", of=_OF_ITEM),
    "CustodyStep": Kept("code", of=_OF_ITEM),
    "EvidenceSight": Kept("code", of=_OF_ITEM),
    "EvidenceLikeness": Kept("code", of=_OF_ITEM),
    "EvidenceDerivation": Kept("code", of=_OF_ITEM),
    "EvidenceLink": Kept("code", of=_OF_ITEM),
    "Handover": Kept("code", of=_OF_ITEM),
    "PackageNumber": Kept("code", of=_OF_ITEM),
    "PackageMade": Kept("about"),
    "ConsentPerson": Kept("code"),
    "PersonsSeen": Kept("code", of=_OF_ITEM),
    "ConsentEvent": Kept("person"),
    "Release": Kept("code", of=_OF_ITEM),
    "Authority": Kept("name"),
    "StampAsked": Kept("sha256"),
    "StampReply": Kept("nonce"),
    "WitnessKey": Kept("name"),
    "WitnessedCheckpoint": Kept("size"),
    "Erasure": Kept("table"),
}

Row = tuple[Any, ...]
"""A row number, then its cells in the order of the columns."""


@cache
def table_of(name: str) -> str:
    """The table of a model, as the database calls it."""
    return str(apps.get_model("store", name)._meta.db_table)


@cache
def columns_of(name: str) -> tuple[str, ...]:
    """The columns of a table that are sealed in its rows now; a later version may have more."""
    concrete = apps.get_model("store", name)._meta.concrete_fields
    return tuple(f.column for f in concrete if f.column not in ("id", *KEPT[name].apart))


def last_numbers() -> dict[str, int]:
    """The highest row number of every record table; 0 where it is empty."""
    asked = ", ".join(f"(SELECT max(id) FROM {_quoted(table_of(name))})" for name in KEPT)
    [found] = ask(f"SELECT {asked}", ())
    return {name: last or 0 for name, last in zip(KEPT, found, strict=True)}


def read(name: str, columns: Sequence[str], first: int, last: int) -> list[Row]:
    """The rows with numbers from first to last, both included, in their order."""
    cells = ", ".join(("id", *(cell(name, column) for column in columns)))
    return ask(
        f"SELECT {cells} FROM {_quoted(table_of(name))} WHERE id BETWEEN %s AND %s ORDER BY id",
        (first, last),
    )


def labels(name: str, numbers: Sequence[int]) -> dict[int, str]:
    """By what a person knows these rows; of a number in a claim, the code of its claim."""
    if not numbers:
        return {}
    some = ", ".join(["%s"] * len(numbers))
    table, label = _quoted(table_of(name)), _quoted(KEPT[name].label)
    query = f"SELECT id, {label} FROM {table} WHERE id IN ({some})"
    if (of := KEPT[name].of) is not None:
        other, column = _quoted(table_of(of[0])), _quoted(of[1])
        query = (
            f"SELECT t.id, o.{label} FROM {table} t LEFT JOIN {other} o "
            f"ON o.id = t.{column} WHERE t.id IN ({some})"
        )
    return {number: str(said or "") for number, said in ask(query, tuple(numbers))}


def contents(name: str, rows: Sequence[Row]) -> Iterator[bytes]:
    """Each row in its one way of being written: table, number and cells as a JSON list."""
    table, encode = table_of(name), _ENCODER.encode
    return (encode((table, *row)).encode() for row in rows)


def cell(name: str, column: str) -> str:
    """A column as text where its kind is written otherwise by another database or driver."""
    quoted = _quoted(column)
    match _field(name, column):
        case fields.DateTimeField():
            on_server = f"to_char({quoted} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"
        case fields.DateField():
            on_server = f"to_char({quoted}, 'YYYY-MM-DD')"
        case fields.JSONField():
            on_server = f"{quoted}::text"
        case _:
            return quoted
    return on_server if connection.vendor == "postgresql" else f"CAST({quoted} AS TEXT)"


def _field(name: str, column: str) -> object:
    concrete = apps.get_model("store", name)._meta.concrete_fields
    return next((field for field in concrete if field.column == column), None)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


_ENCODER = json.JSONEncoder(
    ensure_ascii=False,
    separators=(",", ":"),
    default=repr,  # what no honest row holds
)
