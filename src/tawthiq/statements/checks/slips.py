"""What a slip of arithmetic looks like to a reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawthiq.counts.consistency import Slip, SlipKind
from tawthiq.records.vocabulary import parties
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.reading.reading import Mention
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import NOTHING, Both, joined

TITLE = Both("The numbers do not fit together", "الأرقام لا يتفق بعضها مع بعض")


def span_of(mentions: Iterable[Span]) -> Span:
    """From the first of some passages to the last."""
    spans = list(mentions)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


_SAID: dict[SlipKind, Both] = {
    SlipKind.PART_EXCEEDS_WHOLE: Both(
        "{parts} cannot be a part of {whole}: the part is larger than its whole.",
        "لا يمكن أن يكون ({parts}) جزءًا من ({whole}): الجزء أكبر من الكل.",
    ),
    SlipKind.PARTS_EXCEED_WHOLE: Both(
        "The parts {parts} add up to {recomputed}, more than {whole}.",
        "مجموع الأجزاء ({parts}) هو {recomputed}، أي أكثر من ({whole}).",
    ),
    SlipKind.PARTS_FALL_SHORT: Both(
        "The parts {parts} add up to {recomputed}, which is {gap} less than {whole}.",
        "مجموع الأجزاء ({parts}) هو {recomputed}، أي أقل بمقدار {gap} من ({whole}).",
    ),
    SlipKind.SAME_COUNTED_TWICE: Both(
        "{whole} is the sum of {parts}, but these count some of the same people: one report"
        " through two channels, two sources on one question, or a time within another.",
        "({whole}) هو مجموع ({parts})، لكنّ هذه الأرقام تعدّ بعض الأشخاص أنفسهم: تقرير واحد عبر"
        " قناتين، أو مصدران عن سؤال واحد، أو مدة تقع ضمن أخرى.",
    ),
    SlipKind.WINDOW_SHRINKS: Both(
        "{parts} of a shorter time is more than {whole} of the longer time that holds it.",
        "الرقم ({parts}) لمدة أقصر أكبر من الرقم ({whole}) للمدة الأطول التي تضمها.",
    ),
}


def slip_finding(
    bench: Bench,
    slip: Slip,
    whole: Mention,
    parts: Sequence[Mention],
    missing: Sequence[Mention] = (),
) -> Finding:
    numbers = " + ".join(f"{p.how_many.headline:,}" for p in parts)
    words = {
        "parts": numbers,
        "whole": f"{whole.how_many.headline:,}",
        "recomputed": f"{slip.recomputed:,.0f}",
        "gap": f"{abs(slip.stated - slip.recomputed):,.0f}",
    }
    said = _SAID[slip.kind]
    explanation = Both(said.en.format(**words), said.ar.format(**words))
    return bench.finding(
        "N04",
        Severity.ERROR,
        Span(whole.start, whole.end)
        if _far_apart(bench, whole, parts)
        else span_of([whole, *parts]),
        TITLE,
        joined((explanation, _missing_said(missing))),
        Both(
            "Look the numbers up at their source again, and print the ones that fit.",
            "راجع الأرقام في مصدرها، ثم اكتب ما يتفق منها.",
        ),
    )


def _far_apart(bench: Bench, whole: Mention, parts: Sequence[Mention]) -> bool:
    sentences = [p.sentence for p in parts]
    return max(sentences) - whole.sentence > 2 or whole.sentence - min(sentences) > 2


def _missing_said(missing: Sequence[Mention]) -> Both:
    if not missing:
        return NOTHING
    tree = parties()
    lines = [
        (joined((tree[key].name for key in sorted(m.parties or ())), " "), m.how_many.headline)
        for m in missing
    ]
    english = "; ".join(f"{name.en} ({number:,} attacks)" for name, number in lines)
    arabic = "؛ ".join(f"{name.ar} ({number:,})" for name, number in lines)
    return Both(
        f"No number of people is given for: {english}.",
        f"ولا يُذكر عدد للأشخاص لدى: {arabic}.",
    )
