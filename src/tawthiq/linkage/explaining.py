"""Why a pair has its score: each finding with its weight, how rare the name is, and the sum."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tawthiq.linkage.comparing import F_MOVED, levels
from tawthiq.linkage.explanation import Explanation, Reason
from tawthiq.linkage.features import FAMILY, FATHER, GIVEN, GRANDFATHER, Features
from tawthiq.linkage.labels import WORDS, Placed, Verdict
from tawthiq.linkage.likeness import SLIP
from tawthiq.linkage.mixture import SAME, Levels, coincidence
from tawthiq.linkage.patterns import patterns_of
from tawthiq.linkage.result import Pairs
from tawthiq.linkage.scoring import Model
from tawthiq.linkage.table import Table
from tawthiq.linkage.wording import COLUMNS, SILENT, compared_fields, field_name, found
from tawthiq.linkage.words import FAMILY_BITS, GIVEN_BITS, PER_BIT
from tawthiq.values.both import NOTHING, Both

_TELLING = 0.005  # of probability; a smaller change is not worth a sentence


@dataclass(frozen=True, slots=True, eq=False)
class Explainer:
    """Says of any two rows of one linkage why they were held to be one person or not."""

    table: Table
    features: Features
    model: Model
    decided: Placed
    pairs: Pairs

    def __call__(self, left: int, right: int) -> Explanation:
        """Explain two rows by number."""
        one, other = np.array([left], np.int32), np.array([right], np.int32)
        level = levels(patterns_of(self.features, one, other), len(self.features.extra))
        of_pattern, of_kin = self.model.probabilities(level)
        same, related = self._settled(left, right, float(of_pattern[0]), float(of_kin[0]))
        reasons = self._reasons(level, left, right)
        spoke = [reason for reason in reasons if reason.found != SILENT]
        strongest = sorted(spoke, key=lambda reason: -abs(reason.weight))
        return Explanation(
            agrees=tuple(reason for reason in strongest if reason.weight > 0),
            differs=tuple(reason for reason in strongest if reason.weight <= 0),
            silent=tuple(reason for reason in reasons if reason.found == SILENT),
            rarity=self._rarity(left, right, level),
            same=same,
            related=related,
            why=self._decision(left, right)
            or self._why(level, same, related) + _rivals(float(of_pattern[0]), same),
        )

    def _settled(self, left: int, right: int, same: float, related: float) -> tuple[float, float]:
        """The two probabilities of the linkage; for rows that it never compared, the model's."""
        low, high = min(left, right), max(left, right)
        begin, end = np.searchsorted(self.pairs.left, [low, low + 1])
        at = begin + np.searchsorted(self.pairs.right[begin:end], high)
        if at == end or self.pairs.right[at] != high:
            return same, related
        return float(self.pairs.same[at]), float(self.pairs.related[at])

    def _reasons(self, level: Levels, left: int, right: int) -> list[Reason]:
        weights = self.model.mixture.weights()
        reasons = []
        for field in compared_fields(self.features.extra):
            columns = COLUMNS.get(field, self.features.extra)
            if not any(column in self.table.columns for column in columns):
                continue
            at = int(level[0, field])
            if field == F_MOVED and at == 0:
                continue
            reasons.append(
                Reason(
                    field_name(field, self.features.extra),
                    found(field, at),
                    self._written(field, left),
                    self._written(field, right),
                    float(weights[field, at]),
                )
            )
        return reasons

    def _written(self, field: int, row: int) -> str:
        """What a row says of a field, as its source wrote it."""
        names = COLUMNS.get(field) or (field_name(field, self.features.extra).en,)
        texts = (self.table.columns[name][row] for name in names if name in self.table.columns)
        return next((text for text in texts if text), "")

    def _rarity(self, left: int, right: int, level: Levels) -> Both:
        """How many rows in a thousand share each of the names that agree."""
        rows, facts = self.features.rows, self.features.words.facts
        shares: list[Both] = []
        for field, column in enumerate((GIVEN, FATHER, GRANDFATHER, FAMILY)):
            if not 0 < level[0, field] <= SLIP:
                continue
            bits = facts[rows[left, column], FAMILY_BITS if column == FAMILY else GIVEN_BITS]
            share = 1000 * 2.0 ** (-float(bits) / PER_BIT)
            name = field_name(field, ())
            shares.append(Both(f"{name.en}: {share:.2g}", f"{name.ar}: {share:.2g}"))
        if not shares:
            return Both("no name is shared", "لا اسم مشترك")
        return Both(
            "of 1,000 such names this one is borne by: " + "; ".join(s.en for s in shares),
            "من كل ١٬٠٠٠ اسم يحمل هذا الاسم: " + "؛ ".join(s.ar for s in shares),
        )

    def _why(self, level: Levels, same: float, related: float) -> Both:
        mixture = self.model.mixture
        findings = float(mixture.weights()[np.arange(level.shape[1]), level[0]].sum())
        rare = float(coincidence(level, mixture.bits).sum() / np.log(2))
        prior = float(np.log2(mixture.shares[SAME]))
        taught = self.model.same is not None
        return Both(
            f"{same:.0%} the same person, {related:.0%} related: the findings multiply the odds by "
            f"2^{findings:.0f}, the rarity of the shared names by 2^{rare:.0f}; before any "
            f"finding they are 2^{prior:.0f} for two rows of these lists. Families that died "
            "together are weighed as such"
            + (", and what reviewers labelled corrects the sum." if taught else "."),
            f"الشخص نفسه باحتمال {same:.0%}، وقريبان باحتمال {related:.0%}: ما وُجد يضاعف الأرجحية "
            f"2^{findings:.0f}، وندرة الأسماء المشتركة 2^{rare:.0f}، وهي قبل أي مقارنة "
            f"2^{prior:.0f} لأي صفين من هذه القوائم. وتُراعى العائلات التي قُتلت معًا"
            + ("، وتصحح أحكام المراجعين النتيجة." if taught else "."),
        )

    def _decision(self, left: int, right: int) -> Both:
        """What a person decided on these rows, if anybody did."""
        here = (self.decided.left == left) & (self.decided.right == right)
        here |= (self.decided.left == right) & (self.decided.right == left)
        for verdict in self.decided.verdict[here].tolist():
            if verdict != Verdict.CANNOT_TELL:
                words = WORDS[Verdict(verdict)]
                return Both(f"decided by a person: {words.en}", f"قرار شخص: {words.ar}")
        return NOTHING


def _rivals(alone: float, same: float) -> Both:
    """That other rows of a list fit too, where it changes what a reader is told."""
    if abs(alone - same) < _TELLING:
        return NOTHING
    return Both(
        f" By itself the comparison says {alone:.0%}; another row of one of the two lists fits "
        "too, and a list seldom holds one person twice.",
        f" والمقارنة وحدها تعطي {alone:.0%}؛ غير أن صفًا آخر في إحدى القائمتين يطابق أيضًا، "
        "وقلّما تذكر القائمة الشخص نفسه مرتين.",
    )
