"""Our columns, blocking rules and comparison levels in the form that Splink 5 reads.

A row becomes one record of settled words, the numbers of their sounds, days and keys; the
conditions on them are plain SQL, the same for Spark and DuckDB. The weights are ours, so
nothing is trained again. What SQL cannot ask of two words (whether one of them is rare
beside the other, whether vowels fit) is left out: levels that differ only so are joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from tawthiq.linkage.comparing import (
    F_BIRTH,
    F_DIED,
    F_EXTRA,
    F_FAMILY,
    F_FATHER,
    F_GIVEN,
    F_GOVERNORATE,
    F_GRANDFATHER,
    F_MOTHER,
    F_PLACE,
    F_SEX,
)
from tawthiq.linkage.features import (
    DIED_FIRST,
    DIED_LAST,
    EXTRA,
    FAMILY,
    FATHER,
    GIVEN,
    GOVERNORATE,
    GRANDFATHER,
    MOTHER,
    PLACE,
    SEX,
    Features,
)
from tawthiq.linkage.keys import Keys, keys, orders
from tawthiq.linkage.mixture import SAME, STRANGERS, Mixture
from tawthiq.linkage.planning import planned
from tawthiq.linkage.table import Codes, Table

MOST_PAIRS_A_ROW: Final = 60.0
"""Comparisons for each row that the exported rules may cost together; house choice."""
_WORDS = {
    "given": (GIVEN, F_GIVEN),
    "father": (FATHER, F_FATHER),
    "grandfather": (GRANDFATHER, F_GRANDFATHER),
    "family": (FAMILY, F_FAMILY),
    "mother": (MOTHER, F_MOTHER),
    "place": (PLACE, F_PLACE),
}
_BY_RARITY = frozenset(["given", "family"])  # each costs Spark a table of its own
_LEAST = 1e-6  # no finding is impossible, however seldom it was seen
Column = Sequence[str | int | None]


@dataclass(frozen=True, slots=True, eq=False)
class Export:
    """A table as Splink takes it.

    Attributes:
        columns: By name, each as long as the table; ``unique_id`` is the row number.
        settings: Splink's settings as plain values, fit for a JSON file.
    """

    columns: Mapping[str, Column]
    settings: Mapping[str, Any]


def exported(table: Table, features: Features, mixture: Mixture, seed: int = 1) -> Export:
    """Export a table with what a linkage of it has learned.

    Args:
        table: The rows; their ids are not exported, row numbers are.
        features: What is compared of them.
        mixture: The learned weights.
        seed: Chooses the blocking rules as ``linking.link`` does with it.
    """
    found = keys(features)
    names = {name: f"k{at}" for at, name in enumerate(found)}
    rules = _rules(found, len(table), seed)
    used = {name for rule in rules for name in rule}
    columns: dict[str, Column] = {"unique_id": list(range(len(table)))}
    for name in used:
        columns[names[name]] = _numbers(found[name])
    comparisons = []
    for name, at, field in _word_columns(features):
        columns[name] = _texts(features, at)
        columns[f"{name}_sound"] = _numbers(features.words.sound_of(features.rows[:, at]))
        comparisons.append(_of_words(name, _Weights.of(mixture, field)))
    columns |= _times(features)
    comparisons += _of_times(features, mixture)
    settings = {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": float(mixture.shares[SAME]),
        "blocking_rules_to_generate_predictions": [_rule(rule, names) for rule in rules],
        "comparisons": comparisons,
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
    }
    return Export(columns, settings)


def _word_columns(features: Features) -> list[tuple[str, int, int]]:
    """The name in the export, the column of ``Features.rows`` and the field of each word."""
    known = [(name, at, field) for name, (at, field) in _WORDS.items()]
    extra = [(f"extra{at}", EXTRA + at, F_EXTRA + at) for at in range(len(features.extra))]
    return [each for each in known + extra if features.has(each[1])]


def _rules(found: dict[str, Keys], rows: int, seed: int) -> list[tuple[str, ...]]:
    """The planned rules, until the comparisons that they may cost are spent.

    SQL compares every two rows of a group, where ours compares neighbours: a rule that
    makes groups too large for that is left out.
    """
    kept, spent = [], 0.0
    for ask in planned(found, rows, seed).rules:
        cost = _pairs(found, ask.keys) / max(rows, 1)
        if spent + cost <= MOST_PAIRS_A_ROW:
            kept.append(ask.keys)
            spent += cost
    return kept


def _pairs(found: dict[str, Keys], rule: tuple[str, ...]) -> float:
    columns = np.stack([found[name] for name in rule], axis=1)
    _, counts = np.unique(columns[(columns >= 0).all(axis=1)], axis=0, return_counts=True)
    return float((counts * (counts - 1.0)).sum() / 2)


def _rule(rule: tuple[str, ...], names: dict[str, str]) -> dict[str, str]:
    condition = " AND ".join(f"l.{names[name]} = r.{names[name]}" for name in rule)
    return {"blocking_rule": condition, "sql_dialect": "spark"}


@dataclass(frozen=True, slots=True)
class _Weights:
    """How likely each level of a field is for one person and for two strangers."""

    same: tuple[float, ...]
    strangers: tuple[float, ...]

    @classmethod
    def of(cls, mixture: Mixture, field: int) -> _Weights:
        tables = np.exp(mixture.tables[:, field])
        return cls(tuple(tables[SAME].tolist()), tuple(tables[STRANGERS].tolist()))

    def level(self, condition: str, levels: Sequence[int], tf: str = "") -> dict[str, Any]:
        """A level of Splink that stands for some of ours."""
        said: dict[str, Any] = {
            "sql_condition": condition,
            "label_for_charts": condition,
            "m_probability": min(max(sum(self.same[at] for at in levels), _LEAST), 1.0),
            "u_probability": min(max(sum(self.strangers[at] for at in levels), _LEAST), 1.0),
        }
        return said | ({"tf_adjustment_column": tf} if tf else {})


def _silent(condition: str) -> dict[str, Any]:
    return {"sql_condition": condition, "label_for_charts": "silent", "is_null_level": True}


def _comparison(name: str, levels: list[dict[str, Any]]) -> dict[str, Any]:
    """A comparison whose levels together are certain, as ours are once some are joined."""
    for side in ("m_probability", "u_probability"):
        whole = sum(level.get(side, 0.0) for level in levels)
        for level in levels:
            if side in level:
                level[side] /= whole
    return {"output_column_name": name, "comparison_levels": levels}


def _of_words(name: str, weights: _Weights) -> dict[str, Any]:
    """The same sound, worth more where it is rare; one letter away; another word."""
    one, other, heard = f"{name}_l", f"{name}_r", f"{name}_sound"
    return _comparison(
        name,
        [
            _silent(f"{one} IS NULL OR {other} IS NULL"),
            weights.level(f"{heard}_l = {heard}_r", (1, 2), heard if name in _BY_RARITY else ""),
            weights.level(f"levenshtein({one}, {other}) <= 1", (3, 4)),
            weights.level("ELSE", (5, 6)),
        ],
    )


def _times(features: Features) -> dict[str, Column]:
    rows = features.rows
    times: dict[str, Column] = {
        "died_first": _numbers(rows[:, DIED_FIRST]),
        "died_last": _numbers(rows[:, DIED_LAST]),
        "born_about": _numbers(orders(features)["born"]),
        "sex": _numbers(rows[:, SEX]),
        "governorate": _numbers(features.words.sound_of(rows[:, GOVERNORATE])),
    }
    return {name: cells for name, cells in times.items() if any(c is not None for c in cells)}


_FAR = "GREATEST(died_first_l - died_last_r, died_first_r - died_last_l)"
_EXACT = "died_first_l = died_last_l AND died_first_r = died_last_r"
_CONDITIONS: Final[dict[str, tuple[int, tuple[tuple[str, tuple[int, ...]], ...]]]] = {
    "died_first": (
        F_DIED,
        (
            (f"{_EXACT} AND died_first_l = died_first_r", (1,)),
            (f"{_EXACT} AND {_FAR} = 1", (2,)),
            (f"{_EXACT} AND {_FAR} <= 7", (3,)),
            (f"{_FAR} <= 0", (4,)),
            (f"{_FAR} <= 31", (5,)),
            (f"{_FAR} <= 366", (6,)),
            ("ELSE", (7,)),
        ),
    ),
    "born_about": (
        F_BIRTH,
        (
            ("abs(born_about_l - born_about_r) <= 219", (1, 2, 3)),
            ("abs(born_about_l - born_about_r) <= 402", (4,)),
            ("abs(born_about_l - born_about_r) <= 767", (5,)),
            ("abs(born_about_l - born_about_r) <= 1863", (6,)),
            ("ELSE", (7,)),
        ),
    ),
    "sex": (F_SEX, (("sex_l = sex_r", (1,)), ("ELSE", (2,)))),
    "governorate": (F_GOVERNORATE, (("governorate_l = governorate_r", (1,)), ("ELSE", (2,)))),
}
"""For each column the field of ours and its levels; days are whole, years of 365.25 of them."""


def _of_times(features: Features, mixture: Mixture) -> list[dict[str, Any]]:
    there = _times(features)
    comparisons = []
    for name, (field, conditions) in _CONDITIONS.items():
        if name in there:
            weights = _Weights.of(mixture, field)
            levels = [weights.level(condition, levels) for condition, levels in conditions]
            silent = _silent(f"{name}_l IS NULL OR {name}_r IS NULL")
            comparisons.append(_comparison(name, [silent, *levels]))
    return comparisons


def _texts(features: Features, at: int) -> list[str | None]:
    words = (*features.words.texts, None)
    return [words[number] for number in features.rows[:, at].tolist()]


def _numbers(codes: Keys | Codes) -> list[int | None]:
    return [number if number >= 0 else None for number in codes.tolist()]
