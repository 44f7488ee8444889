"""A home with the example in it, made once, and a way to run commands on it as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def run_in(home: Path, *words: str, given: bytes = b"", **more: str) -> Ran:
    """Run ``tawthiq`` in a process of its own on a home folder."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("TAWTHIQ_", "DJANGO_"))}
    environment |= {"TAWTHIQ_HOME": str(home), "TAWTHIQ_LANG": "en", "PYTHONUTF8": "1", **more}
    done = subprocess.run(
        [sys.executable, "-c", "from tawthiq.cli import main; main()", *words],
        input=given,
        capture_output=True,
        env=environment,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which only reading commands may run."""
    home = tmp_path_factory.mktemp("home")
    assert run_in(home, "example", "load", "idlib-2019").code == 0
    return home


@pytest.fixture
def run(loaded: Path) -> Run:
    return lambda *words, **more: run_in(loaded, *words, **more)


@pytest.fixture
def run_anew(tmp_path: Path) -> Run:
    """Run on a home of the test's own, empty at first."""
    return lambda *words, **more: run_in(tmp_path / "home", *words, **more)
