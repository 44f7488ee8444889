"""L06: one act is called deliberate and indiscriminate in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both

_TITLE = Both("Two characterisations that exclude each other", "وصفان قانونيان متعارضان")
_DIRECT = (
    r"(?:deliberate(?:ly)?|intentional(?:ly)?|purposeful(?:ly)?|direct(?:ly)?|targeted"
    r"|premeditated|wilful(?:ly)?|willful(?:ly)?)"
)
_BLIND = r"(?:indiscriminate(?:ly)?|random(?:ly)?|disproportionate(?:ly)?|blind(?:ly)?)"
_GAP = (
    r"(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s+but\s+|\s+yet\s+|\s+also\s+|\s+both\s+|\s*/\s*"
    r"|\s*-\s*|\s*&\s*|\s+)"
)
_MORE = (
    rf"(?:{_GAP}(?!or\b)(?:systematic(?:ally)?|repeated(?:ly)?|brutal(?:ly)?|widespread"
    rf"|heavy|massive|continuous(?:ly)?))?"
)
_BOTH = re.compile(
    rf"\b(?:{_DIRECT}{_MORE}{_GAP}{_BLIND}|{_BLIND}{_MORE}{_GAP}{_DIRECT})\b", re.IGNORECASE
)
_THEN = re.compile(
    rf"\b{_BLIND}\s+(?:attacks?|shelling|bombing|bombardment|strikes?"
    rf"|fire)\b[^.;:\n]{{0,40}}\bdeliberately\s+(?:targeted|aimed|directed|hit|struck)"
    rf"|\bdeliberate\s+(?:attacks?|shelling|bombing|bombardment"
    rf"|strikes?)\b[^.;:\n]{{0,25}}\bwas\s+indiscriminate",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(
    r"\b(?:whether|either|or|neither|not|different|alternative|respectively|distinguish"
    r"|some\b.{0,60}\bothers|unlike|may|infer(?:s|red|ence)?)\b",
    re.IGNORECASE | re.DOTALL,
)


def find(bench: Bench) -> Iterator[Finding]:
    """ "Deliberate indiscriminate shelling": a direct attack and a blind one are two theories.

    It is silent where the text offers them as alternatives or tells attacks of one kind from
    those of the other, and in quotations.
    """
    layout, text = bench.reading.page.layout, bench.reading.text
    for pattern in (_BOTH, _THEN):
        for found in pattern.finditer(text):
            span = Span(*found.span())
            sentence = layout.said(bench.reading.page.sentence_of(span.start))
            if not _ALTERNATIVE.search(sentence) and not layout.is_quoted(span.start, span.end):
                yield _finding(bench, span)


def _finding(bench: Bench, span: Span) -> Finding:
    return bench.finding(
        "L06",
        Severity.WARNING,
        span,
        _TITLE,
        Both(
            "An attack is alleged to be directed at civilians, or to be indiscriminate or"
            " disproportionate: these are different violations with different elements. That an"
            " attack was indiscriminate may support the inference that it was meant, case by case.",
            "يُدّعى أن الهجوم موجّه إلى المدنيين، أو أنه عشوائي أو غير متناسب: وهذه انتهاكات"
            " مختلفة ولكل"
            " منها أركانه. وقد تدعم عشوائية الهجوم الاستدلال على القصد، بحسب كل حالة.",
        ),
        Both(
            "Say which incidents are alleged as direct attacks and which as indiscriminate ones.",
            "بيّن أي الوقائع يُدّعى أنها هجمات مباشرة، وأيها عشوائية.",
        ),
        ("https://cld.irmct.org/notions/show/450",),
        law=bench.legal.named("CIHL-001", "CIHL-011", "CIHL-012", "CIHL-014"),
    )


CHECK = Check("L06", Severity.WARNING, _TITLE, find)
