"""Painting over pixels and writing what is left anew; runs inside the sandbox."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence

from PIL import Image

from tawthiq.evidence.redaction.boxes import Box, Pixels
from tawthiq.evidence.sandbox.frames import Json
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

MARGIN = 16
"""Pixels painted on each side of a box in a picture that was compressed with loss.

JPEG and its kin store blocks of 8 or 16 pixels; a trace of what is in a block lies in all of it.
"""
_QUALITY = 92


def painted(picture: Image.Image, boxes: Iterable[Box], margin: int) -> list[Pixels]:
    """Paint boxes black, in place; which pixels that were."""
    places = [box.pixels(picture.width, picture.height, margin) for box in boxes]
    for place in places:
        picture.paste((0, 0, 0), place)
    return places


def written(picture: Image.Image, form: str) -> bytes:
    """The pixels of a picture and nothing else, as PNG or JPEG."""
    only_pixels = Image.new("RGB", picture.size)  # whatever else the decoder attached stays behind
    only_pixels.paste(picture)
    out = io.BytesIO()
    if form == "PNG":
        only_pixels.save(out, "PNG")
    else:
        only_pixels.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return out.getvalue()


def boxes_in(options: Mapping[str, Json]) -> list[Box]:
    """The boxes that were asked for."""
    given = options.get("boxes")
    if not isinstance(given, list):
        raise CannotRead(Why.NONSENSE, "no boxes")
    return [Box.of([float(side) for side in box]) for box in given if _is_box(box)]  # type: ignore[union-attr,arg-type]


def _is_box(given: Json) -> bool:
    return isinstance(given, Sequence) and len(given) == 5


def as_json(places: Iterable[Pixels]) -> Json:
    return [list(place) for place in places]
