"""Victim lists of five invented organisations, with the truth of who is who.

Each organisation sees some places and people more than others and has habits of its own:
which parts of a name it writes, in which script and by which rule, how it dates, what it
leaves out. The rates are a hand's choice and no estimate of any real list.

``python -m benchmarks.linkage.generator ROWS FILE.csv [SEED]`` writes them to a file.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

import numpy as np

from benchmarks.linkage import invented
from benchmarks.linkage.people import People, people
from benchmarks.linkage.writing import SCHEMES, arabic, latin, slipped

Cells = list[str]
# Which parts a hand writes: given, father, grandfather, family.
_SHAPES = ((0, 1, 2, 3), (0, 1, 3), (0, 3), (0, 1, 2), (3, 0, 1), (0, 1))


@dataclass(frozen=True, slots=True)
class Habits:
    """How one organisation writes.

    Attributes:
        sees: How likely it is to hear of a person, as a logit.
        latin: The share of its rows in Latin letters.
        schemes: The ways of writing that its hands use.
        shapes: The share of each of ``_SHAPES``.
        loose: How often each habit of loose spelling shows.
        slips: The share of name parts with a slip.
        late: The share of rows dated to the day of report, some days later.
        month: The share dated to the month only.
        no_date, no_age, no_sex, no_place: What it leaves empty.
        near: The share of rows that name a neighbouring place.
        twice: The share of people it lists twice.
        kunya: The share of rows with a kunya.
    """

    sees: float
    latin: float
    schemes: tuple[str, ...]
    shapes: tuple[float, ...]
    loose: float
    slips: float
    late: float
    month: float
    no_date: float
    no_age: float
    no_sex: float
    no_place: float
    near: float
    twice: float
    kunya: float


SOURCES = {
    "registry": Habits(0.1, 0.0, ("ala",), (0.70, 0.22, 0.04, 0.03, 0.01, 0.0),
                       0.15, 0.01, 0.05, 0.0, 0.01, 0.15, 0.01, 0.10, 0.05, 0.02, 0.0),
    "committee": Habits(-0.2, 0.04, ("press", "french"), (0.15, 0.50, 0.25, 0.03, 0.04, 0.03),
                        0.40, 0.03, 0.12, 0.03, 0.02, 1.0, 0.04, 0.12, 0.10, 0.06, 0.04),
    "monitor": Habits(-0.5, 0.10, ("bgn", "press"), (0.25, 0.45, 0.20, 0.05, 0.03, 0.02),
                      0.30, 0.02, 0.18, 0.02, 0.02, 0.35, 1.0, 0.10, 0.12, 0.03, 0.02),
    "hospital": Habits(-1.2, 0.03, ("egyptian",), (0.30, 0.40, 0.15, 0.10, 0.03, 0.02),
                       0.50, 0.04, 0.06, 0.0, 0.04, 0.20, 0.03, 0.45, 0.05, 0.05, 0.01),
    "press": Habits(-0.7, 0.80, ("press", "french", "din", "turkish", "egyptian", "ala"),
                    (0.06, 0.34, 0.52, 0.02, 0.02, 0.04),
                    0.50, 0.03, 0.25, 0.06, 0.03, 0.45, 0.06, 0.20, 0.20, 0.05, 0.02),
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """Lists under each other.

    Attributes:
        columns: id, source, name, date, age, sex, place, governorate; "" for nothing.
        truth: The person of each row.
    """

    columns: dict[str, Cells]
    truth: Cells

    def __len__(self) -> int:
        return len(self.truth)


def victim_lists(rows: int, seed: int = 1) -> Lists:
    """Invent lists with ``rows`` rows in all; the same seed, the same lists."""
    rng = np.random.default_rng(seed)
    who = people(rows, rng)
    person, source = _listed(who, rows, rng)
    columns: dict[str, list[Cells]] = {}
    truth: Cells = []
    for at, (name, habits) in enumerate(SOURCES.items()):
        mine = person[source == at]
        written = _written(who, mine, habits, rng, random.Random(seed * 31 + at))
        written["id"] = [f"{name[0].upper()}{number}" for number in range(len(mine))]
        written["source"] = [name] * len(mine)
        truth += [f"P{number}" for number in mine.tolist()]
        for column, cells in written.items():
            columns.setdefault(column, []).append(cells)
    return Lists({name: list(chain(*parts)) for name, parts in columns.items()}, truth)


def write(lists: Lists, file: Path) -> None:
    """Write lists as one CSV with the truth as its last column."""
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow([*lists.columns, "truth"])
        writer.writerows(zip(*lists.columns.values(), lists.truth, strict=True))


def _listed(who: People, rows: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Which person stands on which list: whole people are kept until there are rows enough."""
    seen = rng.normal(0, 0.9, len(who))
    of_place = rng.normal(0, 0.7, (len(SOURCES), len(invented.GOVERNORATES)))
    of_women = rng.normal(0, 0.35, len(SOURCES))
    governorate = who.place // invented.PLACES_EACH
    people_, sources = [], []
    for at, habits in enumerate(SOURCES.values()):
        logit = habits.sees + of_place[at, governorate] + of_women[at] * who.is_woman
        chance = 1 / (1 + np.exp(-(logit + seen * (1.1 - 0.15 * at))))
        heard = np.flatnonzero(rng.random(len(who)) < chance)
        again = heard[rng.random(len(heard)) < habits.twice]
        people_ += [heard, again]
        sources += [np.full(len(heard) + len(again), at)]
    person, source = np.concatenate(people_), np.concatenate(sources)
    order = np.argsort(person, kind="stable")[:rows]
    shuffled = rng.permutation(order)
    return person[shuffled], source[shuffled]


def _written(
    who: People, mine: np.ndarray, habits: Habits, rng: np.random.Generator, draw: random.Random
) -> dict[str, Cells]:
    """The rows of one list."""
    in_latin = rng.random(len(mine)) < habits.latin
    place, governorate = _where(who, mine, in_latin, habits, rng)
    return {
        "name": _names(who, mine, in_latin, habits, rng, draw),
        "date": _dates(who.day[mine], habits, rng),
        "age": _ages(who.age[mine], habits, rng),
        "sex": _sexes(who.is_woman[mine], in_latin, habits, rng),
        "place": place,
        "governorate": governorate,
    }


def _names(
    who: People,
    mine: np.ndarray,
    in_latin: np.ndarray,
    habits: Habits,
    rng: np.random.Generator,
    draw: random.Random,
) -> Cells:
    women, men, families = (
        invented.women().spoken,
        invented.men().spoken,
        invented.families().spoken,
    )
    hand = _Hand()
    shapes = rng.choice(len(_SHAPES), len(mine), p=habits.shapes)
    loose = _bits(len(mine), habits.loose, rng)
    schemes = rng.integers(0, len(habits.schemes), len(mine))
    slips = rng.random((len(mine), 4)) < habits.slips
    kunyas = np.where(rng.random(len(mine)) < habits.kunya, rng.integers(1, 60, len(mine)), 0)
    between = rng.random(len(mine)) < 0.04
    cells: Cells = []
    columns = (who.given, who.father, who.grandfather, who.family, who.is_woman)
    for at, (given, father, grandfather, family, woman) in enumerate(
        zip(*(column[mine].tolist() for column in columns), strict=True)
    ):
        spoken = (
            (women if woman else men)[given], men[father], men[grandfather], families[family],
        )  # fmt: skip
        scheme = habits.schemes[schemes[at]] if in_latin[at] else ""
        parts = [hand.write(spoken[part], scheme, int(loose[at])) for part in _SHAPES[shapes[at]]]
        if slips[at].any():
            parts = [slipped(p, draw) if slips[at, k] else p for k, p in enumerate(parts)]
        if between[at] and len(parts) > 1:
            parts.insert(1, ("bint" if woman else "bin") if scheme else ("بنت" if woman else "بن"))
        text = " ".join(parts)
        if shapes[at] == 4:
            text = text.replace(parts[0], parts[0] + ("," if scheme else "،"), 1)
        if kunyas[at]:
            text = _with_kunya(text, hand.write(f"'abU {men[kunyas[at]]}", scheme, 0), draw)
        cells.append(text)
    return cells


def _with_kunya(text: str, kunya: str, draw: random.Random) -> str:
    return f"{text} ({kunya})" if draw.random() < 0.8 else f"{kunya} {text}"


class _Hand:
    """Writes spoken names, each way of writing one only once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, int], str] = {}

    def write(self, spoken: str, scheme: str, habits: int) -> str:
        key = (spoken, scheme, habits)
        if key not in self._known:
            written = latin(spoken, SCHEMES[scheme], habits) if scheme else arabic(spoken, habits)
            self._known[key] = written
        return self._known[key]


def _bits(rows: int, loose: float, rng: np.random.Generator) -> np.ndarray:
    """Which habits of loose spelling each row shows; leaving the article out is rarer."""
    chances = (loose, loose * 0.8, loose * 0.5, loose * 0.5, loose * 0.08)
    bits = np.zeros(rows, np.int64)
    for at, chance in enumerate(chances):
        bits |= (rng.random(rows) < chance).astype(np.int64) << at
    return bits


def _dates(days: np.ndarray, habits: Habits, rng: np.random.Generator) -> Cells:
    """ISO days or months; late reports lie a few days after, and a few days are plain wrong."""
    said = days + (rng.random(len(days)) < habits.late) * rng.geometric(0.4, len(days))
    wrong = rng.random(len(days)) < habits.late * 0.15
    said = np.where(wrong, said + rng.integers(-40, 41, len(days)), said)
    form = rng.random(len(days))
    letters = np.where(form < habits.no_date, 0, np.where(form > 1 - habits.month, 7, 10))
    return [
        date.fromordinal(day).isoformat()[:end]
        for day, end in zip(said.tolist(), letters.tolist(), strict=True)
    ]


def _ages(years: np.ndarray, habits: Habits, rng: np.random.Generator) -> Cells:
    """Some are rounded to fives, as ages are that nobody looked up; some are a little off."""
    draw = rng.random(len(years))
    off = np.where(draw > 0.85, years + rng.integers(-3, 4, len(years)), years)
    off = np.where((draw < 0.12) & (years > 18), np.round(years / 5) * 5, off).astype(int)
    said = rng.random(len(years)) >= habits.no_age
    return [str(max(age, 0)) if is_ else "" for age, is_ in zip(off.tolist(), said, strict=True)]


def _sexes(
    women: np.ndarray, in_latin: np.ndarray, habits: Habits, rng: np.random.Generator
) -> Cells:
    words = (("ذكر", "أنثى"), ("M", "F"))
    wrong = rng.random(len(women)) < 0.005
    said = rng.random(len(women)) >= habits.no_sex
    return [
        words[int(latin_)][int(woman) ^ int(other)] if is_ else ""
        for woman, latin_, other, is_ in zip(women, in_latin, wrong, said, strict=True)
    ]


def _where(
    who: People, mine: np.ndarray, in_latin: np.ndarray, habits: Habits, rng: np.random.Generator
) -> tuple[Cells, Cells]:
    hand, each = _Hand(), invented.PLACES_EACH
    place = who.place[mine]
    governorate = place // each
    step = np.where(rng.random(len(mine)) < habits.near, rng.choice([-1, 1, 2], len(mine)), 0)
    said = np.clip(place + step, governorate * each, governorate * each + each - 1)
    empty = rng.random(len(mine)) < habits.no_place
    loose = _bits(len(mine), habits.loose * 0.7, rng)
    scheme = habits.schemes[0]
    names = invented.places()
    rows = list(zip(in_latin.tolist(), said.tolist(), loose.tolist(), strict=True))
    write: Callable[[str, bool, int], str] = lambda spoken, is_latin, bits: hand.write(  # noqa: E731
        spoken, scheme if is_latin else "", bits
    )
    towns = [
        "" if nothing else write(names[at], is_latin, bits)
        for (is_latin, at, bits), nothing in zip(rows, empty, strict=True)
    ]
    # A few are placed in the governorate from which the report came, or in none.
    wrong = rng.random(len(mine))
    of = np.where(wrong < 0.02, rng.integers(0, len(invented.GOVERNORATES), len(mine)), governorate)
    provinces = [
        "" if nothing else write(invented.GOVERNORATES[at], is_latin, bits)
        for (is_latin, _, bits), at, nothing in zip(rows, of.tolist(), wrong > 0.95, strict=True)
    ]
    return towns, provinces


if __name__ == "__main__":
    write(victim_lists(int(sys.argv[1]), *(int(s) for s in sys.argv[3:])), Path(sys.argv[2]))
