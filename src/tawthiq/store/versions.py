"""Which version of the tables a database has: the steps that have been taken to it."""

from __future__ import annotations

import pkgutil

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tawthiq.store import migrations


def known_steps() -> frozenset[str]:
    """The steps that this program knows."""
    return frozenset(module.name for module in pkgutil.iter_modules(migrations.__path__))


def taken_steps() -> frozenset[str]:
    """The steps that were taken in the database; none where it is new."""
    applied = MigrationRecorder(connection).applied_migrations()
    return frozenset(name for app, name in applied if app == "store")
