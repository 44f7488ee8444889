"""N09: an attack alleged in general, without an incident, a number or a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.hedges import is_ours
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.sentences import BlockKind, Sentence, Span
from tawthiq.values.both import Both
from tawthiq.values.when import Precision

_TITLE = Both("An allegation without an incident or a source", "ادعاء بلا واقعة أو مصدر")
_INTENT = re.compile(
    r"\b(?:(?:is|are|was|were|being|been|have been|has been)\s+(?:\w+\s+){0,2}?"
    r"(?:directly|deliberately|intentionally|systematically|purposely|purposefully|specifically)\s+"
    r"(?:and\s+\w+\s+)?(?:targeted|attacked|bombed|hit|shelled|killed|struck|destroyed)"
    r"|(?:directly|deliberately|intentionally|systematically|purposely|purposefully)\s+(?:and\s+\w+\s+)?"
    r"(?:target(?:s|ed|ing)?|attack(?:s|ed|ing)?|bomb(?:s|ed|ing)?|shell(?:s|ed|ing)?|kill(?:s|ed|ing)?"
    r"|struck|strik(?:e|es|ing)|destroy(?:s|ed|ing)?|hit)"
    r"|(?:are|were)\s+(?:being\s+)?targeted\s+(?:directly|deliberately|intentionally|systematically))\b",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"\b(?:law|rule|rules|prohibit\w*|principle|convention|forbid\w*|shall not|must not|may not"
    r"|article|to not be|not be|statute|protected)\b",
    re.IGNORECASE,
)


def find(bench: Bench) -> Iterator[Finding]:
    """Sentences that assert a deliberate attack and name no day, place, number or source.

    Intent is the hardest thing to show, and a general sentence shows none. It is silent
    where the sentence names an incident or cites somebody, states a rule, or only supposes.
    """
    for found in _INTENT.finditer(bench.reading.text):
        span = Span(*found.span())
        sentence = bench.reading.page.sentence_of(span.start)
        if _is_bare(bench, sentence) and is_ours(bench.reading, span):
            yield _finding(bench, sentence, found.group())


def _is_bare(bench: Bench, sentence: Sentence) -> bool:
    reading = bench.reading
    if reading.page.layout.blocks[sentence.block].kind is BlockKind.HEADING:
        return False
    if _RULE.search(_before_and(reading.text[sentence.start : sentence.end])):
        return False
    beside = reading.beside(sentence)
    day = any(t.when.is_known and t.when.precision is not Precision.YEAR for t in beside.times)
    number, cited = bool(beside.mentions), bool(beside.citations)
    return not (day or beside.names_a_settlement or number or cited)


def _before_and(sentence: str) -> str:
    """The clause of the allegation: a rule named after "and all of this" excuses nothing."""
    return re.split(r"\band (?:all of )?this\b|;", sentence)[0]


def _finding(bench: Bench, sentence: Sentence, words: str) -> Finding:
    said = " ".join(words.split())
    clause = bench.reading.page.layout.clause_at(sentence.start)
    return bench.finding(
        "N09",
        Severity.WARNING,
        Span(sentence.start, min(sentence.end, max(clause.end, sentence.start + 1))),
        _TITLE,
        Both(
            f"“{said}” asserts intent, and the sentence gives no incident, day, place, number or"
            " source.",
            f"«{said}» تنسب القصد، والجملة لا تذكر واقعة ولا يومًا ولا مكانًا ولا رقمًا ولا مصدرًا.",
        ),
        Both(
            "Name the incidents that are alleged, who alleges them, and what speaks for intent.",
            "سمِّ الوقائع المدّعى بها ومن يدّعيها وما يدل على القصد.",
        ),
    )


CHECK = Check("N09", Severity.WARNING, _TITLE, find)
