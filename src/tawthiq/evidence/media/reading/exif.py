"""What a camera or a program wrote into a picture: every tag, as text, none of it believed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import exifread
from exifread.core.exceptions import ExifError
from exifread.utils import get_gps_coords
from PIL import Image

from tawthiq.evidence.media.reading.picture import opened
from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

_LONGEST = 500  # characters of a value
_MOST = 2_000  # tags of one kind
_XMP = re.compile(r"""([A-Za-z]+:[A-Za-z]+)(?:="([^"]*)"|>([^<]+)<)""")
_FAULTS = (
    ExifError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    TypeError,
    ValueError,
)


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield ``{"tags": {name: text}, "place": [latitude, longitude] or null}``."""
    picture = opened(file)
    texts = dict(_texts(picture))
    if texts:
        yield {"tags": texts}
    tags = _exif(picture, file)
    named: dict[str, Json] = {
        str(name): str(tag)[:_LONGEST] for name, tag in list(tags.items())[:_MOST]
    }
    yield {"tags": named, "place": _place(tags)}


def _exif(picture: Image.Image, file: BinaryIO) -> Mapping[str, object]:
    """The tags of EXIF, from wherever this kind of picture keeps them."""
    block = picture.info.get("exif")
    if not block and picture.format != "TIFF":
        return {}
    file.seek(0)
    source = io.BytesIO(block.removeprefix(b"Exif\0\0")) if block else file
    try:
        return exifread.process_file(source, details=False, extract_thumbnail=False)
    except _FAULTS as refused:  # the library fails in many ways over broken tags
        raise CannotRead(Why.BROKEN, repr(refused)) from refused


def _texts(picture: Image.Image) -> Iterator[tuple[str, Json]]:
    """Comments, descriptions and the like, each under its own name in the format."""
    for name, value in list(picture.info.items())[:_MOST]:
        if name in ("xmp", "XML:com.adobe.xmp") and isinstance(value, str | bytes):
            yield from _xmp(value if isinstance(value, str) else value.decode("utf-8", "replace"))
        elif isinstance(value, str):
            yield f"text {name}", value[:_LONGEST]
        elif isinstance(value, bytes) and name == "comment":
            yield "text comment", value[:_LONGEST].decode("utf-8", "replace")


def _xmp(text: str) -> Iterator[tuple[str, Json]]:
    """What stands in the simple fields; no parser of XML is let near it."""
    for count, found in enumerate(_XMP.finditer(text)):
        if count < _MOST and not found[1].startswith("xmlns"):
            yield f"XMP {found[1]}", (found[2] or found[3] or "").strip()[:_LONGEST]


def _place(tags: Mapping[str, object]) -> Json:
    """Degrees north and east, where they can be worked out."""
    try:
        found = get_gps_coords(dict(tags))
    except _FAULTS:
        return None
    return [round(float(number), 7) for number in found] if found else None
