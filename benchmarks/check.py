"""How long checking a two-page statement takes: in a running program, and from a cold command line.

Goals (issue of the main job): < 0.3 s warm, < 1.5 s cold. The text is the founding
statement where ``../shared`` lies beside the repository, else the example's own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.machine import write_result

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT.parent / "shared" / "statement" / "seed-statement.txt"
OWN = ROOT / "examples" / "idlib-2019" / "statement.en.md"
RUNS = 7


def main() -> None:
    text = SEED if SEED.is_file() else OWN
    with tempfile.TemporaryDirectory() as home:
        _command(home, "example", "load", "idlib-2019")
        cold = [_command(home, "check", str(text), "--case", "idlib-2019") for _ in range(RUNS)]
        bare = [_command(home, "--help") for _ in range(RUNS)]
        warm = _warm(home, text.read_text(encoding="utf-8"))
    write_result(
        "check",
        f"Checking a statement of {len(text.read_text(encoding='utf-8')):,} signs",
        {
            "warm, median seconds": f"{median(warm):.3f} (goal < 0.3)",
            "cold command line, median seconds": f"{median(cold):.2f} (goal < 1.5)",
            "cold, slowest of 7": f"{max(cold):.2f}",
            "of which the command alone (--help)": f"{median(bare):.2f}",
            "waiting for the processors meanwhile": f"{os.getloadavg()[0]:.1f} programs",
        },
    )


def _command(home: str, *words: str) -> float:
    """The seconds one command takes, process and all."""
    environment = os.environ | {"TAWTHIQ_HOME": home}
    command = [sys.executable, "-c", "from tawthiq.cli import main; main()", *words]
    begin = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=False)
    return time.perf_counter() - begin


def _warm(home: str, text: str) -> list[float]:
    from tawthiq.actions.start import start

    start(home)
    from tawthiq.statements.checking import check
    from tawthiq.store.queries.known import known

    knows = known("idlib-2019")
    check(text, knows)
    seconds = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        check(text, knows)
        seconds.append(time.perf_counter() - begin)
    return seconds


if __name__ == "__main__":
    main()
