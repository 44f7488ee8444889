"""Which database holds the tables, and how carefully it is written to.

A file in the home folder, unless ``TAWTHIQ_DATABASE`` names a PostgreSQL database that a
team shares: ``postgresql://user:password@host:5432/name`` (the package psycopg is needed).
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tawthiq.errors import HomeError
from tawthiq.store.home import Home

VARIABLE = "TAWTHIQ_DATABASE"

# With a log beside the database (WAL) reading does not wait for a writer. Versions before this one
# can damage the database when two programs write and shorten that log at once
# (sqlite.org/wal.html, section 11, "The WAL-Reset Bug"), and Python often brings one of them.
_WAL_IS_SOUND = (3, 51, 3)
_LOGGED = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")
# Here the old content is kept aside while new is written. Without cache_spill a large change
# stays in memory until it is whole, so that people can go on reading meanwhile.
_KEPT_ASIDE = (
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA cache_spill=OFF",
)
# Without recursive_triggers, INSERT OR REPLACE would remove rows that are kept.
_PRAGMAS = (
    "PRAGMA recursive_triggers=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-65536",
    "PRAGMA mmap_size=268435456",
)


def database_of(home: Home) -> dict[str, Any]:
    """The settings of the database, as Django wants them.

    Raises:
        HomeError: ``TAWTHIQ_DATABASE`` names no PostgreSQL database.
    """
    address = os.environ.get(VARIABLE, "")
    return _postgresql(address) if address else _sqlite(home.database)


def journal_of(version: tuple[int, ...]) -> tuple[str, ...]:
    """How a version of SQLite keeps what was acknowledged through a crash and a power cut."""
    return _LOGGED if version >= _WAL_IS_SOUND else _KEPT_ASIDE


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": ";".join((*journal_of(sqlite3.sqlite_version_info), *_PRAGMAS)),
        },
        # A file, as in use: what holds in memory need not hold on a disk.
        "TEST": {"NAME": Path(tempfile.gettempdir()) / f"tawthiq-test-{os.getpid()}.sqlite3"},
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    name = parts.path.lstrip("/")
    if parts.scheme not in ("postgresql", "postgres") or not name:
        raise HomeError(
            f"{VARIABLE} must be postgresql://user:password@host:5432/name; leave it unset to keep "
            "everything in a file of the home folder",
            f"ينبغي أن يكون {VARIABLE} على صورة postgresql://user:password@host:5432/name؛ "
            "اتركه من دون قيمة ليُحفظ كل شيء في ملف داخل مجلد العمل",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(name),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
