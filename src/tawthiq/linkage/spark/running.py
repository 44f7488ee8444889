"""A table linked by both engines, ours and Spark through Splink, and how far they agree."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from time import perf_counter
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from tawthiq.errors import NotLookedAtError
from tawthiq.linkage import measures
from tawthiq.linkage.explaining import Explainer
from tawthiq.linkage.linking import link
from tawthiq.linkage.result import Linkage
from tawthiq.linkage.spark.exporting import Export, exported
from tawthiq.linkage.table import Codes, Table

# Neither is installed where nobody asks for Spark, so nothing here may need their types.
Session = Any

EVEN: Final = 0.0
"""A match weight: from here on one person is likelier than two."""
MOST_ROWS_AT_HOME: Final = 200_000
"""Rows that are sent to Spark in local mode from this process; house choice. Larger tables
belong on a cluster, to which ``Export.settings`` and its columns are taken as they are."""


class NoSparkError(NotLookedAtError):
    """Spark, Splink or Java is not here, so the other engine cannot be asked."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            f"{missing} is not installed, so Spark cannot be asked; install tawthiq[spark] and "
            "Java 17 or later, or leave --engine spark out",
            f"‏{missing} غير مثبت فلا يمكن استعمال Spark؛ ثبّت tawthiq[spark] وJava 17 أو أحدث، "
            "أو استغنِ عن ‎--engine spark‎",
        )


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What Spark found.

    Attributes:
        left, right: Row numbers of the pairs from ``EVEN`` odds on.
        weight: Their match weights: base-2 logarithms of the odds.
        seconds: Of Spark's work, its start left out.
    """

    left: Codes
    right: Codes
    weight: npt.NDArray[np.float64]
    seconds: float

    def above(self, cut: float) -> Found:
        """The pairs with at least this weight."""
        kept = self.weight >= cut
        return Found(self.left[kept], self.right[kept], self.weight[kept], self.seconds)


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Both engines on one table.

    Attributes:
        ours: Our linkage.
        spark: The pairs that Spark holds to be the same.
        cut: The match weight from which on it does: where it agrees best with ours. Splink
            knows no relatives, and at even odds takes many of them for one person.
        shared: Pairs that both hold to be the same.
        clusters: For each row the number of its cluster by Spark.
    """

    ours: Linkage
    spark: Found
    cut: float
    shared: int
    clusters: Codes

    def as_figures(self) -> dict[str, Any]:
        """Plain values in a fixed order."""
        ours, theirs = len(self.ours.same()), len(self.spark.left)
        return {
            "records": len(self.ours.clusters),
            "pairs_ours": ours,
            "pairs_spark": theirs,
            "pairs_shared": self.shared,
            "pairs_agreement": round(2 * self.shared / max(ours + theirs, 1), 4),
            "clusters_ours": int(self.ours.clusters.max()) + 1,
            "clusters_spark": len(np.unique(self.clusters)),
            "cluster_agreement": round(
                measures.of_clusters(self.clusters, self.ours.clusters).f1, 4
            ),
            "weight_from_spark": round(self.cut, 2),
            "seconds_ours": round(sum(self.ours.seconds.values()), 3),
            "seconds_spark": round(self.spark.seconds, 3),
        }


def compared(table: Table, *, seed: int = 1) -> Compared:
    """Link a table with both engines.

    Raises:
        NoSparkError: pyspark, Splink or Java is missing.
        NotLookedAtError: The table is too large for Spark in local mode.
    """
    refuse_without_spark()
    _refuse_too_many(table)
    ours = link(table, seed=seed)
    assert isinstance(ours.explainer, Explainer)
    export = exported(table, ours.explainer.features, ours.explainer.model.mixture, seed)
    with spark_session() as session:
        theirs = by_spark(export, session)
    return _held_together(ours, theirs)


def _held_together(ours: Linkage, theirs: Found) -> Compared:
    rows = len(ours.clusters)
    same = ours.same()
    hit = np.isin(_keys(theirs.left, theirs.right, rows), _keys(same.left, same.right, rows))
    cut = _best_cut(theirs.weight, hit, len(same))
    spark = theirs.above(cut)
    clusters = _components(rows, spark.left, spark.right)
    return Compared(ours, spark, cut, int(hit[theirs.weight >= cut].sum()), clusters)


def _best_cut(weight: npt.NDArray[np.float64], hit: npt.NDArray[np.bool_], ours: int) -> float:
    """The weight from which on most pairs are shared, measured against the pairs of both."""
    if not len(weight):
        return 0.0
    order = np.argsort(-weight, kind="stable")
    shared = np.cumsum(hit[order])
    agreement = 2 * shared / (np.arange(1, len(order) + 1) + ours)
    # Only where the next pair weighs less: pairs of one weight stay together.
    ends = np.r_[weight[order][1:] < weight[order][:-1], True]
    return float(weight[order][np.argmax(np.where(ends, agreement, -1.0))])


def refuse_without_spark() -> None:
    """Refuse before anything is read for it.

    Raises:
        NoSparkError: pyspark, Splink or Java is missing.
    """
    from shutil import which

    for module in ("pyspark", "splink"):
        if find_spec(module) is None:
            raise NoSparkError(module)
    if which("java") is None:
        raise NoSparkError("java")


def by_spark(export: Export, session: Session) -> Found:
    """Have Splink score an exported table in a running session."""
    splink = import_module("splink")
    begun = perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        api = splink.SparkAPI(
            spark_session=session, break_lineage_method="parquet", num_partitions_on_repartition=1
        )
        rows = session.createDataFrame(_records(export.columns), _schema(export.columns))
        linker = splink.Linker(api.register(rows), dict(export.settings), log_level=logging.ERROR)
        pairs = linker.inference.predict(threshold_match_weight=EVEN)
        same = pairs.as_pandas_dataframe()
    left, right = (same[f"unique_id_{side}"].to_numpy(np.int32) for side in "lr")
    weight = same["match_weight"].to_numpy(np.float64)
    return Found(left, right, weight, perf_counter() - begun)


def _components(rows: int, left: Codes, right: Codes) -> Codes:
    """Rows that pairs hold together, however long the chain: what Splink calls a cluster.

    Splink finds them in Spark over many rounds, of which each costs seconds; pairs that
    fit into this process are sooner put together here.
    """
    clusters, before = np.arange(rows, dtype=np.int32), np.empty(0, np.int32)
    while not np.array_equal(clusters, before):
        before = clusters.copy()
        lower = np.minimum(clusters[left], clusters[right])
        np.minimum.at(clusters, left, lower)
        np.minimum.at(clusters, right, lower)
    return clusters


@contextmanager
def spark_session() -> Iterator[Session]:
    """Spark in this machine, on two cores, that says nothing and leaves nothing behind."""
    from tempfile import TemporaryDirectory

    builder = import_module("pyspark.sql").SparkSession.builder
    jar = import_module("splink.backends.spark").similarity_jar_location()
    with TemporaryDirectory() as folder:
        session = (
            builder.master("local[2]")
            .appName("tawthiq")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.memory", "2g")
            .config("spark.jars", jar)
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.autoBroadcastJoinThreshold", "32m")
            .config("spark.default.parallelism", "2")
            # Compiling each query costs more than it saves on what fits into one machine.
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.local.dir", folder)
            .config("spark.sql.warehouse.dir", folder)
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("OFF")
        session.sparkContext.setCheckpointDir(folder)
        try:
            yield session
        finally:
            session.stop()


def _records(columns: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    return list(zip(*columns.values(), strict=True))


def _schema(columns: Mapping[str, Any]) -> str:
    """Spark's types, said: it cannot guess that of a column whose first rows are empty."""
    return ", ".join(
        f"{name} {'string' if any(isinstance(c, str) for c in cells) else 'bigint'}"
        for name, cells in columns.items()
    )


def _refuse_too_many(table: Table) -> None:
    if len(table) > MOST_ROWS_AT_HOME:
        raise NotLookedAtError(
            f"{len(table):,} rows are too many for Spark on this machine (at most "
            f"{MOST_ROWS_AT_HOME:,}); link them without --engine spark, or take the exported "
            "settings to a cluster",
            f"عدد الصفوف {len(table):,} أكبر مما يحتمله Spark على هذا الجهاز (الحد "
            f"{MOST_ROWS_AT_HOME:,})؛ اربطها دون ‎--engine spark‎ أو انقل الإعدادات إلى عنقود خوادم",
        )


def _keys(left: Codes, right: Codes, rows: int) -> npt.NDArray[np.int64]:
    low, high = np.minimum(left, right), np.maximum(left, right)
    return low.astype(np.int64) * rows + high
