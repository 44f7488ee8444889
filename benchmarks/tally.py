"""How long a count over a million tolls takes, and how much of it is the asking.

Run with ``make bench`` or ``python -m benchmarks.tally``. The goal (issue of the main
job): a tally over 1,000,000 tolls in less than 0.5 s.
"""

from __future__ import annotations

import time
from statistics import median

import numpy as np

from benchmarks.machine import write_result
from tawthiq.claims.group import CHILDREN, PRESUMED_CIVILIANS, UNSTATED, WOMEN
from tawthiq.claims.toll import Harm
from tawthiq.counts.definition import Definition, Established, Unit
from tawthiq.counts.extent import Extent
from tawthiq.counts.frame import Coded, Frame
from tawthiq.counts.tally import tally
from tawthiq.records.grade import HEADLINE, Grade
from tawthiq.values.both import Both
from tawthiq.values.when import When

INCIDENTS, TOLLS, PLACES, RUNS = 250_000, 1_000_000, 3_000, 7


def frame(seed: int = 7) -> Frame:
    """A quarter of a million invented incidents with four tolls each, over ten years."""
    draw = np.random.default_rng(seed)
    first = draw.integers(15_000, 18_650, INCIDENTS).astype(np.int32)
    low = draw.integers(0, 12, TOLLS)
    parties = tuple(frozenset(p) for p in (("russia",), ("syrian-government",), ("hts",), ()))
    sites = tuple(frozenset(s) for s in (("market",), ("hospital",), ("home", "school"), ()))
    return Frame(
        codes=[f"I{n}" for n in range(INCIDENTS)],
        first=first,
        last=first + draw.integers(0, 2, INCIDENTS).astype(np.int32),
        places=Coded(tuple((f"P{n}",) for n in range(PLACES)), _draw(draw, PLACES, INCIDENTS)),
        parties=Coded(parties, _draw(draw, 4, INCIDENTS)),
        sites=Coded(sites, _draw(draw, 4, INCIDENTS)),
        weapons=Coded((frozenset({"airstrike"}), frozenset()), _draw(draw, 2, INCIDENTS)),
        grades=Coded(tuple(Grade), _draw(draw, len(Grade), INCIDENTS)),
        incident=np.repeat(np.arange(INCIDENTS, dtype=np.int32), 4),
        harms=Coded(
            (Harm.KILLED, Harm.INJURED), np.tile(np.array([0, 0, 0, 1], np.int32), INCIDENTS)
        ),
        groups=Coded(
            (UNSTATED, CHILDREN, WOMEN), np.tile(np.array([0, 1, 2, 0], np.int32), INCIDENTS)
        ),
        low=low,
        best=low + 1,
        high=low + draw.integers(1, 9, TOLLS),
    )


def main() -> None:
    columns = frame()
    half = frozenset(f"P{n}" for n in range(0, PLACES, 2))
    definition = Definition(
        Unit.KILLED,
        Extent.whole("half", Both("half of the places", "نصف الأماكن"), half),
        When.parse("2014-04-26/2019-07-27"),
        Established(HEADLINE),
        who=PRESUMED_CIVILIANS,
        parties=frozenset({"russia"}),
        sites=frozenset({"market", "hospital"}),
        inside=frozenset({"massacre-snhr"}),
    )
    seconds = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        result = tally(definition, columns)
        seconds.append(time.perf_counter() - begin)
    write_result(
        "tally",
        "A count over 1,000,000 tolls of 250,000 incidents, every line restricted",
        {
            "median seconds": f"{median(seconds):.3f}",
            "slowest of 7": f"{max(seconds):.3f}",
            "goal": "< 0.5",
            "members": f"{result.counted.rows.size:,}",
            "left out": f"{sum(s.rows.size for s in result.left_out.values()):,}",
        },
    )


def _draw(draw: np.random.Generator, below: int, size: int) -> np.ndarray:
    return draw.integers(0, below, size).astype(np.int32)


if __name__ == "__main__":
    main()
