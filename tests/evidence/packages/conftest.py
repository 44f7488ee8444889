"""One package, made once; each test damages a copy of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.evidence.packages.archive import Archive, some_items
from tests.ledger.keys import LOG

Verify = Callable[..., tuple[int, dict[str, Any]]]
BARE = ["env", "-i", "/usr/bin/python3", "-I"]


def run(verifier: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The verifier as a stranger runs it: no environment, no installed packages, no network."""
    return subprocess.run(
        [*BARE, str(verifier), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=verifier.parent,
        check=False,
        timeout=120,
    )


def codes(said: dict[str, Any], state: str = "does-not-hold") -> set[str]:
    return {one["code"] for one in said["findings"] if one["state"] == state}


def words(said: dict[str, Any], code: str) -> str:
    return "\n".join(one["en"] + one["ar"] for one in said["findings"] if one["code"] == code)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("packages") / "invented market"
    archive = Archive()
    archive.pack(place, some_items(archive))
    return place


@pytest.fixture
def package(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "package"))


@pytest.fixture(scope="session")
def outside_verifier(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The verifier as it was taken from elsewhere, not out of the package."""
    return Path(shutil.copy(made / "verify.py", tmp_path_factory.mktemp("elsewhere") / "verify.py"))


@pytest.fixture
def verify(outside_verifier: Path) -> Verify:
    """Run it on a folder with the right key; how it ends and what it says as JSON."""

    def verified(
        folder: Path, *arguments: str, keys: Sequence[str] = (str(LOG.public),)
    ) -> tuple[int, dict[str, Any]]:
        given = [part for key in keys for part in ("--key", key)]
        ran = run(outside_verifier, str(folder), "--json", *given, *arguments)
        assert ran.stderr == "", ran.stderr
        return ran.returncode, json.loads(ran.stdout)

    return verified
