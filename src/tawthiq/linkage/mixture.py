"""What the table itself says of pairs before anybody has labelled one: a mixture of five kinds.

Fellegi & Sunter (1969) weigh a pair by how likely its findings are if the rows are one person
against two strangers, taking the findings as independent. In a massacre they are not: a
family shares name, father, day and place. So there are kinds between: *relatives* who died
together, *neighbours* who died in one event, *kin* who died elsewhere. For each of them some
findings are as in one person and the others as in strangers, and a brother is no longer
explained by calling him the same. How strangers compare is measured on random pairs; the
rest is learned by expectation and maximisation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tawthiq.linkage.comparing import (
    F_BIRTH,
    F_CROWD,
    F_DIED,
    F_EXTRA,
    F_FAMILY,
    F_FATHER,
    F_GIVEN,
    F_GIVEN_RARITY,
    F_GOVERNORATE,
    F_GRANDFATHER,
    F_KIN_RARITY,
    F_KUNYA,
    F_LIST,
    F_MOTHER,
    F_MOVED,
    F_PLACE,
    F_SEX,
    MOST_LEVELS,
)
from tawthiq.linkage.compiled import compiled

KINDS: Final = ("same", "relatives", "neighbours", "kin", "strangers")
SAME, RELATIVES, NEIGHBOURS, KIN, STRANGERS = range(5)
_ROUNDS = 15
_MOST_PATTERNS = 30_000  # on which the mixture is learned; all of them are scored
_PRIOR = 0.02  # of the pairs of a kind: how much of its first guess is kept

# First guesses for one person, by level from 1 on; whatever remains is "other".
_NAME = (0.80, 0.06, 0.05, 0.01, 0.03, 0.05)
_GUESSES: dict[int, tuple[float, ...]] = {
    **dict.fromkeys((F_GIVEN, F_FATHER, F_GRANDFATHER, F_FAMILY, F_MOTHER, F_KUNYA), _NAME),
    F_DIED: (0.70, 0.08, 0.05, 0.07, 0.05, 0.03, 0.02),
    F_BIRTH: (0.5, 0.1, 0.3, 0.05, 0.02, 0.02, 0.01),
    F_SEX: (0.98, 0.02),
    F_PLACE: (0.72, 0.05, 0.04, 0.01, 0.03, 0.15),
    F_GOVERNORATE: (0.94, 0.06),
}
_EVENT = (F_DIED, F_PLACE, F_GOVERNORATE)
_KINSHIP = (F_FATHER, F_GRANDFATHER, F_FAMILY, F_MOTHER)
# Fields whose level 0 is a finding and not a silence.
_ALWAYS = (F_MOVED, F_LIST)
# They tell how much an agreement is worth, and are no findings of their own.
_RARITIES = (F_GIVEN_RARITY, F_KIN_RARITY, F_CROWD)
_GIVEN_BITS = np.array([0, 2.8, 4.2, 5.7, 7.2, 9.5, 9.5, 9.5])
_KIN_BITS = np.array([0, 3.0, 5.5, 8.5, 11.5, 14.5, 17.5, 21.0])
_TEXTS = (*_KINSHIP, F_GIVEN, F_KUNYA, F_PLACE)
# One person seldom differs so: without this bound a mixture learned on a list full of
# brothers takes brothers for one person with two given names. House choice. Brothers are not
# born on one day, but for twins: pairs that are may show that given names differ more often.
_AT_MOST = {
    (F_GIVEN, 4): 0.01,
    (F_GIVEN, 5): 0.04,
    (F_GIVEN, 6): 0.008,
    (F_FATHER, 6): 0.15,
    (F_FAMILY, 6): 0.25,
    (F_DIED, 6): 0.06,
    (F_DIED, 7): 0.04,
    (F_PLACE, 6): 0.3,
    (F_BIRTH, 6): 0.05,
    (F_BIRTH, 7): 0.04,
    (F_SEX, 2): 0.04,
}
_TWINS = 0.015  # of brothers and sisters, those of one birth (about 12 to 16 births in 1,000)
_ENOUGH = 200.0  # pairs born on one day; fewer lift the bound on given names less
_CLOSE = 3  # the last level at which two names count as agreeing

Levels = npt.NDArray[np.uint8]
Reals = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Mixture:
    """A learned mixture.

    Attributes:
        tables: For each kind, field and level the natural logarithm of its probability
            where the field is not silent; 0 where it is.
        shares: For each kind its share of all pairs of rows.
        bits: For each field how rare an agreement among strangers is on average, in bits.
    """

    tables: Reals
    shares: Reals
    bits: Reals

    def kinds(self, levels: Levels) -> Reals:
        """The probability of each kind for each pattern."""
        levels = _told(levels)
        chance = _chances(levels, self.tables, np.log(self.shares), coincidence(levels, self.bits))
        return chance

    def weights(self) -> Reals:
        """For each field and level how it changes the odds of one person against strangers,
        as a base-2 logarithm."""
        weights: Reals = (self.tables[SAME] - self.tables[STRANGERS]) / np.log(2)
        return weights

    def repeats(self) -> float:
        """How much rarer, against chance, one person stands twice in one list than in two."""
        ahead = self.tables[SAME, F_LIST, :2] - self.tables[STRANGERS, F_LIST, :2]
        return float(np.exp(min(ahead[1] - ahead[0], 0.0)))


def learned(
    levels: Levels, counts: npt.NDArray[np.int64], random: Levels, rows: int, seed: int
) -> Mixture:
    """Learn the mixture of a table.

    Args:
        levels: The levels of each pattern (``comparing.levels``).
        counts: How many candidate pairs have it.
        random: The levels of pairs drawn at random from all pairs of the table.
        rows: How many rows the table has.
        seed: Draws the patterns on which it is learned, where there are too many.
    """
    levels, weights = _sampled(_told(levels), counts, seed)
    random = _told(random)
    strangers = _measured(random)
    tables = _first_tables(strangers)
    bits = _bits(random)
    pairs = max(rows * (rows - 1) / 2, 1.0)
    shares = np.array([0.5 * rows, 0.5 * rows, 5 * rows, rows, pairs]) / pairs
    shares /= shares.sum()
    surplus = coincidence(levels, bits)
    first = np.exp(tables)
    for _ in range(_ROUNDS):
        sums, of_kind, born = _expected(
            levels, weights, tables, np.log(np.maximum(shares, 1e-300)), surplus
        )
        shares = _shares(of_kind, pairs)
        tables = _tables(sums, of_kind, first, strangers, born)
    return Mixture(tables, shares, bits)


def _sampled(levels: Levels, counts: npt.NDArray[np.int64], seed: int) -> tuple[Levels, Reals]:
    if len(levels) <= _MOST_PATTERNS:
        return levels, counts.astype(np.float64)
    rng = np.random.default_rng(seed)
    chance = np.minimum(
        1.0, counts * (_MOST_PATTERNS / counts.sum()) + _MOST_PATTERNS / 3 / len(counts)
    )
    kept = rng.random(len(counts)) < chance
    return levels[kept], counts[kept] / chance[kept]


def _told(levels: Levels) -> Levels:
    """A given name that stands elsewhere in the other name ("Muhammad Ali" and "Ali") is told by
    that: the comparison place by place then says nothing."""
    told = levels.copy()
    told[(levels[:, F_MOVED] > 0) & (levels[:, F_GIVEN] > _CLOSE), F_GIVEN] = 0
    return told


def _measured(random: Levels) -> Reals:
    """How strangers compare: for each field and level the logarithm of its share."""
    fields = random.shape[1]
    table = np.zeros((fields, MOST_LEVELS))
    for field in range(fields):
        seen = np.bincount(random[:, field], minlength=MOST_LEVELS).astype(np.float64)
        table[field] = _logs(seen + 0.5 * _possible(field), field)
    return table


def _possible(field: int) -> Reals:
    """1 for each level that a field can have."""
    if field in _GUESSES:
        size = len(_GUESSES[field]) + 1
    elif field == F_MOVED:
        size = 4
    elif field == F_LIST:
        size = 2
    elif field in _RARITIES:
        size = 8
    else:
        size = 7
    return (np.arange(MOST_LEVELS) < size).astype(np.float64)


def _logs(seen: Reals, field: int) -> Reals:
    """Shares as logarithms; a silent field says nothing, and a rarity neither."""
    if field in _RARITIES:
        return np.zeros(MOST_LEVELS)
    if field not in _ALWAYS:
        seen = seen.copy()
        seen[0] = 0
    shares = np.maximum(seen, 1e-9) / max(seen.sum(), 1e-9)
    if field in _TEXTS or field >= F_EXTRA:
        # Whether two lists share a script says nothing of whether they mean one person.
        shares[1:3] = shares[1:3].sum()
    logs: Reals = np.log(shares)
    if field not in _ALWAYS:
        logs[0] = 0
    return logs


def _first_tables(strangers: Reals) -> Reals:
    fields = len(strangers)
    tables = np.repeat(strangers[None], len(KINDS), axis=0)
    for field in range(fields):
        guess = _GUESSES.get(field, _NAME if field >= F_EXTRA else None)
        if guess is None:
            continue
        seen = np.zeros(MOST_LEVELS)
        seen[1 : len(guess) + 1] = guess
        logs = _logs(seen, field)
        tables[SAME, field] = logs
        if field in _EVENT:
            tables[RELATIVES, field] = tables[NEIGHBOURS, field] = logs
        if field in _KINSHIP:
            tables[RELATIVES, field] = tables[KIN, field] = logs
    return tables


def _bits(random: Levels) -> Reals:
    """How rare it is that two strangers agree on a name, by field, in bits."""
    bits = np.zeros(random.shape[1])
    for field, _rarity in (
        (F_GIVEN, F_GIVEN_RARITY),
        (F_FATHER, 0),
        (F_GRANDFATHER, 0),
        (F_FAMILY, 0),
    ):
        level = random[:, field]
        agree = (level > 0) & (level <= _CLOSE)
        if agree.any():
            bits[field] = -np.log2(agree.sum() / max((level > 0).sum(), 1))
    return bits


def coincidence(levels: Levels, bits: Reals) -> Reals:
    """How much rarer than an average agreement the shared names are, as natural logarithms.

    Two columns: for the given name, and for the names of the kin. Strangers share a rare name
    less often by this much.
    """
    surplus = np.zeros((len(levels), 2))
    given = (levels[:, F_GIVEN] > 0) & (levels[:, F_GIVEN] <= _CLOSE)
    surplus[:, 0] = np.where(given, _GIVEN_BITS[levels[:, F_GIVEN_RARITY]] - bits[F_GIVEN], 0)
    usual = np.zeros(len(levels))
    for field in (F_FATHER, F_GRANDFATHER, F_FAMILY):
        usual += bits[field] * ((levels[:, field] > 0) & (levels[:, field] <= _CLOSE))
    usual += levels[:, F_MOVED] * bits[F_GIVEN]
    shares = levels[:, F_KIN_RARITY] > 0
    surplus[:, 1] = np.where(shares, _KIN_BITS[levels[:, F_KIN_RARITY]] - usual, 0)
    nats: Reals = surplus * np.log(2)
    return nats


def _shares(of_kind: Reals, pairs: float) -> Reals:
    shares = np.maximum(of_kind, 1.0) / pairs
    shares[STRANGERS] = 0
    shares[STRANGERS] = max(1 - shares.sum(), 0.5)
    return shares


def _tables(sums: Reals, of_kind: Reals, first: Reals, strangers: Reals, born: Reals) -> Reals:
    """The tables after a round: what a kind shares with another is learned together."""
    fields = len(strangers)
    tables = np.repeat(strangers[None], len(KINDS), axis=0)
    for field in range(fields):
        if field in _RARITIES:
            continue
        prior = first[:, field] * (np.exp(strangers[field]) > 0)
        mine = sums[SAME, field] + prior[SAME] * of_kind[SAME] * _PRIOR
        if field in (F_MOVED, F_LIST):
            mine = sums[SAME, field] + 0.5 * _possible(field)
        for (of, level), most in _AT_MOST.items():
            if of == field:
                if field == F_GIVEN:
                    most = max(most, born[level] / max(born.sum(), _ENOUGH))
                mine[level] = min(mine[level], most * mine[1:].sum())
        tables[SAME, field] = _logs(mine, field)
        if field in _EVENT:
            tables[RELATIVES, field] = tables[NEIGHBOURS, field] = tables[SAME, field]
        if field in _KINSHIP:
            both = sums[RELATIVES, field] + sums[KIN, field]
            both += prior[RELATIVES] * (of_kind[RELATIVES] + of_kind[KIN]) * _PRIOR
            tables[RELATIVES, field] = tables[KIN, field] = _logs(both, field)
        if field in (F_PLACE, F_GOVERNORATE):
            near = sums[KIN, field] + np.exp(strangers[field]) * of_kind[KIN] * 0.1 + 1e-6
            tables[KIN, field] = _logs(near, field)
        if field == F_BIRTH:
            twins = strangers[field].copy()
            twins[1] = np.logaddexp(twins[1], np.log(_TWINS))
            tables[RELATIVES, field] = tables[KIN, field] = twins
        if field == F_MOVED:
            # A father's name stands first in his own row and second in his child's.
            kin = sums[RELATIVES, field] + sums[KIN, field] + 0.5 * _possible(field)
            tables[RELATIVES, field] = tables[KIN, field] = _logs(kin, field)
        if field == F_LIST:
            for kind in (RELATIVES, NEIGHBOURS, KIN):
                tables[kind, field] = _logs(sums[kind, field] + 0.5 * _possible(field), field)
    return tables


@compiled
def _chances(levels: Levels, tables: Reals, shares: Reals, coincidence: Reals) -> Reals:
    """The probability of each kind for each pattern."""
    patterns, fields = levels.shape
    kinds = len(shares)
    chances = np.empty((patterns, kinds))
    for at in range(patterns):
        top = -1e300
        for kind in range(kinds):
            score = shares[kind]
            for field in range(fields):
                score += tables[kind, field, levels[at, field]]
            if kind != 0:
                score -= coincidence[at, 0]
            if kind == 2 or kind == 4:
                score -= coincidence[at, 1]
            chances[at, kind] = score
            top = max(top, score)
        total = 0.0
        for kind in range(kinds):
            chances[at, kind] = np.exp(chances[at, kind] - top)
            total += chances[at, kind]
        for kind in range(kinds):
            chances[at, kind] /= total
    return chances


@compiled
def _expected(
    levels: Levels, weights: Reals, tables: Reals, shares: Reals, coincidence: Reals
) -> tuple[Reals, Reals, Reals]:
    """How many pairs of each kind have each level, and how many there are of each kind; and of
    one person, born on one exact day, how many have each level of the given name."""
    chances = _chances(levels, tables, shares, coincidence)
    kinds, fields, most = tables.shape
    sums = np.zeros((kinds, fields, most))
    of_kind = np.zeros(kinds)
    born = np.zeros(most)
    for at in range(len(levels)):
        for kind in range(kinds):
            part = chances[at, kind] * weights[at]
            if part > 1e-12:
                of_kind[kind] += part
                for field in range(fields):
                    sums[kind, field, levels[at, field]] += part
        if levels[at, F_BIRTH] == 1 and levels[at, F_GIVEN] > 0:
            born[levels[at, F_GIVEN]] += chances[at, SAME] * weights[at]
    return sums, of_kind, born
