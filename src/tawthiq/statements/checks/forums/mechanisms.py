"""F05: the text says that nobody inquires, though mechanisms exist that do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tawthiq.law.forum import Forum, ForumTest
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.legal import Legal
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both, joined

_TITLE = Both("Existing mechanisms are passed over", "تجاوز آليات قائمة")
_NOBODY = re.compile(
    r"\b(?:absence of|lack of|without|there (?:is|was|has been) no|no)\s+(?:(?:any|an?|the"
    r"|independent|international|serious|real|effective|UN|credible|inquiring"
    r"|accountability)\s+(?:and\s+|or\s+)?)*"
    r"(?:inquir\w+|investigat(?:ion|ions|ing|or|ors)|fact-?finding|mechanisms?(?: of"
    r" accountability| to investigate)?|international mechanisms?|body (?:that"
    r" )?(?:investigates|to investigate)|one (?:is|has been|was) investigat\w+)\b"
    r"|\b(?:nobody|no one|no-one|no international body|no body|none) (?:is |has |was |has been"
    r" )?(?:investigat\w+|inquir\w+|collect(?:s|ed|ing) (?:the )?evidence)\b",
    re.IGNORECASE,
)
MECHANISMS = re.compile(
    r"\b(?:IIIM|COI|Commission of Inquiry|Board of Inquiry|IIMP|Investigation and"
    r" Identification Team|IIT\b|Impartial and Independent Mechanism|Institution on Missing"
    r"|Fact-Finding Mission|Joint Investigative Mechanism)\b"
)
_NARROW = re.compile(
    r"\b(?:by (?:the )?(?:Russian|Syrian|Turkish|Israeli|American|government|regime"
    r"|authorities|army|ministry|parties|coalition)|(?:its|their) own|into (?:this|the)"
    r" (?:attack|strike|incident|killing|death|case|massacre)|domestic|national|on the ground"
    r"|access|if|call\w*|warn\w*|risk|should not|confirm\w*|our|cannot be|must not|military"
    r" objective|of this (?:attack|strike))\b",
    re.IGNORECASE,
)


def find(bench: Bench) -> Iterator[Finding]:
    """ "In the absence of any inquiry", of a country that the pack knows mechanisms for.

    Those that existed on the day of the text are named. It is silent where the text names
    one of them anywhere, and where it speaks of one attack or of one party's own inquiry.
    """
    text, page = bench.reading.text, bench.reading.page
    held = list(existing(bench.legal, bench.reading.said_on or _day(bench)))
    if not held or MECHANISMS.search(text):
        return
    for found in _NOBODY.finditer(text):
        sentence = page.layout.said(page.sentence_of(found.start()))
        if not _NARROW.search(sentence) and not page.layout.is_quoted(*found.span()):
            yield _finding(bench, Span(*found.span()), held)
            return


def _day(bench: Bench) -> date | None:
    """The last day the text speaks of: what existed then can be named without risk."""
    days = [t.when.last for t in bench.reading.times if t.when.last]
    known = [i.when.last for i in bench.known.incidents if i.when.last]
    return max(days or known, default=None)


def existing(legal: Legal, day: date | None) -> Iterator[Forum]:
    """The mechanisms of the pack made for the country of a text, existing on a day."""
    for forum in legal.pack.forums:
        is_there = day is None or forum.exists_from is None or forum.exists_from <= day
        if is_there and ForumTest.AREA_AND_DATE in forum.tests and legal.territory in forum.areas:
            yield forum


def _finding(bench: Bench, span: Span, held: list[Forum]) -> Finding:
    names = joined((Both(f.name.en, f.name.ar) for f in held), Both("; ", "؛ "))
    return bench.finding(
        "F05",
        Severity.WARNING,
        span,
        _TITLE,
        Both(
            f"These exist and inquire or collect evidence: {names.en}. What is absent is"
            " prosecution.",
            f"توجد جهات تحقق أو تجمع الأدلة: {names.ar}. والغائب هو الملاحقة القضائية.",
        ),
        Both(
            "“despite …, nobody has been prosecuted for …”; ask for support of these mechanisms.",
            "«رغم …، لم يُلاحَق أحد على …»؛ واطلب دعم هذه الآليات.",
        ),
        law=bench.legal.named(
            *(
                id_
                for id_, forum in (("GA-71-248", "IIIM"), ("GA-77-301", "IIMP"))
                if forum in {f.id for f in held}
            )
        ),
    )


CHECK = Check("F05", Severity.WARNING, _TITLE, find)
