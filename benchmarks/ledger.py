"""The ledger at a million entries: how fast it takes them, proves them, and opens again.

Run with ``python -m benchmarks.ledger [FOLDER]``; FOLDER is where the log is laid (1 GB), by
default a temporary folder. Goals (the issue on evidence): 5,000 durable appends a second,
proofs p99 below 2 ms, verify below 20 µs, open below 50 ms, 40 bytes an entry for hashes and
index. How long a flush takes on the disk is written beside, because appends wait for it.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.machine import write_result
from tawthiq.ledger.audit import audit
from tawthiq.ledger.commitment import Commitment
from tawthiq.ledger.durable import flush_content
from tawthiq.ledger.entry import Entry
from tawthiq.ledger.files import FileStorage
from tawthiq.ledger.log import Log
from tawthiq.ledger.proof import check_consistency, check_inclusion
from tawthiq.ledger.tree import leaf_hash
from tawthiq.values.digest import Digest

ENTRIES, BULK = 1_000_000, 10_000
PROOFS = 5_000
BATCHES = ((1, 100), (10, 100), (100, 50), (1_000, 20))  # entries in a batch, batches in a run
RUNS = 5
SECOND = datetime(2026, 11, 22, tzinfo=UTC)


def main() -> None:
    where = sys.argv[1] if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(dir=where) as kept:
        folder = Path(kept) / "log"
        figures = {"entries": f"{ENTRIES:,}, {len(one(0))} bytes each"}
        figures |= filled(folder)
        figures |= sizes(folder)
        figures |= opened(folder)
        figures |= proved(Log(FileStorage(folder)))
        figures |= audited(folder)
        figures |= appended(folder)
        figures["others on the machine"] = f"load {os.getloadavg()[1]:.1f} over five minutes"
    write_result("ledger", "Ledger", figures)


def one(number: int) -> bytes:
    """An entry as actions seal them, with one commitment besides the actor's."""
    digest = sha256(b"%d" % number)
    commitment = Commitment(digest.digest())
    payload = Digest(digest.digest())
    return Entry("claim.kept", SECOND, commitment, payload, (("note", commitment),)).to_bytes()


def filled(folder: Path) -> dict[str, str]:
    """A large import; making the entries is not counted."""
    log, spent = Log(FileStorage(folder)), 0.0
    for first in range(0, ENTRIES, BULK):
        entries = [one(number) for number in range(first, first + BULK)]
        began = time.perf_counter()
        log.append(entries)
        spent += time.perf_counter() - began
    return {f"import, durable, {BULK:,} a batch": f"{ENTRIES / spent:,.0f} entries/s"}


def sizes(folder: Path) -> dict[str, str]:
    """Everything but the entries' own bytes is hashes and index."""
    files = sum(path.stat().st_size for path in folder.iterdir())
    content = len(one(0)) * ENTRIES
    return {"hashes and index": f"{(files - content) / ENTRIES:.2f} bytes/entry (goal 40)"}


def opened(folder: Path) -> dict[str, str]:
    spent = [timed(lambda: Log(FileStorage(folder))) for _ in range(50)]
    return {"open": f"{percentiles(spent, 'ms')} (goal 50)"}


def proved(log: Log) -> dict[str, str]:
    """Random entries and sizes, each read from the files and checked before it is given."""
    draw, root, size = random.Random(7), log.head.root, log.size
    inclusion, consistency, verify, verify_growth = ([] for _ in range(4))  # seconds
    for _ in range(PROOFS):
        index, old = draw.randrange(size), draw.randrange(1, size)
        inclusion.append(timed(lambda i=index: log.inclusion(i)))
        consistency.append(timed(lambda o=old: log.consistency(o)))
        leaf, path = leaf_hash(log.entry(index)), log.inclusion(index)
        verify.append(
            timed(
                lambda i=index, p=path, h=leaf: check_inclusion(
                    h, index=i, size=size, path=p, root=root
                )
            )
        )
        grown, old_root = log.consistency(old), log.root_at(old)
        verify_growth.append(
            timed(
                lambda o=old, p=grown, r=old_root: check_consistency(
                    o, size, path=p, old_root=r, new_root=root
                )
            )
        )
    return {
        "inclusion proof": f"{percentiles(inclusion, 'ms')} (goal 2)",
        "consistency proof": f"{percentiles(consistency, 'ms')} (goal 2)",
        "verify inclusion": f"{percentiles(verify, 'µs')} (goal 20)",
        "verify consistency": f"{percentiles(verify_growth, 'µs')} (goal 20)",
    }


def audited(folder: Path) -> dict[str, str]:
    began = time.perf_counter()
    faults = list(audit(FileStorage(folder)))
    return {"recompute everything": f"{time.perf_counter() - began:.1f} s, {len(faults)} faults"}


def appended(folder: Path) -> dict[str, str]:
    """Batches onto the full log, runs of each size in turn, and the disk's own flushes between."""
    log = Log(FileStorage(folder))
    rates: dict[int, list[float]] = {batch: [] for batch, _ in BATCHES}
    flushes: list[Spent] = []
    for _ in range(RUNS):
        flushes += flush_times(folder)
        for batch, count in BATCHES:
            entries = [one(number) for number in range(batch)]
            began = time.perf_counter()
            for _ in range(count):
                log.append(entries)
            rates[batch].append(batch * count / (time.perf_counter() - began))
    figures = {
        f"durable appends, {batch:,} a batch": f"{median(found):,.0f} entries/s,"
        f" {min(found):,.0f} to {max(found):,.0f} in {RUNS} runs"
        + (" (goal 5,000)" if batch >= 100 else "")
        for batch, found in rates.items()
    }
    return {**figures, "a flush of 4 kB on this disk": f"{percentiles(flushes, 'ms')}"}


def flush_times(folder: Path) -> list[Spent]:
    with (folder.parent / "flush").open("ab", buffering=0) as file:
        spent = []
        for _ in range(100):
            file.write(os.urandom(4096))
            spent.append(timed(lambda: flush_content(file.fileno())))
    return spent


class Spent(NamedTuple):
    """Seconds by the clock on the wall, and of this thread on a processor."""

    wall: float
    processor: float


def timed(work: Callable[[], object]) -> Spent:
    began, began_processor = time.perf_counter(), time.thread_time()
    work()
    return Spent(time.perf_counter() - began, time.thread_time() - began_processor)


def percentiles(times: list[Spent], unit: str) -> str:
    """On a shared machine the second figure shows what others took: 4 ms is a turn of theirs."""
    scale = {"ms": 1e3, "µs": 1e6}[unit]
    wall, processor = (sorted(column) for column in zip(*times, strict=True))
    p99 = len(times) * 99 // 100
    return (
        f"p50 {wall[len(times) // 2] * scale:.3g}, p99 {wall[p99] * scale:.3g} {unit};"
        f" on the processor p99 {processor[p99] * scale:.3g} {unit}"
    )


if __name__ == "__main__":
    main()
