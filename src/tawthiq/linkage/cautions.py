"""What a reader must know of a table before believing what was linked in it."""

from __future__ import annotations

from typing import Final

from tawthiq.linkage.features import DIED_FIRST, FAMILY, GIVEN, Features
from tawthiq.linkage.planning import Plan
from tawthiq.linkage.table import Table
from tawthiq.values.both import Both

_LOW_RECALL: Final = 0.85  # house choice
_BYTES_A_PAIR = 40  # of a comparison while it is held, measured
_BYTES_A_ROW = 700  # of a row's features, keys and places under the rules, measured
_COMPARISONS_A_SECOND = 1_500_000  # on two cores of a laptop, measured; for an announcement only


def announced(rows: int, plan: Plan) -> Both:
    """How much work and memory lies ahead, said before it begins."""
    seconds = max(1, round(plan.pairs / _COMPARISONS_A_SECOND + rows / 250_000))
    megabytes = max(1, round((plan.pairs * _BYTES_A_PAIR + rows * _BYTES_A_ROW) / 1e6))
    return Both(
        f"at most {plan.pairs:,} comparisons of {rows:,} rows: about {seconds} s and "
        f"{megabytes:,} MB",
        f"{plan.pairs:,} مقارنة على الأكثر بين {rows:,} صف: نحو {seconds} ثانية "
        f"و{megabytes:,} ميغابايت",
    )


def cautions(table: Table, features: Features, plan: Plan) -> list[Both]:
    """Warnings on what the table lacks or repeats."""
    found = [*features.warnings]
    if not features.has(DIED_FIRST):
        found.append(
            Both(
                "there are no dates of death, so people with one name are hard to tell apart",
                "لا تواريخ للوفاة، فيصعب التمييز بين من يحملون الاسم نفسه",
            )
        )
    if not features.has(FAMILY):
        found.append(
            Both(
                "there are no family names, so common names say little",
                "لا أسماء عائلات، فلا تكاد الأسماء الشائعة تدل على شيء",
            )
        )
    found += _empty(features) + _repeated_ids(table)
    if plan.recall < _LOW_RECALL:
        found.append(
            Both(
                f"the rules are expected to meet only {plan.recall:.0%} of the pairs of one "
                "person; more columns, or fewer empty cells, would help",
                f"يُتوقع ألا تبلغ القواعد إلا {plan.recall:.0%} من أزواج الشخص الواحد؛ "
                "تنفع أعمدة أكثر أو خلايا فارغة أقل",
            )
        )
    return found


def _empty(features: Features) -> list[Both]:
    empty = float((features.rows[:, GIVEN] < 0).mean()) if len(features) else 0.0
    if empty < 0.1:
        return []
    return [
        Both(
            f"{empty:.0%} of the rows have no given name; only what else they say finds them",
            f"{empty:.0%} من الصفوف بلا اسم أول؛ ولا يُعثر عليها إلا بسائر ما تذكره",
        )
    ]


def _repeated_ids(table: Table) -> list[Both]:
    column = table.columns["id"]
    repeated = len(column) - len(column.texts)
    if not repeated:
        return []
    return [
        Both(
            f"{repeated} rows bear an id that another row bears; they are linked as rows of "
            "their own, and no verdict can name them",
            f"{repeated} من الصفوف تحمل معرّفًا يحمله صف آخر؛ تُربط صفوفًا مستقلة ولا يمكن "
            "أن يسميها حكم",
        )
    ]
