"""A statement of our own as it is written: prose in which every number is a placeholder.

``{figure NAME as value}`` stands where a number will, ``{cite KEY}`` where a source's name,
``{law ROW as TEXT}`` where a provision is cited. Around them a small Markdown: headings, paragraphs
and an ordered list of what is asked. Nothing else is markup, and nothing is ever HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from tawthiq.errors import InputError
from tawthiq.statements.figure import Form

_FIELDS = ("title", "dek", "date")
_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
_FIGURE = re.compile(r"figure\s+(?P<name>[\w-]+)\s+as\s+(?P<form>\w+)")
_CITE = re.compile(r"cite\s+(?P<key>[\w-]+)")
_LAW = re.compile(r"law\s+(?:(?P<norm>\S+)\s+as\s+)?(?P<text>\S.*)")
_HEADING = re.compile(r"(#{1,3})\s+(\S.*)")
_ASK = re.compile(r"(\d{1,3})[.)]\s+(\S.*)")


@dataclass(frozen=True, slots=True)
class Words:
    """Prose."""

    text: str


@dataclass(frozen=True, slots=True)
class FigureHere:
    """A number that will be taken from a Count.

    Attributes:
        name: Of the count.
        form: Which of its ends, and whether in words.
        line: Where it stands in the draft, for messages.
    """

    name: str
    form: Form
    line: int


@dataclass(frozen=True, slots=True)
class CiteHere:
    """The name of a source, by its key."""

    key: str
    line: int


@dataclass(frozen=True, slots=True)
class LawHere:
    """A provision, as it is to be printed.

    Attributes:
        norm: The row of the law pack that it names; "" where only words stand.
    """

    text: str
    norm: str = ""
    line: int = field(default=0, compare=False)


Piece = Words | FigureHere | CiteHere | LawHere


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Asks:
    """An ordered list: what is asked, of whom."""

    items: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading; the first may have none."""

    heading: tuple[Piece, ...]
    blocks: tuple[Paragraph | Asks, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole statement before its numbers are put in.

    Attributes:
        title, dek: The headline and the line under it; "" where there is none.
        said_on: Its date, or None.
    """

    title: str
    dek: str
    said_on: date | None
    sections: tuple[Section, ...]

    @property
    def pieces(self) -> Iterator[Piece]:
        """Every piece, in the order of the text."""
        for section in self.sections:
            yield from section.heading
            for block in section.blocks:
                for pieces in (block.pieces,) if isinstance(block, Paragraph) else block.items:
                    yield from pieces

    @property
    def figures(self) -> tuple[FigureHere, ...]:
        """Every number of the text, in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, FigureHere))


def parse_draft(text: str) -> Draft:
    """Read a draft.

    Raises:
        InputError: A placeholder, the head or a list is not written as it must be; the
            message names the line and says how to write it.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    head, first = _head(lines)
    sections = tuple(_sections(lines, first))
    if not any(section.blocks for section in sections):
        raise InputError(
            "the draft has no paragraph; write one under its title",
            "ليس في المسودة فقرة؛ اكتب واحدة تحت العنوان",
        )
    return Draft(head.get("title", ""), head.get("dek", ""), _day(head), sections)


def _head(lines: list[str]) -> tuple[dict[str, str], int]:
    """The fields between two lines of dashes, and the number of the line after them."""
    if not lines or lines[0].strip() != "---":
        return {}, 0
    closed = next((at for at, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
    if closed is None:
        raise InputError(
            "line 1: the head opened by --- is not closed; add a line --- under it",
            "السطر 1: الرأس الذي فُتح بالعلامة --- لم يُغلق؛ أضف تحته سطرًا فيه ---",
        )
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[1:closed], 2):
        name, colon, value = line.partition(":")
        if not line.strip():
            continue
        if not colon or name.strip() not in _FIELDS:
            raise InputError(
                f"line {number}: the head holds only {', '.join(_FIELDS)}, each as in"
                f" “title: …”; this is {line.strip()[:80]!r}",
                f"السطر {number}: لا يحتوي الرأس إلا على {', '.join(_FIELDS)}، كلٌّ على صورة "
                f"“title: …”؛ وهذا {line.strip()[:80]!r}",
            )
        fields[name.strip()] = value.strip().strip("\"'“”")
    return fields, closed + 1


def _day(head: dict[str, str]) -> date | None:
    said = head.get("date", "")
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise InputError(
            f"the date in the head is {said!r}; write it as in 2019-08-02",
            f"التاريخ في الرأس هو {said!r}؛ اكتبه على صورة 2019-08-02",
        ) from None


def _sections(lines: list[str], first: int) -> Iterator[Section]:
    heading: tuple[Piece, ...] = ()
    blocks: list[Paragraph | Asks] = []
    for number, said in _blocks(lines, first):
        if found := _HEADING.fullmatch(said):
            if heading or blocks:
                yield Section(heading, tuple(blocks))
            heading, blocks = tuple(_pieces(found[2], number)), []
        elif _ASK.match(said):
            item = tuple(_pieces(_ask(said), number))
            if blocks and isinstance(blocks[-1], Asks):
                blocks[-1] = Asks((*blocks[-1].items, item))
            else:
                blocks.append(Asks((item,)))
        else:
            blocks.append(Paragraph(tuple(_pieces(said, number))))
    if heading or blocks:
        yield Section(heading, tuple(blocks))


def _ask(said: str) -> str:
    found = _ASK.match(said)
    return said[found.start(2) :] if found else said


def _blocks(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """Headings, list items and paragraphs, each with the number of its first line."""
    begins, parts = 0, list[str]()
    for number, line in enumerate(lines[first:], first + 1):
        said = " ".join(line.split())
        opens = bool(_HEADING.fullmatch(said) or _ASK.match(said))
        if parts and (not said or opens):
            yield begins, " ".join(parts)
            parts = []
        if not said:
            continue
        if _HEADING.fullmatch(said):
            yield number, said
            continue
        begins = begins if parts else number
        parts.append(said)
    if parts:
        yield begins, " ".join(parts)


def _pieces(said: str, line: int) -> Iterator[Piece]:
    end = 0
    for found in _PLACEHOLDER.finditer(said):
        if found.start() > end:
            yield Words(_without_braces(said[end : found.start()], line))
        yield _placeholder(found[1].strip(), line)
        end = found.end()
    if end < len(said):
        yield Words(_without_braces(said[end:], line))


def law_here(said: str, line: int) -> Iterator[LawHere]:
    """The provisions that one line cites, whatever else stands in it."""
    for placeholder in _PLACEHOLDER.finditer(said):
        if found := _LAW.fullmatch(placeholder[1].strip()):
            yield LawHere(found["text"], found["norm"] or "", line)


def _without_braces(words: str, line: int) -> str:
    if "{" in words or "}" in words:
        raise InputError(
            f"line {line}: a brace is open or closed alone in {words[:80]!r}",
            f"السطر {line}: قوس معقوف فُتح أو أُغلق وحده في {words[:80]!r}",
        )
    return words


def _placeholder(said: str, line: int) -> Piece:
    if found := _FIGURE.fullmatch(said):
        return FigureHere(found["name"], _form(found["form"], said, line), line)
    if found := _CITE.fullmatch(said):
        return CiteHere(found["key"], line)
    if found := _LAW.fullmatch(said):
        return LawHere(found["text"], found["norm"] or "", line)
    raise InputError(
        f"line {line}: {{{said[:80]}}} is no placeholder; write {{figure NAME as value}},"
        " {cite SOURCE} or {law PROVISION}",
        f"السطر {line}: {{{said[:80]}}} ليس موضعًا يُملأ؛ اكتب {{figure NAME as value}} أو "
        f"{{cite SOURCE}} أو {{law PROVISION}}",
    )


def _form(said: str, placeholder: str, line: int) -> Form:
    try:
        return Form(said)
    except ValueError:
        raise InputError(
            f"line {line}: in {{{placeholder[:80]}}} the figure is to be shown as {said!r};"
            f" choose {', '.join(Form)}",
            f"السطر {line}: في {{{placeholder[:80]}}} يُطلب إظهار الرقم بصورة {said!r}؛ اختر "
            f"من {', '.join(Form)}",
        ) from None
