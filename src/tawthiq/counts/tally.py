"""Counting a definition over incidents: what is in, what is out, and what may be either.

Every incident gets one of three answers along every line. Outside along any line is
outside. Inside along all is counted. Whatever is left may belong to the count: it is
left out, under the first reason that applies, with its own number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from tawthiq.claims.group import UNSTATED, Group, Status
from tawthiq.claims.toll import Harm
from tawthiq.counts.count import Reason
from tawthiq.counts.definition import Definition, Established, Unit
from tawthiq.counts.extent import Extent
from tawthiq.counts.frame import NO_DAY, Frame, day_number
from tawthiq.errors import RuleError
from tawthiq.records.rule import RULES
from tawthiq.records.vocabulary import military_alone, parties

Rows = NDArray[np.bool_]
Column = NDArray[np.int64]
_HARM = {Unit.KILLED: Harm.KILLED, Unit.INJURED: Harm.INJURED, Unit.DISPLACED: Harm.DISPLACED}


class Answer(IntEnum):
    """Whether an incident is inside along one line."""

    OUT = 0
    IN = 1
    UNSTATED = 2
    """Nobody says."""
    EITHER = 3
    """What is said does not decide it."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Numbers of incidents, by row of the frame, and their sum.

    Attributes:
        rows: The rows, ascending, int64.
        low, best, high: What each row adds, shape (len(rows),).
    """

    rows: Column
    low: Column
    best: Column
    high: Column

    @property
    def total(self) -> tuple[int, int, int]:
        return int(self.low.sum()), int(self.best.sum()), int(self.high.sum())


@dataclass(frozen=True, slots=True)
class Tally:
    """What a definition comes to.

    Attributes:
        counted: The members.
        left_out: What may belong to it, by reason, in the order the reasons apply; an
            incident stands under one reason only. Rows without a number of their own
            add nothing to the sums and stand in ``rows`` all the same.
    """

    counted: Sum
    left_out: dict[Reason, Sum]


def tally(definition: Definition, frame: Frame) -> Tally:
    """Count.

    Raises:
        RuleError: The definition's basis or unit cannot be counted from incidents.
    """
    if not isinstance(definition.basis, Established):
        raise RuleError("only an established count is made from incidents; this one is not")
    numbers, stated = _numbers(definition, frame)
    answers = list(_answers(definition, frame))
    possible = np.ones(len(frame), dtype=np.bool_)
    for _, answer in answers:
        possible &= answer != Answer.OUT
    left_out: dict[Reason, Sum] = {}
    for reason, doubtful in _doubts(definition, frame, answers, stated):
        rows = possible & doubtful
        possible &= ~doubtful
        if rows.any():
            left_out[reason] = _sum(rows, numbers)
    return Tally(_sum(possible, numbers), left_out)


def _doubts(
    definition: Definition,
    frame: Frame,
    answers: list[tuple[tuple[Reason, Reason], NDArray[np.int8]]],
    stated: Rows,
) -> Iterator[tuple[Reason, Rows]]:
    for (unstated, either), answer in answers:
        yield unstated, answer == Answer.UNSTATED
        yield either, answer == Answer.EITHER
    assert isinstance(definition.basis, Established)  # tally has refused the others
    grades = definition.basis.grades
    yield Reason.GRADE, frame.grades.ask(lambda grade: grade not in grades) == 1
    if _presumes(definition):
        yield Reason.FIGHTERS, frame.sites.ask(military_alone) == 1
    yield Reason.NOT_STATED, ~stated


def _presumes(definition: Definition) -> bool:
    """Whether people of unstated status count, being presumed civilian, and fighters do not."""
    status = definition.who.status
    killed_at_once = bool(definition.inside) and definition.unit is Unit.ATTACKS
    persons = definition.unit.counts_persons and Status.UNSTATED in status
    return killed_at_once or (persons and Status.COMBATANT not in status)


def _answers(
    definition: Definition, frame: Frame
) -> Iterator[tuple[tuple[Reason, Reason], NDArray[np.int8]]]:
    yield (Reason.NO_DATE, Reason.DATE_UNCERTAIN), _dated(definition, frame)
    yield (Reason.NO_PLACE, Reason.PLACE_UNCERTAIN), frame.places.ask(_placed(definition.where))
    several = frame.places.ask(_straddles(definition.where))
    yield (Reason.SEVERAL_PLACES, Reason.SEVERAL_PLACES), several
    if definition.parties is not None:
        named = _restricted(definition.parties)
        yield (Reason.NO_PARTY, Reason.PARTY_DISPUTED), frame.parties.ask(named)
    if definition.sites is not None:
        hit = _touched(definition.sites)
        yield (Reason.NO_SITE, Reason.NO_SITE), frame.sites.ask(hit)
    if definition.weapons is not None:
        used = _touched(definition.weapons)
        yield (Reason.NO_WEAPON, Reason.NO_WEAPON), frame.weapons.ask(used)
    for key in sorted(definition.inside):
        yield (Reason.NOT_STATED, Reason.RULE_UNDECIDED), _ruled(key, frame)


def _dated(definition: Definition, frame: Frame) -> NDArray[np.int8]:
    """Inside the window, outside it, across its edge, or without a date."""
    begins = day_number(definition.when.first)
    ends = (
        np.iinfo(np.int32).max if definition.when.last is None else day_number(definition.when.last)
    )
    unknown = (frame.first == NO_DAY) | (frame.last == NO_DAY)
    inside = (frame.first >= begins) & (frame.last <= ends)
    outside = (frame.last < begins) | (frame.first > ends)
    answer = np.full(len(frame), Answer.EITHER, dtype=np.int8)
    answer[inside] = Answer.IN
    answer[outside] = Answer.OUT
    if definition.when.is_known:
        answer[unknown] = Answer.UNSTATED
    else:
        answer[:] = Answer.IN
    return answer


def _placed(where: Extent) -> Callable[[tuple[str, ...]], int]:
    def answer(places: tuple[str, ...]) -> int:
        if not places:
            return Answer.UNSTATED
        if not where.possibly:
            return Answer.EITHER
        if not where.possibly & set(places):
            return Answer.OUT
        return Answer.IN if len(places) > 1 or places[0] in where.surely else Answer.EITHER

    return answer


def _straddles(where: Extent) -> Callable[[tuple[str, ...]], int]:
    """Of incidents of several places: all inside, or some not surely inside."""

    def answer(places: tuple[str, ...]) -> int:
        return Answer.IN if len(places) < 2 or where.surely >= set(places) else Answer.EITHER

    return answer


def _restricted(keys: frozenset[str]) -> Callable[[frozenset[str]], int]:
    """For parties: all named are among the keys, none is, or some are."""

    def answer(named: frozenset[str]) -> int:
        if not named:
            return Answer.UNSTATED
        if named <= keys:
            return Answer.IN
        return Answer.EITHER if _may_touch(named, keys) else Answer.OUT

    return answer


def _touched(keys: frozenset[str]) -> Callable[[frozenset[str]], int]:
    """For sites and weapons: an attack on a market and homes is an attack on a market."""

    def answer(named: frozenset[str]) -> int:
        if not named:
            return Answer.UNSTATED
        return Answer.IN if named & keys else Answer.OUT

    return answer


def _may_touch(named: frozenset[str], keys: frozenset[str]) -> bool:
    """Whether a named party is among the keys or a wider word above one of them."""
    tree = parties()
    return any(key in keys or tree.below(key) & keys for key in named if key in tree)


def _ruled(key: str, frame: Frame) -> NDArray[np.int8]:
    rule = RULES.get(key)
    if rule is None or rule.at_least is None:
        raise RuleError(f"the rule {key!r} says how a source counts; we cannot apply it ourselves")
    low, _, high = _spread(frame, _selected(frame, Harm.KILLED, UNSTATED))
    stated = high >= 0
    answer = np.full(len(frame), Answer.EITHER, dtype=np.int8)
    answer[low >= rule.at_least] = Answer.IN
    answer[stated & (high < rule.at_least)] = Answer.OUT
    answer[~stated] = Answer.UNSTATED
    return answer


def _numbers(definition: Definition, frame: Frame) -> tuple[tuple[Column, Column, Column], Rows]:
    """What each incident would add, and whether any claim states it."""
    if definition.unit is Unit.ATTACKS:
        one = np.ones(len(frame), dtype=np.int64)
        return (one, one, one), np.ones(len(frame), dtype=np.bool_)
    if definition.unit not in _HARM:
        raise RuleError(
            f"{definition.unit} cannot be counted from incidents yet: single sites and "
            "munitions are not told apart; count attacks instead"
        )
    low, best, high = _spread(frame, _selected(frame, _HARM[definition.unit], definition.who))
    stated = high >= 0
    return (np.maximum(low, 0), np.maximum(best, 0), np.maximum(high, 0)), stated


def _selected(frame: Frame, harm: Harm, who: Group) -> Rows:
    """The tolls that state this number: same age, sex and role, and no other status."""

    def states(group: Group) -> bool:
        return group.lines[1:] == who.lines[1:] and group.status <= who.status

    harmed: Rows = frame.harms.ask(lambda each: each is harm) == 1
    meant: Rows = frame.groups.ask(states) == 1
    return np.logical_and(harmed, meant)


def _spread(frame: Frame, selected: Rows) -> tuple[Column, Column, Column]:
    """The selected tolls summed by incident; -1 where an incident has none."""
    rows = frame.incident[selected]
    sums = tuple(
        np.bincount(rows, weights=column[selected], minlength=len(frame)).astype(np.int64)
        for column in (frame.low, frame.best, frame.high)
    )
    silent = np.bincount(rows, minlength=len(frame)) == 0
    for column in sums:
        column[silent] = -1
    return sums[0], sums[1], sums[2]


def _sum(rows: Rows, numbers: tuple[Column, Column, Column]) -> Sum:
    low, best, high = numbers
    return Sum(np.flatnonzero(rows), low[rows], best[rows], high[rows])
