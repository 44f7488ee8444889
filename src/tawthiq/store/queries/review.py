"""The queue of pairs that neither threshold decides, the most telling first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tawthiq.claims.person_record import PersonRecord
from tawthiq.records.opinions import OnPair
from tawthiq.records.same_person import Pair, regroup
from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.store.queries.linkage import decided, last_run, opinions
from tawthiq.store.queries.records_of_people import list_of_records, standing_records
from tawthiq.values.both import NOTHING, Both

_NOBODY = OnPair(())
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Reason:
    """What one comparison found: the column, the finding, what both records say.

    Attributes:
        weight: How many times it doubles (above 0) or halves (below 0) the odds.
    """

    column: Both
    found: Both
    left: str
    right: str
    weight: float


@dataclass(frozen=True, slots=True)
class Why:
    """Why a pair has its score, as it was explained by the run."""

    agrees: tuple[Reason, ...]
    differs: tuple[Reason, ...]
    silent: tuple[Both, ...]
    rarity: Both
    said: Both


@dataclass(frozen=True, slots=True)
class PairToReview:
    """Two records side by side.

    Attributes:
        same, related: The probabilities of the last run; None for a pair that it did not keep.
        why: None where nothing was explained.
        held: What everybody who looked at it holds.
    """

    pair: Pair
    records: tuple[PersonRecord, PersonRecord]
    lists: tuple[str, str]
    same: float | None
    related: float | None
    why: Why | None
    held: OnPair


@dataclass(frozen=True, slots=True)
class Queue:
    """How much there is to look at.

    Attributes:
        first: The next pair for this reviewer, or None.
        open: How many pairs nobody has decided.
        disputed: How many pairs wait for a second reviewer.
    """

    first: Pair | None
    open: int
    disputed: int


def queue(case: models.Case, by: str) -> Queue:
    """What waits for a reviewer: pairs in dispute that they have not seen, then open ones."""
    held = opinions(case)
    disputed = [pair for pair, said in held.items() if said.is_disputed]
    mine = next((pair for pair in sorted(disputed) if held[pair].of(by) is None), None)
    settled = _Settled(held)
    waiting = next((pair for pair in _open(case, held) if not settled.says(pair)), None)
    return Queue(mine or waiting, _number_open(case, held) if waiting else 0, len(disputed))


def pair_to_review(case: models.Case, pair: Pair) -> PairToReview | None:
    """Two records with all that is held of them as a pair; None where one does not exist."""
    records = dict(standing_records(case, pair))
    if set(records) != set(pair):
        return None
    lists = list_of_records(case, pair)
    row = models.LinkedPair.objects.filter(run=last_run(case), left=pair[0], right=pair[1]).first()
    return PairToReview(
        pair=pair,
        records=(records[pair[0]], records[pair[1]]),
        lists=(lists[pair[0]], lists[pair[1]]),
        same=row.same if row else None,
        related=row.related if row else None,
        why=_why(row.why) if row and row.why else None,
        held=opinions(case).get(pair, _NOBODY),
    )


def last_by(case: models.Case, by: str) -> models.PairDecision | None:
    """The last decision of a reviewer that still stands, for taking it back."""
    rows = models.PairDecision.objects.filter(case=case, by=by).order_by("-id")
    taken_back = set[Pair]()
    for row in rows[:_AT_ONCE]:
        pair = (row.left, row.right)
        if row.verdict and pair not in taken_back:
            return row
        taken_back.add(pair)
    return None


class _Settled:
    """Whether decisions on other pairs say already what a pair is."""

    def __init__(self, held: Mapping[Pair, OnPair]) -> None:
        binding = decided(dict(held))
        known = {record for each in (*binding.same, *binding.apart) for record in each}
        groups = regroup(known, (), binding.same, ())
        self._group = {record: at for at, group in enumerate(groups) for record in group}
        self._apart = {self._of(pair) for pair in binding.apart}

    def says(self, pair: Pair) -> bool:
        of = self._of(pair)
        return None not in of and (len(of) == 1 or of in self._apart)

    def _of(self, pair: Pair) -> frozenset[int | None]:
        return frozenset(self._group.get(record) for record in pair)


def _open(case: models.Case, held: Mapping[Pair, OnPair]) -> Iterator[Pair]:
    """The pairs of the last run's queue that nobody looked at, in its order."""
    run = last_run(case)
    if run is None:
        return
    rows = models.LinkedPair.objects.filter(run=run, rank__isnull=False).order_by("rank")
    for pair in rows.values_list("left", "right").iterator(chunk_size=2000):
        if pair not in held or not held[pair].held:
            yield pair


def _number_open(case: models.Case, held: Mapping[Pair, OnPair]) -> int:
    """How many pairs of the queue nobody looked at; those that others settle are among them."""
    in_queue = models.LinkedPair.objects.filter(run=last_run(case), rank__isnull=False)
    looked_at = [pair for pair, said in held.items() if said.held]
    seen = 0
    for some in chunks(sorted({left for left, _ in looked_at})):
        wanted = set(looked_at)
        rows = in_queue.filter(left__in=some).values_list("left", "right")
        seen += sum(pair in wanted for pair in rows)
    return in_queue.count() - seen


def _why(text: str) -> Why:
    said = json.loads(text)
    return Why(
        tuple(_reason(each) for each in said["agrees"]),
        tuple(_reason(each) for each in said["differs"]),
        tuple(Both(*each) for each in said["silent"]),
        Both(*said["rarity"]) if said["rarity"] else NOTHING,
        Both(*said["why"]) if said["why"] else NOTHING,
    )


def _reason(said: Any) -> Reason:
    column, found, left, right, weight = said
    return Reason(Both(*column), Both(*found), left, right, weight)
