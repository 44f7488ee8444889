"""A small picture of what is in a file; a reader."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import av
import av.error
import pypdfium2 as pdfium
from PIL import Image

from tawthiq.evidence.media.reading.pdf import opened as open_pdf
from tawthiq.evidence.media.reading.picture import opened as open_picture
from tawthiq.evidence.media.reading.picture import upright
from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

_QUALITY = 80


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield one JPEG. Options: what (picture, film or pdf), page, longest."""
    longest, page = options["longest"], options["page"]
    assert isinstance(longest, int)
    assert isinstance(page, int)
    match options["what"]:
        case "picture":
            seen = _picture(file, longest)
        case "pdf":
            seen = _page(file, page, longest)
        case _:
            seen = _frame(file, longest)
    seen.thumbnail((longest, longest))
    only_pixels = Image.new("RGB", seen.size)
    only_pixels.paste(seen)
    out = io.BytesIO()
    only_pixels.save(out, "JPEG", quality=_QUALITY)
    yield out.getvalue()


def _picture(file: BinaryIO, longest: int) -> Image.Image:
    picture = open_picture(file)
    picture.draft("RGB", (longest, longest))
    return upright(picture)


def _page(file: BinaryIO, number: int, longest: int) -> Image.Image:
    document = open_pdf(file)
    if not 0 <= number < len(document):
        raise CannotRead(Why.NONSENSE, f"{len(document)} pages")
    try:
        page = document[number]
        scale = longest / max(*page.get_size(), 1)
        drawn: Image.Image = page.render(scale=scale, fill_color=(255, 255, 255, 255)).to_pil()
    except (pdfium.PdfiumError, ValueError) as refused:
        raise CannotRead(Why.BROKEN, str(refused)) from refused
    return drawn.convert("RGB")


def _frame(file: BinaryIO, longest: int) -> Image.Image:
    try:
        with av.open(file, "r", metadata_errors="replace") as film:
            for frame in film.decode(video=0):
                return Image.fromarray(frame.to_ndarray(format="rgb24"))
    except (av.error.FFmpegError, ValueError, IndexError) as refused:
        raise CannotRead(Why.BROKEN, str(refused)) from refused
    raise CannotRead(Why.BROKEN, "no frame")
