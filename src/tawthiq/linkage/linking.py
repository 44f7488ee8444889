"""The whole way from rows as they were read to people: the one function to call."""

from __future__ import annotations

from time import perf_counter

import numpy as np

from tawthiq.linkage.candidates import candidates
from tawthiq.linkage.cautions import announced, cautions
from tawthiq.linkage.clustering import FLOOR, clustered, weights
from tawthiq.linkage.comparing import levels
from tawthiq.linkage.drawing import Drawer
from tawthiq.linkage.explaining import Explainer
from tawthiq.linkage.features import SOURCE, Features
from tawthiq.linkage.keys import keys, orders
from tawthiq.linkage.labels import Labels, Placed, Verdict
from tawthiq.linkage.mixture import Levels, Reals, learned
from tawthiq.linkage.patterns import Counts, distinct, patterns_of, random_pairs
from tawthiq.linkage.planning import planned
from tawthiq.linkage.progress import Progress, Stop, Watch
from tawthiq.linkage.result import Linkage, Pairs
from tawthiq.linkage.reviewing import review_order
from tawthiq.linkage.rivals import contended
from tawthiq.linkage.scoring import LEAST_LABELS, Model, taught, thresholds
from tawthiq.linkage.table import Table
from tawthiq.values.both import Both

NONE = Labels()
_RANDOM = 100_000  # pairs on which strangers are measured

_READING = Both("reading names, dates and places", "قراءة الأسماء والتواريخ والأماكن")
_WEIGHING = Both("learning what agreement is worth", "تعلّم وزن كل اتفاق")
_GROUPING = Both("putting rows of one person together", "جمع صفوف الشخص الواحد")
_DONE = Both("linked", "تم الربط")


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
        told: Called with each step; before any pair is compared with how much lies ahead.
        stop: Asked between steps.

    Raises:
        StoppedError: ``stop`` said so.
        UnknownNameError: A label names an id that several rows bear.
    """
    watch, clock = Watch(told, stop), _Clock()
    watch.at(_READING, 0.0)
    decided = decisions.on(table)
    known = Labels.of([*labels.verdicts, *decisions.verdicts]).on(table)
    features = Features.of(table)
    clock.lap("reading")
    found_keys = keys(features)
    plan = planned(found_keys, len(features), seed)
    clock.lap("planning")
    watch.at(announced(len(features), plan), 0.2)
    found = candidates(features, found_keys, plan.rules, orders(features))
    clock.lap("comparing")
    watch.at(_WEIGHING, 0.7)
    met, which, counts = distinct(found.patterns)
    level = levels(met, len(features.extra))
    clock.lap("patterns")
    model, warnings = _model(features, level, counts, known, seed)
    clock.lap("learning")
    same, related = model.probabilities(level)
    alone = Pairs(
        found.left,
        found.right,
        same.astype(np.float32)[which],
        related.astype(np.float32)[which],
        which,
    )
    pairs = contended(alone, features.rows[:, SOURCE], model.mixture.repeats())
    cut, precision, recall = thresholds(*_scores(pairs, same, counts))
    clock.lap("scoring")
    watch.at(_GROUPING, 0.9)
    likely = pairs.at(np.flatnonzero(pairs.same >= FLOOR))
    says = weights(likely.same, cut.cut)
    clusters = clustered(len(table), likely.left, likely.right, says, decided)
    clock.lap("clustering")
    watch.at(_DONE, 1.0)
    return Linkage(
        pairs=pairs,
        clusters=clusters,
        thresholds=cut,
        candidates=len(found),
        rules=found.rules,
        expected_recall=plan.recall,
        expected=(precision, recall),
        warnings=(*cautions(table, features, plan), *warnings),
        seconds=clock.laps,
        explainer=Explainer(table, features, model, decided, pairs),
        drawer=Drawer(pairs, len(table), 0.5, decided, seed),
        order=lambda: review_order(pairs, known, len(table), seed),
    )


def _scores(pairs: Pairs, same: Reals, counts: Counts) -> tuple[Reals, Counts]:
    """The probabilities of the likely pairs one by one, of all others by their patterns."""
    likely = pairs.same[same[pairs.pattern] >= FLOOR].astype(np.float64)
    low = same < FLOOR
    ones = np.ones(len(likely), np.int64)
    return np.concatenate([likely, same[low]]), np.concatenate([ones, counts[low]])


def _model(
    features: Features, level: Levels, counts: Counts, known: Placed, seed: int
) -> tuple[Model, list[Both]]:
    """Learn from the table, and from verdicts where there are enough."""
    extra = len(features.extra)
    random = patterns_of(features, *random_pairs(len(features), _RANDOM, seed))
    mixture = learned(level, counts, levels(random, extra), len(features), seed)
    said = known.only(Verdict.SAME, Verdict.DIFFERENT, Verdict.RELATED)
    if not len(said):
        return Model(mixture, None, None, 1.0, 0.0), []
    of_labels = levels(patterns_of(features, said.left, said.right), extra)
    same, related = said.verdict == Verdict.SAME, said.verdict == Verdict.RELATED
    model = taught(mixture, of_labels, same, related, seed)
    if model.same is not None:
        return model, []
    few = Both(
        f"{len(said)} verdicts are too few to learn from; give at least {LEAST_LABELS} pairs that "
        "are the same and as many that are not",
        f"عدد الأحكام ({len(said)}) أقل من أن يُتعلم منها؛ أعطِ {LEAST_LABELS} زوجًا على الأقل "
        "للشخص نفسه ومثلها لغيره",
    )
    return model, [few]


class _Clock:
    """What each step took."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = perf_counter()

    def lap(self, name: str) -> None:
        now = perf_counter()
        self.laps[name] = now - self._last
        self._last = now
