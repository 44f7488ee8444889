"""The pages of a PDF as pictures, with places painted over; a reader.

Painting over a PDF would leave the text below. So each page is drawn as it is seen, and only the
drawing leaves: no text, no layer, no form, no attachment, no earlier version of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import sqrt
from typing import BinaryIO

import pypdfium2 as pdfium
from PIL import Image

from tawthiq.evidence.media.reading.pdf import opened
from tawthiq.evidence.redaction.boxes import by_page
from tawthiq.evidence.redaction.painting import as_json, boxes_in, painted, written
from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

_POINTS = 72  # to the inch
_MOST_PAGES = 2_000
_MOST_PIXELS = 40_000_000  # of one page


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield, for each page, what was painted and its size in points, and the drawing as JPEG.

    Options:
        boxes: Where to paint.
        dots: To the inch.
        pages: Which to draw, from 0; all of them unless given.
    """
    document, boxes = opened(file), by_page(boxes_in(options))
    count = len(document)
    pages = _pages(options.get("pages"), count)
    if strangers := set(boxes) - set(pages):
        raise CannotRead(Why.NONSENSE, f"no page {min(strangers)} in the copy")
    yield {"pages": count}
    for number in pages:
        drawn, width, height = _drawn(document, number, options.get("dots"))
        places = painted(drawn, boxes.get(number, ()), 0)
        yield {
            "page": number,
            "points": [width, height],
            "width": drawn.width,
            "height": drawn.height,
            "painted": as_json(places),
            "form": "JPEG",
        }
        yield written(drawn, "JPEG")


def _pages(asked: Json, count: int) -> list[int]:
    pages = (
        [int(page) for page in asked if isinstance(page, int)] if isinstance(asked, list) else []
    )
    pages = pages or list(range(count))
    if len(pages) > _MOST_PAGES:
        raise CannotRead(Why.TOO_LARGE, f"{len(pages)} pages")
    if not all(0 <= page < count for page in pages):
        raise CannotRead(Why.NONSENSE, f"{count} pages")
    return pages


def _drawn(
    document: pdfium.PdfDocument, number: int, dots: Json
) -> tuple[Image.Image, float, float]:
    """Draw a page as it is seen; its size in points."""
    try:
        page = document[number]
        width, height = page.get_size()
        scale = (dots if isinstance(dots, int) else 150) / _POINTS
        scale = min(scale, sqrt(_MOST_PIXELS / max(width * height, 1)))
        drawn = page.render(scale=scale, fill_color=(255, 255, 255, 255)).to_pil()
        page.close()
    except (pdfium.PdfiumError, ValueError) as refused:
        raise CannotRead(Why.BROKEN, f"page {number}: {refused}") from refused
    return drawn.convert("RGB"), width, height
