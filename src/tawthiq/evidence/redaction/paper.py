"""A PDF of pictures, one on each page, and nothing else: no text, no names, no dates.

Written here and not by a library, so that every byte outside the pictures is known: the same
pictures always give the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page to be written.

    Attributes:
        jpeg: The drawing, in three colours.
        width, height: Pixels.
        points: Width and height on paper, in points of 1/72 inch.
    """

    jpeg: bytes
    width: int
    height: int
    points: tuple[float, float]


def pdf_of(pages: Iterable[DrawnPage]) -> Iterator[bytes]:
    """Write the file in pieces, while the pages come."""
    writing = _Writing()
    yield writing.take(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    kids = list[int]()
    for page in pages:
        number = 3 + 3 * len(kids)
        kids.append(number)
        yield from (
            writing.object(number + part, data) for part, data in enumerate(_parts(page, number))
        )
    tree = " ".join(f"{number} 0 R" for number in kids)
    yield writing.object(1, b"<</Type/Catalog/Pages 2 0 R>>")
    yield writing.object(2, f"<</Type/Pages/Count {len(kids)}/Kids[{tree}]>>".encode())
    yield writing.end()


def _parts(page: DrawnPage, number: int) -> Iterator[bytes]:
    """The page, what is drawn on it, and the picture that is drawn."""
    wide, high = (f"{side:.2f}" for side in page.points)
    yield (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {wide} {high}]/Contents {number + 1} 0 R"
        f"/Resources<</XObject<</P {number + 2} 0 R>>>>>>"
    ).encode()
    yield _stream("", f"q {wide} 0 0 {high} 0 0 cm /P Do Q".encode())
    yield _stream(
        f"/Type/XObject/Subtype/Image/Width {page.width}/Height {page.height}"
        "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
        page.jpeg,
    )


def _stream(head: str, data: bytes) -> bytes:
    return f"<<{head}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


class _Writing:
    """Where each object begins, for the table at the end."""

    def __init__(self) -> None:
        self._at, self._offsets = 0, dict[int, int]()

    def take(self, data: bytes) -> bytes:
        self._at += len(data)
        return data

    def object(self, number: int, data: bytes) -> bytes:
        self._offsets[number] = self._at
        return self.take(b"%d 0 obj" % number + data + b"\nendobj\n")

    def end(self) -> bytes:
        size, at = max(self._offsets) + 1, self._at
        table = [b"%010d 00000 n \n" % self._offsets[number] for number in range(1, size)]
        lines = [b"xref\n0 %d\n0000000000 65535 f \n" % size, *table]
        tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, at)
        return b"".join(lines) + tail
