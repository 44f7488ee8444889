"""How a sentence uses a provision it names: relies on it, sets it aside, tells what it says."""

from __future__ import annotations

import re

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.reading.provisions import ProvisionSaid
from tawthiq.statements.reading.sentences import Span

_SETS_ASIDE = re.compile(
    r"\b(?:(?:do|does|did|would|will|is|are|can|could)(?:\s+not|n['’]t) (?:apply|applicable"
    r"|reach|cover|bind|govern|extend)"
    r"|(?:not|never) (?:directly )?(?:applicable|binding|appl(?:y|ies)|a treaty basis)|inapplicable"
    r"|appl(?:y|ies) only|only appl(?:y|ies)|applicable only|by analogy|as opposed to|rather"
    r" than|instead of"
    r"|would apply|limited to international|reserved for international|only (?:in|to) international"
    r"|in (?:an )?international armed conflicts?,? (?:by contrast|while)|has no (?:counterpart"
    r"|equivalent|twin)"
    r"|no (?:counterpart|equivalent|twin)|counterpart of|reflects the|drafted for|written for"
    r"|not (?:a |yet )?(?:state )?part(?:y|ies)|has no bearing|had it been|not the (?:right"
    r"|correct) basis)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"[\s,]*\)?[\s,]*(?:(?:explicitly|expressly|clearly|also|specifically|therefore|further|which"
    r"|itself)\s+)*(?:states?|stated|provides?|stipulates?|sa(?:ys|id)|reads|declares?|holds"
    r"|requires?"
    r"|affirms?|confirms?|prescribes?|establishes|prohibits?|forbids?|bans?|protects?|outlaws?"
    r"|obliges?|guarantees?"
    r"|demands?|prevents?|criminali[sz]es|covers?)\b(?:\s+that)?[\s,:]*",
    re.IGNORECASE,
)
_BY_IT = re.compile(
    r"\b(?:according to|under|pursuant to|by virtue of|as per)\s+(?:the\s+)?$", re.I
)


def sets_aside(bench: Bench, span: Span) -> bool:
    """Whether the sentence says that the provision does not reach, or quotes it for another."""
    reading = bench.reading
    if reading.page.layout.is_quoted(span.start, span.end):
        return True
    return (
        _SETS_ASIDE.search(reading.page.layout.said(reading.page.sentence_of(span.start)))
        is not None
    )


def told(bench: Bench, said: ProvisionSaid) -> Span | None:
    """Where the sentence tells what the provision says, from its verb on; None if it does not."""
    text, page = bench.reading.text, bench.reading.page
    end = page.sentence_of(said.start).end
    if found := _TELLS.match(text, said.end, end):
        return Span(found.start(), end) if found.end() < end else None
    before = text[max(0, said.start - 40) : said.start]
    if _BY_IT.search(before) and said.end < end:
        return Span(said.end, end)
    return None


def quotes_law(bench: Bench, said: ProvisionSaid) -> bool:
    """Whether words in quotation marks are given as those of the provision."""
    telling = told(bench, said)
    quotes = bench.reading.page.layout.quotes
    return telling is not None and any(
        telling.start <= quote.start <= telling.start + 60 for quote in quotes[:200]
    )
