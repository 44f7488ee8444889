"""The vault against copying by hand: how long it takes until files are kept, sealed and durable.

Run with ``python -m benchmarks.vault [FOLDER]``; FOLDER is on the disk to be measured and takes
13 GB for a while. Each run of ours is a program of its own that opens the vault, keeps every file
in groups, seals each group in a ledger beside it, and ends. Against it, in turn, on the same files
and disk: ``cp && sync && openssl dgst -sha256``, and ``cp && bagit.py --sha256 --processes 2``,
which flushes nothing. Medians of the runs; a ratio below 1 means that ours is faster. Goals: the
issue on evidence.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.ledger import flush_times, percentiles
from benchmarks.machine import write_result

RUNS = 5
SMALL = (10_000, 100_000)  # files, bytes each
LARGE = (20, 200_000_000)
FOLDERS = 100  # in which the small files lie
HASHES, QUERIES = 1_000_000, 200
FILES_READ = 50


def main() -> None:
    if sys.argv[1:2] == ["--keep"]:
        _keep(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    if sys.argv[1:2] == ["--scrub"]:
        _scrub(Path(sys.argv[2]))
        return
    where = sys.argv[1] if len(sys.argv) > 1 else None
    figures: dict[str, str] = {}
    with tempfile.TemporaryDirectory(dir=where) as folder:
        root = Path(folder)
        figures |= compared(
            root, SMALL, "10,000 × 100 kB", {"openssl": "1.0", "bagit and sync": "1.0"}
        )
        figures |= compared(root, LARGE, "20 × 200 MB", {"openssl": "1.1", "bagit": "0.7"})
        figures |= scrubbed(root)
        figures |= read_in_the_sandbox(root)
        figures["a flush of 4 kB on this disk"] = percentiles(flush_times(root / "given"), "ms")
    figures |= found_near()
    figures["others on the machine"] = f"load {os.getloadavg()[1]:.1f} over five minutes"
    write_result("vault", "Vault", figures)


# --- keeping ----------------------------------------------------------------------------------


def compared(
    root: Path, files: tuple[int, int], name: str, goals: Mapping[str, str]
) -> dict[str, str]:
    """Ours and the others in turn, each on an empty place."""
    given, copy, vault = root / "given", root / "copy", root / "vault"
    _make_files(given, *files)
    bagged = (
        f"cp -r --reflink=never {given} {copy}"
        f" && {sys.executable} -m bagit --quiet --sha256 --processes 2 {copy}"
    )
    ways: dict[str, Callable[[], str]] = {
        "ours": lambda: _run([sys.executable, "-m", "benchmarks.vault", "--keep", given, vault]),
        "openssl": lambda: _shell(
            f"cp -r --reflink=never {given} {copy} && sync"
            f" && find {copy} -type f -print0 | xargs -0 openssl dgst -sha256 > {root}/sums"
        ),
        "bagit": lambda: _shell(bagged),
        "bagit and sync": lambda: _shell(f"{bagged} && sync"),
    }
    spent: dict[str, list[float]] = {way: [] for way in ways}
    said = ""
    for _ in range(RUNS):
        for way, work in ways.items():
            shutil.rmtree(copy, ignore_errors=True)
            shutil.rmtree(vault, ignore_errors=True)
            os.sync()
            began = time.perf_counter()
            heard = work()
            spent[way].append(time.perf_counter() - began)
            said = heard if way == "ours" else said
    shutil.rmtree(copy, ignore_errors=True)
    return _told(name, files, spent, goals, json.loads(said))


def _told(
    name: str,
    files: tuple[int, int],
    spent: Mapping[str, list[float]],
    goals: Mapping[str, str],
    ours: Mapping[str, int],
) -> dict[str, str]:
    seconds = median(spent["ours"])
    figures = {
        f"{name}: ours": f"{seconds:.1f} s, {files[0] / seconds:,.0f} files/s,"
        f" {files[0] * files[1] / seconds / 1e6:,.0f} MB/s; {_range(spent['ours'])}",
        f"{name}: memory": f"{ours['memory']} MB at most (goal 150)",
    }
    for way, times in spent.items():
        if way == "ours":
            continue
        pairs = [mine / other for mine, other in zip(spent["ours"], times, strict=True)]
        goal = f" (goal {goals[way]})" if way in goals else ""
        figures[f"{name}: {way}"] = (
            f"{median(times):.1f} s; ours is {seconds / median(times):.2f} of it{goal},"
            f" {min(pairs):.2f} to {max(pairs):.2f} run by run"
        )
    return figures


def _range(times: list[float]) -> str:
    return f"{min(times):.1f} to {max(times):.1f} s in {len(times)} runs"


def _keep(given: Path, vault: Path) -> None:
    """One run of ours; says how much memory it took."""
    import resource

    from tawthiq.evidence.vault.group import keep_files
    from tawthiq.evidence.vault.local import LocalStore
    from tawthiq.evidence.vault.objects import Kept
    from tawthiq.ledger.commitment import Commitment
    from tawthiq.ledger.entry import Entry
    from tawthiq.ledger.files import FileStorage
    from tawthiq.ledger.log import Log

    now, nobody = datetime.now(UTC).replace(microsecond=0), Commitment(bytes(32))
    kept = 0
    vault.mkdir()
    log = Log(FileStorage(vault / "log"))
    with LocalStore(vault / "objects") as store:
        for group in keep_files(store, sorted(given.rglob("*.bin"))):
            digests = [one.ref.digest for _, one in group if isinstance(one, Kept)]
            log.append([Entry("evidence.kept", now, nobody, each).to_bytes() for each in digests])
            kept += len(digests)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(json.dumps({"kept": kept, "memory": memory}))


# --- reading all of it again ------------------------------------------------------------------


def scrubbed(root: Path) -> dict[str, str]:
    """A scrub of what was kept last, against openssl over the same files."""
    vault, objects = root / "vault", root / "vault/objects"
    shutil.rmtree(vault, ignore_errors=True)
    _run([sys.executable, "-m", "benchmarks.vault", "--keep", root / "given", vault])
    ours: list[float] = []
    others: list[float] = []
    for _ in range(RUNS):
        began = time.perf_counter()
        _run([sys.executable, "-m", "benchmarks.vault", "--scrub", objects])
        middle = time.perf_counter()
        _shell(f"find {objects}/objects -type f -print0 | xargs -0 openssl dgst -sha256 > {root}/s")
        ours.append(middle - began)
        others.append(time.perf_counter() - middle)
    size = LARGE[0] * LARGE[1]
    return {
        "verify all of it": f"{size / median(ours) / 1e9:.2f} GB/s,"
        f" {median(others) / median(ours):.2f} of openssl's speed (goal 0.8)"
    }


def _scrub(objects: Path) -> None:
    from tawthiq.evidence.vault.local import LocalStore
    from tawthiq.evidence.vault.scrub import Expected, Level, Scrubbed, scrub

    with LocalStore(objects) as store:
        found = Scrubbed(Level.HASHED)
        for looked in scrub(store, map(Expected, store.refs()), Level.HASHED):
            found.note(looked)
    sys.exit(found.exit_code)


# --- looking at what was kept -----------------------------------------------------------------


def read_in_the_sandbox(root: Path) -> dict[str, str]:
    """How long one file takes that a confined child only opens and answers."""
    from tawthiq.evidence.sandbox.sandbox import Sandbox

    path, spent = root / "one", []
    path.write_bytes(b"a film")
    with Sandbox() as sandbox:
        sandbox.ask("misbehave", path, {"deed": "answer"})
        for _ in range(FILES_READ):
            began = time.perf_counter()
            sandbox.ask("misbehave", path, {"deed": "answer"})
            spent.append(time.perf_counter() - began)
    return {"a fresh confined process for a file": f"{median(spent) * 1e3:.1f} ms"}


def found_near() -> dict[str, str]:
    """A million hashes, asked for one that is up to 31 bits away from one of them."""
    from tawthiq.evidence.likeness.hash import NEAR, PdqHash
    from tawthiq.evidence.likeness.search import HashTable

    draw, spent, found = Random(1), [], 0
    raw = [draw.randbytes(32) for _ in range(HASHES)]
    table = HashTable(raw)
    for _ in range(QUERIES):
        place = draw.randrange(HASHES)
        number = int.from_bytes(raw[place], "big")
        for bit in draw.sample(range(256), draw.randint(0, NEAR)):
            number ^= 1 << bit
        asked = PdqHash(number.to_bytes(32, "big"), 100)
        began = time.perf_counter()
        near = table.near(asked)
        spent.append(time.perf_counter() - began)
        found += any(one.place == place for one in near)
    spent.sort()
    return {
        "near-duplicate among 1,000,000": f"p50 {spent[QUERIES // 2] * 1e3:.1f},"
        f" p99 {spent[QUERIES * 99 // 100] * 1e3:.1f} ms (goal 10);"
        f" {found} of {QUERIES} planted found"
    }


# --- helpers ----------------------------------------------------------------------------------


def _make_files(folder: Path, count: int, size: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    draw = Random(1)
    for number in range(count):
        inner = folder / f"{number % FOLDERS:02}"
        inner.mkdir(parents=True, exist_ok=True)
        with (inner / f"{number}.bin").open("wb") as file:
            for _ in range(0, size, 10_000_000):
                file.write(draw.randbytes(min(size, 10_000_000)))
    os.sync()


def _run(command: list[str | Path]) -> str:
    return subprocess.run(
        [str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def _shell(line: str) -> str:
    return _run(["sh", "-c", line])


if __name__ == "__main__":
    main()
