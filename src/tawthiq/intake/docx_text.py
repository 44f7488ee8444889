"""The text of a Word file, in reading order: paragraphs, lists, tables, then footnotes.

We read the package ourselves (ECMA-376 part 1, section 17): python-docx leaves out what
was inserted with tracked changes, and footnotes, and a statement keeps its sources there.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tawthiq.intake.given import MEGABYTE, Given
from tawthiq.intake.package import Package, open_package
from tawthiq.intake.refusal import unreadable
from tawthiq.intake.relations import Relations, relations_of, target_of
from tawthiq.intake.xml_part import feed, local, new_parser
from tawthiq.values.both import Both

MOST_UNPACKED = 200 * MEGABYTE
MOST_OF_TEXT = 50 * MEGABYTE
# What stands inside these is not the text as it reads now: what was deleted or moved
# away, the twin of a drawing for old programs, and what a paragraph or run looks like.
_UNREAD = frozenset({"del", "moveFrom", "Fallback", "pPr", "instrText"})
_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

TRACKED = Both(
    "the file holds tracked changes; it was read as if all of them were accepted",
    "في الملف تعديلات متعقَّبة؛ قُرئ كما لو قُبلت جميعها",
)
HIDDEN = Both(
    "the file holds hidden text, which was read like all other text",
    "في الملف نص مخفي، وقد قُرئ كسائر النص",
)
COMMENTS = Both("comments in the margin were not read", "لم تُقرأ التعليقات الهامشية")
MARGINS = Both("headers and footers were not read", "لم تُقرأ رؤوس الصفحات وتذييلاتها")


def text_of_docx(given: Given) -> tuple[str, str, tuple[Both, ...]]:
    """The text, the kind "docx", and what a reader must know.

    Raises:
        UnreadableError: It is no Word file, is damaged, or would unpack to too much.
    """
    with open_package(given, MOST_UNPACKED) as package:
        main = target_of(relations_of(package, ""), "officeDocument")
        if not main.lower().endswith(".xml") or not package.has(main):
            raise unreadable(_no_document(given.name))
        relations = relations_of(package, main)
        body = _read(package, main)
        if not body.has_body:
            raise unreadable(_no_document(given.name))
        notes = [_read(package, part) for part in _parts(relations, "footnotes", "endnotes")]
        margins = [_read(package, part) for part in _parts(relations, "header", "footer")]
    lines = [*body.lines, *(line for part in notes for line in part.lines)]
    said = (
        (TRACKED, any(part.is_tracked for part in (body, *notes))),
        (HIDDEN, any(part.is_hidden for part in (body, *notes))),
        (COMMENTS, bool(target_of(relations, "comments"))),
        (MARGINS, any(line.strip() for part in margins for line in part.lines)),
    )
    return "\n".join(lines).strip(), "docx", tuple(note for note, is_so in said if is_so)


def _parts(relations: Relations, *kinds: str) -> list[str]:
    return [target for kind, target in relations.values() if kind in kinds]


@dataclass(slots=True)
class _Story:
    """One part of a Word file while it is read.

    Attributes:
        lines: Paragraphs, and rows of tables with tabs between their cells.
        is_tracked, is_hidden: Whether it holds tracked changes, or hidden text.
        has_body: Whether it is the main text of a document.
    """

    lines: list[str] = field(default_factory=list)
    is_tracked: bool = False
    is_hidden: bool = False
    has_body: bool = False
    _paragraphs: list[list[str]] = field(default_factory=list)
    _rows: list[list[str]] = field(default_factory=list)
    _cells: list[list[str]] = field(default_factory=list)
    _unread: int = 0

    def start(self, name: str, attrs: dict[str, str]) -> bool:
        """Take the start of a tag; True where its characters are text."""
        tag = local(name)
        self.is_tracked |= tag in _TRACKED
        self.is_hidden |= tag == "vanish"
        self.has_body |= tag == "body"
        if tag in _UNREAD:
            self._unread += 1
        elif tag == "p":
            self._paragraphs.append([])
        elif tag == "tr":
            self._rows.append([])
        elif tag == "tc":
            self._cells.append([])
        elif self._paragraphs and not self._paragraphs[-1] and _begins_item(tag, attrs):
            self._paragraphs[-1].append("- ")
        elif not self._unread and self._paragraphs:
            self._paragraphs[-1].append(_SIGNS.get(tag, ""))
        return tag == "t" and not self._unread and bool(self._paragraphs)

    def text(self, characters: str) -> None:
        self._paragraphs[-1].append(characters)

    def end(self, name: str) -> None:
        tag = local(name)
        if tag in _UNREAD:
            self._unread -= 1
        elif tag == "p" and self._paragraphs:
            self._put("".join(self._paragraphs.pop()).rstrip())
        elif tag == "tc" and self._cells:
            cell = " ".join(line for line in self._cells.pop() if line)
            (self._rows[-1] if self._rows else self.lines).append(cell)
        elif tag == "tr" and self._rows:
            self._put("\t".join(self._rows.pop()))

    def _put(self, line: str) -> None:
        """Add a line to the cell in which it stands, or to the text."""
        (self._cells[-1] if self._cells else self.lines).append(line)


def _begins_item(tag: str, attrs: dict[str, str]) -> bool:
    """Whether a property of a paragraph makes it an item of a list."""
    if tag == "numPr":
        return True
    style = next((value for key, value in attrs.items() if local(key) == "val"), "")
    return tag == "pStyle" and style.startswith("List") and style != "ListParagraph"


def _read(package: Package, part: str) -> _Story:
    story = _Story()

    def start(name: str, attrs: dict[str, str]) -> None:
        parser.CharacterDataHandler = story.text if story.start(name, attrs) else None

    def end(name: str) -> None:
        parser.CharacterDataHandler = None
        story.end(name)

    parser = new_parser(package.name, start, end)
    if package.has(part):
        for _ in feed(package, part, parser, MOST_OF_TEXT):
            pass
    return story


def _no_document(name: str) -> Both:
    return Both(
        f"{name} is no Word document; open it in the program that made it and save it as .docx",
        f"الملف «{name}» ليس مستند Word؛ افتحه في البرنامج الذي أنشأه واحفظه بصيغة docx",
    )
