"""What holds on SQLite holds on PostgreSQL: the same tests, run again on a real server."""

from __future__ import annotations

import os
import subprocess
import sys

from ..conftest import ROOT

AGAIN = ("tests/store", "tests/actions", "tests/web")
NOT_AGAIN = "not sqlite and not browser and not torture"


def test_store_actions_and_pages_hold_on_a_real_postgresql(cluster: str) -> None:
    environment = os.environ | {"TAWTHIQ_DATABASE": cluster}
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-m", NOT_AGAIN, *AGAIN],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-4000:]
    assert " passed" in ran.stdout
