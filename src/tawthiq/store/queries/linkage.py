"""What linkage runs found in a case, and what people decided about pairs of records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import numpy as np

from tawthiq.records.opinions import APART, OnPair, Opinion, on_pair
from tawthiq.records.same_person import Link, Pair
from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.store.packed import Numbers, unpack


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """What a run made of the records that it knew.

    Attributes:
        records: Their numbers, ascending.
        cluster: For each the number of its person in the run.
    """

    records: Numbers
    cluster: Numbers
    by_cluster: Numbers
    """Positions of the records, those of one cluster beside one another."""
    starts: Numbers

    @classmethod
    def of(cls, records: Numbers, cluster: Numbers) -> Clusters:
        order = np.argsort(cluster, kind="stable").astype(np.int64)
        starts = np.searchsorted(cluster[order], np.arange(int(cluster.max(initial=-1)) + 2))
        return cls(records, cluster, order, starts.astype(np.int64))

    def cluster_of(self, record: int) -> int | None:
        """The cluster of a record; None where the run did not know it."""
        at = int(np.searchsorted(self.records, record))
        if at == len(self.records) or int(self.records[at]) != record:
            return None
        return int(self.cluster[at])

    def members(self, cluster: int) -> list[int]:
        held = self.by_cluster[self.starts[cluster] : self.starts[cluster + 1]]
        return [int(record) for record in np.sort(self.records[held])]


NO_CLUSTERS = Clusters.of(np.zeros(0, np.int64), np.zeros(0, np.int64))


def last_run(case: models.Case) -> models.LinkageRun | None:
    """The latest linkage of a case, without its packed columns."""
    runs = models.LinkageRun.objects.filter(case=case).defer("records", "clusters", "draws")
    return runs.order_by("-number").first()


def clusters_of(run: models.LinkageRun | None) -> Clusters:
    """What a run made of the records; nothing where there was none."""
    if run is None:
        return NO_CLUSTERS
    return _clusters(run.pk, run.at.isoformat())


@lru_cache(maxsize=2)
def _clusters(run: int, at: str) -> Clusters:
    row = models.LinkageRun.objects.only("records", "clusters").get(pk=run)
    return Clusters.of(unpack(row.records), unpack(row.clusters))


def links_within(run: models.LinkageRun | None, records: Iterable[int]) -> list[Link]:
    """The pairs of a run both of whose records are among these and in one cluster of it."""
    if run is None:
        return []
    wanted, clusters = set(records), clusters_of(run)
    found: list[Link] = []
    for some in chunks(sorted(wanted)):
        rows = models.LinkedPair.objects.filter(run=run, left__in=some)
        for left, right, same in rows.values_list("left", "right", "same"):
            if right in wanted and clusters.cluster_of(left) == clusters.cluster_of(right):
                found.append(Link(left, right, same))
    return found


def opinions(case: models.Case) -> dict[Pair, OnPair]:
    """What everybody holds of each pair that somebody decided on."""
    rows = models.PairDecision.objects.filter(case=case).order_by("id")
    said: dict[Pair, list[tuple[str, str, str, datetime]]] = {}
    for row in rows:
        told = (row.by, row.verdict, row.because, row.at)
        said.setdefault((row.left, row.right), []).append(told)
    return {pair: on_pair(each) for pair, each in said.items()}


def opinions_on(case: models.Case, one: Pair) -> OnPair:
    """What everybody holds of one pair."""
    rows = models.PairDecision.objects.filter(case=case, left=one[0], right=one[1]).order_by("id")
    return on_pair(rows.values_list("by", "verdict", "because", "at"))


@dataclass(frozen=True, slots=True)
class Decided:
    """What binds: pairs held to be one person, and pairs held to be two."""

    same: tuple[Pair, ...]
    apart: tuple[Pair, ...]


def decided(held: dict[Pair, OnPair]) -> Decided:
    """What the opinions on pairs come to."""
    outcomes = {pair: each.outcome for pair, each in held.items()}
    return Decided(
        tuple(sorted(pair for pair, said in outcomes.items() if said is Opinion.SAME)),
        tuple(sorted(pair for pair, said in outcomes.items() if said in APART)),
    )


def last_decision(case: models.Case) -> int:
    """The number of the last decision on a pair; 0 where there is none."""
    rows = models.PairDecision.objects.filter(case=case).order_by("-id")
    return rows.values_list("id", flat=True).first() or 0
