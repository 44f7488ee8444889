"""Which records are one person: what a linkage found, with people's decisions laid over it.

Where nobody has decided anything, the clusters of the linkage stand as they are. A group
that a decision touches is put together again: first what was held to be the same, then
the surest links, and never two records that were held to be of two people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

Pair = tuple[int, int]
"""Numbers of two records, the lower first."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two records that a linkage compared, with the probability that they are one person."""

    left: int
    right: int
    same: float


def pair(one: int, other: int) -> Pair:
    """The pair of two records, whichever is named first.

    Raises:
        ValueError: They are one record.
    """
    if one == other:
        raise ValueError("a record makes no pair with itself")
    return (one, other) if one < other else (other, one)


def touched(
    cluster_of: Mapping[int, int], same: Iterable[Pair], apart: Iterable[Pair]
) -> frozenset[int]:
    """The clusters that decisions contradict: joined across two, or held apart inside one."""
    across = {c for p in same if _differ(cluster_of, p) for c in _clusters(cluster_of, p)}
    inside = {c for p in apart if not _differ(cluster_of, p) for c in _clusters(cluster_of, p)}
    return frozenset(across | inside)


def regroup(
    records: Iterable[int], links: Iterable[Link], same: Iterable[Pair], apart: Iterable[Pair]
) -> list[list[int]]:
    """Put the records of touched clusters together again.

    Args:
        records: All records of those clusters.
        links: What the linkage held of pairs inside one cluster; others join nothing.
        same: Decided to be one person; binds.
        apart: Decided to be two people; binds unless ``same`` has joined them by another way.

    Returns:
        Groups of records in order, each in order.
    """
    groups = _Groups({record: {record} for record in records})
    for one, other in same:
        groups.join(one, other)
    for one, other in apart:
        groups.hold_apart(one, other)
    for link in sorted(links, key=lambda link: (-link.same, link.left, link.right)):
        groups.join_unless_apart(link.left, link.right)
    return sorted(sorted(group) for group in groups.distinct())


def contradicted(verdict_is_same: bool, one: Pair, same: Iterable[Pair],
                 apart: Iterable[Pair]) -> Pair | None:  # fmt: skip
    """An earlier decision with which a new one cannot stand, or None.

    Saying that two are the same joins all that each was held to be the same with.
    """
    same, apart = list(same), list(apart)
    records = {*one, *(r for p in (*same, *apart) for r in p)}
    groups = _Groups({record: {record} for record in records})
    for first, second in same:
        groups.join(first, second)
    if not verdict_is_same:
        together = groups.of(one[0]) is groups.of(one[1])
        return next((p for p in same if set(p) <= groups.of(one[0])), one) if together else None
    groups.join(*one)
    return next((p for p in apart if groups.of(p[0]) is groups.of(p[1])), None)


@dataclass(slots=True)
class _Groups:
    """Records in groups that grow, some of which must never meet."""

    by_record: dict[int, set[int]]
    apart: dict[int, set[int]] = field(default_factory=dict)

    def of(self, record: int) -> set[int]:
        return self.by_record[record]

    def join(self, one: int, other: int) -> None:
        first, second = self.by_record[one], self.by_record[other]
        if first is second:
            return
        small, large = sorted((first, second), key=len)
        large |= small
        for record in small:
            self.by_record[record] = large

    def hold_apart(self, one: int, other: int) -> None:
        self.apart.setdefault(one, set()).add(other)
        self.apart.setdefault(other, set()).add(one)

    def join_unless_apart(self, one: int, other: int) -> None:
        first, second = self.by_record[one], self.by_record[other]
        small, large = sorted((first, second), key=len)
        if not any(self.apart.get(record, set()) & large for record in small):
            self.join(one, other)

    def distinct(self) -> Iterator[set[int]]:
        seen = set[int]()
        for record, group in self.by_record.items():
            if record not in seen:
                seen |= group
                yield group


def across(one: Iterable[int], rest: Iterable[int]) -> list[Pair]:
    """Every pair of a record of one group and a record of the other."""
    others = list(rest)
    return sorted(pair(a, b) for a in one for b in others)


def within(group: Iterable[int]) -> list[Pair]:
    """Every pair inside a group."""
    return list(combinations(sorted(group), 2))


def _clusters(cluster_of: Mapping[int, int], one: Pair) -> Iterator[int]:
    return (cluster_of[record] for record in one if record in cluster_of)


def _differ(cluster_of: Mapping[int, int], one: Pair) -> bool:
    return len(set(_clusters(cluster_of, one))) == 2
