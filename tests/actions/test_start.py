"""Starting on a home in every state, each time in a process of its own."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.sqlite
ROOT = Path(__file__).resolve().parents[2]
START = """
import sys
from tawthiq.actions.start import start
from tawthiq.errors import HomeError
try:
    home = start(sys.argv[1])
except HomeError as error:
    sys.exit(f"HomeError: {error}")
from tawthiq.store.queries.cases import all_cases
print(len(all_cases()), home.database)
"""


def start(home: Path, code: str = START) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    env.pop("TAWTHIQ_HOME", None)
    return subprocess.run(
        [sys.executable, "-c", code, str(home)],
        capture_output=True,
        text=True,
        env=env,
        check=False,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that was started once; copy it before you harm it."""
    home = tmp_path_factory.mktemp("made") / "home"
    assert start(home).returncode == 0
    return home


def harmed(made: Path, tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    (home / "tawthiq.sqlite3").write_bytes((made / "tawthiq.sqlite3").read_bytes())
    return home


def test_a_new_home_is_made_and_an_old_one_is_used(tmp_path: Path) -> None:
    home = tmp_path / "not" / "yet"
    for _ in range(2):
        done = start(home)
        assert (done.returncode, done.stdout) == (0, f"0 {home / 'tawthiq.sqlite3'}\n")
    assert not (home / "secret-key").exists()


def test_a_database_is_never_written_carelessly(made: Path) -> None:
    code = START + "\nfrom django.db import connection\n"
    code += "c = connection.cursor()\n"
    for pragma in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers"):
        code += f"print(c.execute('PRAGMA {pragma}').fetchone()[0])\n"
    sound = sqlite3.sqlite_version_info >= (3, 51, 3)
    journal = ["wal", "2"] if sound else ["truncate", "3"]
    assert start(made, code).stdout.splitlines()[1:] == [*journal, "1", "1"]


def test_a_database_of_a_later_version_is_refused_with_the_mend(made: Path, tmp_path: Path) -> None:
    home = harmed(made, tmp_path)
    with sqlite3.connect(home / "tawthiq.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations(app, name, applied) "
            "VALUES ('store', '9999_x', '2031-01-01')"
        )
    done = start(home)
    assert done.returncode == 1
    assert "was made by a later version of Tawthiq (9999_x)" in done.stderr
    assert "name another home with --home" in done.stderr


@pytest.mark.parametrize("harm", [b"not a database" * 100, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_database_is_refused_with_the_mend(tmp_path: Path, harm: bytes) -> None:
    (tmp_path / "tawthiq.sqlite3").write_bytes(harm)
    done = start(tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("HomeError: the database could not be used: its file is")
    assert (tmp_path / "tawthiq.sqlite3").read_bytes() == harm


def test_a_file_in_place_of_the_home_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    done = start(tmp_path / "home")
    assert done.stderr.startswith(f"HomeError: {tmp_path / 'home'} is or lies in a file")
