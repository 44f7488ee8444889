"""Counting people found in lists: those identified, and those without a name, never together.

A person is counted once, however many lists name them. How sure that is comes from draws:
the same records put together as they may also belong. The interval is what the draws
leave between their ends; it says nothing of people whom no list has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from tawthiq.claims.group import Age, Role, Sex, Status
from tawthiq.records.person import Standing
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

UNKNOWN = ""
"""The key of whoever nothing is said of along a line."""
SEVERAL = "several"
"""The key of whoever sources put in several places or months."""
_ENDS = (2.5, 97.5)  # per cent of the draws: an interval of 95 %


class Line(StrEnum):
    """Along which line people are counted."""

    SEX = "sex"
    AGE = "age"
    STATUS = "status"
    ROLE = "role"
    PLACE = "place"
    MONTH = "month"
    PARTY = "party"


LINES: Mapping[Line, Both] = {
    Line.SEX: Both("by sex", "بحسب الجنس"),
    Line.AGE: Both("by age group", "بحسب الفئة العمرية"),
    Line.STATUS: Both("by civilian status", "بحسب الصفة المدنية"),
    Line.ROLE: Both("by role", "بحسب الدور"),
    Line.PLACE: Both("by governorate", "بحسب المحافظة"),
    Line.MONTH: Both("by month of death", "بحسب شهر الوفاة"),
    Line.PARTY: Both("by alleged party", "بحسب الطرف المنسوب إليه"),
}
OVERLAPPING = frozenset({Line.ROLE, Line.PARTY})
"""Lines along which one person may stand in two rows, so that rows do not add up."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as a count sees them.

    Attributes:
        governorates: Codes; several where sources differ.
        lists: Codes of the lists that have them.
    """

    standing: Standing
    sex: Sex | None
    age: Age | None
    status: Status
    roles: frozenset[Role]
    governorates: tuple[str, ...]
    died: When
    parties: frozenset[str]
    lists: tuple[str, ...]

    def keys(self, line: Line) -> tuple[str, ...]:
        """The rows of a table along a line in which the person stands; never none."""
        match line:
            case Line.SEX:
                return (self.sex or UNKNOWN,)
            case Line.AGE:
                return (self.age or UNKNOWN,)
            case Line.STATUS:
                return (UNKNOWN if self.status is Status.UNSTATED else self.status,)
            case Line.ROLE:
                return tuple(sorted(self.roles)) or (UNKNOWN,)
            case Line.PLACE:
                return (_one(self.governorates),)
            case Line.MONTH:
                return (_month(self.died),)
            case Line.PARTY:
                return tuple(sorted(self.parties)) or (UNKNOWN,)


@dataclass(frozen=True, slots=True)
class Draw:
    """How the people may also be: who of them is gone, and who comes instead.

    Attributes:
        gone: Positions of people whose records are put together otherwise.
        come: The people whom those records make.
    """

    gone: tuple[int, ...]
    come: tuple[Somebody, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of people.

    Attributes:
        key: A value of the line, ``UNKNOWN`` or ``SEVERAL``.
        identified: With the interval of the draws.
        unnamed: At least as many as the list with most of them has, at most all.
        incomplete: Named people who are set aside for want of a full name, date or place.
    """

    key: str
    identified: HowMany
    unnamed: HowMany
    incomplete: HowMany


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """People along one line, and in all.

    Attributes:
        draws: On how many draws the intervals rest; 0 where nothing was linked.
    """

    line: Line
    rows: tuple[Row, ...]
    total: Row
    draws: int


def tally_people(people: Sequence[Somebody], draws: Sequence[Draw], line: Line) -> PeopleTable:
    """Count people along a line, identified, unnamed and incomplete ones apart."""
    keys = sorted({key for each in people for key in each.keys(line)}, key=_order)
    named = {
        standing: _with_intervals(people, draws, line, standing)
        for standing in (Standing.IDENTIFIED, Standing.INCOMPLETE)
    }
    unnamed = [each for each in people if each.standing is Standing.UNNAMED]

    def row(key: str, of: Iterable[Somebody]) -> Row:
        return Row(
            key,
            named[Standing.IDENTIFIED].get(key, _NONE),
            between_lists(of),
            named[Standing.INCOMPLETE].get(key, _NONE),
        )

    rows = (row(key, (each for each in unnamed if key in each.keys(line))) for key in keys)
    return PeopleTable(line, tuple(rows), row(_ALL, unnamed), len(draws))


def between_lists(unnamed: Iterable[Somebody]) -> HowMany:
    """How many people without a name there are, which nobody can link.

    Each list counts its own once; two lists may mean the same people. So at least those of
    the list that has most, and at most those of all lists.
    """
    by_list = Counter(code for each in unnamed for code in each.lists)
    if not by_list:
        return _NONE
    low, high = max(by_list.values()), sum(by_list.values())
    return HowMany.exactly(low) if low == high else HowMany.between(low, high)


def _with_intervals(
    people: Sequence[Somebody], draws: Sequence[Draw], line: Line, standing: Standing
) -> dict[str, HowMany]:
    base = _counted(people, line, standing)
    drawn = [
        _counted(draw.come, line, standing, base, [people[at] for at in draw.gone])
        for draw in draws
    ]
    return {key: _interval(base[key], [each[key] for each in drawn]) for key in _keys(base, drawn)}


def _counted(
    people: Iterable[Somebody],
    line: Line,
    standing: Standing,
    base: Mapping[str, int] | None = None,
    gone: Iterable[Somebody] = (),
) -> Counter[str]:
    """How many stand in each row, ``_ALL`` included, beginning from others."""
    found = Counter(base or {})
    for sign, these in ((1, people), (-1, gone)):
        for each in these:
            if each.standing is standing:
                found[_ALL] += sign
                for key in each.keys(line):
                    found[key] += sign
    return found


def _keys(base: Mapping[str, int], drawn: Iterable[Mapping[str, int]]) -> set[str]:
    return {*base, *(key for each in drawn for key in each)}


def _interval(best: int, drawn: list[int]) -> HowMany:
    """From end to end of the draws, the number itself always among them."""
    if not drawn:
        return HowMany.exactly(best)
    low, high = np.percentile(np.array(drawn), _ENDS)
    ends = min(int(np.floor(low)), best), max(int(np.ceil(high)), best)
    return HowMany.exactly(best) if ends[0] == ends[1] else HowMany(ends[0], best, ends[1])


def _one(codes: tuple[str, ...]) -> str:
    return UNKNOWN if not codes else codes[0] if len(set(codes)) == 1 else SEVERAL


def _month(died: When) -> str:
    if not (died.first and died.last):
        return UNKNOWN
    first, last = f"{died.first}"[:7], f"{died.last}"[:7]
    return first if first == last else SEVERAL


def _order(key: str) -> tuple[bool, bool, str]:
    """In the order of the keys, what is not decided and not known last."""
    return key == UNKNOWN, key == SEVERAL, key


_ALL = "*"
_NONE = HowMany.exactly(0)
