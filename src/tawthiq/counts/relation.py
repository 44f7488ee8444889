"""How two numbers relate: the same, part and whole, addable, overlapping, or not comparable.

Decided from the two definitions alone, never from the two values: that 271 is less than
781 does not make it a part. The laws (symmetry, transitivity of part, …) are tested.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.claims.group import Group
from tawthiq.counts.definition import Definition, Unit
from tawthiq.counts.order import (
    Order,
    order_of_conditions,
    order_of_restrictions,
    product,
)
from tawthiq.values.when import When


class Kinship(StrEnum):
    SAME = "same"
    PART = "part"
    """The first counts a part of what the second counts."""
    WHOLE = "whole"
    DISJOINT = "disjoint"
    """They count different things of one unit on one basis, and may be added."""
    OVERLAPPING = "overlapping"
    """Neither a part of the other nor surely apart: a sum can count some twice."""
    NOT_COMPARABLE = "not-comparable"


class Line(StrEnum):
    """A line along which two definitions can differ."""

    UNIT = "unit"
    BASIS = "basis"
    WHO = "who"
    SITES = "sites"
    WEAPONS = "weapons"
    PARTIES = "parties"
    INSIDE = "inside"
    WHERE = "where"
    WHEN = "when"


@dataclass(frozen=True, slots=True)
class Relation:
    """What holds between two numbers.

    Attributes:
        kinship: In one word.
        lines: The lines that make it so: those that differ, or those that forbid
            comparing; empty where the two are the same.
    """

    kinship: Kinship
    lines: tuple[Line, ...]


_KINSHIP = {
    Order.SAME: Kinship.SAME,
    Order.PART: Kinship.PART,
    Order.WHOLE: Kinship.WHOLE,
    Order.APART: Kinship.DISJOINT,
    Order.ACROSS: Kinship.OVERLAPPING,
    Order.UNDECIDED: Kinship.NOT_COMPARABLE,
}


def relate(ours: Definition, theirs: Definition, *, mind_basis: bool = True) -> Relation:
    """Say how the number of one definition relates to the number of the other.

    A window of which an end is not said is the same only as itself, and that only where
    the state is fixed ("since April", as published on one day).

    Args:
        mind_basis: Whether numbers of different bases (or sources) may be related at
            all. Without it, two *questions* are compared, whoever answers them.
    """
    if ours.unit is not theirs.unit:
        return Relation(Kinship.NOT_COMPARABLE, (Line.UNIT,))
    if mind_basis and ours.basis != theirs.basis:
        return Relation(Kinship.NOT_COMPARABLE, (Line.BASIS,))
    if ours == theirs and (ours.when.is_closed or ours.as_of):
        return Relation(Kinship.SAME, ())
    orders = dict(_told_apart(ours.unit, _along_every_line(ours, theirs)))
    order = product(orders.values())
    return Relation(_KINSHIP[order], tuple(_telling(orders, order)))


def order_of_times(ours: When, theirs: When) -> Order:
    """Compare two windows; of an end that nobody said nothing can be decided but "before"."""
    if ours.is_known and (ours.first, ours.last) == (theirs.first, theirs.last):
        return Order.SAME if ours.is_closed else Order.UNDECIDED
    if ours.surely_before(theirs) or theirs.surely_before(ours):
        return Order.APART
    if not (ours.is_closed and theirs.is_closed):
        return Order.UNDECIDED
    if ours.surely_within(theirs):
        return Order.PART
    return Order.WHOLE if theirs.surely_within(ours) else Order.ACROSS


def _along_every_line(ours: Definition, theirs: Definition) -> Iterator[tuple[Line, Order]]:
    yield Line.WHO, _order_of_groups(ours.who, theirs.who)
    yield Line.SITES, order_of_restrictions(ours.sites, theirs.sites)
    yield Line.WEAPONS, order_of_restrictions(ours.weapons, theirs.weapons)
    yield Line.PARTIES, order_of_restrictions(ours.parties, theirs.parties)
    yield Line.INSIDE, order_of_conditions(ours.inside, theirs.inside)
    yield Line.WHERE, ours.where.order(theirs.where)
    yield Line.WHEN, order_of_times(ours.when, theirs.when)


def _order_of_groups(ours: Group, theirs: Group) -> Order:
    if ours == theirs:
        return Order.SAME
    if ours.is_apart_from(theirs):
        return Order.APART
    if ours.is_part_of(theirs):
        return Order.PART
    return Order.WHOLE if theirs.is_part_of(ours) else Order.ACROSS


def _told_apart(unit: Unit, orders: Iterable[tuple[Line, Order]]) -> Iterator[tuple[Line, Order]]:
    """The orders, where being apart along a line is only said if it keeps members apart."""
    for line, order in orders:
        yield line, Order.ACROSS if order is Order.APART and not _keeps_apart(line, unit) else order


def _keeps_apart(line: Line, unit: Unit) -> bool:
    """Whether one thing counted can have only one value along a line.

    One attack can hit a market and a school, with two weapons, so that those killed "in
    attacks on markets" and "on schools" may be the same people. A site is of one kind and
    lies in one place, and can be attacked again on another day by somebody else.
    """
    match line:
        case Line.WHO:
            return True
        case Line.SITES:
            return unit.counts_sites
        case Line.WEAPONS:
            return unit in (Unit.STRIKES, Unit.MUNITIONS)
        case Line.WHERE:
            return unit is not Unit.DISPLACED
        case _:
            return not unit.counts_again


def _telling(orders: dict[Line, Order], order: Order) -> Iterator[Line]:
    if order in (Order.APART, Order.UNDECIDED):
        yield from (line for line, each in orders.items() if each is order)
    else:
        yield from (line for line, each in orders.items() if each is not Order.SAME)
