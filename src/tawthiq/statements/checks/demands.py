"""W04: a political demand that goes beyond what a documenting organisation is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.hedges import is_denied, sentence_said
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.word_lists import Met, meet
from tawthiq.statements.reading.sentences import BlockKind, Span
from tawthiq.values.both import Both, joined

_TITLE = Both("A political demand", "مطلب سياسي")
_ASKS = re.compile(
    r"\b(?:should|must|shall|ought|call(?:s|ed|ing)?\s+(?:on|upon|for)|appeals?|appealed|urg(?:e|es|ed)"
    r"|demand(?:s|ed)?|ask(?:s|ed)?|requir(?:e|es|ed)|request(?:s|ed)?|need(?:s)? to|insist(?:s)?"
    r"|we want|remind|invite(?:s)?|recommend(?:s)?)\b",
    re.IGNORECASE,
)

_OTHERS_ASKED = re.compile(
    r"\b(?:demanded|called (?:on|upon|for)|urged|appealed|asked|requested|proposed|insisted)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:we|our|us|i)\b", re.IGNORECASE)


def find(bench: Bench) -> Iterator[Finding]:
    """Demands on peace tracks, governments, force or alliances, in sentences that ask.

    One finding a sentence. It flags them for a decision of the leadership and does not call
    them wrong; it is silent where the text only reports that others ask.
    """
    by_sentence: dict[int, list[Met]] = {}
    layout = bench.reading.page.layout
    for met in meet("demands", bench.reading.page):
        if not layout.is_quoted(met.start, met.end) and _is_asked(bench, met):
            by_sentence.setdefault(layout.sentence_at(met.start), []).append(met)
    for found in by_sentence.values():
        yield _finding(bench, found)


def _is_asked(bench: Bench, met: Met) -> bool:
    block = bench.reading.page.layout.blocks[bench.reading.page.sentence_of(met.start).block]
    said = sentence_said(bench.reading, met)
    if _OTHERS_ASKED.search(said) and not _WE.search(said):
        return False
    asks = block.kind is BlockKind.ITEM or _ASKS.search(said) is not None
    return asks and not is_denied(bench.reading, met)


def _finding(bench: Bench, found: list[Met]) -> Finding:
    about = joined(dict.fromkeys(met.line.about for met in found), Both(", ", "، "))
    return bench.finding(
        "W04",
        Severity.WARNING,
        Span(found[0].start, found[-1].end),
        _TITLE,
        Both(
            f"This demand concerns {about.en}. It can be read as taking a side, and weakens the"
            " findings beside it.",
            f"يتعلق هذا المطلب بـ: {about.ar}. وقد يُقرأ انحيازًا إلى طرف فيُضعف ما بجانبه من نتائج.",
        ),
        Both(
            "Let the organisation’s leadership decide whether it belongs here; ask for what the"
            " addressee can lawfully do about the facts.",
            "لتقرر قيادة المنظمة هل مكانه هنا؛ واطلب ما يستطيع المخاطَب فعله قانونًا بشأن الوقائع.",
        ),
    )


CHECK = Check("W04", Severity.WARNING, _TITLE, find)
