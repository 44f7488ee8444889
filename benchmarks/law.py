"""How long it takes to qualify an incident, and ten thousand of them on two cores.

Run with ``python -m benchmarks.law``. Goals: one incident in less than 20 ms, 10,000 in less
than 30 s. A qualification holds everything: norms, elements, defeaters, gaps and forums.
"""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from random import Random
from statistics import median, quantiles

from benchmarks.machine import write_result
from tawthiq.law.classification import Classification, Conflict
from tawthiq.law.evidence import Evidence, Family
from tawthiq.law.facts import Fact, FactValue
from tawthiq.law.incident import Incident, PartyType
from tawthiq.law.pack.loading import law_pack
from tawthiq.law.qualification import qualify

INCIDENTS, ONE_BY_ONE, CORES = 10_000, 1_000, 2
NIAC = Classification(Conflict.NIAC, by="nobody", sources=("none",))
SITES = ("hospital", "market", "residential", "school", "mosque", "camp", "bakery", "aid_convoy")
WEAPONS = ("barrel_bomb", "cluster", "artillery", "bomb", "rocket", "incendiary")
FLAGS = (
    "repeat_strike",
    "no_military_objective_observed",
    "populated_area",
    "warning_given",
    "double_tap_rescuers",
    "emblem_displayed",
    "military_use_of_object",
    "deconflicted",
)


def invented(number: int) -> Incident:
    """One invented incident, always the same for a number."""
    draw = Random(number)
    pieces = {
        f"E{n}": Evidence(f"E{n}", draw.choice(list(Family))) for n in range(draw.randint(2, 6))
    }
    values: dict[str, FactValue] = {
        "object_status": frozenset([draw.choice(SITES)]),
        "munition_type": frozenset([draw.choice(WEAPONS)]),
        "victim_killed_count": draw.randint(0, 40),
        "victim_child_count": draw.randint(0, 9),
        "victim_status": frozenset(["civilian"]),
    }
    values |= {flag: draw.random() < 0.6 for flag in draw.sample(FLAGS, 5)}
    facts = {key: Fact(key, value, tuple(pieces)) for key, value in values.items()}
    day = date(2013, 1, 1) + timedelta(days=draw.randint(0, 2900))
    party = draw.choice(("Syria", "Russia"))
    return Incident(
        f"I{number}", day, day, "Syria", party, PartyType.STATE, facts=facts, evidence=pieces
    )


def qualified(numbers: range) -> int:
    """Qualify the incidents of a range; gives how many norms applied, so that work is done."""
    day = date(2026, 11, 25)
    return sum(
        len(qualify(invented(n), NIAC, asked_on=day).readings[0].reading.crimes) for n in numbers
    )


def main() -> None:
    began = time.perf_counter()
    pack = law_pack()
    loaded = time.perf_counter() - began
    qualified(range(50))
    times = []
    for number in range(ONE_BY_ONE):
        incident = invented(number)
        began = time.perf_counter()
        qualify(incident, NIAC, asked_on=date(2026, 11, 25))
        times.append((time.perf_counter() - began) * 1000)
    half = INCIDENTS // CORES
    began = time.perf_counter()
    with ProcessPoolExecutor(CORES) as pool:
        crimes = sum(pool.map(qualified, [range(half), range(half, INCIDENTS)]))
    took = time.perf_counter() - began
    write_result(
        "law",
        "Qualifying incidents",
        {
            "law pack": f"{len(pack.norms)} norms, {len(pack.crimes)} crimes",
            "reading the pack, once a process": f"{loaded:.2f} s",
            "one incident, median of 1,000": f"{median(times):.1f} ms",
            "one incident, 95th percentile": f"{quantiles(times, n=20)[-1]:.1f} ms",
            "goal for one incident": "< 20 ms",
            f"10,000 incidents, {CORES} processes": f"{took:.1f} s ({crimes} crimes read)",
            "goal for 10,000": "< 30 s",
        },
    )


if __name__ == "__main__":
    main()
