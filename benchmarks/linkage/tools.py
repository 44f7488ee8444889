"""One tool on one set, in a process of its own: what it found, its seconds and its memory.

Peers get our settled words, sounds and blocking keys, which is more than they bring; their
threshold is the one that the truth shows to be best. Ours is learned.
"""

from __future__ import annotations

import copy
import json
import logging
import random
import resource
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.linkage.sets import SETS
from tawthiq.linkage import measures
from tawthiq.linkage.explaining import Explainer
from tawthiq.linkage.labels import Labels, Verdict
from tawthiq.linkage.linking import link
from tawthiq.linkage.result import Linkage
from tawthiq.linkage.spark.exporting import Export, exported
from tawthiq.linkage.table import Table
from tawthiq.values.text import is_arabic

LABELS = 2_000
Found = dict[str, Any]


def ours(table: Table, truth: np.ndarray, labels: int, wrong: float) -> Found:
    """Ours: without labels, or with some that were chosen in its own order of review."""
    known = _labels(table, truth, labels, wrong) if labels else Labels()
    begun, worked = time.perf_counter(), time.process_time()
    linkage = link(table, labels=known)
    seconds, worked = time.perf_counter() - begun, time.process_time() - worked
    same = linkage.same()
    score = measures.of_pairs(same.left, same.right, truth)
    pairs = linkage.pairs
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "cluster_f1": measures.of_clusters(linkage.clusters, truth).f1,
        "blocking": measures.blocking_recall(pairs.left, pairs.right, truth),
        "candidates": linkage.candidates,
        "seconds": seconds,
        "processor": worked,
    }


def _labels(table: Table, truth: np.ndarray, number: int, wrong: float) -> Labels:
    draw = random.Random(7)
    order = link(table).review_order()
    said: list[tuple[str, str, Verdict | str]] = []
    for left, right in zip(order.left.tolist(), order.right.tolist(), strict=True):
        if len(said) == number:
            break
        if truth[left] >= 0 and truth[right] >= 0:
            same = (truth[left] == truth[right]) != (draw.random() < wrong)
            said.append((str(left), str(right), Verdict.SAME if same else Verdict.DIFFERENT))
    return Labels.of(said)


def splink(table: Table, truth: np.ndarray, labels: int, wrong: float) -> Found:
    """Splink 5 on DuckDB: trained by itself on our columns, with Jaro-Winkler and frequencies."""
    import duckdb
    from splink import DuckDBAPI, Linker

    columns, settings = _for_splink(table)
    begun, worked = time.perf_counter(), time.process_time()
    database = duckdb.connect()
    database.execute("SET threads=2")
    linker = Linker(
        DuckDBAPI(connection=database).register(columns), settings, log_level=logging.ERROR
    )
    train = linker.training
    train.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in _sessions(columns):
        train.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_weight=-10)
    frame = predicted.as_pandas_dataframe()
    seconds, worked = time.perf_counter() - begun, time.process_time() - worked
    left, right = frame.unique_id_l.to_numpy(), frame.unique_id_r.to_numpy()
    return _best(left, right, frame.match_weight.to_numpy(float), truth) | {
        "seconds": seconds, "processor": worked,
    }  # fmt: skip


def _export(table: Table) -> Export:
    linkage: Linkage = link(table)
    assert isinstance(linkage.explainer, Explainer)
    return exported(table, linkage.explainer.features, linkage.explainer.model.mixture)


def _for_splink(table: Table) -> tuple[Any, dict[str, Any]]:
    """Our export without our weights, and with the likeness that Splink brings."""
    import pyarrow

    export = _export(table)
    settings = copy.deepcopy(dict(export.settings))
    given = export.columns["given"]
    in_arabic = any(is_arabic(text) for text in given[:50] if isinstance(text, str))
    for rule in settings["blocking_rules_to_generate_predictions"]:
        rule["sql_dialect"] = "duckdb"
    for comparison in settings["comparisons"]:
        for level in comparison["comparison_levels"]:
            level.pop("m_probability", None)
            level.pop("u_probability", None)
            if level["sql_condition"].startswith("levenshtein"):
                both = level["sql_condition"].removeprefix("levenshtein(").removesuffix(") <= 1")
                level["sql_condition"] = f"jaro_winkler_similarity({both}) >= 0.92"
                loose = level | {"sql_condition": f"jaro_winkler_similarity({both}) >= 0.8"}
        name = comparison["output_column_name"]
        if any("jaro" in each["sql_condition"] for each in comparison["comparison_levels"]):
            if in_arabic:  # spelling varies too much for it: .68 against .65 of F1 on 100,000 rows
                comparison["comparison_levels"][1]["tf_adjustment_column"] = f"{name}_sound"
            else:
                exact = {"sql_condition": f"{name}_l = {name}_r", "tf_adjustment_column": name}
                comparison["comparison_levels"].insert(1, exact)
            comparison["comparison_levels"].insert(-1, loose)
    return pyarrow.table(dict(export.columns)), settings


def _sessions(columns: Any) -> list[str]:
    """Two trainings, each with what the other holds fast, as Splink advises."""
    there = set(columns.column_names)
    first = " AND ".join(
        f"l.{n}_sound = r.{n}_sound" for n in ("given", "family", "father")[:2] if n in there
    )
    other = "died_first" if "died_first" in there else "born_about"
    second = f"l.{other} = r.{other}"
    if "place_sound" in there:
        second += " AND l.place_sound = r.place_sound"
    elif "father_sound" in there:
        second += " AND l.father_sound = r.father_sound"
    return [first, second]


def recordlinkage(table: Table, truth: np.ndarray, labels: int, wrong: float) -> Found:
    """recordlinkage 0.16: expectation and maximisation, or logistic regression on labels."""
    import pandas
    import recordlinkage as peer

    export = _export(table)
    columns = pandas.DataFrame({k: pandas.Series(v) for k, v in export.columns.items()})
    begun, worked = time.perf_counter(), time.process_time()
    index = peer.Index()
    for rule in export.settings["blocking_rules_to_generate_predictions"]:
        index.block([p.split(" = ")[0][2:] for p in rule["blocking_rule"].split(" AND ")])
    pairs = index.index(columns)
    compare = peer.Compare()
    for name in columns:
        if f"{name}_sound" in columns:
            compare.string(name, name, method="jarowinkler", threshold=0.85, label=name)
            compare.exact(f"{name}_sound", f"{name}_sound", label=f"{name}_sound")
        elif name in ("died_first", "born_about"):
            compare.exact(name, name, label=name)
            near = 31 if name == "died_first" else 402
            compare.numeric(name, name, method="step", offset=near, label=f"{name}_near")
        elif name in ("sex", "governorate"):
            compare.exact(name, name, label=name)
    found = compare.compute(pairs, columns)
    left = found.index.get_level_values(0).to_numpy()
    right = found.index.get_level_values(1).to_numpy()
    score = _scored(peer, found, left, right, truth, labels)
    seconds, worked = time.perf_counter() - begun, time.process_time() - worked
    return _best(left, right, score, truth) | {"seconds": seconds, "processor": worked}


def _scored(
    peer: Any, found: Any, left: Any, right: Any, truth: np.ndarray, labels: int
) -> np.ndarray:
    if not labels:
        model = peer.ECMClassifier(binarize=0.5)
        model.fit(found)
        return model.prob(found).to_numpy()
    # Random pairs, of which it learns more than of those that puzzle another model.
    at = np.random.default_rng(7).choice(len(found), min(labels, len(found)), replace=False)
    taught, same = found.iloc[at], truth[left[at]] == truth[right[at]]
    model = peer.LogisticRegressionClassifier()
    model.fit(taught, taught.index[same])
    return model.prob(found).to_numpy()


def _best(left: np.ndarray, right: np.ndarray, score: np.ndarray, truth: np.ndarray) -> Found:
    """The threshold that the truth shows to be best, and the clusters that it makes."""
    known = (truth[left] >= 0) & (truth[right] >= 0)
    left, right, score = left[known], right[known], score[known]
    hit = truth[left] == truth[right]
    order = np.argsort(-score, kind="stable")
    hits = np.cumsum(hit[order])
    every = measures.true_pairs(truth)
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + every)
    at = int(np.argmax(np.where(np.r_[np.diff(score[order]) < 0, True], f1, 0)))
    cluster = max(_cluster_f1(left, right, score, s, truth) for s in _cuts(score, order, at))
    return {
        "precision": float(hits[at] / (at + 1)),
        "recall": float(hits[at] / every),
        "f1": float(f1[at]),
        "cluster_f1": cluster,
        "blocking": float(hits[-1] / every),
        "candidates": len(left),
    }


def _cuts(score: np.ndarray, order: np.ndarray, at: int) -> list[float]:
    """The best cut for pairs, and three stricter ones, which suit clusters better."""
    return [float(score[order][int(at * share)]) for share in (1.0, 0.9, 0.8, 0.7)]


def _cluster_f1(left: Any, right: Any, score: Any, cut: float, truth: np.ndarray) -> float:
    from tawthiq.linkage.spark.running import _components

    kept = score >= cut
    clusters = _components(len(truth), left[kept].astype(np.int32), right[kept].astype(np.int32))
    return measures.of_clusters(clusters, truth).f1


TOOLS: dict[str, Callable[[Table, np.ndarray, int, float], Found]] = {
    "ours": ours,
    "splink": splink,
    "recordlinkage": recordlinkage,
}


def main(tool: str, name: str, labels: str, wrong: str) -> None:
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    given = SETS[name]()
    table, truth = Table.of(given.columns), measures.people(given.truth)
    link(Table.of({column: cells[:500] for column, cells in given.columns.items()}))  # compiled
    found = TOOLS[tool](table, truth, int(labels), float(wrong))
    found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:5])
