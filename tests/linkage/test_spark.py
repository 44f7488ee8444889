"""What we hand to Spark is what we compare, and Splink reads it and mostly agrees."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest
from benchmarks.linkage.generator import victim_lists

from tawthiq.linkage.explaining import Explainer
from tawthiq.linkage.linking import link
from tawthiq.linkage.result import Linkage
from tawthiq.linkage.spark import running
from tawthiq.linkage.spark.exporting import Export, exported
from tawthiq.linkage.table import Table

ROWS = 500


@pytest.fixture(scope="module")
def linked() -> tuple[Table, Linkage]:
    table = Table.of(victim_lists(ROWS, seed=2).columns)
    return table, link(table)


@pytest.fixture(scope="module")
def export(linked: tuple[Table, Linkage]) -> Export:
    table, linkage = linked
    assert isinstance(linkage.explainer, Explainer)
    return exported(table, linkage.explainer.features, linkage.explainer.model.mixture)


def test_the_settings_are_plain_values_that_a_file_can_hold(export: Export) -> None:
    assert json.loads(json.dumps(export.settings)) == export.settings


def test_every_column_that_a_condition_names_is_exported(export: Export) -> None:
    said = json.dumps(export.settings)
    for name, cells in export.columns.items():
        assert len(cells) == ROWS
        assert name in said
    for rule in export.settings["blocking_rules_to_generate_predictions"]:
        for part in rule["blocking_rule"].split(" AND "):
            assert part.removeprefix("l.").split(" ")[0] in export.columns


def test_levels_are_weighed_as_one_person_against_strangers(export: Export) -> None:
    for comparison in export.settings["comparisons"]:
        silent, *levels = comparison["comparison_levels"]
        assert silent["is_null_level"]
        assert levels[-1]["sql_condition"] == "ELSE"
        assert levels[0]["m_probability"] > levels[0]["u_probability"]
        assert levels[-1]["m_probability"] < levels[-1]["u_probability"]
        for side in ("m_probability", "u_probability"):
            assert sum(level[side] for level in levels) == pytest.approx(1.0, abs=0.02)


def test_no_word_as_its_source_wrote_it_leaves_but_only_what_is_compared(export: Export) -> None:
    assert "name" not in export.columns
    assert export.columns["unique_id"] == list(range(ROWS))


def test_rows_in_a_chain_of_pairs_are_one_cluster() -> None:
    left, right = np.array([5, 1, 3], np.int32), np.array([3, 0, 1], np.int32)
    assert running._components(7, left, right).tolist() == [0, 0, 2, 0, 4, 0, 6]


def test_where_spark_is_not_installed_it_says_so_in_both_languages(
    monkeypatch: pytest.MonkeyPatch, linked: tuple[Table, Linkage]
) -> None:
    monkeypatch.setattr(running, "find_spec", lambda name: None)
    with pytest.raises(running.NoSparkError, match="tawthiq\\[spark\\]") as caught:
        running.compared(linked[0])
    assert "غير مثبت" in caught.value.ar


def test_both_engines_agree_on_most_pairs(linked: tuple[Table, Linkage]) -> None:
    pytest.importorskip("pyspark", reason="pyspark is not installed (make peers)")
    pytest.importorskip("splink", reason="splink is not installed (make peers)")
    if shutil.which("java") is None:
        pytest.skip("java is not installed")
    both = running.compared(linked[0])
    figures = both.as_figures()
    assert figures["records"] == ROWS
    assert figures["pairs_agreement"] > 0.75
    assert figures["cluster_agreement"] > 0.65
    assert figures["pairs_shared"] <= min(figures["pairs_ours"], figures["pairs_spark"])
