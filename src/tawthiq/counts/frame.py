"""Incidents and their numbers as columns, so that a million of them are counted at once.

What repeats (places, parties, kinds) is kept once and pointed to: a question such as
"is this place in the area" is asked once for each distinct answer, not once a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from tawthiq.claims.group import Group
from tawthiq.claims.toll import Harm
from tawthiq.records.grade import Grade
from tawthiq.records.incident import Incident

T = TypeVar("T")
Days = NDArray[np.int32]
"""Days since 1970-01-01, or NO_DAY where the end is not known."""
NO_DAY = int(np.iinfo(np.int32).min)
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Coded(Generic[T]):
    """A column whose values repeat.

    Attributes:
        values: Each distinct value once.
        codes: For each row the position in ``values``; shape (rows,), int32.
    """

    values: tuple[T, ...]
    codes: NDArray[np.int32]

    @classmethod
    def of(cls, column: Iterable[T]) -> Coded[T]:
        """Code a column of hashable values, in order of first appearance."""
        positions: dict[T, int] = {}
        codes = [positions.setdefault(value, len(positions)) for value in column]
        return cls(tuple(positions), np.array(codes, dtype=np.int32))

    def ask(self, question: Callable[[T], int]) -> NDArray[np.int8]:
        """The answer for every row; the question is put once for each distinct value."""
        answers = np.array([question(value) for value in self.values], dtype=np.int8)
        return answers[self.codes] if self.values else np.zeros(len(self.codes), np.int8)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a tally reads.

    Attributes:
        codes: Of the incidents, shape (incidents,).
        first, last: When each incident can have been, shape (incidents,).
        places: Codes of the places of each incident.
        parties, sites, weapons: Keys as named, not spread.
        grades: As they stand after review.
        incident: For each toll the row of its incident, shape (tolls,), int32.
        harms, groups: Of each toll.
        low, best, high: Of each toll, int64; 0 <= low <= best <= high.
    """

    codes: Sequence[str]
    first: Days
    last: Days
    places: Coded[tuple[str, ...]]
    parties: Coded[frozenset[str]]
    sites: Coded[frozenset[str]]
    weapons: Coded[frozenset[str]]
    grades: Coded[Grade]
    incident: NDArray[np.int32]
    harms: Coded[Harm]
    groups: Coded[Group]
    low: NDArray[np.int64]
    best: NDArray[np.int64]
    high: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.codes)


def day_number(day: date | None) -> int:
    return NO_DAY if day is None else day.toordinal() - _EPOCH


def frame_of(incidents: Iterable[Incident]) -> Frame:
    """Columns of incidents that are already assembled; large cases come from ``store``."""
    rows = tuple(incidents)
    tolls = [
        (row, settled.harm, settled.group, settled.how_many)
        for row, incident in enumerate(rows)
        for settled in incident.ranges
        if settled.how_many is not None
    ]
    return Frame(
        codes=tuple(i.code for i in rows),
        first=np.array([day_number(i.when.first) for i in rows], dtype=np.int32),
        last=np.array([day_number(i.when.last) for i in rows], dtype=np.int32),
        places=Coded.of(i.places for i in rows),
        parties=Coded.of(i.parties for i in rows),
        sites=Coded.of(i.sites for i in rows),
        weapons=Coded.of(i.weapons for i in rows),
        grades=Coded.of(i.graded.grade for i in rows),
        incident=np.array([row for row, *_ in tolls], dtype=np.int32),
        harms=Coded.of(harm for _, harm, _, _ in tolls),
        groups=Coded.of(group for _, _, group, _ in tolls),
        low=np.array([n.low or 0 for *_, n in tolls], dtype=np.int64),
        best=np.array([n.headline for *_, n in tolls], dtype=np.int64),
        high=np.array([n.headline if n.high is None else n.high for *_, n in tolls], np.int64),
    )
