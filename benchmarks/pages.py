"""How long the pages of a case of 100,000 incidents take, whole: address in, markup out.

Run with ``make bench`` or ``python -m benchmarks.pages``. The goal (issue of the main job):
list, filter and incident pages with p95 below 50 ms. Everything is measured but the wire:
middleware, queries, view models and templates, in both languages, one reader at a time.
The case is that of ``benchmarks.import_claims``, with more claims, so that incidents have
several and an incident's page has something to lay out.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import import_claims
from benchmarks.machine import write_result

CLAIMS = 275_000
CLAIMS_EACH = (1, 1, 1, 2, 2, 3, 4, 8)
_RUNS = 40
CASE = "large"
ASKED = {
    "list": "incidents/",
    "list, deep": "incidents/?after={deep}",
    "list of one governorate": "incidents/?place=SY07",
    "list of hospitals hit": "incidents/?site=hospital",
    "list of a rare weapon": "incidents/?weapon=incendiary",
    "list of three months": "incidents/?since=2019-04-26&until=2019-07-27",
    "list by five filters": "incidents/?place=SY07&site=medical&weapon=airstrike"
    "&party=government-side&grade=weak",
    "list of nothing": "incidents/?site=church&weapon=chemical&grade=confirmed",
    "search, common word": "incidents/?q=market",
    "search, two words": "incidents/?q=سراقب+hospital",
    "one incident, of eight claims": "incidents/{eight}/",
    "one incident, any": "incidents/{any}/",
    "map": "map/",
    "settlements of the map": "map/settlements.geojson",
    "timeline": "timeline/",
    "sources": "sources/",
}


def build(home: Path) -> None:
    """In a process of its own: make the case."""
    from tawthiq.actions.start import start

    start(home)
    from tawthiq.actions import import_claims as action
    from tawthiq.actions.open_case import open_case
    from tawthiq.values.both import Both

    table = home / "claims.csv"
    import_claims.CLAIMS = CLAIMS
    import_claims.write_table(table, claims_each=CLAIMS_EACH)
    open_case(CASE, Both("Large", "كبيرة"), by="benchmark")
    action.apply(action.preview(CASE, table), by="benchmark", because="to measure")
    table.unlink()


def measure(home: Path) -> None:
    """In a process of its own: print what is asked, and p50 and p95 in milliseconds."""
    from tawthiq.actions.start import start

    start(home)
    from django.test import Client

    from tawthiq.store import models

    held = models.Incident.objects.filter(case__code=CASE)
    codes = list(held.order_by("?").values_list("code", flat=True)[:_RUNS])
    eight = list(held.filter(claims=8).values_list("code", flat=True)[:_RUNS])
    deep = held.order_by("-day", "-code")[60_000]
    client = Client(headers={"host": "localhost"})
    print(f"incidents,{held.count()},0")
    for name, path in ASKED.items():
        for language in ("en", "ar"):
            times = []
            for run in range(_RUNS + 3):
                at = path.format(
                    deep=f"{deep.day}~{deep.code}",
                    eight=eight[run % len(eight)],
                    any=codes[run % len(codes)],
                )
                begun = time.perf_counter()
                response = client.get(f"/{language}/cases/{CASE}/{at}")
                times.append((time.perf_counter() - begun) * 1000)
                assert response.status_code == 200, at
            measured = sorted(times[3:])  # the first few fill the caches
            p50, p95 = measured[_RUNS // 2], measured[int(_RUNS * 0.95)]
            print(f"{name} ({language}),{p50:.1f},{p95:.1f}")


def main() -> None:
    figures: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        _child("build", folder)
        for name, p50, p95 in _child("measure", folder):
            figures[name] = p50 if name == "incidents" else f"{p50} / {p95}"
    load = f"{os.getloadavg()[1]:.1f} of {os.cpu_count()} cores, measured at nice {os.nice(0)}"
    figures = {k if k == "incidents" else f"{k}, ms p50 / p95": v for k, v in figures.items()}
    figures["load average of the last 5 minutes"] = load
    write_result("pages", "Whole pages at 100,000 incidents (goal p95 < 50 ms)", figures)


def _child(what: str, folder: str) -> list[list[str]]:
    command = [sys.executable, "-m", "benchmarks.pages", what, folder]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [line.rsplit(",", 2) for line in done.stdout.splitlines()]


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["build", home]:
            build(Path(home))
        case ["measure", home]:
            measure(Path(home))
        case _:
            main()
