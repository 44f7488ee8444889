"""Small pictures, films and documents that the tests make themselves, in many formats."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from fractions import Fraction

import numpy as np
import pytest
from tests.evidence.likeness.pictures import softened

av = pytest.importorskip("av")
pillow_heif = pytest.importorskip("pillow_heif")
Image = pytest.importorskip("PIL.Image")
pillow_heif.register_heif_opener()

WIDTH, HEIGHT = 320, 240


def picture(width: int = WIDTH, height: int = HEIGHT, seed: int = 1) -> Image.Image:
    draw = np.random.Generator(np.random.PCG64(seed))
    return Image.fromarray(softened(draw, height, width))


def exif() -> Image.Exif:
    """What a telephone writes; an invented one."""
    tags = Image.Exif()
    tags[0x010F], tags[0x0110] = "Example Works", "Telephone 7"
    tags[0x0131], tags[0x0132] = "Camera 1.2", "2019:05:14 10:00:00"
    tags[0x8825] = {1: "N", 2: (36.0, 15.0, 0.0), 3: "E", 4: (36.0, 40.0, 0.0)}
    written = Image.Exif()  # one that has been written and read, as TIFF needs it
    written.load(tags.tobytes())
    return written


def saved(form: str, made: Image.Image | None = None, **options: object) -> bytes:
    out = io.BytesIO()
    (made or picture()).save(out, form, **options)
    return out.getvalue()


def film(form: str = "mp4", codec: str = "mpeg4", seconds: int = 2) -> bytes:
    """A film whose picture changes slowly."""
    out = io.BytesIO()
    with av.open(out, "w", format=form) as container:
        container.metadata["location"] = "+36.2500+036.6667/"
        container.metadata["title"] = "clip"
        stream = container.add_stream(codec, rate=Fraction(12))
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        still = np.asarray(picture())
        for number in range(12 * seconds):
            frame = av.VideoFrame.from_ndarray(np.roll(still, number, axis=1), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return out.getvalue()


def sound() -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format="wav") as container:
        stream = container.add_stream("pcm_s16le", rate=8000, layout="mono")
        frame = av.AudioFrame.from_ndarray(
            np.zeros((1, 8000), np.int16), format="s16", layout="mono"
        )
        frame.sample_rate = 8000
        container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return out.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


MAKERS: Mapping[str, Callable[[], bytes]] = {
    "photo.jpg": lambda: saved("JPEG", exif=exif()),
    "photo.png": lambda: saved("PNG", exif=exif()),
    "photo.webp": lambda: saved("WEBP", exif=exif()),
    "photo.tif": lambda: saved("TIFF", exif=exif()),
    "photo.gif": lambda: saved("GIF", comment=b"a comment"),
    "photo.bmp": lambda: saved("BMP"),
    "photo.heic": lambda: saved("HEIF", exif=exif().tobytes()),
    "photo.avif": lambda: saved("AVIF", exif=exif()),
    "photo.jp2": lambda: saved("JPEG2000"),
    "film.mp4": film,
    "film.mkv": lambda: film("matroska"),
    "film.avi": lambda: film("avi"),
    "film.mov": lambda: film("mov"),
    "sound.wav": sound,
    "paper.pdf": lambda: saved("PDF", title="a report"),
}
"""Files that somebody might give us, by the names that they might have."""


def all_samples() -> dict[str, bytes]:
    return {name: make() for name, make in MAKERS.items()}
