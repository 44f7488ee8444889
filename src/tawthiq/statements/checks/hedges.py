"""Whether a sentence takes back, quotes or only supposes what it says.

"Those alleged to be responsible", "denied that it killed", "if confirmed, may amount to":
none of these asserts anything, and no check may treat them as if they did.
"""

from __future__ import annotations

import re

from tawthiq.statements.reading.reading import Reading
from tawthiq.statements.reading.sentences import Span

_SUPPOSES = re.compile(
    r"\b(?:alleged(?:ly)?|suspected|suspects|accused|if\b|whether|may (?:have|amount|be|constitute)"
    r"|might|could (?:have|amount|be|constitute)|appear(?:s|ed)? to|believed to|reportedly|claims?"
    r"|claimed|purported(?:ly)?|presumed|possible|possibly|probable|probably|likely|unconfirmed"
    r"|once convicted|when convicted|convicted by|found guilty by|convicted|be it|whoever|whichever"
    r"|until proven|court (?:finds|found|has found|decides)|should be found)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed)?|not|never|no evidence|refut(?:e|es|ed)"
    r"|dismiss(?:es|ed)?|neither|nobody|cannot|does not|did not|without)\b",
    re.IGNORECASE,
)
_ATTRIBUTES = re.compile(
    r"\b(?:attribut(?:e|es|ed|ing)|according to|blam(?:e|es|ed)|accus(?:e|es|ed)|sa(?:y|ys|id) that"
    r"|report(?:s|ed)? that|document(?:s|ed)|record(?:s|ed)|found that|finds that|conclud(?:e"
    r"|es|ed)"
    r"|considers? that|believes? that|states that|stated that|as reported by)\b",
    re.IGNORECASE,
)


def clause_said(reading: Reading, span: Span) -> str:
    """The words of the clause around a passage."""
    return reading.page.layout.said(reading.page.layout.clause_at(span.start))


def sentence_said(reading: Reading, span: Span) -> str:
    """The words of the sentence around a passage."""
    return reading.page.layout.said(reading.page.sentence_of(span.start))


def is_supposed(reading: Reading, span: Span) -> bool:
    """Whether the sentence only supposes or alleges it."""
    return _SUPPOSES.search(sentence_said(reading, span)) is not None


def is_denied(reading: Reading, span: Span) -> bool:
    """Whether the words before it in its clause deny it."""
    clause = reading.page.layout.clause_at(span.start)
    return _DENIES.search(reading.text, clause.start, span.start) is not None


def is_attributed(reading: Reading, span: Span) -> bool:
    """Whether the sentence says whose view it is."""
    if _ATTRIBUTES.search(sentence_said(reading, span)):
        return True
    return any(not cited.own for cited in reading.beside(span).citations)


def is_ours(reading: Reading, span: Span) -> bool:
    """Whether the text itself asserts it: neither quoted, denied nor only supposed."""
    return not (
        reading.page.layout.is_quoted(span.start, span.end)
        or is_supposed(reading, span)
        or is_denied(reading, span)
    )
