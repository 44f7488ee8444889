"""W08: terms that the glossary writes otherwise, and sentences without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.verbs import has_verb
from tawthiq.statements.checks.word_lists import Met, meet
from tawthiq.statements.reading.sentences import BlockKind, Sentence, Span
from tawthiq.values.both import Both

_TITLE = Both("Not the term of the glossary", "ليس مصطلح المسرد")
_NO_VERB = Both("A sentence without a verb", "جملة بلا فعل")


def find(bench: Bench) -> Iterator[Finding]:
    """Mistranslated terms, one finding a term, and long sentences without a verb, one in all.

    Headings, list items, quotations and short calls are no sentences and may lack a verb.
    """
    by_term: dict[str, list[Met]] = {}
    for met in meet("terms", bench.reading.page):
        by_term.setdefault(met.line.instead.en, []).append(met)
    for found in by_term.values():
        yield _term(bench, found)
    verbless = [s for s in bench.reading.page.layout.sentences if _lacks_verb(bench, s)]
    if verbless:
        yield _without_verb(bench, verbless)


def _term(bench: Bench, found: Sequence[Met]) -> Finding:
    first = found[0]
    written = " ".join(bench.reading.text[first.start : first.end].split())
    more = _more(len(found) - 1)
    instead = first.line.instead
    return bench.finding(
        "W08",
        Severity.WARNING,
        Span(first.start, first.end),
        _TITLE,
        Both(
            f"“{written}” is not the term in use{more.en}; the glossary writes: {instead.en}.",
            f"«{written}» ليس المصطلح المستعمل{more.ar}؛ وفي المسرد: {instead.ar}.",
        ),
        instead,
    )


def _more(number: int) -> Both:
    if number < 1:
        return Both("", "")
    times = "once more" if number == 1 else f"{number} more times"
    return Both(f" (and {times} in this text)", f" (ومرات أخرى في هذا النص: {number})")


_LONG = 8  # words from which a sentence needs a verb; house choice


def _lacks_verb(bench: Bench, sentence: Sentence) -> bool:
    page = bench.reading.page
    block = page.layout.blocks[sentence.block]
    if block.kind is not BlockKind.PARAGRAPH or page.layout.is_quoted(sentence.start, sentence.end):
        return False
    said = page.layout.said(sentence)
    words = page.said_between(sentence.start, sentence.end)
    if len(words) < _LONG or re.search(r"[\u0600-\u06ff]", said) or said.rstrip().endswith(":"):
        return False
    return not has_verb(words)


def _without_verb(bench: Bench, sentences: Sequence[Sentence]) -> Finding:
    first = sentences[0]
    more = _more(len(sentences) - 1)
    return bench.finding(
        "W08",
        Severity.NOTE,
        Span(first.start, first.end),
        _NO_VERB,
        Both(
            f"It names things and says nothing of them{more.en}. A reader cannot tell what is"
            " asserted.",
            f"تسمّي الجملة أشياء ولا تقول عنها شيئًا{more.ar}، فلا يعرف القارئ ما المُدّعى.",
        ),
        Both(
            "Say who did what, where and when, and who says so.",
            "قل من فعل ماذا وأين ومتى، ومن يقول ذلك.",
        ),
    )


CHECK = Check("W08", Severity.WARNING, _TITLE, find)
