"""L05: something is called a war crime though its elements are not laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.hedges import is_ours
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both

_TITLE = Both("A crime is asserted without its elements", "تأكيد جريمة بلا أركانها")
_LABEL = (
    r"(?:war crimes?|crimes? against humanity|crimes? of (?:war|genocide)|international crimes?"
    r"|crimes? under international law)"
)
_ASSERTS = re.compile(
    rf"\b(?:(?:amount(?:s|ed|ing)?|ris(?:e|es|ing)|rose)\s+(?:\w+\s+){{0,4}}?to\s+(?:the level"
    rf" of\s+)?|reach(?:es|ed|ing)?\s+"
    rf"|constitut(?:e|es|ed|ing)\s+|qualif(?:y|ies|ied)\s+as\s+|represent(?:s|ed)?\s+|(?:is"
    rf"|are|was|were)\s+(?:\w+ly\s+)?"
    rf"|tantamount to\s+|classified as\s+|considered\s+(?:as\s+)?|equal(?:s)?\s+(?:to\s+)?"
    rf"|commit(?:s|ted|ting)?\s+|perpetrat(?:ed?|es|ing)\s+|carr(?:y|ied|ying) out\s+)"
    rf"(?:(?:an?|the|level|of|clear|full|many|more|new|these|those|such|horrific|multiple"
    rf"|numerous|daily|grave|serious|blatant|to|threshold|as|several|systematic|both"
    rf"|unspeakable)\s+)*"
    rf"(?:war crimes and\s+)?(?P<label>{_LABEL})",
    re.IGNORECASE,
)
_FOUND_BY = re.compile(
    r"\b(?:conclud\w+|found|finds|determin\w+|ruled|convict\w+|sentenc\w+|judg\w+|reasonable"
    r" grounds|indict\w+|charged?"
    r"|warrants?|verdict|held that)\b",
    re.IGNORECASE,
)
_OF_LAW = re.compile(
    r"\b(?:when (?:committed|they are|it is)|(?:is|are) (?:defined|listed|a list)|any(?:one"
    r"|body)? (?:who|party|attack)|those who|such attacks? (?:is|are|would)"
    r"|responsible for committing|suspected|who (?:commits?|committed|have committed|has"
    r" committed)|persons? who|individuals? who|may|if|would|never|nobody|intentionally"
    r" directing"
    r"|directing attacks|under article|attack(?:ing|s) (?:on|against)? ?(?:civilians|hospitals"
    r"|medical units) (?:is|are) a war crime|not every|not (?:itself|by itself|necessarily)"
    r"|investigat\w+ whether|to (?:commit|have committed)|the crime of|prohibition|no act"
    r"|statute of limitations)\b",
    re.IGNORECASE,
)


def find(bench: Bench) -> Iterator[Finding]:
    """Sentences that say of what happened that it *is* a war crime or crime against humanity.

    No qualified incident is linked to a text here, so its elements stand nowhere and the
    word is too strong. It is silent for "may amount to", for allegations and denials, for
    what a court or commission is said to have found, and for what the law says in general.
    """
    layout = bench.reading.page.layout
    done: set[int] = set()
    for found in _ASSERTS.finditer(bench.reading.text):
        span = Span(*found.span())
        at = layout.sentence_at(span.start)
        sentence = layout.said(layout.sentences[at])
        if at in done or _OF_LAW.search(sentence) or not is_ours(bench.reading, span):
            continue
        if _FOUND_BY.search(sentence) and not _WE_FOUND.search(sentence):
            continue
        done.add(at)
        yield _finding(bench, _whole(bench, span), " ".join(found["label"].split()).lower())


_WE_FOUND = re.compile(r"\bwe\b|\bour\b", re.IGNORECASE)


def _whole(bench: Bench, span: Span) -> Span:
    """With the subject, where the sentence is short."""
    sentence = bench.reading.page.sentence_of(span.start)
    return Span(sentence.start, span.end) if span.end - sentence.start <= 120 else span


def _finding(bench: Bench, span: Span, label: str) -> Finding:
    context = "humanity" in label
    law = bench.legal.named("RS-7-CTX") if context else bench.legal.named("CIHL-156")
    return bench.finding(
        "L05",
        Severity.ERROR,
        span,
        _TITLE,
        Both(
            f"“{label}” is said of everything at once. A crime has elements, each to be"
            " supported for"
            " each incident: what was hit, that the party meant it, the link to the conflict."
            " The text"
            " shows none, and no qualified incident is linked to it.",
            f"تقال «{label}» عن كل شيء دفعة واحدة. وللجريمة أركان، يُسند كل منها في كل واقعة:"
            " ما أُصيب،"
            " وأن الطرف قصده، والصلة بالنزاع. والنص لا يبيّن شيئًا منها، ولا واقعة مكيَّفة"
            " مرتبطة به.",
        ),
        Both(
            "“If an independent investigation confirms it, some of these attacks may amount to"
            f" {label}”; name the incident and the provision.",
            "«إذا أكّده تحقيق مستقل فقد ترقى بعض هذه الهجمات إلى جرائم»؛ وسمِّ الواقعة والحكم.",
        ),
        law=law,
    )


CHECK = Check("L05", Severity.ERROR, _TITLE, find)
