"""A small invented valley for the tests of counting: three towns, two sides, dated incidents."""

from __future__ import annotations

from datetime import date

import numpy as np

from tawthiq.claims.group import CHILDREN, PRESUMED_CIVILIANS, UNSTATED, Group
from tawthiq.claims.toll import Harm
from tawthiq.counts.definition import Definition, Established, Unit
from tawthiq.counts.extent import Extent
from tawthiq.counts.frame import Coded, Frame, day_number
from tawthiq.records.grade import HEADLINE, Grade
from tawthiq.values.both import Both
from tawthiq.values.when import When

VALLEY = Extent.whole("valley", Both("the valley", "الوادي"), frozenset({"upper", "lower", "mill"}))
UPPER = Extent.whole("upper", Both("Upper Town", "البلدة العليا"), frozenset({"upper"}))
ZONE = Extent("zone", Both("the zone", "المنطقة"), frozenset(), frozenset({"upper", "lower"}))
JUNE = When.month(2031, 6)

MIDSUMMER = When.day(date(2031, 6, 10))

Number = tuple[int, int, int]


class Row:
    """One incident, with what differs from a plain market strike in Upper Town in June."""

    def __init__(
        self,
        code: str,
        killed: Number | None = (1, 1, 1),
        *,
        children: Number | None = None,
        when: When = MIDSUMMER,
        places: tuple[str, ...] = ("upper",),
        parties: frozenset[str] = frozenset({"russia"}),
        sites: frozenset[str] = frozenset({"market"}),
        weapons: frozenset[str] = frozenset({"airstrike"}),
        grade: Grade = Grade.FAIR,
    ) -> None:
        self.code, self.when, self.places = code, when, places
        self.parties, self.sites, self.weapons, self.grade = parties, sites, weapons, grade
        self.tolls: list[tuple[Group, Number]] = []
        if killed:
            self.tolls.append((UNSTATED, killed))
        if children:
            self.tolls.append((CHILDREN, children))


def frame(*rows: Row) -> Frame:
    tolls = [(i, group, number) for i, row in enumerate(rows) for group, number in row.tolls]
    numbers = np.array([number for *_, number in tolls], dtype=np.int64).reshape(-1, 3)
    return Frame(
        codes=tuple(row.code for row in rows),
        first=np.array([day_number(row.when.first) for row in rows], dtype=np.int32),
        last=np.array([day_number(row.when.last) for row in rows], dtype=np.int32),
        places=Coded.of(row.places for row in rows),
        parties=Coded.of(row.parties for row in rows),
        sites=Coded.of(row.sites for row in rows),
        weapons=Coded.of(row.weapons for row in rows),
        grades=Coded.of(row.grade for row in rows),
        incident=np.array([i for i, *_ in tolls], dtype=np.int32),
        harms=Coded.of(Harm.KILLED for _ in tolls),
        groups=Coded.of(group for _, group, _ in tolls),
        low=numbers[:, 0],
        best=numbers[:, 1],
        high=numbers[:, 2],
    )


def killed(**lines: object) -> Definition:
    """People killed in the valley in June, established at the headline grades."""
    plain: dict[str, object] = {
        "unit": Unit.KILLED,
        "where": VALLEY,
        "when": JUNE,
        "basis": Established(HEADLINE),
        "who": PRESUMED_CIVILIANS,
    }
    return Definition(**(plain | lines))  # type: ignore[arg-type]
