"""A table linked by both engines, ours and Spark through Splink, and how far they agree."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np

from tawthiq.errors import NotLookedAtError
from tawthiq.linkage import measures
from tawthiq.linkage.explaining import Explainer
from tawthiq.linkage.linking import link
from tawthiq.linkage.result import Linkage
from tawthiq.linkage.spark.exporting import Export, exported
from tawthiq.linkage.table import Codes, Table

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

MOST_ROWS_AT_HOME = 200_000
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
        left, right: Row numbers of the pairs above the threshold.
        clusters: For each row the number of its cluster.
        seconds: Of Spark's work, its start left out.
    """

    left: Codes
    right: Codes
    clusters: Codes
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Both engines on one table.

    Attributes:
        ours: Our linkage.
        spark: What Spark found.
        shared: Pairs that both hold to be the same.
        agreement: Our clusters taken as the truth, how right Spark's are.
    """

    ours: Linkage
    spark: Found
    shared: int
    agreement: measures.Score

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
            "clusters_spark": len(np.unique(self.spark.clusters)),
            "cluster_agreement": round(self.agreement.f1, 4),
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
        theirs = by_spark(export, session, ours.thresholds.cut)
    same = ours.same()
    shared = np.intersect1d(
        _keys(same.left, same.right, len(table)), _keys(theirs.left, theirs.right, len(table))
    )
    agreement = measures.of_clusters(theirs.clusters, ours.clusters)
    return Compared(ours, theirs, len(shared), agreement)


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


def by_spark(export: Export, session: SparkSession, cut: float) -> Found:
    """Have Splink score and cluster an exported table in a running session."""
    from splink import Linker, SparkAPI

    begun = perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        api = SparkAPI(spark_session=session, break_lineage_method="persist")
        rows = session.createDataFrame(_records(export.columns), _schema(export.columns))
        linker = Linker(api.register(rows), dict(export.settings), log_level=logging.ERROR)
        pairs = linker.inference.predict(threshold_match_probability=cut)
        same = pairs.as_pandas_dataframe()
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
            pairs, threshold_match_probability=cut
        ).as_pandas_dataframe()
    of_rows = np.empty(len(export.columns["unique_id"]), np.int32)
    of_rows[clusters["unique_id"].to_numpy()] = clusters["cluster_id"].to_numpy()
    return Found(
        same["unique_id_l"].to_numpy(np.int32),
        same["unique_id_r"].to_numpy(np.int32),
        of_rows,
        perf_counter() - begun,
    )


@contextmanager
def spark_session() -> Iterator[SparkSession]:
    """Spark in this machine, on two cores, that says nothing and leaves nothing behind."""
    from tempfile import TemporaryDirectory

    from pyspark.sql import SparkSession
    from splink.backends.spark import similarity_jar_location

    with TemporaryDirectory() as folder:
        session = (
            SparkSession.builder.master("local[2]")
            .appName("tawthiq")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.memory", "2g")
            .config("spark.jars", similarity_jar_location())
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.default.parallelism", "4")
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


def _keys(left: Codes, right: Codes, rows: int) -> np.ndarray[Any, np.dtype[np.int64]]:
    low, high = np.minimum(left, right), np.maximum(left, right)
    return low.astype(np.int64) * rows + high
