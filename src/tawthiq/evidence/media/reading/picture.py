"""How large a picture is, and what it looks like to a perceptual hash."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import numpy as np
import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from tawthiq.evidence.likeness.pdq import SIDE, SMALLEST, pdq_of_rgb
from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

MOST_PIXELS = 200_000_000  # of one picture; a telephone's are 12 to 200 million
SCALER = (
    "pillow bilinear, half or more by libjpeg"  # another way to reduce a picture gives another hash
)
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error, KeyError)

pillow_heif.register_heif_opener(thumbnails=False)
# Pillow only warns of pictures between its own limit and twice that; here one limit refuses.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2
warnings.simplefilter("ignore", Image.DecompressionBombWarning)


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield the format, size and number of pictures; then its likeness, if it can be decoded."""
    picture = opened(file)
    yield {
        "format": picture.format,
        "width": picture.width,
        "height": picture.height,
        "pictures": int(getattr(picture, "n_frames", 1)),
    }
    # A JPEG is decoded at a half, quarter or eighth of its size where that is still large enough.
    picture.draft("RGB", (2 * SIDE, 2 * SIDE))
    hashed = pdq_of_rgb(np.asarray(reduced(upright(picture))))
    yield {"pdq": str(hashed), "quality": hashed.quality, "scaler": SCALER}


def opened(file: BinaryIO) -> Image.Image:
    """Open a picture; its pixels are not decoded yet.

    Raises:
        CannotRead: It is none, is broken, or has more pixels than are allowed.
    """
    try:
        picture = Image.open(file)
    except UnidentifiedImageError as refused:
        raise CannotRead(Why.NOT_OF_THIS_KIND, str(refused)) from refused
    except Image.DecompressionBombError as refused:
        raise CannotRead(Why.TOO_LARGE, str(refused)) from refused
    except _BROKEN as refused:
        raise CannotRead(Why.BROKEN, repr(refused)) from refused
    if picture.width * picture.height > MOST_PIXELS:
        raise CannotRead(Why.TOO_LARGE, f"{picture.width} × {picture.height} pixels")
    return picture


def upright(picture: Image.Image) -> Image.Image:
    """The picture as a person sees it: in three colours, on white, the right way up.

    Raises:
        CannotRead: Its pixels cannot be decoded.
    """
    try:
        return _on_white(ImageOps.exif_transpose(picture))
    except Image.DecompressionBombError as refused:
        raise CannotRead(Why.TOO_LARGE, str(refused)) from refused
    except _BROKEN as refused:
        raise CannotRead(Why.BROKEN, repr(refused)) from refused


def reduced(picture: Image.Image) -> Image.Image:
    """As the published program reduces it: to a square, whatever its shape was."""
    if max(picture.size) <= SIDE or min(picture.size) < SMALLEST:
        return picture
    return picture.resize((SIDE, SIDE), Image.Resampling.BILINEAR, reducing_gap=3)


def _on_white(picture: Image.Image) -> Image.Image:
    """What is transparent shows white, as on a page; what lies hidden below it is gone."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    paper = Image.new("RGB", clear.size, "white")
    paper.paste(clear, mask=clear.getchannel("A"))
    return paper
