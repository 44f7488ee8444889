"""N05: a counting term whose rule the text does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.records.rule import MASSACRE, RULE_OF, CountingRule
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.reading import Mention
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both

_TITLE = Both("A counting term without its rule", "مصطلح عدّ بلا قاعدته")
_TERM = re.compile(r"\bmassacres?\b", re.IGNORECASE)
_DEFINED = re.compile(
    r"massacres?[”\"’']?\b.{0,200}\b(?:five|5|six|6|four|4|three|3)\b.{0,80}\b(?:killed|people|civilians"
    r"|persons|individuals|dead|died|deaths|or more)\b"
    r"|\b(?:five|5|at least \w+)\b.{0,120}\b(?:counts?|calls?|classif\w+|defin\w+|terms?"
    r"|labels?|known)\b"
    r".{0,60}massacres?\b|massacres?\b.{0,80}\b(?:defin\w+|means?|meaning|understood as"
    r"|in the sense)\b",
    re.IGNORECASE | re.DOTALL,
)


def find(bench: Bench) -> Iterator[Finding]:
    """ "Massacres" that are counted, or named, without saying what makes one.

    Monitors count as massacres the attacks that meet a rule; without the rule the number
    means nothing, and readers take it for a legal finding. One finding in all: at the first
    one counted (warning), else at the first one named (note). It is silent where the text
    gives the rule, and for words of others in quotation marks.
    """
    if _DEFINED.search(bench.reading.text):
        return
    counted = next((m for m in bench.reading.mentions if _counts_massacres(m)), None)
    if counted is not None:
        yield _finding(bench, counted, Severity.WARNING, _rule_of(counted))
        return
    layout = bench.reading.page.layout
    for found in _TERM.finditer(bench.reading.text):
        if not layout.is_quoted(*found.span()):
            yield _finding(bench, Span(*found.span()), Severity.NOTE, None)
            return


def _counts_massacres(mention: Mention) -> bool:
    return MASSACRE.key in mention.inside and not (mention.unit and mention.unit.counts_persons)


def _rule_of(mention: Mention) -> CountingRule | None:
    origins = sorted(mention.source.origins) if mention.source else []
    return next((RULE_OF[origin] for origin in origins if origin in RULE_OF), None)


def _finding(bench: Bench, span: Span, severity: Severity, rule: CountingRule | None) -> Finding:
    word = _TERM.search(bench.reading.text, span.start)
    at = Span(*word.span()) if word and word.start() < span.end + 20 else span
    meant = rule or RULE_OF.get("snhr")
    said = meant.words if meant else MASSACRE.words
    whose = Both("Its source counts", "يعدّ مصدره") if rule else Both("SNHR counts", "تعدّ الشبكة")
    return bench.finding(
        "N05",
        severity,
        at,
        _TITLE,
        Both(
            f"“{bench.reading.text[at.start : at.end]}” is a counting rule and no legal finding."
            f" {whose.en} under this word {said.en}.",
            f"«مجزرة» قاعدة عدّ لا حكم قانوني. {whose.ar} تحت هذه الكلمة {said.ar}.",
        ),
        Both(
            f"Give the rule with the number (“{said.en}”), or write “attacks”.",
            f"اذكر القاعدة مع الرقم («{said.ar}»)، أو اكتب «هجمات».",
        ),
        (meant.source,) if meant else (),
    )


CHECK = Check("N05", Severity.WARNING, _TITLE, find)
