"""Which database holds the tables, and how carefully it is written to.

A file in the home folder, unless ``TAWTHIQ_DATABASE`` names a PostgreSQL database that a
team shares: ``postgresql://user:password@host:5432/name`` (the package psycopg is needed).
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tawthiq.errors import HomeError
from tawthiq.store.home import Home

VARIABLE = "TAWTHIQ_DATABASE"

# Reading does not wait for a writer (WAL), and what was acknowledged outlives a power cut
# (synchronous=FULL). Without recursive_triggers, INSERT OR REPLACE would remove rows that
# are kept.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
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


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": ";".join(_PRAGMAS),
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
