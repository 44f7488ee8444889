"""L09: forced displacement is named without an order, coercion, number, place or day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.hedges import is_ours
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both

_TITLE = Both("Forced displacement: by an order, or by attacks?", "التهجير القسري: بأمر أم بهجمات؟")
_WORDS = re.compile(
    r"\b(?:forc(?:ed|ible) (?:displacement|transfers?|evacuation|migration|deportation)"
    r"|forcibly (?:displac(?:ed?|ing)|transferr?(?:ed|ing)?|evacuated?)"
    r"|compulsory displacement|mass deportations?)\b",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"\b(?:order(?:ed|s|ing)? (?:to|by|that|residents|the|people|them|all)|orders?\b|ultimatum"
    r"|leaflets?|deadline|evacuation (?:agreement|deal|order)|agreement|buses|were told to"
    r" leave|loudspeakers?|siege|besieg\w+|decree|threat\w*"
    r"|bulldoz\w+|expel\w+|prevented from returning|because of (?:the )?(?:attacks|bombardment"
    r"|shelling)|fled (?:because|the|from)|flee(?:ing)? (?:the|from)|driven (?:out )?by|caused"
    r" by|result of)\b",
    re.IGNORECASE,
)
_OF_LAW = re.compile(
    r"\b(?:rule 129|article (?:49|17|7|8)|guiding principles|prohibit\w*|definition|defined"
    r"|requires|needs|crime of|law on|unless|prevent|risk of|return of|special rapporteur"
    r"|forcibly displaced (?:people|persons|population)s? (?:worldwide|need|live|in need))\b",
    re.IGNORECASE,
)


def find(bench: Bench) -> Iterator[Finding]:
    """Forced displacement said of a campaign, with no order and no number, place or day.

    The rule for non-international conflicts and the crime under 8(2)(e)(viii) need an order;
    flight from attacks is coercion at most. Silent where the paragraph says how people were
    made to leave, where the sentence counts or places them, and where it speaks of the law.
    """
    page = bench.reading.page
    for found in _WORDS.finditer(bench.reading.text):
        span = Span(*found.span())
        sentence = page.sentence_of(span.start)
        said = page.layout.said(sentence)
        block = page.layout.said(page.layout.blocks[sentence.block])
        if _HOW.search(block) or _OF_LAW.search(said) or _is_placed(bench, span):
            continue
        if is_ours(bench.reading, span):
            yield _finding(bench, span)
            return


def _is_placed(bench: Bench, span: Span) -> bool:
    beside = bench.reading.beside(span)
    known = (bool(beside.mentions), bool(beside.times), beside.names_a_settlement)
    return sum(known) >= 2


def _finding(bench: Bench, span: Span) -> Finding:
    return bench.finding(
        "L09",
        Severity.WARNING,
        span,
        _TITLE,
        Both(
            "The text names no order, number, place or day. In a non-international conflict"
            " the rule and"
            " the war crime need an ORDER to leave; flight caused by attacks is not one, and can be"
            " coercion within a crime against humanity where its context is shown.",
            "لا يسمّي النص أمرًا ولا عددًا ولا مكانًا ولا يومًا. وفي النزاع غير الدولي تشترط"
            " القاعدة وجريمة"
            " الحرب أمرًا بالمغادرة؛ والفرار من الهجمات ليس أمرًا، وقد يكون إكراهًا ضمن جريمة"
            " ضد الإنسانية"
            " إذا ثبت سياقها.",
        ),
        Both(
            "Say who left, where from, when, and what made them; cite Rule 129 only for an order.",
            "بيّن من غادر ومن أين ومتى وما الذي أجبره؛ ولا تستند إلى القاعدة ١٢٩ إلا لأمر.",
        ),
        law=bench.legal.named("CIHL-129", "RS-8-2-e-viii", "RS-7-1-d"),
    )


CHECK = Check("L09", Severity.WARNING, _TITLE, find)
