"""Keep everything in one encrypted file, bring it back, and prove beforehand that this works.

A backup holds the database as it stood at one moment, every object of the vault, and the keys of
the home folder. Whoever has a recipient's key can sign as this log: it belongs elsewhere.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from tawthiq.errors import HomeError, InputError
from tawthiq.evidence.packages.encryption import encrypted, opened
from tawthiq.store.home import VARIABLE, Home

_FOLDER = "tawthiq-backup"
_KEYS = ("ledger-key", "secret-key")
_VERIFY = "from tawthiq.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Drilled:
    """What a drill found: how the verification of the restored copy ended, and what it said."""

    exit_code: int
    said: str


def back_up(home: Home, to: Path, recipients: Sequence[str]) -> int:
    """Write a backup that only these recipients can open; how many bytes it has.

    Raises:
        InputError: There is no recipient, something is there already, or the database is shared.
        HomeError: The database could not be copied.
        OSError: It cannot be written.
    """
    if connection.vendor != "sqlite":
        raise InputError(
            "a shared database is backed up with pg_dump; this copies the home folder alone",
            "قاعدة البيانات المشتركة تُنسخ بالأداة pg_dump؛ هذا الأمر ينسخ مجلد العمل وحده",
        )
    with tempfile.TemporaryDirectory(dir=home.folder, prefix=".backup-") as place:
        folder = Path(place) / _FOLDER
        folder.mkdir()
        # The database first: what is added later lies in the vault and is in no row of the copy.
        _copy_database(home.database, folder / home.database.name)
        for name in _KEYS:
            if (home.folder / name).exists():
                shutil.copy2(home.folder / name, folder / name)
        if home.vault.exists():
            _link_vault(home.vault, folder / "vault")
        encrypted(folder, to, recipients)
    return to.stat().st_size


def restore(file: Path, to: Path, identity: str) -> Path:
    """Bring a backup back as a new home folder.

    Raises:
        UnreadableError: The key does not open it, or it was changed or cut.
        InputError: Something is there already, or it is no backup.
    """
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=".restoring-") as place:
        if to.exists():
            raise InputError(
                f"{to} is there already; name a folder that is not",
                f"{to} موجود مسبقًا؛ سمِّ مجلدًا غير موجود",
            )
        opened(file, Path(place) / "open", identity)
        found = Path(place) / "open" / _FOLDER
        if not found.is_dir():
            raise InputError(
                f"{file} is no backup of Tawthiq", f"ليس {file} نسخة احتياطية من توثيق"
            )
        for path in found.rglob("*"):
            path.chmod(0o700 if path.is_dir() else 0o440 if "objects" in path.parts else 0o600)
        found.chmod(0o700)
        found.rename(to)
    return to


def drill(file: Path, identity: str, beside: Path | None = None) -> Drilled:
    """Restore a backup aside, verify every byte of the copy, and throw the copy away.

    Raises:
        UnreadableError, InputError: As for ``restore``.
    """
    with tempfile.TemporaryDirectory(dir=beside, prefix=".drill-") as place:
        home = restore(file, Path(place) / "home", identity)
        environment = {**os.environ, VARIABLE: str(home)}
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        command = [sys.executable, "-c", _VERIFY, "verify", "--level", "3"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return Drilled(done.returncode, done.stdout)


def _copy_database(file: Path, to: Path) -> None:
    """As it stands at one moment, whoever writes meanwhile."""
    try:
        source, target = sqlite3.connect(file), sqlite3.connect(to)
        try:
            source.backup(target)
        finally:
            source.close()
            target.close()
    except sqlite3.Error as error:
        raise HomeError(
            f"the database could not be copied ({error}); nothing was written",
            f"تعذّر نسخ قاعدة البيانات ({error})؛ لم يُكتب شيء",
        ) from error


def _link_vault(vault: Path, to: Path) -> None:
    """Second names of the objects: they are never written to, and need no room twice."""
    for path in sorted(vault.rglob("*")):
        inside = path.relative_to(vault)
        if path.is_dir():
            (to / inside).mkdir(parents=True, exist_ok=True)
        elif inside.parts[0] in ("objects", "VAULT", "damaged"):
            (to / inside).parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(path, to / inside)
            except OSError:  # a file system without such names
                shutil.copy2(path, to / inside)
