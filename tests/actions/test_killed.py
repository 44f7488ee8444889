"""An import whose process is killed leaves the case as it was, or as it was to be."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .test_import_claims import row, table
from .test_start import ROOT

pytestmark = pytest.mark.sqlite
IMPORT = """
import sys
from pathlib import Path
from tawthiq.actions.start import start
start(sys.argv[1])
from tawthiq.actions import import_claims
from tawthiq.actions.open_case import open_case
from tawthiq.store.queries.cases import has_case
from tawthiq.values.both import Both
if not has_case("killed"):
    open_case("killed", Both("Killed", "مقتول"), by="Layla")
shown = import_claims.preview("killed", Path(sys.argv[2]))
print("ready", flush=True)
import_claims.apply(shown, by="Layla", because="")
print("done", flush=True)
"""
CLAIMS = 3000
TRIES = 6


def run(home: Path, file: Path) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", IMPORT, str(home), str(file)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)


def held(home: Path) -> tuple[int, ...]:
    tables = ("claim", "toll", "document", "source", "grouping", "incident", "importbatch")
    with sqlite3.connect(home / "tawthiq.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        counts = [database.execute(f"SELECT count(*) FROM store_{t}").fetchone() for t in tables]
        revision = database.execute("SELECT revision FROM store_case").fetchone()
    return tuple(number for (number,) in (*counts, revision))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_killed_import_is_before_or_after_and_never_between(tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    file.write_bytes(table(*(row(f"K{n // 3:04d}.{n % 3 + 1}") for n in range(CLAIMS))))
    before = (0, 0, 0, 0, 0, 0, 0, 1)
    after = (CLAIMS, CLAIMS, CLAIMS, 1, CLAIMS, CLAIMS // 3, 1, 2)
    whole = _seconds(tmp_path / "whole", file)
    assert held(tmp_path / "whole") == after
    home, seen, by_chance = tmp_path / "home", set(), random.Random(2031)
    for attempt in range(TRIES):
        process = run(home, file)
        assert process.stdout and process.stdout.readline() == "ready\n"
        time.sleep(whole * by_chance.uniform(0, 0.9))
        process.kill()
        process.wait()
        seen.add(held(home))
        if after in seen:
            home = tmp_path / f"home-{attempt}"
    assert before in seen, "no process was killed in time; widen the window"
    assert seen <= {before, after}


def _seconds(home: Path, file: Path) -> float:
    """How long the writing half takes when nobody kills it."""
    process = run(home, file)
    assert process.stdout and process.stdout.readline() == "ready\n"
    begun = time.monotonic()
    assert process.stdout.readline() == "done\n"
    return time.monotonic() - begun
