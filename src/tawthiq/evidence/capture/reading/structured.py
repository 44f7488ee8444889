"""The fields of a small JSON or CSV file that a tool wrote, flattened to names and texts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

_LARGEST = 32 << 20  # bytes of such a file
_LONGEST, _MOST_FIELDS, _MOST_ROWS, _DEEPEST = 20_000, 50_000, 10_000, 40


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield the fields in the order in which they stand.

    Options:
        form: "json": ``{"at": [key or position, …], "is": text}`` for each value that is not
            itself made of values. "csv": ``{"row": [cell, …]}`` for each line.
    """
    data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise CannotRead(Why.TOO_LARGE)
    text = data.decode("utf-8-sig", "replace")
    yield from _rows(text) if options.get("form") == "csv" else _json(text)


def _json(text: str) -> Iterator[Record]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as refused:
        raise CannotRead(Why.BROKEN, str(refused)[:300]) from refused
    for count, (at, value) in enumerate(leaves(found, [])):
        if count >= _MOST_FIELDS:
            raise CannotRead(Why.TOO_LARGE, f"more than {_MOST_FIELDS} fields")
        yield {"at": list(at), "is": value}


def leaves(value: Json, at: list[str | int]) -> Iterator[tuple[list[str | int], str]]:
    """Each value that is not made of values, with the keys and positions that lead to it.

    Raises:
        CannotRead: They are nested deeper than anybody needs.
    """
    if len(at) > _DEEPEST:
        raise CannotRead(Why.TOO_LARGE, "nested too deep")
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from leaves(inside, [*at, key[:200]])
    elif isinstance(value, list):
        for position, inside in enumerate(value):
            yield from leaves(inside, [*at, position])
    elif value is not None:
        yield at, str(value)[:_LONGEST]


def _rows(text: str) -> Iterator[Record]:
    try:
        for count, row in enumerate(csv.reader(io.StringIO(text), strict=False)):
            if count >= _MOST_ROWS:
                return
            yield {"row": [cell[:_LONGEST] for cell in row[:500]]}
    except csv.Error as refused:
        raise CannotRead(Why.BROKEN, str(refused)[:300]) from refused
