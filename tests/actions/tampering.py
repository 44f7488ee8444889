"""An intruder who owns the database: takes the triggers away, and does as he likes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction

from tawthiq.actions.promising import actor_commitment, now
from tawthiq.actions.seal import take_over
from tawthiq.ledger.commitment import Commitment
from tawthiq.ledger.entry import NO_PAYLOAD, Entry, seal
from tawthiq.ledger.log import Log
from tawthiq.store import models
from tawthiq.store.sealed.promises import kept_texts
from tawthiq.store.sealed.storage import DatabaseStorage
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


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done in here never was, triggers included."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


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


def forge_the_log(by: str) -> None:
    """Seal everything anew, promises of evidence too, as if it had always been so."""
    tables = ("ledgerentry", "ledgerhash", "ledgerhead", "sealedpart", "sealedsalts")
    run(*(f"DELETE FROM store_{table}" for table in (*tables, "keptcheckpoint")))
    first, salt = 1 + models.Case.objects.count(), b"\x01" * 32
    items = list(models.EvidenceItem.objects.order_by("id").values_list("id", flat=True))
    steps = list(models.CustodyStep.objects.order_by("id").values_list("id", flat=True))
    run(
        *(f"UPDATE store_{table} SET salt = '{salt.hex()}'" for table in PROMISED),
        *_renumbered("store_evidenceitem", items, first),
        *_renumbered("store_custodystep", steps, first + len(items)),
    )
    take_over(by=by)
    texts = dict[int, dict[str, bytes]]()
    for one in kept_texts():
        texts.setdefault(one.entry, {})[one.label] = one.text
    entries = [
        Entry("evidence.custody", now(), actor_commitment(by), NO_PAYLOAD, seal(
            {label: Commitment.to(text, salt) for label, text in texts[place].items()})).to_bytes()
        for place in sorted(texts)
    ]  # fmt: skip
    Log(DatabaseStorage()).append(entries)


PROMISED = ("evidencecontent", "custodystep", "evidencederivation")


def _renumbered(table: str, rows: Sequence[int], first: int) -> list[str]:
    return [
        f"UPDATE {table} SET entry = {first + at} WHERE id = {row}" for at, row in enumerate(rows)
    ]


OUTLINE = """{"type": "FeatureCollection", "features": [{"type": "Feature",
"properties": {"ADM1_PCODE": "SY07", "ADM1_EN": "Invented", "ADM1_AR": "مختلقة"},
"geometry": {"type": "Polygon", "coordinates": [[[36, 35], [36.1, 35], [36.1, 35.1], [36, 35]]]}}]}
"""
