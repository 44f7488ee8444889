"""How many pages a PDF has, how large they are, and what its maker says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

import pypdfium2 as pdfium

from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

_MOST_PAGES = 5_000  # whose size is told
_LONGEST = 500


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield the number of pages, their sizes in points, the maker's words, and what is attached."""
    document = opened(file)
    pages = len(document)
    sizes: list[Json] = [
        [round(side, 1) for side in document.get_page_size(number)]
        for number in range(min(pages, _MOST_PAGES))
    ]
    yield {
        "pages": pages,
        "sizes": sizes,
        "tags": {name: text[:_LONGEST] for name, text in document.get_metadata_dict().items()},
        "attachments": document.count_attachments(),
    }


def opened(file: BinaryIO) -> pdfium.PdfDocument:
    """Open a PDF.

    Raises:
        CannotRead: It is none, is broken, or is locked.
    """
    try:
        return pdfium.PdfDocument(file)
    except pdfium.PdfiumError as refused:
        is_locked = "password" in str(refused).lower()
        raise CannotRead(Why.ENCRYPTED if is_locked else Why.BROKEN, str(refused)) from refused
