"""Ours beside Splink 5 and recordlinkage, set by set, each run in a process of its own.

``python -m benchmarks.linkage.compare [--large] [SET …]``; ``--large`` adds a million rows, which
takes the peers many minutes. Goals (issue of the main job): 100,000 rows in 1.0 s with F1 of
.87 with 2,000 labels and .80 with none; real Arabic names .99, across scripts .97.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version
from typing import Any

from benchmarks.linkage.sets import SETS
from benchmarks.linkage.tools import LABELS
from benchmarks.machine import write_result

LARGE = "invented 1M"
_MOST_SECONDS = 900
# Labels, and the share of them that is wrong: for the sets on which people would label.
_RUNS = {
    "ours": ((0, 0.0), (LABELS, 0.0), (LABELS, 0.05)),
    "splink": ((0, 0.0),),
    "recordlinkage": ((0, 0.0), (LABELS, 0.0)),
}


def main(names: list[str]) -> None:
    figures: dict[str, str] = {}
    for name in names:
        for tool, runs in _RUNS.items():
            for labels, wrong in runs:
                figures[_title(name, tool, labels, wrong)] = _said(_run(tool, name, labels, wrong))
                write(figures)


def write(figures: dict[str, str]) -> None:
    peers = ("splink", "duckdb", "recordlinkage", "numba")
    write_result(
        "linkage" if len(sys.argv) == 1 else f"linkage-{_plain(sys.argv[-1])}",
        "Linking lists of people, ours beside Splink and recordlinkage",
        {
            "each line": "precision / recall / F1 of pairs; F1 of clusters; share of true pairs "
            "compared; comparisons; seconds (of one processor); memory with the interpreter",
            "thresholds": "ours learned; the peers' at the best that the truth shows",
            **figures,
            "versions": ", ".join(f"{peer} {version(peer)}" for peer in peers),
            "waiting for the processors meanwhile": f"{os.getloadavg()[0]:.1f} programs",
        },
    )


def _title(name: str, tool: str, labels: int, wrong: float) -> str:
    with_ = f", {labels:,} labels" if labels else ", no labels"
    return f"{name}: {tool}{with_}" + (f", {wrong:.0%} of them wrong" if wrong else "")


def _run(tool: str, name: str, labels: int, wrong: float) -> dict[str, Any] | str:
    command = [
        sys.executable,
        "-m",
        "benchmarks.linkage.tools",
        tool,
        name,
        str(labels),
        str(wrong),
    ]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"not done after {_MOST_SECONDS} s"
    if done.returncode:
        return f"failed: {done.stderr.strip().splitlines()[-1:]}"[:200]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _said(found: dict[str, Any] | str) -> str:
    if isinstance(found, str):
        return found
    return (
        f"{found['precision']:.3f} / {found['recall']:.3f} / **{found['f1']:.3f}**; clusters "
        f"{found['cluster_f1']:.3f}; {found['blocking']:.3f}; {found['candidates']:,}; "
        f"{found['seconds']:.1f} s ({found['processor']:.1f}); {found['megabytes']:,} MB"
    )


def _plain(name: str) -> str:
    return "-".join(name.replace("--", "").split())


if __name__ == "__main__":
    asked = [word for word in sys.argv[1:] if word != "--large"]
    everyday = [name for name in SETS if name != LARGE]
    main(asked or everyday + ([LARGE] if "--large" in sys.argv else []))
