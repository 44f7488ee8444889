from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence.media.samples import exif, picture, saved
from tests.evidence.redaction.planted import PLANTED, secret

from tawthiq.evidence.media.only_pixels import MoreThanPixels, check_jpeg, check_png

JPEG, PNG = saved("JPEG"), saved("PNG")


def test_a_plain_picture_holds_pixels_and_nothing_else() -> None:
    assert check_jpeg(JPEG) == (320, 240)
    assert check_jpeg(saved("JPEG", progressive=True)) == (320, 240)
    assert check_png(PNG) == (320, 240)


@pytest.mark.parametrize("name", [name for name in PLANTED if name.startswith(("jpeg", "png"))])
def test_every_other_thing_in_it_is_named(name: str) -> None:
    data = PLANTED[name](secret(1))
    check = check_png if name.startswith("png") else check_jpeg
    with pytest.raises(MoreThanPixels):
        check(data)


@pytest.mark.parametrize(
    "data",
    [
        JPEG + b"tail",
        JPEG[:-2],
        JPEG[:2] + b"\0" + JPEG[2:],
        b"",
        b"\xff\xd8\xff\xd9",
        saved("JPEG", picture().convert("L")),
        saved("JPEG", exif=exif()),
    ],
)
def test_a_jpeg_with_anything_more_or_less_is_refused(data: bytes) -> None:
    with pytest.raises(MoreThanPixels):
        check_jpeg(data)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


HEAD = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 8, 2, 0, 0, 0))
SIGNATURE, END, ROW = b"\x89PNG\r\n\x1a\n", chunk(b"IEND", b""), bytes(7)
GOOD = zlib.compress(ROW)


def test_the_smallest_picture_is_one() -> None:
    assert check_png(SIGNATURE + HEAD + chunk(b"IDAT", GOOD) + END) == (2, 1)
    halves = chunk(b"IDAT", GOOD[:3]) + chunk(b"IDAT", GOOD[3:])
    assert check_png(SIGNATURE + HEAD + halves + END) == (2, 1)


@pytest.mark.parametrize(
    "body",
    [
        HEAD + chunk(b"IDAT", GOOD + b"tail") + END,
        HEAD + chunk(b"IDAT", GOOD) + chunk(b"IDAT", b"tail") + END,
        HEAD + chunk(b"IDAT", zlib.compress(ROW + b"more")) + END,
        HEAD + chunk(b"IDAT", zlib.compress(ROW[:-1])) + END,
        HEAD + chunk(b"IDAT", GOOD[:-1]) + END,
        HEAD + chunk(b"IDAT", GOOD) + END + b"tail",
        HEAD + chunk(b"IDAT", GOOD),
        HEAD + chunk(b"IDAT", GOOD)[:-1] + b"\0" + END,
        HEAD + chunk(b"IDAT", GOOD) + chunk(b"IEND", b"x"),
        HEAD + HEAD + chunk(b"IDAT", GOOD) + END,
        chunk(b"IDAT", GOOD) + END,
        HEAD + chunk(b"IDAT", GOOD) + END[:-1],
    ],
)
def test_a_png_with_anything_more_or_less_is_refused(body: bytes) -> None:
    with pytest.raises(MoreThanPixels):
        check_png(SIGNATURE + body)


@given(noise=st.binary(max_size=300))
def test_noise_is_refused_in_one_way(noise: bytes) -> None:
    for check, head in (
        (check_png, SIGNATURE),
        (check_png, SIGNATURE + HEAD),
        (check_jpeg, b"\xff\xd8"),
    ):
        with pytest.raises(MoreThanPixels):
            check(head + noise)
