"""What was tried against the ledger, how often, and how much of it got through.

Run with ``python -m benchmarks.torture``; the same runs are tests (``make torture``).
"""

from __future__ import annotations

import time
from random import Random

from tests.ledger.forging import forged
from tests.ledger.rewriting import is_caught, rewritten

from benchmarks.machine import write_result

SEED = 1
FORGERIES, REWRITES = 1_000_000, 10_000


def main() -> None:
    began = time.perf_counter()
    passed = sum(1 for _ in forged(FORGERIES, SEED))
    half = time.perf_counter()
    draw = Random(SEED)
    caught = sum(is_caught(rewritten(draw)) for _ in range(REWRITES))
    write_result(
        "torture",
        "Ledger under attack",
        {
            "forged proofs": f"{FORGERIES:,} tried, {passed} accepted ({half - began:.0f} s)",
            "rows rewritten with every hash recomputed": f"{REWRITES:,} tried, {caught:,} caught"
            f" by the holder of an older head ({time.perf_counter() - half:.0f} s)",
        },
    )


if __name__ == "__main__":
    main()
