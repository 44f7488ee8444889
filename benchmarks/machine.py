"""Where a figure was measured: the machine and the versions, written beside the result."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


def described() -> dict[str, str]:
    """What a reader needs in order to measure it again."""
    return {
        "day": f"{datetime.now(UTC):%Y-%m-%d}",
        "processor": f"{platform.machine()}, {os.cpu_count()} cores",
        "Python": sys.version.split()[0],
        "SQLite": sqlite3.sqlite_version,
        "Django": version("django"),
        "NumPy": version("numpy"),
    }


def write_result(name: str, title: str, figures: Mapping[str, str]) -> None:
    """Write ``results/NAME.md`` and print the same."""
    rows = [f"| {what} | {value} |" for what, value in {**figures, **described()}.items()]
    text = "\n".join([f"# {title}", "", "| what | value |", "|---|---|", *rows, ""])
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)
