"""How long it takes to take in 100,000 claims, and to list, filter and open what results.

Run with ``make bench`` or ``python -m benchmarks.import_claims``. The goals (issue of the
main job): import in less than 20 s and 500 MB, preview included; list, filter and
incident pages at 100,000 incidents with p95 below 50 ms. Words and places are those of
the example; days, numbers and which claim is whose are drawn.
"""

from __future__ import annotations

import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from benchmarks.machine import write_result

CLAIMS = 100_000
EXAMPLE = Path(__file__).parents[1] / "examples" / "idlib-2019" / "incidents.csv"
_OF_THE_INCIDENT = ("place", "admin3", "governorate", "lat", "lon", "weapon", "target_type")
_RUNS = 40


def write_table(file: Path, *, claims_each: tuple[int, ...], seed: int = 7) -> int:
    """Write a table of ``CLAIMS`` rows; how many incidents it has."""
    draw = random.Random(seed)
    with EXAMPLE.open(encoding="utf-8", newline="") as source:
        example = list(csv.DictReader(source))
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, list(example[0]))
        writer.writeheader()
        written = incidents = 0
        while written < CLAIMS:
            incidents += 1
            day, place = date(2012, 1, 1) + timedelta(draw.randrange(4500)), draw.choice(example)
            for number in range(1, min(draw.choice(claims_each), CLAIMS - written) + 1):
                row = draw.choice(example) | {name: place[name] for name in _OF_THE_INCIDENT}
                row["id"] = f"K{incidents:06d}.{number}"
                row["date"], row["published"] = str(day), str(day + timedelta(2))
                row["source_url"] = f"https://example.org/{written}"
                row["quote_paraphrase"] += f" ({written})"
                writer.writerow(row)
                written += 1
    return incidents


def measure_import(home: Path, file: Path) -> None:
    """In a process of its own: print seconds of preview and of import, and megabytes."""
    from tawthiq.actions.start import start

    start(home)
    from tawthiq.actions import import_claims
    from tawthiq.actions.open_case import open_case
    from tawthiq.values.both import Both

    open_case("large", Both("Large", "كبيرة"), by="benchmark")
    begun, worked = time.perf_counter(), time.process_time()
    shown = import_claims.preview("large", file)
    seen = time.perf_counter()
    taken = import_claims.apply(shown, by="benchmark", because="to measure")
    done, worked = time.perf_counter(), time.process_time() - worked
    again = import_claims.preview("large", file)
    assert (taken.new, again.unchanged, again.changes_nothing) == (CLAIMS, CLAIMS, True)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    seconds = (seen - begun, done - seen, worked, time.perf_counter() - done)
    print(",".join([*(f"{each:.1f}" for each in seconds), str(megabytes)]))


def measure_pages(home: Path) -> None:
    """In a process of its own: print what is asked, and p50 and p95 in milliseconds."""
    from tawthiq.actions.start import start

    start(home)
    from tawthiq.store.queries import incident_map, incidents
    from tawthiq.store.queries.incident_filter import IncidentFilter

    def page(**wanted: object) -> Callable[[], object]:
        return lambda: incidents.page("large", IncidentFilter(**wanted))  # type: ignore[arg-type]

    draw, rows = random.Random(1), incidents.page("large", limit=500).rows
    deep = incidents.page("large", IncidentFilter(until=date(2013, 1, 1)), limit=500).next
    asked: dict[str, Callable[[], object]] = {
        "list": page(),
        "list, deep": lambda: incidents.page("large", after=deep),
        "list of one governorate": page(place="SY07"),
        "list of hospitals hit": page(site="hospital"),
        "list of a rare weapon": page(weapon="incendiary"),
        "list of three months": page(since=date(2019, 4, 26), until=date(2019, 7, 27)),
        "list by five filters": page(
            place="SY07", site="medical", weapon="airstrike", party="government-side", grade="weak"
        ),
        "list of nothing": page(site="church", weapon="chemical", grade="confirmed"),
        "search, common word": page(q="market"),
        "search, two words": page(q="سراقب hospital"),
        "search and filters": page(q="hospital", place="SY07", grade="weak"),
        "one incident": lambda: incidents.incident("large", draw.choice(rows).code),
        "map": lambda: incident_map.on_map("large"),
        "timeline": lambda: incident_map.timeline("large"),
    }
    for name, ask in asked.items():
        ask()
        times = sorted(_milliseconds(ask) for _ in range(_RUNS))
        print(f"{name},{times[_RUNS // 2]:.1f},{times[int(_RUNS * 0.95)]:.1f}")


def _milliseconds(ask: Callable[[], object]) -> float:
    begun = time.perf_counter()
    ask()
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    shapes = {"several claims an incident": (1, 1, 2, 3, 4, 5, 6, 8), "one claim an incident": (1,)}
    figures: dict[str, str] = {}
    for shape, claims_each in shapes.items():
        with tempfile.TemporaryDirectory() as folder:
            home, file = Path(folder) / "home", Path(folder) / "claims.csv"
            number = write_table(file, claims_each=claims_each)
            preview, taken, worked, again, megabytes = _child("import", home, file)[0]
            figures[f"{shape}: incidents"] = f"{number:,}"
            figures["preview, then import, seconds"] = f"{preview} + {taken} (goal < 20 together)"
            figures["of the two, seconds of one processor"] = worked
            figures["preview of the same file again, seconds"] = again
            figures["most memory, MB"] = f"{megabytes} (goal < 500)"
            pages = _child("pages", home, file) if claims_each == (1,) else []
            figures = {f"{shape}: {k}" if ": " not in k else k: v for k, v in figures.items()}
            for name, p50, p95 in pages:
                figures[f"{shape}: {name}, ms p50 / p95"] = f"{p50} / {p95}"
    figures["waiting for the processors meanwhile"] = f"{os.getloadavg()[0]:.1f} programs"
    title = "100,000 claims taken in; lists and pages at 100,000 incidents (goal p95 < 50 ms)"
    write_result("import_claims", title, figures)


def _child(what: str, home: Path, file: Path) -> list[list[str]]:
    command = [sys.executable, "-m", "benchmarks.import_claims", what, str(home), str(file)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [
        line.split(",") if what == "import" else line.rsplit(",", 2)
        for line in done.stdout.splitlines()
    ]


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["import", home, file]:
            measure_import(Path(home), Path(file))
        case ["pages", home, file]:
            measure_pages(Path(home))
        case _:
            main()
