"""An XML part of a package, read as a stream of tags; entities are refused, not expanded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.parsers import expat

from tawthiq.intake.given import MEGABYTE
from tawthiq.intake.package import Package, damaged
from tawthiq.intake.refusal import unreadable

_MOST_OF_A_TAG = 2 * MEGABYTE

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Parser = expat.XMLParserType


def new_parser(name: str, start: Start, end: End) -> Parser:
    """A parser that calls ``start`` and ``end`` with names as written, prefix included."""
    # An encoding that a damaged declaration makes up is not looked for: Office writes UTF-8.
    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end

    def refuse(*_: object) -> None:
        # An Office file has no document type; one that has wants to expand entities.
        raise unreadable(damaged(name, "it declares a document type"))

    parser.StartDoctypeDeclHandler = refuse
    return parser


def feed(package: Package, part: str, parser: Parser, most: int) -> Iterator[None]:
    """Parse a part, stopping after each piece so that what was found can be taken away.

    Raises:
        UnreadableError: It is not well formed, or a single tag is larger than 2 MB.
    """
    fed = 0
    try:
        for chunk in package.chunks(part, most):
            parser.Parse(chunk)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > _MOST_OF_A_TAG:
                raise unreadable(damaged(package.name, f"{part} holds a tag over 2 MB"))
            yield
        parser.Parse(b"", True)
        yield
    except expat.ExpatError as error:
        raise unreadable(damaged(package.name, f"{part}: {error}")) from error


def parse(package: Package, part: str, start: Start, end: End, most: int) -> None:
    """Parse a whole part at once."""
    for _ in feed(package, part, new_parser(package.name, start, end), most):
        pass


def local(name: str) -> str:
    """The name of a tag or attribute without its prefix."""
    return name.rpartition(":")[2]


def nothing(name: str) -> None:
    """The end of a tag that says nothing by ending."""
