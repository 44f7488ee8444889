"""The parts of the context of crimes against humanity, and what each still lacks."""

from __future__ import annotations

from enum import StrEnum

from tawthiq.values.both import Both


class ContextPart(StrEnum):
    """Article 7(1) chapeau and 7(2)(a), taken apart."""

    COURSE = "course"
    CIVILIANS = "civilians"
    WIDESPREAD = "widespread"
    SYSTEMATIC = "systematic"
    POLICY = "policy"


CONTEXT: dict[ContextPart, Both] = {
    ContextPart.COURSE: Both(
        "a course of conduct with multiple acts", "نهج سلوكي يشمل أفعالًا متعددة"
    ),
    ContextPart.CIVILIANS: Both("directed against a civilian population", "موجّه ضد سكان مدنيين"),
    ContextPart.WIDESPREAD: Both("widespread", "واسع النطاق"),
    ContextPart.SYSTEMATIC: Both("systematic", "منهجي"),
    ContextPart.POLICY: Both(
        "pursuant to a policy of a State or organisation", "عملًا بسياسة دولة أو تنظيم"
    ),
}
_MISSING = {
    ContextPart.COURSE: Both(
        "at least three incidents of one party whose conduct is supported",
        "ثلاث وقائع على الأقل لطرف واحد يكون السلوك فيها مدعومًا",
    ),
    ContextPart.CIVILIANS: Both(
        "for each incident, who and what was hit and whether a military objective was there",
        "في كل واقعة: من وما الذي أُصيب، وهل كان هناك هدف عسكري",
    ),
    ContextPart.WIDESPREAD: Both(
        "a lawyer's assessment of scale: area, time, number of people harmed, and what lies "
        "outside this set",
        "تقدير قانوني للنطاق: المساحة والزمن وعدد المتضررين وما يقع خارج هذه المجموعة",
    ),
    ContextPart.SYSTEMATIC: Both(
        "a lawyer's assessment of the organised character: same kind of object, same means, same "
        "hours, and why chance does not explain it",
        "تقدير قانوني للطابع المنظم: النوع نفسه من الأعيان والوسائل والأوقات، ولماذا لا تفسره "
        "المصادفة",
    ),
    ContextPart.POLICY: Both(
        "orders, statements, use of shared coordinates, or insiders who speak of a policy; through "
        "a mechanism that can protect them",
        "أوامر أو تصريحات أو استخدام إحداثيات متبادلة أو مطّلعون من الداخل يتحدثون عن سياسة؛ عبر "
        "آلية قادرة على حمايتهم",
    ),
}


def missing_said(part: ContextPart) -> Both:
    """What would have to be looked into for a part."""
    return _MISSING[part]
