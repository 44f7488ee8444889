"""W01: words of guilt before a court has spoken."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.hedges import is_ours
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.word_lists import Met, meet
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both, joined

_TITLE = Both("It says that somebody is guilty", "يقضي النص بأنّ أحدًا مذنب")


def find(bench: Bench) -> Iterator[Finding]:
    """Words that call somebody guilty: perpetrators, criminals, blood on their hands.

    One finding a sentence. It is silent for quoted words, for "those alleged to be
    responsible", and where the sentence denies, supposes or speaks of a conviction.
    """
    by_sentence: dict[int, list[Met]] = {}
    for met in meet("guilt", bench.reading.page):
        if is_ours(bench.reading, met):
            at = bench.reading.page.layout.sentence_at(met.start)
            by_sentence.setdefault(at, []).append(met)
    for found in by_sentence.values():
        yield _finding(bench, found)


def _finding(bench: Bench, found: list[Met]) -> Finding:
    words = joined((Both.same(f"“{_said(bench, met)}”") for met in found), Both(", ", "، "))
    instead = joined(dict.fromkeys(met.line.instead for met in found), Both("; ", "؛ "))
    return bench.finding(
        "W01",
        Severity.ERROR,
        Span(found[0].start, found[-1].end),
        _TITLE,
        Both(
            f"{words.en}: no court has found this. Whoever is meant can turn it against the text.",
            f"{words.ar}: لم تقضِ بذلك محكمة. ويمكن لمن يعنيه القول أن يحتج به على النص.",
        ),
        instead,
    )


def _said(bench: Bench, met: Met) -> str:
    return " ".join(bench.reading.text[met.start : met.end].split())


CHECK = Check("W01", Severity.ERROR, _TITLE, find)
