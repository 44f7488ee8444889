"""L10: a settled rule is told as doubtful, or as stronger than it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both

_TITLE = Both("A rule told too weakly or too strongly", "قاعدة قيلت أضعف أو أقوى مما هي")
_LAW = (
    r"(?:international (?:humanitarian )?law|IHL|the laws? of (?:war|armed conflict)|the"
    r" Geneva Conventions?|humanitarian law|the law)"
)
_WEAK = re.compile(
    rf"\b(?:it is (?:assumed|supposed|presumed|believed|thought|generally accepted|hoped"
    rf"|expected) that {_LAW}\b[^.;\n]{{0,120}}"
    rf"|{_LAW} (?:(?:is|are) (?:supposed|assumed|meant|expected|believed) to (?:protect"
    rf"|prohibit|prevent|consider|ban)"
    rf"|(?:recommends?|suggests?|advises?|encourages?|prefers?|discourages?|considers? it"
    rf" (?:desirable|better))\b)[^.;\n]{{0,120}}"
    r"|(?:parties|combatants|armies|states) (?:should|ought to) (?:try|endeavou?r|preferably)"
    r" (?:not )?(?:to )?(?:avoid|attack|target|spare)[^.;\n]{0,60}civilian\w*)",
    re.IGNORECASE,
)
_STRONG = re.compile(
    rf"\b(?:(?:any|every|each|all) (?:killings?|deaths?|harm|injury|loss)\s+(?:of"
    rf"|to)\s+(?:a\s+|any\s+)?civilians? (?:is|are|constitutes?|violates?"
    rf"|breaches)[^.;\n]{{0,60}}(?:war crimes?|crimes?|{_LAW}|prohibited|illegal|unlawful)"
    rf"|hospitals? (?:can|may) never (?:lose|under any circumstances)[^.;\n]{{0,60}}|{_LAW}"
    rf" (?:absolutely|totally|completely) (?:prohibits|forbids|bans) (?:any|all) (?:attacks?"
    rf"|bombardments?|bombing|air ?strikes?|war)\b[^.;\n]{{0,40}}"
    rf"|{_LAW} (?:prohibits|forbids|bans) (?:any|all) (?:use of force|bombardment|bombing|air"
    rf" ?strikes?|shelling|civilian (?:casualties|deaths)|harm to civilians)[^.;\n]{{0,40}}"
    rf"|(?:every|any|all) attacks? (?:on|against|near) (?:a |any )?(?:cit(?:y|ies)|towns?"
    rf"|villages?|populated areas?) (?:is|are|constitutes?)[^.;\n]{{0,30}}(?:crime|illegal"
    rf"|unlawful|prohibited)\w*)",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"\b(?:wrong|mistaken|not true|myth|claims? that|argued that|contrary to|not every|does"
    r" not mean)\b",
    re.I,
)


def find(bench: Bench) -> Iterator[Finding]:
    """ "It is assumed that international law…": the rule on distinction is settled, say so.

    Also the other way: not every civilian death violates the law. It is silent where the
    text states rules plainly, in quotations, and where it argues against such a view.
    """
    layout = bench.reading.page.layout
    for pattern, weak in ((_WEAK, True), (_STRONG, False)):
        for found in pattern.finditer(bench.reading.text):
            span = Span(*found.span())
            sentence = layout.said(bench.reading.page.sentence_of(span.start))
            if not layout.is_quoted(span.start, span.end) and not _NOT_OURS.search(sentence):
                yield _finding(bench, span, weak)


_TOO_WEAK = Both(
    "The rule is settled in both kinds of conflict; nothing of it is assumed.",
    "القاعدة مستقرة في نوعي النزاع؛ وليس فيها افتراض.",
)
_TOO_STRONG = Both(
    "The law does not say that much: it prohibits attacks directed at civilians, indiscriminate and"
    " disproportionate ones; protection can end under conditions, and a death alone shows none"
    " of it.",
    "لا يقول القانون ذلك كله: فهو يحظر الهجمات الموجهة إلى المدنيين والعشوائية وغير المتناسبة؛ وقد"
    " تنتهي الحماية بشروط، والوفاة وحدها لا تبيّن شيئًا من ذلك.",
)


def _finding(bench: Bench, span: Span, weak: bool) -> Finding:
    return bench.finding(
        "L10",
        Severity.NOTE,
        span,
        _TITLE,
        _TOO_WEAK if weak else _TOO_STRONG,
        Both(
            "“International humanitarian law prohibits attacks directed at civilians.”",
            "«يحظر القانون الدولي الإنساني توجيه الهجمات إلى المدنيين.»",
        ),
        law=bench.legal.named("CIHL-001", *(() if weak else ("CIHL-014", "CIHL-011"))),
    )


CHECK = Check("L10", Severity.NOTE, _TITLE, find)
