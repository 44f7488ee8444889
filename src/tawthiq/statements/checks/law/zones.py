"""L12: a de-escalation area, ceasefire or deconfliction list is taken for legal immunity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.law.agreement import KnownAgreement
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import NOTHING, Both

_TITLE = Both("An agreement taken for legal protection", "اتفاق عُدَّ حماية قانونية")
_ZONES = {
    "de_escalation_zone": re.compile(
        r"\b(?:de-?\s?escalation (?:areas?|zones?|agreements?)|areas? of (?:escalation"
        r" reducing|reducing escalation)"
        r"|(?:low|reduced|reducing)[- ]escalation (?:areas?|zones?)|zones? of reduced"
        r" escalation|Astana (?:agreement|memorandum)|demilitari[sz]ed zone)\b",
        re.IGNORECASE,
    ),
    "ceasefire": re.compile(
        (
            r"\b(?:cease-?\s?fires?|truces?|cessation of hostilities|Sochi (?:agreement"
            r"|memorandum))\b"
        ), re.IGNORECASE
    ),
    "deconfliction_list": re.compile(
        r"\b(?:de-?confliction (?:lists?|mechanism|system)|deconflicted|no-?strike lists?"
        r"|notified (?:their )?coordinates)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
_RELIES = re.compile(
    r"\b(?:(?:were|was|are|is) supposed to|should (?:have been|be) (?:safe|protected|spared"
    r"|immune)|protected (?:by|because|under)|immun\w+|guarantee[sd]?"
    r"|violat\w+|breach\w*|in spite of|despite|illegal (?:because|as)|unlawful (?:because|as)"
    r"|because (?:it|they) (?:was|were) (?:in|on|inside)|covered by"
    r"|makes? (?:it|this|them) (?:a )?(?:war )?crimes?|safe (?:under|by virtue)|therefore"
    r" (?:protected|illegal|unlawful)|prohibit\w*|(?:is|are) (?:safe )?haven)\b",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"\b(?:political memorandum|memorandum of|not (?:itself|by itself|in itself|as such)"
    r"|whether or not|with or without|anywhere|inside and outside|regardless|alleged breach"
    r"|binds (?:only )?its|not a (?:legal )?(?:source|basis)|does not (?:protect|create|change"
    r"|affect)|customary|Rule \d+|Article 3|also|was (?:agreed|announced|signed)|entered into"
    r" force|took effect"
    r"|called for|calls? (?:on|for|upon)|demand\w*|urge[sd]?|respect|must|resolution"
    r"|monitor\w*|accus\w+|said|reported)\b",
    re.IGNORECASE,
)


def find(bench: Bench) -> Iterator[Finding]:
    """A zone, ceasefire or list that is said to protect, or whose breach is said to be a crime.

    One finding for each kind. It is silent where the zone only says where something
    happened, where the text asks that an agreement be kept, and where it weighs it.
    """
    page = bench.reading.page
    for kind, words in _ZONES.items():
        for found in words.finditer(bench.reading.text):
            span = Span(*found.span())
            sentence = page.layout.said(page.sentence_of(span.start))
            if page.layout.is_quoted(span.start, span.end) or _WEIGHED.search(sentence):
                continue
            if _RELIES.search(sentence):
                yield _finding(bench, span, kind)
                break


def _finding(bench: Bench, span: Span, kind: str) -> Finding:
    held = bench.pack.agreement_kinds[kind]
    known = [k for k in bench.pack.agreements if k.agreement.kind == kind]
    basis = _basis(known[0]) if known else NOTHING
    return bench.finding(
        "L12",
        Severity.WARNING,
        span,
        _TITLE,
        Both(f"Its weight in law: {held.weight.en}. ", f"وزنها في القانون: {held.weight.ar}. ")
        + basis,
        Both(
            "Rest the protection on the rules that hold anywhere, and call this an alleged"
            " breach of"
            " the agreement.",
            "أسند الحماية إلى القواعد السارية في كل مكان، وسمِّ هذا خرقًا مُدّعى به للاتفاق.",
        ),
        [word.strip(" ;") for k in known for word in k.agreement.source.split() if "://" in word],
        law=bench.legal.named("CIHL-001", *held.bears_on),
    )


def _basis(known: KnownAgreement) -> Both:
    name = known.agreement.name
    said = known.agreement.source.partition(";")[0]
    return Both(
        f"Its basis is the {name.en} ({said}).", f"وأساسها: {name.ar} ({known.agreement.first})."
    )


CHECK = Check("L12", Severity.WARNING, _TITLE, find)
