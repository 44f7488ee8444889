"""Pairs of rows that are worth comparing, found by sorting and compared as they are found.

Under each rule the rows stand in order: rows that agree on its keys lie together, and within
them those that are near in time. A row is compared with the rows beside it, so that one
name on ten thousand rows costs ten thousand times a few comparisons and not fifty million.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.comparing import Patterns, compared
from tawthiq.linkage.compiled import compiled
from tawthiq.linkage.features import Features
from tawthiq.linkage.keys import Keys
from tawthiq.linkage.planning import Ask, joined_keys
from tawthiq.linkage.result import Rule
from tawthiq.linkage.table import Codes
from tawthiq.linkage.words import Facts

THREADS: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs that were compared, ordered by row numbers.

    Attributes:
        left: Row numbers, below those of ``right``.
        right: Row numbers.
        patterns: What the comparison found (``comparing``).
        rules: What each rule brought together.
    """

    left: Codes
    right: Codes
    patterns: Patterns
    rules: tuple[Rule, ...]

    def __len__(self) -> int:
        return len(self.left)


def candidates(
    features: Features,
    keys: dict[str, Keys],
    rules: tuple[Ask, ...],
    orders_by: dict[str, Keys],
) -> Candidates:
    """Find and compare the pairs that the rules bring together."""
    rows = len(features)
    orders = np.full((max(len(rules), 1), rows), -1, np.int32)
    places = np.full((rows, max(len(rules), 1)), -1, np.int32)
    groups = np.full((max(len(rules), 1), rows), -1, np.int32)

    def sort(at: int) -> Rule:
        rule = rules[at]
        joined = joined_keys([keys[name] for name in rule.keys])
        near = orders_by[rule.order]
        return _sorted(rule, joined, near, orders[at], groups[at], places[:, at])

    with ThreadPoolExecutor(THREADS) as threads:
        said = list(threads.map(sort, range(len(rules))))
    reaches = np.array([rule.reach for rule in rules], np.int64)
    cuts = np.linspace(0, rows, 4 * THREADS + 1).astype(np.int64)

    def stretch(at: int) -> tuple[Codes, Codes, Patterns]:
        return _found(
            cuts[at],
            cuts[at + 1],
            orders,
            groups,
            places,
            reaches,
            features.rows,
            features.words.facts,
        )

    with ThreadPoolExecutor(THREADS) as threads:
        found = list(threads.map(stretch, range(len(cuts) - 1)))
    left, right, patterns = (np.concatenate(column) for column in zip(*found, strict=True))
    return Candidates(left, right, patterns, tuple(said))


def _sorted(rule: Ask, joined: Keys, near: Keys, order: Codes, group: Codes, place: Codes) -> Rule:
    """Put the rows into the order of one rule; what it brings together in figures."""
    held = np.flatnonzero(joined >= 0)
    # The key above, the time below: one sort. 40 bits of a key seldom meet by chance, and if
    # they do, two rows are compared for nothing.
    time = np.clip(near[held] + 1, 0, (1 << 22) - 1)
    mixed = ((joined[held] & 0x1FF_FFFF_FFFF) << 22) | time
    by_key = np.argsort(mixed)
    ordered = held[by_key]
    key = mixed[by_key] >> 22
    begins = np.flatnonzero(np.r_[True, key[1:] != key[:-1]]) if len(key) else np.zeros(0, int)
    sizes = np.diff(np.r_[begins, len(key)])
    order[: len(ordered)] = ordered
    group[: len(ordered)] = np.repeat(np.arange(len(sizes)), sizes)
    place[ordered] = np.arange(len(ordered))
    large = sizes > rule.reach
    whole = sizes[~large].astype(np.int64)
    pairs = int((whole * (whole - 1) // 2).sum() + sizes[large].sum() * rule.reach)
    return Rule(rule.keys, pairs, int(sizes.max(initial=0)), int(sizes[large].sum()))


@compiled
def _found(
    first: int,
    last: int,
    orders: Codes,
    groups: Codes,
    places: Codes,
    reaches: npt.NDArray[np.int64],
    rows: Codes,
    facts: Facts,
) -> tuple[Codes, Codes, Patterns]:
    """The pairs whose left row is in [first, last), each once, with their patterns."""
    room = (last - first) * 8 + 1024
    left = np.empty(room, np.int32)
    right = np.empty(room, np.int32)
    patterns = np.empty(room, np.int64)
    seen = np.full(len(rows), -1, np.int32)
    beside = np.empty(4096, np.int32)
    held = 0
    for row in range(first, last):
        count = _beside(row, orders, groups, places, reaches, seen, beside)
        if held + count > room:
            room = room * 3 // 2 + count
            left, right, patterns = _grown(left, right, patterns, held, room)
        beside[:count].sort()
        for at in range(count):
            other = beside[at]
            left[held] = row
            right[held] = other
            patterns[held] = compared(
                rows,
                row,
                other,
                facts,
            )
            held += 1
    return left[:held], right[:held], patterns[:held]


@compiled
def _beside(
    row: int,
    orders: Codes,
    groups: Codes,
    places: Codes,
    reaches: npt.NDArray[np.int64],
    seen: Codes,
    beside: Codes,
) -> int:
    """The later rows that some rule puts beside a row: how many, written into ``beside``."""
    count = 0
    for rule in range(places.shape[1]):
        place = places[row, rule]
        if place < 0:
            continue
        group = groups[rule, place]
        reach = reaches[rule]
        low = place
        while low > 0 and place - low < reach and groups[rule, low - 1] == group:
            low -= 1
        high = place
        end = groups.shape[1] - 1
        while high < end and high - place < reach and groups[rule, high + 1] == group:
            high += 1
        for there in range(low, high + 1):
            other = orders[rule, there]
            if other > row and seen[other] != row and count < len(beside):
                seen[other] = row
                beside[count] = other
                count += 1
    return count


@compiled
def _grown(
    left: Codes, right: Codes, patterns: Patterns, held: int, room: int
) -> tuple[Codes, Codes, Patterns]:
    more_left = np.empty(room, np.int32)
    more_right = np.empty(room, np.int32)
    more_patterns = np.empty(room, np.int64)
    more_left[:held] = left[:held]
    more_right[:held] = right[:held]
    more_patterns[:held] = patterns[:held]
    return more_left, more_right, more_patterns
