"""What of the law in a text nobody could look at, and why: silence is not approval."""

from __future__ import annotations

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.law.sayings import quotes_law
from tawthiq.values.both import Both


def left_out_of_law(bench: Bench) -> tuple[Both, ...]:
    """One line for each thing that the checks of the law could not examine."""
    return tuple(line for line in (_unknown_class(bench), _no_row(bench), _quoted(bench)) if line)


def _unknown_class(bench: Bench) -> Both | None:
    legal = bench.legal
    unplaced = [p for p in legal.provisions if legal.conflict_at(p) is None]
    turning = [
        p for p in unplaced if p.instrument in ("GC4", "AP1", "AP2", "RS", "GC") and p.article
    ]
    if not turning:
        return None
    number = len(turning)
    return Both(
        f"citations of the law whose kind of conflict neither the text nor the case names, or names"
        f" in two ways: {number}; whether they reach it (L01, L07) was not looked at",
        f"إحالات إلى القانون لا يسمّي النص ولا القضية نوع نزاعها أو يسمّيانه على وجهين: {number}؛"
        " فلم يُنظر في انطباقها (L01 وL07)",
    )


def _no_row(bench: Bench) -> Both | None:
    number = sum(1 for p in bench.legal.provisions if not bench.legal.norms_of(p))
    if not number:
        return None
    return Both(
        f"citations of the law without a row in the law pack, or without a named instrument:"
        f" {number}; what they say was not looked at",
        f"إحالات لا بند لها في حزمة القانون أو لا يُسمّى صكها: {number}؛ فلم يُنظر في مضمونها",
    )


def _quoted(bench: Bench) -> Both | None:
    number = sum(1 for p in bench.legal.provisions if quotes_law(bench, p))
    if not number:
        return None
    return Both(
        f"words in quotation marks that are said to be a provision’s own: {number}; the law pack"
        " holds no exact texts, compare them with the source",
        f"عبارات بين علامتي اقتباس تُنسب إلى نص حكم: {number}؛ وحزمة القانون لا تحوي النصوص"
        " الحرفية، فقارنها بالمصدر",
    )
