"""Asking the database in SQL, where a question must be answered from one index and no more."""

from __future__ import annotations

from typing import Any

from django.db import connection

Cell = str | int | float | bool | None
Values = tuple[Cell, ...]


def rows(query: str, values: Values) -> list[tuple[Any, ...]]:
    """All rows of an answer."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def column(query: str, values: Values) -> list[Any]:
    """The first cell of every row."""
    return [row[0] for row in rows(query, values)]


def number(query: str, values: Values) -> int:
    """How many rows a query has; put a LIMIT in it."""
    return int(rows(f"SELECT count(*) FROM ({query}) AS found", values)[0][0])
