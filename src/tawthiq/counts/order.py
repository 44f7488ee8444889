"""How two sets stand to each other, along one line or along all of them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Order(StrEnum):
    """What can be said of two sets without looking at their members."""

    SAME = "same"
    PART = "part"
    """The first is inside the second."""
    WHOLE = "whole"
    """The second is inside the first."""
    APART = "apart"
    """They have nothing in common."""
    ACROSS = "across"
    """They may share members, and each may have some of its own."""
    UNDECIDED = "undecided"
    """What is known does not say which of these."""

    @property
    def turned(self) -> Order:
        """The same seen from the other side."""
        return {Order.PART: Order.WHOLE, Order.WHOLE: Order.PART}.get(self, self)


def order_of_sets(ours: frozenset[T], theirs: frozenset[T]) -> Order:
    """Compare two sets that are fully known and not empty."""
    if ours == theirs:
        return Order.SAME
    if ours < theirs:
        return Order.PART
    if ours > theirs:
        return Order.WHOLE
    return Order.ACROSS if ours & theirs else Order.APART


def order_of_restrictions(ours: frozenset[T] | None, theirs: frozenset[T] | None) -> Order:
    """Compare two restrictions, where None restricts nothing and so holds everything."""
    if ours is None or theirs is None:
        if ours is theirs:
            return Order.SAME
        return Order.WHOLE if ours is None else Order.PART
    return order_of_sets(ours, theirs)


def order_of_conditions(ours: frozenset[T], theirs: frozenset[T]) -> Order:
    """Compare by conditions that all have to hold: more conditions, fewer members."""
    if ours == theirs:
        return Order.SAME
    if ours > theirs:
        return Order.PART
    return Order.WHOLE if ours < theirs else Order.ACROSS


def product(lines: Iterable[Order]) -> Order:
    """The order of two products of sets, from the order along each line.

    Apart along one line is apart altogether, whatever the others say; only then does
    an undecided line leave everything undecided.
    """
    seen = set(lines) - {Order.SAME}
    if Order.APART in seen:
        return Order.APART
    if Order.UNDECIDED in seen:
        return Order.UNDECIDED
    if not seen:
        return Order.SAME
    return seen.pop() if len(seen) == 1 else Order.ACROSS
