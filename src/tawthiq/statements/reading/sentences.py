"""Where the paragraphs, sentences and clauses of a text stand, however badly it is punctuated.

Statements reach us from e-mails, PDF and machine translation: ". :Although", list items
without full stops, lines broken at 80 signs, a full stop after "Art". What is found here
are only spans of the text as it came; nothing is repaired.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """Begins with a list mark: a bullet, a dash, a number."""
    HEADING = "heading"
    """A short line that ends without a full stop."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: the end is the first sign that is no longer in it."""

    start: int
    end: int

    def __contains__(self, position: object) -> bool:
        return isinstance(position, int) and self.start <= position < self.end

    def touches(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block(Span):
    """A paragraph, a list item or a heading.

    Attributes:
        kind: Which of these.
        mark: The list mark as it stands ("2-"), or "".
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence, or what stands between two full stops.

    Attributes:
        block: The number of its block.
        clauses: What its semicolons, dashes and words such as "while" divide.
    """

    block: int = 0
    clauses: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A text and where its parts stand.

    Attributes:
        quotes: What stands between quotation marks, marks included.
    """

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Span, ...]

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that holds a position, or the last one before it."""
        return max(0, bisect_right(self.sentences, position, key=lambda s: s.start) - 1)

    def clause_at(self, position: int) -> Span:
        """The clause that holds a position, or its sentence."""
        sentence = self.sentences[self.sentence_at(position)]
        return next((c for c in sentence.clauses if position in c), sentence)

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether somebody else's words hold all of this."""
        at = bisect_right(self.quotes, start, key=lambda q: q.start) - 1
        return at >= 0 and end <= self.quotes[at].end

    def said(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def with_brackets(self, span: Span) -> Span:
        """The stretch, widened so that no pair of brackets of its sentences is cut."""
        first = self.sentences[self.sentence_at(span.start)]
        last = self.sentences[self.sentence_at(span.end - 1)]
        within = Span(min(first.start, span.start), max(last.end, span.end))
        start, end = span.start, span.end
        for pair in _pairs(self.text, within):
            if pair.touches(span) and (pair.start < span.start) is not (pair.end > span.end):
                start, end = min(start, pair.start), max(end, pair.end)
        return Span(start, end)


def _pairs(text: str, within: Span) -> Iterator[Span]:
    """Every pair of round or square brackets in a stretch, the inner one first."""
    open_at: list[int] = []
    for found in _BRACKET.finditer(text, within.start, within.end):
        if found.group() in "([":
            open_at.append(found.start())
        elif open_at and _CLOSES[text[open_at[-1]]] == found.group():
            yield Span(open_at.pop(), found.end())


_BRACKET = re.compile(r"[()\[\]]")
_CLOSES = {"(": ")", "[": "]"}
_MARK = re.compile(r"[ \t]*(?:[-–—•*·▪◦]+|\(?\d{1,2}[.)\-–]|\(?[a-z]\)|#{1,6})(?=[ \t])")
_LINE = re.compile(r"[^\n]*\n?")
# A point that ends no sentence: after these words, after one capital, inside a number.
_SHORT = (
    r"arts?|nos?|st|dr|mrs?|ms|prof|gen|col|lt|rev|hon|e\.g|i\.e|cf|v|vs|p|pp|para|paras|ch|sec"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|al|approx|est|ca|fig|inc|u\.n|u\.s"
)
_END = re.compile(r"[.!?؟]+[\"”’»)\]]*(?=\s|$)")
_SHORT_BEFORE = re.compile(rf"(?:\b(?:{_SHORT})|\b[A-Z])$", re.IGNORECASE)
_LOOSE = re.compile(r"[\s.,:;!?،؛\-–—]*")
_CLAUSE = re.compile(
    r"[;:؛]\s|\s[–—-]{1,2}\s|—|,?\s\b(?:while|whereas|but|although|though|where|because|whilst)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"“[^”“\n]{1,2000}”|«[^»«\n]{1,2000}»|\"[^\"\n]{1,2000}\"")
_HEADING_AT_MOST = 120  # signs; house choice


def lay_out(text: str) -> Layout:
    """Find the blocks, sentences, clauses and quotations of a text."""
    blocks = tuple(_blocks(text))
    sentences = tuple(
        sentence
        for number, block in enumerate(blocks)
        for sentence in _sentences(text, block, number)
    )
    quotes = tuple(Span(*found.span()) for found in _QUOTE.finditer(text))
    return Layout(text, blocks, sentences, quotes)


def _blocks(text: str) -> Iterator[Block]:
    """Blocks end at an empty line, at a list mark, and where a line stops short of a sentence."""
    start = end = -1
    last = ""
    for found in _LINE.finditer(text):
        line = found.group()
        said = line.strip()
        if start >= 0 and (not said or _begins_anew(last, line)):
            yield _block(text, start, end)
            start = -1
        if said:
            start = found.start() if start < 0 else start
            end = found.start() + len(line.rstrip())
            last = said
    if start >= 0:
        yield _block(text, start, end)


def _begins_anew(last: str, line: str) -> bool:
    if _MARK.match(line):
        return True
    ends = last[-1] in '.!?:؟…”"'
    return (ends and len(last) < 60) or (not ends and len(last) < 40 and line[:1].isupper())


def _block(text: str, start: int, end: int) -> Block:
    mark = _MARK.match(text, start, end)
    begins = mark.end() if mark else start
    begins += len(text[begins:end]) - len(text[begins:end].lstrip())
    body = text[begins:end]
    kind = BlockKind.PARAGRAPH
    if len(body) <= _HEADING_AT_MOST and "\n" not in body and body[-1:] not in ".!?؟;":
        kind = BlockKind.HEADING
    elif mark:
        kind = BlockKind.ITEM
    return Block(begins, end, kind, mark.group().strip() if mark else "")


_LONGEST = 2_000
"""Signs after which a sentence is cut at the next space: no person wrote it as one, and what
reads a sentence may then look at all of it. House choice."""
_SPACE = re.compile(r"\s")


def _sentences(text: str, block: Block, number: int) -> Iterator[Sentence]:
    start = _skip_loose(text, block.start, block.end)
    for found in _END.finditer(text, block.start, block.end):
        if found.end() <= start or not _ends_here(text, found, block.end):
            continue
        yield from _cut(text, start, found.end(), number)
        start = _skip_loose(text, found.end(), block.end)
    if start < block.end:
        yield from _cut(text, start, block.end, number)


def _cut(text: str, start: int, end: int, number: int) -> Iterator[Sentence]:
    while end - start > _LONGEST:
        space = _SPACE.search(text, start + _LONGEST, end)
        if space is None:
            break
        yield _sentence(text, start, space.start(), number)
        start = space.end()
    if start < end:
        yield _sentence(text, start, end, number)


def _skip_loose(text: str, start: int, end: int) -> int:
    """Past what a careless hand left at the beginning: spaces, a second full stop, ":"."""
    found = _LOOSE.match(text, start, end)
    return found.end() if found else start


def _ends_here(text: str, found: re.Match[str], end: int) -> bool:
    if found.group()[0] != ".":
        return True
    if _SHORT_BEFORE.search(text[max(0, found.start() - 8) : found.start()]):
        return _skip_loose(text, found.end(), end) >= end
    following = text[_skip_loose(text, found.end(), end) : end][:1]
    return not following.islower()


def _sentence(text: str, start: int, end: int, block: int) -> Sentence:
    return Sentence(start, end, block, tuple(_clauses(text, start, end)))


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    begins = start
    for found in _CLAUSE.finditer(text, start, end):
        if found.start() > begins:
            yield Span(begins, found.start())
            begins = found.start()
    if begins < end:
        yield Span(begins, end)


def sentence_numbers(layout: Layout, block: int) -> Sequence[int]:
    """The numbers of the sentences of a block, in order."""
    return [n for n, sentence in enumerate(layout.sentences) if sentence.block == block]
