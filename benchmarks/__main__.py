"""Run every benchmark, one after the other, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys

ALL = ("tally", "check", "import_claims", "pages", "ledger", "law")


def main() -> None:
    for name in sys.argv[1:] or ALL:
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=True)


if __name__ == "__main__":
    main()
