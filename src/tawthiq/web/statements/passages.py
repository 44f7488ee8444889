"""A checked text cut into passages, so that each finding stands beside its words.

Findings overlap: a whole sentence can be wrong and a number inside it too. The text is cut
wherever a finding begins or ends. Each piece knows every finding that covers it and looks
as grave as the gravest of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tawthiq.statements.checks.finding import Finding

_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number on the page, from 1 in the order of the text."""

    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """Words without a border of any finding inside.

    Attributes:
        severity: Of the gravest finding over it, or "".
        leads_to: The number of that finding, or 0.
        begins: Numbers of the findings that begin here, each an anchor.
        ends: Numbers of the findings that end here, written after the words.
    """

    text: str
    severity: str
    leads_to: int
    begins: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs and the findings that begin in them, side by side."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    findings: tuple[Numbered, ...]


def parts(
    text: str, findings: tuple[Finding, ...]
) -> tuple[tuple[Part, ...], tuple[Numbered, ...]]:
    """Lay out a text with its findings.

    Returns:
        The parts of the text, and the findings that concern the text as a whole: those
        whose passage is all of it.
    """
    numbered = tuple(Numbered(n, f) for n, f in enumerate(_in_order(findings), start=1))
    whole = tuple(each for each in numbered if _is_whole(each.finding, text))
    placed = tuple(each for each in numbered if each not in whole)
    return tuple(_joined(text, placed)), whole


def _in_order(findings: tuple[Finding, ...]) -> list[Finding]:
    return sorted(findings, key=lambda f: (f.start, -f.end, f.severity.rank, f.check))


def _is_whole(finding: Finding, text: str) -> bool:
    return finding.start <= _first(text) and finding.end >= len(text.rstrip())


def _first(text: str) -> int:
    return len(text) - len(text.lstrip())


def _joined(text: str, placed: tuple[Numbered, ...]) -> Iterator[Part]:
    """One part a paragraph with findings; paragraphs without any stand together."""
    spans = [p.span() for p in _PARAGRAPH.finditer(text) if p.group().strip()]
    beside = _beside(spans, placed)
    plain: list[tuple[Piece, ...]] = []
    for at, (begins, ends) in enumerate(spans):
        pieces = tuple(_pieces(text, begins, ends, placed))
        if at not in beside:
            plain.append(pieces)
            continue
        if plain:
            yield Part(tuple(plain), ())
            plain = []
        yield Part((pieces,), tuple(beside[at]))
    if plain:
        yield Part(tuple(plain), ())


def _beside(
    spans: list[tuple[int, int]], placed: tuple[Numbered, ...]
) -> dict[int, list[Numbered]]:
    """The findings of each paragraph: those that begin in it, or in the space before it."""
    beside: dict[int, list[Numbered]] = {}
    for each in placed:
        after = (at for at, (_, ends) in enumerate(spans) if each.finding.start < ends)
        beside.setdefault(next(after, len(spans) - 1), []).append(each)
    return beside


def _pieces(text: str, begins: int, ends: int, placed: tuple[Numbered, ...]) -> Iterator[Piece]:
    over = [each for each in placed if each.finding.start < ends and each.finding.end > begins]
    cuts = {begins, ends}
    for each in over:
        cuts |= {max(each.finding.start, begins), min(each.finding.end, ends)}
    borders = sorted(cuts)
    for start, end in pairwise(borders):
        covering = [e for e in over if e.finding.start <= start and e.finding.end >= end]
        yield _piece(text[start:end], start, end, covering)


def _piece(words: str, start: int, end: int, covering: list[Numbered]) -> Piece:
    gravest = min(covering, key=lambda e: (e.finding.severity.rank, _length(e)), default=None)
    return Piece(
        words,
        gravest.finding.severity.value if gravest else "",
        gravest.number if gravest else 0,
        tuple(each.number for each in covering if each.finding.start == start),
        tuple(sorted(each.number for each in covering if each.finding.end == end)),
    )


def _length(numbered: Numbered) -> int:
    return numbered.finding.end - numbered.finding.start
