"""Reading a page back: its elements in order, and what a reader of its language would read."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_UNREAD = frozenset({"script", "style"})


@dataclass
class Element:
    """One element with its attributes and what stands in it directly."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    content: list[str | Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands in it directly, without what its own elements hold."""
        return "".join(part for part in self.content if isinstance(part, str))

    @property
    def children(self) -> list[Element]:
        return [part for part in self.content if isinstance(part, Element)]

    @property
    def language(self) -> str:
        """The language in force: its own, or that of what holds it."""
        own = self.attributes.get("lang", "")
        return own or (self.parent.language if self.parent else "")

    @property
    def is_code(self) -> bool:
        """Whether it or what holds it is a code, an address or a cell of a file."""
        kinds = self.attributes.get("class", "").split()
        own = bool({"code", "cell"} & set(kinds)) or (
            self.tag == "bdi" and self.attributes.get("dir") == "ltr"
        )
        return own or (self.parent.is_code if self.parent else False)

    @property
    def words(self) -> str:
        """All of its text, in order."""
        return self.words_without()

    def words_without(self, *tags: str) -> str:
        """Its text in order, but for what elements of these tags hold."""
        return "".join(
            part if isinstance(part, str) else part.words_without(*tags)
            for part in self.content
            if isinstance(part, str) or part.tag not in tags
        )


class Page(HTMLParser):
    """A page as a list of elements, in the order in which they begin."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.faults: list[str] = []
        self.feed(markup)
        self.close()
        self.faults += [f"<{each.tag}> is never closed" for each in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self._open[-1] if self._open else None
        element = Element(tag, {name: value or "" for name, value in attrs}, parent)
        if parent:
            parent.content.append(element)
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].tag != tag:
            self.faults.append(f"</{tag}> closes {self._open[-1].tag if self._open else 'nothing'}")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].content.append(data)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Every element of a tag with these attributes; ``class_`` holds among its classes."""
        return [e for e in self.elements if e.tag == tag and _has(e, attributes)]

    def one(self, tag: str, **attributes: str) -> Element:
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} <{tag}> {attributes}"
        return found[0]

    def read_as(self, language: str) -> list[str]:
        """What is written in a language, without codes, addresses and cells."""
        return [
            element.text
            for element in self.elements
            if element.tag not in _UNREAD and element.language == language and not element.is_code
        ]


def _has(element: Element, wanted: dict[str, str]) -> bool:
    for name, value in wanted.items():
        held = element.attributes.get(name.rstrip("_").replace("_", "-"))
        if held is None or (value not in held.split() if name == "class_" else value != held):
            return False
    return True
