"""Rules bring together exactly the rows that agree, each pair once, and never too many."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from tests.linkage.made import lists

from tawthiq.linkage.candidates import candidates
from tawthiq.linkage.features import Features
from tawthiq.linkage.keys import keys, orders
from tawthiq.linkage.planning import Ask, planned
from tawthiq.linkage.table import Table


def test_a_pair_is_met_exactly_where_a_rule_holds_and_once() -> None:
    features = Features.of(lists(120).table)
    found_keys = keys(features)
    rules = (Ask(("given", "family"), 500, "died"), Ask(("died", "place"), 500, "family"))
    found = candidates(features, found_keys, rules, orders(features))
    met = list(zip(found.left.tolist(), found.right.tolist(), strict=True))
    agree = {
        (one, other)
        for one, other in combinations(range(len(features)), 2)
        if any(
            all(found_keys[key][one] == found_keys[key][other] >= 0 for key in rule.keys)
            for rule in rules
        )
    }
    assert set(met) == agree
    assert len(met) == len(set(met))


def test_one_name_on_very_many_rows_costs_a_few_comparisons_each() -> None:
    rows = 4000
    table = Table.of(
        {
            "id": [str(at) for at in range(rows)],
            "given": ["سامر"] * rows,
            "date": [f"20{10 + at % 9}" for at in range(rows)],
        }
    )
    features = Features.of(table)
    found = candidates(features, keys(features), (Ask(("given",), 4, "died"),), orders(features))
    assert rows < len(found) <= 4 * rows
    assert found.rules[0].capped == rows


def test_a_plan_makes_do_with_whatever_columns_there_are() -> None:
    made = lists(400)
    for left_out in ("date", "place", "age"):
        columns = {name: texts for name, texts in made.columns.items() if name != left_out}
        features = Features.of(Table.of(columns))
        plan = planned(keys(features), len(features), 1)
        assert plan.rules
        assert plan.recall > 0.8


def test_a_table_in_which_nothing_can_be_shared_has_no_rules() -> None:
    features = Features.of(Table.of({"id": ["1", "2"], "name": ["", ""]}))
    assert planned(keys(features), 2, 1).rules == ()


def test_the_plan_foretells_the_comparisons() -> None:
    features = Features.of(lists(1500).table)
    found_keys = keys(features)
    plan = planned(found_keys, len(features), 1)
    found = candidates(features, found_keys, plan.rules, orders(features))
    assert 0 < len(found) <= plan.pairs * 1.1
    assert np.all(found.left < found.right)
