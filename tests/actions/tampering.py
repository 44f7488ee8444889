"""An intruder who owns the database: takes the triggers away, and does as he likes."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, transaction

from tawthiq.store import models
from tawthiq.store.sealed.tables import table_of

_TRIGGERS = {
    "sqlite": "SELECT name, '' FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid "
        "WHERE NOT tgisinternal"
    ),
}


def run(*statements: str) -> None:
    """Do something to the tables, unhindered by what guards them."""
    connection.check_constraints()  # what waits for the end of a transaction forbids DROP TRIGGER
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_TRIGGERS[connection.vendor])
        for name, table in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if table else ""))
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for statement in statements:
            cursor.execute(statement)


def value(query: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()[0]


def columns(name: str) -> Sequence[str]:
    return [field.column for field in getattr(models, name)._meta.concrete_fields]


def copied(name: str, number: object, fresh: int, /, **other: str) -> str:
    """A statement that puts a copy of a row beside it, with some cells in other words."""
    cells = ", ".join(
        str(fresh) if column == "id" else other.get(column, f'"{column}"')
        for column in columns(name)
    )
    named = ", ".join(f'"{column}"' for column in columns(name))
    table = table_of(name)
    return f"INSERT INTO {table} ({named}) SELECT {cells} FROM {table} WHERE id = {number}"


OUTLINE = """{"type": "FeatureCollection", "features": [{"type": "Feature",
"properties": {"ADM1_PCODE": "SY07", "ADM1_EN": "Invented", "ADM1_AR": "مختلقة"},
"geometry": {"type": "Polygon", "coordinates": [[[36, 35], [36.1, 35], [36.1, 35.1], [36, 35]]]}}]}
"""
