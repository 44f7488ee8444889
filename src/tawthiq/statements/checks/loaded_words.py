"""W02: words that carry hatred or contempt, or stand where a fact should."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.statements.checks.interface import Check
from tawthiq.statements.checks.word_lists import Entry, Met, meet
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import Both, joined

_TITLE = Both("Loaded wording", "عبارة مشحونة")


def find(bench: Bench) -> Iterator[Finding]:
    """Hateful, contemptuous or rhetorical words of the list, outside quotations.

    One finding for each line of the list, at its first place; the same words are measured
    for every party.
    """
    layout = bench.reading.page.layout
    by_line: dict[Entry, list[Met]] = {}
    for met in meet("loaded", bench.reading.page):
        if not layout.is_quoted(met.start, met.end):
            by_line.setdefault(met.line, []).append(met)
    for line, found in by_line.items():
        yield _finding(bench, line, found)


def _finding(bench: Bench, line: Entry, found: list[Met]) -> Finding:
    text = bench.reading.text
    words = list(dict.fromkeys(" ".join(text[m.start : m.end].split()) for m in found))
    said = joined((Both.same(f"“{word}”") for word in words), Both(", ", "، "))
    plural = len(words) > 1
    return bench.finding(
        "W02",
        line.severity or Severity.WARNING,
        Span(found[0].start, found[0].end),
        _TITLE,
        Both(
            f"{said.en} {'judge instead of reporting, and make' if plural else _JUDGES}"
            " every number nearby easier to doubt.",
            f"{said.ar}: حكمٌ لا إخبار، ويجعل كل رقم بجانبه أيسر على التشكيك.",
        ),
        line.instead,
    )


_JUDGES = "judges instead of reporting, and makes"

CHECK = Check("W02", Severity.WARNING, _TITLE, find)
