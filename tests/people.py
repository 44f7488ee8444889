"""Lists of people who never were, of the year 2021, as two monitors and a clinic would keep them.

Every name is put together from words for weather and stones, so that nobody bears it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from tawthiq.actions import import_victims
from tawthiq.actions.import_victims import Preview, Taken
from tawthiq.linkage.explanation import Explanation, Reason
from tawthiq.linkage.labels import Labels
from tawthiq.linkage.progress import Progress, Stop, Watch
from tawthiq.linkage.result import Linkage, Pairs, Rows, Thresholds
from tawthiq.linkage.table import Codes, Table
from tawthiq.values.both import Both

from .house import CASE, LAYLA

NONE = Labels()
COLUMNS = ("id", "name", "father", "sex", "age", "died", "place", "governorate", "role", "party")
STORM = {
    "id": "17", "name": "Ra'd Hajar al-Thalji", "sex": "male", "age": "34", "died": "2021-03-04",
    "place": "Saraqib", "governorate": "Idlib", "role": "nurse",
}  # fmt: skip
CLOUD = {
    "id": "18", "name": "Ghayma Hajar al-Thalji", "sex": "female", "age": "9",
    "died": "2021-03-04", "place": "Saraqib", "governorate": "Idlib",
}  # fmt: skip
NOBODY = {"id": "19", "name": "unidentified", "sex": "female", "died": "2021-03-04",
          "place": "Saraqib", "governorate": "Idlib"}  # fmt: skip
WATCH_LIST = (STORM, CLOUD, NOBODY)
CLINIC_LIST = (
    {"id": "c1", "name": "رعد حجر الثلجي", "sex": "ذكر", "age": "35", "died": "2021-03-05",
     "place": "سراقب", "governorate": "إدلب"},
    {"id": "c2", "name": "غيمة حجر الثلجي", "sex": "أنثى", "age": "طفلة", "died": "2021-03",
     "place": "سراقب", "governorate": "إدلب"},
    {"id": "c3", "name": "برق صخر", "sex": "ذكر", "age": "", "died": "", "place": ""},
)  # fmt: skip


def table(rows: Iterable[Mapping[str, str]], columns: Sequence[str] = COLUMNS) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def show(
    rows: Iterable[Mapping[str, str]], source: str = "Northern Watch", case: str = CASE,
    **more: object,
) -> Preview:  # fmt: skip
    """Preview a list that holds these rows."""
    return import_victims.preview(case, table(rows), "list.csv", source=source, **more)  # type: ignore[arg-type]


def take(
    rows: Iterable[Mapping[str, str]], source: str = "Northern Watch", case: str = CASE
) -> Taken:
    """Take in a list that holds these rows."""
    return import_victims.apply(show(rows, source, case), by=LAYLA, because="the lists")


def take_both(case: str = CASE) -> None:
    """Records 1 to 3 of the watch, 4 to 6 of the clinics."""
    take(WATCH_LIST, case=case)
    take(CLINIC_LIST, "Clinic Network", case)


class Linker:
    """Links as it is told to: stands where the model stands, and breaks its contract nowhere.

    Attributes:
        same: By the numbers of two records, the probability that they are one person.
        decisions: What it was given.
    """

    def __init__(self, same: Mapping[tuple[int, int], float]) -> None:
        self.same = dict(same)
        self.decisions = Labels()

    def __call__(
        self, table: Table, *, labels: Labels = NONE, decisions: Labels = NONE,
        seed: int = 1, told: Progress | None = None, stop: Stop | None = None,
    ) -> Linkage:  # fmt: skip
        watch = Watch(told, stop)
        watch.at(Both("reading names", "قراءة الأسماء"), 0.0)
        self.decisions = decisions
        row = {int(table.columns["id"][at]): at for at in range(len(table))}
        known = {pair: p for pair, p in self.same.items() if set(pair) <= set(row)}
        placed = sorted((row[a], row[b], p) for (a, b), p in known.items())
        watch.at(Both("comparing", "مقارنة"), 0.5)
        return _linkage(len(table), placed)


def _linkage(rows: int, placed: Sequence[tuple[int, int, float]]) -> Linkage:
    left, right = (np.array([each[at] for each in placed], np.int32) for at in (0, 1))
    same = np.array([each[2] for each in placed], np.float32)
    pairs = Pairs(left, right, same, np.float32(1) - same, np.zeros(len(same), np.int32))
    best = _grouped(rows, [(a, b) for a, b, p in placed if p >= 0.5])

    def explain(one: int, other: int) -> Explanation:
        name = Reason(Both("name", "الاسم"), Both("alike", "متشابه"), "a", "b", 4.2)
        day = Reason(Both("day", "اليوم"), Both("a day apart", "بفارق يوم"), "4", "5", -1.5)
        rare = Both("one in a thousand bears it", "يحمله واحد من كل ألف")
        return Explanation((name,), (day,), (), rare, 0.5, 0.1, Both("by name", "بالاسم"))

    def draw(n: int) -> Codes:
        """Every other draw takes the unsure pairs to be of one person."""
        all_ = _grouped(rows, [(a, b) for a, b, _ in placed])
        sure = _grouped(rows, [(a, b) for a, b, p in placed if p >= 0.95])
        return np.stack([all_ if at % 2 else sure for at in range(n)])

    def order() -> Rows:
        return np.argsort(np.abs(same - 0.5), kind="stable")

    return Linkage(
        pairs, best, Thresholds(0.5, 0.1, 0.95), len(placed), (), 1.0, (0.9, 0.9), (), {},
        explain, draw, order,
    )  # fmt: skip


def _grouped(rows: int, joined: Iterable[tuple[int, int]]) -> Codes:
    group = list(range(rows))
    for one, other in joined:
        old, new = group[other], group[one]
        group = [new if each == old else each for each in group]
    return np.unique(np.array(group, np.int32), return_inverse=True)[1].astype(np.int32)
