"""The program is killed at any moment: whatever it acknowledged is there."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.store import read_checked
from tawthiq.values.digest import Digest

ROOT = Path(__file__).resolve().parents[3]
FILES, SIZE = 150, 20_000
LONGEST = 0.15  # seconds from the first word to the kill


class Outcome(NamedTuple):
    """What came of some kills."""

    acknowledged: int
    lost: int
    half: int  # objects that are not what their name says


def killed(tmp_path: Path, times: int, manner: str) -> Outcome:
    given, draw = tmp_path / "given", Random(5)
    given.mkdir()
    told, lost, half = 0, 0, 0
    for number in range(times):
        for path in range(FILES):  # new content each time, so that each kill meets fresh files
            (given / f"{path}").write_bytes(draw.randbytes(SIZE))
        vault = tmp_path / f"vault-{number % 10}"
        said = _said_before_the_kill(vault, given, number, manner, draw.uniform(0, LONGEST))
        told += len(said)
        with LocalStore(vault) as store:
            lost += sum(store.find(digest) is None for digest in said)
            half += sum(not _is_whole(store, digest) for digest in said[-8:])
    return Outcome(told, lost, half)


def _said_before_the_kill(
    vault: Path, given: Path, seed: int, manner: str, seconds: float
) -> list[Digest]:
    program = Path(__file__).with_name("killed.py")
    command = [sys.executable, str(program), str(vault), str(given), str(seed), manner]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env={"PYTHONPATH": str(ROOT / "src")}
    ) as child:
        assert child.stdout
        assert child.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        said = child.stdout.read().splitlines(keepends=True)
    return [Digest.parse(line[:-1].decode()) for line in said if line.endswith(b"\n")]


def _is_whole(store: LocalStore, digest: Digest) -> bool:
    found = store.find(digest)
    if found is None:
        return True  # counted as lost
    return Digest.of(b"".join(read_checked(store, found))) == digest


def test_nothing_acknowledged_is_lost_to_a_kill(tmp_path: Path) -> None:
    outcome = killed(tmp_path, 8, "honest")
    assert outcome.acknowledged > 50
    assert (outcome.lost, outcome.half) == (0, 0)


def test_whoever_acknowledges_too_early_is_found_out(tmp_path: Path) -> None:
    """The negative control: these kills can lose something."""
    assert killed(tmp_path, 8, "hasty").lost > 0


@pytest.mark.torture
def test_nothing_acknowledged_is_lost_to_a_thousand_kills(tmp_path: Path) -> None:
    outcome = killed(tmp_path, 1_000, "honest")
    sys.stdout.write(f"{outcome}\n")
    assert outcome.acknowledged > 10_000
    assert (outcome.lost, outcome.half) == (0, 0)
