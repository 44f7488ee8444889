"""The distinct patterns among pairs, and which of them each pair has."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.comparing import Patterns, compared
from tawthiq.linkage.compiled import compiled
from tawthiq.linkage.features import Features
from tawthiq.linkage.table import Codes
from tawthiq.linkage.words import Facts

Counts = npt.NDArray[np.int64]


@compiled
def distinct(patterns: Patterns) -> tuple[Patterns, Codes, Counts]:
    """Each pattern once, in the order in which it was met; which one each pair has; how many."""
    size = 1 << 16
    slots = np.full(size, -1, np.int32)
    met = np.empty(1 << 15, np.int64)
    counts = np.zeros(1 << 15, np.int64)
    which = np.empty(len(patterns), np.int32)
    held = 0
    for at in range(len(patterns)):
        pattern = patterns[at]
        slot = _slot(pattern, size)
        while slots[slot] >= 0 and met[slots[slot]] != pattern:
            slot = (slot + 1) % size
        if slots[slot] < 0:
            if held == len(met):
                met, counts = _doubled(met), _doubled(counts)
                size *= 2
                slots = np.full(size, -1, np.int32)
                for there in range(held):
                    again = _slot(met[there], size)
                    while slots[again] >= 0:
                        again = (again + 1) % size
                    slots[again] = there
                slot = _slot(pattern, size)
                while slots[slot] >= 0:
                    slot = (slot + 1) % size
            slots[slot] = held
            met[held] = pattern
            counts[held] = 0
            held += 1
        counts[slots[slot]] += 1
        which[at] = slots[slot]
    return met[:held], which, counts[:held]


@compiled
def _slot(pattern: int, size: int) -> int:
    mixed = (pattern ^ (pattern >> 31)) * 0x9E3779B97F4A7C1
    return (mixed >> 20) & (size - 1)


@compiled
def _doubled(numbers: Counts) -> Counts:
    grown = np.zeros(len(numbers) * 2, np.int64)
    grown[: len(numbers)] = numbers
    return grown


def patterns_of(features: Features, left: Codes, right: Codes) -> Patterns:
    """The patterns of pairs of row numbers."""
    return _compared_at(
        left,
        right,
        features.rows,
        features.words.facts,
    )


@compiled
def _compared_at(
    left: Codes,
    right: Codes,
    rows: Codes,
    facts: Facts,
) -> Patterns:
    found = np.empty(len(left), np.int64)
    for at in range(len(left)):
        found[at] = compared(
            rows,
            left[at],
            right[at],
            facts,
        )
    return found


def random_pairs(rows: int, pairs: int, seed: int) -> tuple[Codes, Codes]:
    """Pairs of two rows, drawn at random from all pairs."""
    if rows < 2:
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    rng = np.random.default_rng(seed)
    left = rng.integers(0, rows, pairs)
    right = (left + rng.integers(1, rows, pairs)) % rows
    return left.astype(np.int32), right.astype(np.int32)
