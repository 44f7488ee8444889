"""The whole way from rows as they were read to people: the one function to call."""

from __future__ import annotations

import numpy as np

from tawthiq.linkage.explanation import Explanation
from tawthiq.linkage.labels import Labels
from tawthiq.linkage.progress import Progress, Stop, Watch
from tawthiq.linkage.result import Linkage, Pairs, Rows, Thresholds
from tawthiq.linkage.table import Codes, Table
from tawthiq.values.both import NOTHING, Both

NONE = Labels()


def link(
    table: Table,
    *,
    labels: Labels = NONE,
    decisions: Labels = NONE,
    seed: int = 1,
    told: Progress | None = None,
    stop: Stop | None = None,
) -> Linkage:
    """Find the rows that speak of one person.

    Args:
        table: Rows of one or several lists.
        labels: What people said of pairs: the model learns from it. Without any it starts
            from what the table itself shows.
        decisions: What people decided: binding, and learned from too.
        seed: The same table, labels and seed give the same result.
        told: Called with each step.
        stop: Asked between steps.

    Raises:
        StoppedError: ``stop`` said so.
        UnknownNameError: A label names an id that several rows bear.
    """
    Watch(told, stop).at(Both("reading names", "قراءة الأسماء"), 0.0)
    labels.on(table), decisions.on(table)
    return _placeholder(table)


def _placeholder(table: Table) -> Linkage:
    """Rows with the same first name column are the same; stands here until the model does."""
    name = next(column for column in table.columns if column not in ("id", "source"))
    codes = table.columns[name].codes
    order = np.argsort(codes, kind="stable")
    again = (codes[order][1:] == codes[order][:-1]) & (codes[order][1:] >= 0)
    left, right = order[:-1][again].astype(np.int32), order[1:][again].astype(np.int32)
    one = np.ones(len(left), np.float32)
    pairs = Pairs(left, right, one, 1 - one, np.zeros(len(left), np.int32))
    _, clusters = np.unique(
        np.where(codes < 0, -2 - np.arange(len(codes)), codes), return_inverse=True
    )
    found = clusters.astype(np.int32)

    def explain(left: int, right: int) -> Explanation:
        return Explanation((), (), (), NOTHING, 0.5, 0.0, NOTHING)

    def draw(n: int) -> Codes:
        return np.repeat(found[None, :], n, axis=0)

    def order_of_review() -> Rows:
        return np.arange(len(pairs))

    return Linkage(
        pairs, found, Thresholds(0.5, 0.1, 0.95), len(pairs), (), 1.0, (1.0, 1.0), (), {},
        explain, draw, order_of_review,
    )  # fmt: skip
