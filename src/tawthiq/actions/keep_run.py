"""Keep what a linkage found: the run, its pairs with their reasons, and its draws."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import numpy as np

from tawthiq.linkage.explanation import Explanation, Reason
from tawthiq.linkage.result import Linkage, Pairs
from tawthiq.store import models
from tawthiq.store.bulk import insert
from tawthiq.store.codecs import canonical
from tawthiq.store.packed import Numbers, first_rows, pack
from tawthiq.store.queries.linkage import last_decision
from tawthiq.store.sql import Values
from tawthiq.values.both import Both

_COLUMNS = ("run_id", "left", "right", "same", "related", "rank", "why")
_LEAST = 0.01  # probability; a pair below it is neither shown nor counted on
_EXPLAINED = 3000  # pairs of the queue that are explained beforehand, and as many joined ones
_DRAWN = 20_000_000  # rows of all draws together; bounds memory
_DRAWS = (20, 200)  # the fewest and the most draws; 200 give 95 % intervals to within a rank


def keep_run(
    case: models.Case, numbers: Numbers, linkage: Linkage, *, by: str, seed: int
) -> models.LinkageRun:
    """Keep a linkage of these records, inside another action."""
    before = models.LinkageRun.objects.filter(case=case).count()
    thresholds = linkage.thresholds
    run = models.LinkageRun.objects.create(
        case=case,
        number=before + 1,
        at=datetime.now(UTC),
        by=by,
        seed=seed,
        low=_plain(thresholds.low),
        cut=_plain(thresholds.cut),
        high=_plain(thresholds.high),
        candidates=linkage.candidates,
        last_decision=last_decision(case),
        report=canonical(_report(linkage)),
        records=pack(numbers),
        clusters=pack(linkage.clusters),
        draws=pack(_draws(linkage)),
    )
    insert(models.LinkedPair, _COLUMNS, _pairs(run.pk, numbers, linkage))
    return run


def _pairs(run: int, numbers: Numbers, linkage: Linkage) -> Iterator[Values]:
    low, cut, high = linkage.thresholds.low, linkage.thresholds.cut, linkage.thresholds.high
    ranks = _ranks(linkage.review_order(), low, high)
    kept = linkage.between(max(low, _LEAST), 1.0)
    joined = 0
    for left, right, same, related in zip(
        kept.left.tolist(), kept.right.tolist(), kept.same.tolist(), kept.related.tolist(),
        strict=True,
    ):  # fmt: skip
        rank = ranks.get((left, right))
        joined += same >= cut
        explained = rank < _EXPLAINED if rank is not None else cut <= same and joined <= _EXPLAINED
        why = canonical(explanation_to_json(linkage.explain(left, right))) if explained else ""
        pair = (int(numbers[left]), int(numbers[right]))
        yield (run, *pair, _plain(same), _plain(related), rank, why)


def _ranks(order: Pairs, low: float, high: float) -> dict[tuple[int, int], int]:
    """The place in the queue of each pair that neither threshold decides."""
    asked = np.flatnonzero((order.same >= max(low, _LEAST)) & (order.same <= high))
    queue = order.at(asked)
    pairs = zip(queue.left.tolist(), queue.right.tolist(), strict=True)
    return {pair: rank for rank, pair in enumerate(pairs)}


def _draws(linkage: Linkage) -> Numbers:
    """Each draw as its difference to the clusters: for a row the first row of its person.

    Where a draw has the same people as the clusters the difference is 0, so that many
    draws pack into little.
    """
    rows = len(linkage.clusters)
    fewest, most = _DRAWS
    number = min(most, max(fewest, _DRAWN // max(rows, 1)))
    base = first_rows(linkage.clusters)
    drawn = linkage.draws(number)
    return np.concatenate([first_rows(draw) - base for draw in drawn])


def explanation_to_json(said: Explanation) -> dict[str, object]:
    return {
        "agrees": [_reason(each) for each in said.agrees],
        "differs": [_reason(each) for each in said.differs],
        "silent": [_both(each.column) for each in said.silent],
        "rarity": _both(said.rarity),
        "why": _both(said.why),
    }


def _reason(said: Reason) -> list[object]:
    weight = round(said.weight, 2)
    return [_both(said.column), _both(said.found), said.left, said.right, weight]


def _report(linkage: Linkage) -> dict[str, object]:
    precision, recall = linkage.expected
    return {
        "precision": _plain(precision),
        "recall": _plain(recall),
        "blocking_recall": _plain(linkage.expected_recall),
        "warnings": [_both(each) for each in linkage.warnings],
        "rules": [
            [list(rule.columns), int(rule.pairs), int(rule.largest), int(rule.capped)]
            for rule in linkage.rules
        ],
    }


def _both(said: Both) -> list[str]:
    return [said.en, said.ar]


def _plain(value: float) -> float:
    """Six digits: the same number in every database, and no more than is known."""
    return round(float(value), 6)
