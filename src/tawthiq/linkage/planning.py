"""Which blocking rules to ask, decided before anything is compared.

A rule brings together the rows that agree on two to four keys. Many rules meet more of the
true pairs and cost more comparisons. The plan takes, one after the other, the rule that is
expected to meet most of what no earlier one has met for each comparison it costs, until
the comparisons that may be spent are spent. So lists without dates, without family names
or with other columns get rules of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.compiled import compiled
from tawthiq.linkage.keys import NAMES, SECOND, STARTS, Keys

BUDGET: Final = 24.0
"""Comparisons that may be spent for each row; house choice: time and memory grow with it."""
FREE: Final = 4_000_000
"""Comparisons that may be spent on any table: on a small one they are over before one waits."""
MOST_RULES: Final = 24
_SAMPLE = 50_000  # rows on which the cost of a rule is estimated
_PRETENDED = 4_000  # pairs of one person that the plan is tried on
_LEAST_GAIN = 0.0007  # of true pairs; a rule that adds less is not worth its sorting
_FIXED_COST = 1.5  # of sorting, in comparisons for each row
_SMALL = 450_000  # rows; from a fifth of it on the budget grows until all of FREE is spent
_MOST_SHARE = 0.18  # of the budget that one rule may cost
_MOST_KEYS = 12
_MANY = 300_000  # rows; with fewer, three keys leave small groups enough
REACH: Final = 20
"""Neighbours on each side in a group that is too large, under a rule that makes small ones."""
WIDE_REACH: Final = 4
"""The same under a rule that makes large groups: it finds what lies next to each other only."""
_WIDEST = 400.0  # comparisons for each row; a rule that would cost more says too little
_WIDE_BY_DATE = 0.65  # of true pairs are neighbours, where the date decides; measured once
_WIDE_LOSS = 0.15  # for each reach that a group is larger, where something else decides

# How often two rows of one person agree where both say something: a start, not a claim. It
# only decides which rules are asked; taken low where lists are known to differ most.
_AGREE = {
    "given": 0.88,
    "father": 0.86,
    "grandfather": 0.86,
    "family": 0.86,
    "mother": 0.8,
    "died": 0.72,
    "born": 0.85,
    "birth year": 0.6,
    "place": 0.75,
    "governorate": 0.93,
}
_AGREE_EXTRA = 0.8
_MONTH_IF_NOT_DAY = 0.6
_GOVERNORATE_IF_PLACE = 0.98
_SECOND_IF_NOT_GIVEN = 0.2
_START_IF_NOT_WORD = 0.3
_TURNED = 0.03  # the share of pairs in which one name has its words in another order
_NOT_TOGETHER = (
    ("died", "month"),
    ("born", "birth year"),
    ("place", "governorate"),
    (NAMES, "given"),
    (NAMES, "father"),
    (NAMES, "family"),
    (NAMES, SECOND),
    ("given", SECOND),
    *STARTS.items(),
    *((NAMES, start) for start in STARTS.values()),
    (SECOND, STARTS["given"]),
)

Agreements = npt.NDArray[np.bool_]
Names = tuple[str, ...]
"""The keys of one rule."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One rule to ask.

    Attributes:
        keys: What rows must agree on.
        reach: Neighbours on each side with which a row is compared where more agree.
        order: What decides who is a neighbour (``keys.orders``).
    """

    keys: Names
    reach: int
    order: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The rules to ask.

    Attributes:
        rules: In the order in which they are asked.
        pairs: How many comparisons they are expected to cost, at most and before pairs that
            two rules meet are counted once.
        recall: The share of true pairs that they are expected to meet.
    """

    rules: tuple[Ask, ...]
    pairs: int
    recall: float


def planned(keys: dict[str, Keys], rows: int, seed: int) -> Plan:
    """Choose the rules for a table with these keys."""
    if rows < 2:
        return Plan((), 0, 1.0)
    rng = np.random.default_rng(seed)
    kept = _most_filled(keys)
    budget = max(BUDGET, min(FREE / rows, (_SMALL / rows) ** 2))
    agree = _pretended(kept, rows, rng)
    dated = "died" in kept or "month" in kept
    offers = _offers(_costs(kept, rows, rng), budget, dated)
    met_by = {ask: _found_by(ask, share, agree, rng) for ask, (_, share) in offers.items()}
    chosen = _chosen({ask: cost for ask, (cost, _) in offers.items()}, met_by, budget)
    met = np.zeros(_PRETENDED, np.bool_)
    for ask in chosen:
        met |= met_by[ask]
    spent = sum(offers[ask][0] for ask in chosen)
    return Plan(tuple(chosen), int(spent * rows), float(met.mean()))


def _offers(
    costs: dict[Names, float], budget: float, dated: bool
) -> dict[Ask, tuple[float, float]]:
    """The rules that can be asked: what each costs a row, and which share of its pairs it finds."""
    offers: dict[Ask, tuple[float, float]] = {}
    for keys, cost in costs.items():
        by_date = dated and "died" not in keys and "month" not in keys
        order = "died" if by_date else "family" if "family" not in keys else "given"
        if cost <= budget * _MOST_SHARE:
            offers[Ask(keys, REACH, order)] = (cost, 1.0)
        elif cost <= _WIDEST and "given" in (*keys, order):
            larger = cost / WIDE_REACH
            share = _WIDE_BY_DATE if by_date else 1 / (1 + _WIDE_LOSS * larger)
            offers[Ask(keys, WIDE_REACH, order)] = (WIDE_REACH * larger / (larger + 1), share)
    return offers


def _found_by(
    ask: Ask, share: float, agree: dict[str, Agreements], rng: np.random.Generator
) -> Agreements:
    """Which of the pretended pairs a rule finds: they agree, and are neighbours if it is wide."""
    met = _met(agree, ask.keys)
    return met if share == 1.0 else met & (rng.random(_PRETENDED) < share)


def _chosen(costs: dict[Ask, float], met_by: dict[Ask, Agreements], budget: float) -> list[Ask]:
    """Greedily the rule that meets most for what it costs; one that others made idle leaves."""
    chosen: list[Ask] = []
    times = np.zeros(_PRETENDED, np.int16)
    dropped: set[Ask] = set()
    while len(chosen) < MOST_RULES:
        spent = sum(costs[rule] for rule in chosen)
        best: Ask | None = None
        worth = 0.0
        for rule, cost in costs.items():
            if rule in chosen or rule in dropped or spent + cost > budget:
                continue
            gain = float((met_by[rule] & (times == 0)).mean())
            if gain >= _LEAST_GAIN and gain / (cost + _FIXED_COST) > worth:
                best, worth = rule, gain / (cost + _FIXED_COST)
        if best is None:
            break
        chosen.append(best)
        times += met_by[best]
        for rule in list(chosen):
            if float((met_by[rule] & (times == 1)).mean()) < _LEAST_GAIN:
                chosen.remove(rule)
                dropped.add(rule)
                times -= met_by[rule]
    return chosen


def _most_filled(keys: dict[str, Keys]) -> dict[str, Keys]:
    """No more keys than can be tried in every combination: those that most rows have."""
    starts = set(STARTS.values())
    filled = sorted(keys, key=lambda name: (name in starts, -float((keys[name] >= 0).mean())))
    return {name: keys[name] for name in keys if name in filled[:_MOST_KEYS]}


def _met(agree: dict[str, Agreements], rule: tuple[str, ...]) -> Agreements:
    met = agree[rule[0]]
    for name in rule[1:]:
        met = met & agree[name]
    return met


def _pretended(keys: dict[str, Keys], rows: int, rng: np.random.Generator) -> dict[str, Agreements]:
    """Pairs of one person as they may be: on which keys the two rows agree.

    What is missing is drawn from the table itself; what differs, from ``_AGREE``.
    """
    one, other = rng.integers(0, rows, (2, _PRETENDED))
    turned = rng.random(_PRETENDED) < _TURNED
    agree: dict[str, Agreements] = {}
    for name, key in keys.items():
        drawn = rng.random(_PRETENDED) < _AGREE.get(name, _AGREE_EXTRA)
        if name == "month" and "died" in agree:
            drawn = agree["died"] | (rng.random(_PRETENDED) < _MONTH_IF_NOT_DAY)
        elif name == "governorate" and "place" in agree:
            by_place = rng.random(_PRETENDED) < _GOVERNORATE_IF_PLACE
            drawn = np.where(agree["place"], by_place, drawn)
        elif name == NAMES:
            drawn = turned.copy()
            whole = np.ones(_PRETENDED, np.bool_)
            for part in ("given", "father", "grandfather", "family"):
                if part in keys:
                    absent = (keys[part][one] < 0) & (keys[part][other] < 0)
                    whole &= agree[part] | absent
            drawn |= whole
        elif name in STARTS.values():
            [whole_name] = [name_ for name_, start in STARTS.items() if start == name]
            drawn = agree[whole_name] | (rng.random(_PRETENDED) < _START_IF_NOT_WORD)
        elif name == SECOND:
            drawn = agree["given"] | (rng.random(_PRETENDED) < _SECOND_IF_NOT_GIVEN)
        elif name in ("given", "father", "family"):
            drawn &= ~turned
        agree[name] = drawn & (key[one] >= 0) & (key[other] >= 0)
    return agree


def _costs(keys: dict[str, Keys], rows: int, rng: np.random.Generator) -> dict[Names, float]:
    """The comparisons that each rule would cost for each row, if all who agree were compared."""
    some = np.sort(rng.choice(rows, min(rows, _SAMPLE), replace=False))
    sample = {name: key[some] for name, key in keys.items()}
    slots = np.zeros(1 << 18, np.int32)
    costs: dict[Names, float] = {}
    for size in range(1, 5 if rows > _MANY else 4):
        for rule in combinations(sample, size):
            if any(set(pair) <= set(rule) for pair in _NOT_TOGETHER):
                continue
            if any(set(smaller) < set(rule) and cost < 0.05 for smaller, cost in costs.items()):
                continue  # cheap already with fewer keys
            joined = joined_keys([sample[name] for name in rule])
            met = _collisions(joined, slots)
            cost = met / len(some) * (rows / len(some))
            costs[rule] = cost
    return costs


def joined_keys(of_rule: list[Keys]) -> Keys:
    """One number for what a row has to share under a rule; -1 where it lacks a key."""
    joined = np.zeros(len(of_rule[0]), np.int64)
    lacks = np.zeros(len(joined), np.bool_)
    for key in of_rule:
        joined = (joined ^ key) * np.int64(0x5DEECE66D1CE4E5B)
        joined ^= joined >> 29
        lacks |= key < 0
    return np.where(lacks, -1, joined & 0x7FFF_FFFF_FFFF_FFFF)


@compiled
def _collisions(keys: Keys, slots: npt.NDArray[np.int32]) -> int:
    """How many pairs of rows share a key, by counting in ``slots``; a little too many at most."""
    slots[:] = 0
    size = len(slots)
    pairs = 0
    for key in keys:
        if key >= 0:
            slot = (key >> 11) % size
            pairs += slots[slot]
            slots[slot] += 1
    filled = 0
    for count in slots:
        filled += count
    by_chance = filled * (filled - 1) // 2 // size
    return max(pairs - by_chance, 0)
