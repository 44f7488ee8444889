"""A picture with places painted over; a reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from tawthiq.evidence.media.reading.picture import opened, upright
from tawthiq.evidence.redaction.painting import MARGIN, as_json, boxes_in, painted, written
from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

# Kept without loss: nothing of a pixel lies outside it, and the copy is kept without loss too.
_WITHOUT_LOSS = frozenset({"PNG", "GIF", "BMP", "TIFF"})


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield what was painted, and the copy.

    A file of several pictures is refused: what is seen would be only one of them.
    """
    picture, boxes = opened(file), boxes_in(options)
    form = "PNG" if picture.format in _WITHOUT_LOSS else "JPEG"
    if getattr(picture, "n_frames", 1) > 1:
        raise CannotRead(Why.NOT_OF_THIS_KIND, "several pictures in one file")
    if any(box.page for box in boxes):
        raise CannotRead(Why.NONSENSE, "a picture has one page")
    seen = upright(picture)
    places = painted(seen, boxes, 0 if form == "PNG" else MARGIN)
    yield {
        "page": 0,
        "width": seen.width,
        "height": seen.height,
        "painted": as_json(places),
        "form": form,
    }
    yield written(seen, form)
