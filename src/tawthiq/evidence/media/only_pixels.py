"""Whether a picture that we made holds pixels and nothing else, by a list of what it may hold.

A process that was taken over by the picture it read could write anything beside the pixels. So what
comes out of the sandbox is taken apart here, without decoding it, and refused if there is one
part in it that a plain picture does not need.
"""

from __future__ import annotations

import struct
import zlib

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNKS = (b"IHDR", b"IDAT", b"IEND")
_JFIF = b"JFIF\0"
# Markers of a JPEG that carry no words: tables, frame headers, scans, restarts.
_TABLES = {0xDB, 0xC4, 0xDD}
_FRAMES = {0xC0, 0xC1, 0xC2}
_SCAN, _END, _APP0, _RESTARTS = 0xDA, 0xD9, 0xE0, range(0xD0, 0xD8)


class MoreThanPixels(ValueError):
    """There is something else in it; the message says what and where."""


def check_png(data: bytes) -> tuple[int, int]:
    """Its width and height.

    Raises:
        MoreThanPixels: It holds another chunk than those three, bytes behind its end, or behind
            its pixels; or is no PNG in three colours.
    """
    if not data.startswith(_PNG):
        raise MoreThanPixels("not a PNG")
    at, seen, packed = len(_PNG), list[bytes](), list[bytes]()
    while at < len(data):
        name, body, at = _chunk(data, at)
        seen.append(name)
        if name == b"IDAT":
            packed.append(body)
    if [name for name in seen if name != b"IDAT"] != [b"IHDR", b"IEND"] or seen[-1] != b"IEND":
        raise MoreThanPixels(f"chunks {b' '.join(seen[:20])!r}")
    width, height, *form = struct.unpack(">IIBBBBB", data[16:29])
    if form != [8, 2, 0, 0, 0]:
        raise MoreThanPixels(f"a PNG of the form {form}")
    _check_packed(packed, height * (1 + 3 * width))
    return width, height


def _chunk(data: bytes, at: int) -> tuple[bytes, bytes, int]:
    if at + 12 > len(data):
        raise MoreThanPixels("half a chunk")
    (length,) = struct.unpack_from(">I", data, at)
    name, end = data[at + 4 : at + 8], at + 12 + length
    if name not in _PNG_CHUNKS or end > len(data):
        raise MoreThanPixels(f"a chunk {name!r}")
    body = data[at + 8 : end - 4]
    if data[end - 4 : end] != struct.pack(">I", zlib.crc32(name + body)):
        raise MoreThanPixels(f"a chunk {name!r} with a wrong check")
    if name == b"IEND" and (body or end != len(data)):
        raise MoreThanPixels("bytes behind the end")
    return name, body, end


def _check_packed(packed: list[bytes], size: int) -> None:
    """The pixels unfold to exactly as many bytes as there are pixels."""
    unpacking, came = zlib.decompressobj(), 0
    try:
        for part in packed:
            if unpacking.eof and part:
                raise MoreThanPixels("bytes behind the pixels")
            rest = part
            while rest and not unpacking.eof:
                came += len(unpacking.decompress(rest, 1 << 20))
                rest = unpacking.unconsumed_tail
                if came > size:
                    raise MoreThanPixels("more pixels than it says")
    except zlib.error as refused:
        raise MoreThanPixels(str(refused)) from refused
    if came != size or not unpacking.eof or unpacking.unused_data:
        raise MoreThanPixels("other bytes than its pixels")


def check_jpeg(data: bytes) -> tuple[int, int]:
    """Its width and height.

    Raises:
        MoreThanPixels: It holds words, a profile, a thumbnail, a second picture or bytes behind
            its end; or is no JPEG in three colours.
    """
    if data[:2] != b"\xff\xd8":
        raise MoreThanPixels("not a JPEG")
    at, size = 2, None
    while True:
        marker, body, at = _segment(data, at)
        if marker == _END:
            break
        if marker in _FRAMES:
            if size or len(body) < 6 or body[5] != 3:
                raise MoreThanPixels("another frame than one in three colours")
            height, width = struct.unpack(">HH", body[1:5])
            size = (width, height)
        elif marker == _SCAN:
            at = _behind_the_scan(data, at)
        elif marker == _APP0:
            if len(body) != 14 or not body.startswith(_JFIF) or body[12:14] != b"\0\0":
                raise MoreThanPixels("a thumbnail or words in its head")
        elif marker not in _TABLES:
            raise MoreThanPixels(f"a segment {marker:#x}")
    if at != len(data):
        raise MoreThanPixels("bytes behind the end")
    if size is None:
        raise MoreThanPixels("no picture")
    return size


def _segment(data: bytes, at: int) -> tuple[int, bytes, int]:
    if at + 2 > len(data) or data[at] != 0xFF:
        raise MoreThanPixels("bytes between its segments")
    marker = data[at + 1]
    if marker == _END:
        return marker, b"", at + 2
    length = int.from_bytes(data[at + 2 : at + 4], "big")
    end = at + 2 + length
    if length < 2 or end > len(data):
        raise MoreThanPixels("half a segment")
    return marker, data[at + 4 : end], end


def _behind_the_scan(data: bytes, at: int) -> int:
    """Where the pixels of a scan end: at the first marker that is none of theirs."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise MoreThanPixels("no end")
        if data[at + 1] and data[at + 1] not in _RESTARTS:
            return at
        at += 2
