"""W06 and W07: frameworks of protection that would carry what the text already says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.hedges import sentence_said
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both

_RETURN = Both("Non-refoulement would carry this", "مبدأ عدم الإعادة القسرية يسند هذا")
_CHILDREN = Both("The framework on children and armed conflict", "إطار الأطفال والنزاع المسلح")

_RETURNED = re.compile(
    r"\b(?:return|deport|repatriat|expel|send back|sent back)\w*\b[^.;\n]{0,50}?"
    r"\b(?:refugees?|displaced|asylum seekers)\b"
    r"(?:[^.;\n]{0,40}?\b(?:prisons?|torture|detention|persecution|danger|death)\b)?",
    re.IGNORECASE,
)
_PERIL = re.compile(
    r"\b(?:prisons?|torture|detention|arrest|persecution|disappear\w*|unsafe|forced|forcibl[ey])\b",
    re.IGNORECASE,
)
_RULE_NAMED = re.compile(
    r"\b(?:non-?refoulement|refoulement|convention against torture|voluntary,? safe|rule 132)\b",
    re.IGNORECASE,
)
_HARMED = re.compile(
    r"\bchild(?:ren)?\b[^.;\n]{0,60}\b(?:kill\w*|maim\w*|died|dead|injur\w*)"
    r"|\b(?:kill\w*|maim\w*|injur\w*|deaths? of)\b[^.;\n]{0,80}\bchild(?:ren)?\b"
    r"|\b\d+ children\b",
    re.IGNORECASE,
)
_SIX_NAMED = re.compile(
    r"\b(?:six grave violations|grave violations against children|1612|1998|1882"
    r"|children and armed conflict|monitoring and reporting mechanism|MRM)\b",
    re.IGNORECASE,
)


def find_return(bench: Bench) -> Iterator[Finding]:
    """Return of refugees into danger, without the rule that forbids it.

    One note in all. It is silent where the text names the rule or speaks of no danger.
    """
    if _RULE_NAMED.search(bench.reading.text):
        return
    for found in _RETURNED.finditer(bench.reading.text):
        span = Span(*found.span())
        if _PERIL.search(sentence_said(bench.reading, span)):
            yield _return(bench, span)
            return


def _return(bench: Bench, span: Span) -> Finding:
    return bench.finding(
        "W06",
        Severity.NOTE,
        span,
        _RETURN,
        Both(
            "Nobody may be returned to a place where torture is to be feared; returns are voluntary"
            " and safe.",
            "لا يجوز أن يُعاد أحد إلى مكان يُخشى فيه تعذيبه؛ والعودة طوعية وآمنة.",
        ),
        Both(
            "Cite Article 3 of the Convention against Torture and customary Rule 132.",
            "استشهد بالمادة 3 من اتفاقية مناهضة التعذيب وبالقاعدة العرفية 132.",
        ),
        law=bench.legal.named("CAT-3", "CIHL-132"),
    )


def find_children(bench: Bench) -> Iterator[Finding]:
    """Children killed or injured, without the six grave violations of the United Nations.

    One note in all, at the first such words; it is silent where the framework is named.
    """
    found = _HARMED.search(bench.reading.text)
    if found is None or _SIX_NAMED.search(bench.reading.text):
        return
    yield bench.finding(
        "W07",
        Severity.NOTE,
        Span(*found.span()),
        _CHILDREN,
        Both(
            "Killing and maiming of children and attacks on schools and hospitals are among the six"
            " grave violations that the United Nations monitors.",
            "قتل الأطفال وتشويههم والهجمات على المدارس والمستشفيات من الانتهاكات الجسيمة الستة التي"
            " ترصدها الأمم المتحدة.",
        ),
        Both(
            "Say that they are “relevant to” the monitoring under resolutions 1612 and 1998; never"
            " that they are “verified” by it.",
            "قل إنها «ذات صلة» بالرصد بموجب القرارين 1612 و1998؛ ولا تقل أبدًا إنه «تحقق منها».",
        ),
        law=bench.legal.named("CAAC-6GV", "SC-1612", "SC-1998"),
    )


RETURN = Check("W06", Severity.NOTE, _RETURN, find_return)
CHILDREN = Check("W07", Severity.NOTE, _CHILDREN, find_children)
