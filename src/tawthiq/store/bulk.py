"""Writing very many rows at once, and knowing their numbers before they are there.

Used inside the transaction of an action that holds its case, so nobody else takes the
same numbers. Measured at 100,000 claims: 1.3 s here, 7 s through model objects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max

from tawthiq.store.sql import Values

T = TypeVar("T")
AT_ONCE = 500  # values in one list of a query; SQLite before 3.32 takes 999
_WRITTEN_AT_ONCE = 5000  # rows held in memory


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Values]) -> None:
    """Insert rows of cells, given in the order of the columns (database names)."""
    quoted = ", ".join(connection.ops.quote_name(column) for column in columns)
    table = connection.ops.quote_name(model._meta.db_table)
    cells = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        for some in chunks(rows, _WRITTEN_AT_ONCE):
            cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({cells})", some)


def first_free_id(model: type[models.Model]) -> int:
    """The number that the next row may bear."""
    last = model._default_manager.aggregate(last=Max("id"))["last"]
    return 1 if last is None else int(last) + 1


def settle_numbers(*written: type[models.Model]) -> None:
    """Tell a database that numbers its rows itself which numbers we have given away."""
    statements = connection.ops.sequence_reset_sql(no_style(), written)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def chunks(items: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """The items in lists of at most so many."""
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk
