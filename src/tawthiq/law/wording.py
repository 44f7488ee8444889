"""The fixed sentences of a qualification, in both languages.

An element is said in one form: information supports it at a level, contradicts it, or it
is unknown and why. Nothing else about anybody can be said.
"""

from __future__ import annotations

from tawthiq.law.defeater import Stand
from tawthiq.law.elements import ElementLine
from tawthiq.law.forum import Door
from tawthiq.law.kleene import Value, Why
from tawthiq.values.both import NOTHING, Both

VALUES = {
    Value.SUPPORTED: Both("supported", "مدعوم"),
    Value.NOT_SUPPORTED: Both("contradicted", "تعارضه المعلومات"),
    Value.UNKNOWN: Both("unknown", "غير معروف"),
}
WHY = {
    Why.NO_EVIDENCE: Both(
        "no evidence was given: nothing was looked at", "لم يُقدَّم أي دليل: لم يُنظر في شيء"
    ),
    Why.NOT_ASSESSED: Both("no fact on it was recorded", "لم يُسجَّل معطى بشأنه"),
    Why.INSUFFICIENT: Both("too little by the corroboration rule", "لا يكفي وفق قاعدة التعزيز"),
    Why.CONFLICTING: Both(
        "what supports it and what speaks against it weigh the same", "ما يدعمه وما يعارضه متكافئان"
    ),
    Why.DEPENDS_ON_ATTRIBUTION: Both(
        "it concerns the party that acted, and none is named", "يتعلق بالطرف الذي نفّذ، ولم يُسمَّ أحد"
    ),
    Why.LEGAL_QUESTION: Both(
        "the facts are there; their meaning in law is for a lawyer",
        "المعطيات متوافرة؛ ومعناها القانوني يقرره قانوني",
    ),
    Why.RESTS_ON_ELEMENT: Both(
        "it presupposes an element that is not supported", "يستند إلى ركن غير مدعوم"
    ),
    Why.NEEDS_CASE_FILE: Both(
        "one incident never shows it; a set of incidents may",
        "لا تبيّنه واقعة واحدة؛ وقد تبيّنه مجموعة وقائع",
    ),
}
STANDS = {
    Stand.HOLDS: Both("holds: the protection had ended", "متحقق: كانت الحماية قد انتهت"),
    Stand.OPEN: Both(
        "open: there is a sign of it, and a part is not shown",
        "مفتوح: ثمة ما يشير إليه، ولم يتبيّن أحد أجزائه",
    ),
    Stand.NO_SIGN: Both("nothing recorded points to it", "لا شيء مسجلًا يشير إليه"),
    Stand.EXCLUDED: Both("what is recorded never counts as such", "ما هو مسجل لا يُعتد به"),
}
DOORS = {
    Door.OPEN: Both("open", "متاح"),
    Door.ARGUABLE: Both("arguable", "محل جدل"),
    Door.CLOSED: Both("closed", "غير متاح"),
    Door.DEPENDS: Both("depends on what is not recorded", "يتوقف على ما ليس مسجلًا"),
}
NOTHING_LOOKED_AT = Both(
    "Nothing was looked at: no piece of evidence was given. This is no pass and no finding.",
    "لم يُنظر في شيء: لم يُقدَّم أي دليل. وليس في ذلك إجازة ولا نتيجة.",
)
DRAFT_ARABIC = Both(
    "The Arabic of this row was drafted by machine and awaits a lawyer's signature.",
    "النص العربي لهذا البند مسودة أُعدّت آليًا وتنتظر توقيع قانوني.",
)
SIGNED = Both("signed by", "وقّعه")
FROM_MEMORY = Both(
    "This row was written from memory, in whole or in part, and nobody has signed it; it never "
    "enters a published text.",
    "كُتب هذا البند من الذاكرة كليًا أو جزئيًا ولم يوقّعه أحد؛ ولا يدخل في نص منشور أبدًا.",
)


def why_unknown(why: Why | None) -> Both:
    """Why something is unknown."""
    return WHY[why] if why else NOTHING


def element_said(line: ElementLine, caution: Both = NOTHING) -> Both:
    """The one sentence that is said of an element.

    Args:
        caution: Of the inference that it rests on, where it rests on one.
    """
    number = Both.same(str(line.number))
    if line.value is Value.UNKNOWN:
        why = why_unknown(line.why)
        return Both(
            f"element {number.en}: unknown ({why.en})", f"الركن {number.ar}: غير معروف ({why.ar})"
        )
    level = line.level.name_said if line.level is not None else NOTHING
    if line.value is Value.NOT_SUPPORTED:
        return Both(
            f"information contradicts element {number.en} ({level.en})",
            f"المعلومات تعارض الركن {number.ar} ({level.ar})",
        )
    said = Both(
        f"information supports element {number.en} at the level of {level.en}",
        f"المعلومات تدعم الركن {number.ar} على مستوى: {level.ar}",
    )
    if not line.inference:
        return said
    return said + Both(
        f", as an inference ({line.inference}; {caution.en})",
        f"، استدلالًا ({line.inference}؛ {caution.ar})",
    )
