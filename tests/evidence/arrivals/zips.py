"""Zips that are not what they seem."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable


def zip_of(*members: tuple[str | zipfile.ZipInfo, bytes], level: int = 6) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in members:
            archive.writestr(_of_that_day(name), content, compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _of_that_day(name: str | zipfile.ZipInfo) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, (2019, 5, 14, 10, 0, 0)) if isinstance(name, str) else name


def raw_zip(members: Iterable[tuple[bytes, bytes]], flags: int = 0) -> bytes:
    """A zip whose names are bytes that no program would write."""
    body, directory, count = b"", b"", 0
    for name, content in members:
        fields = (20, flags, 0, 0, 0x4EAE, zlib.crc32(content), len(content), len(content))
        local = struct.pack("<4s5H3I2H", b"PK\3\4", *fields, len(name), 0) + name
        directory += struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 20, *fields, len(name), 0, 0, 0, 0, 0, len(body)
        )
        directory += name
        body += local + content
        count += 1
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + end


def overlapping(members: int, size: int) -> bytes:
    """Many members that all unfold the same bytes of the file."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = bytes(size)
    packed = packer.compress(content) + packer.flush()
    fields = (20, 0, 8, 0, 0x4EAE, zlib.crc32(content), len(packed), size)
    body = struct.pack("<4s5H3I2H", b"PK\3\4", *fields, 1, 0) + b"x" + packed
    entry = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, *fields, 1, 0, 0, 0, 0, 0, 0) + b"x"
    directory = entry * members
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, members, members, len(directory), len(body), 0)
    return body + directory + end


def linking(name: str, to: str) -> bytes:
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o120777 << 16
    return zip_of((info, to.encode()), ("photo.jpg", b"a photo"))


def locked(name: str) -> bytes:
    """A member that says it is locked, as a zip with a password does."""
    return raw_zip([(name.encode(), b"x" * 20)], flags=0x1)


def lying(content: bytes, says: int) -> bytes:
    """A member that says it is smaller than it is."""
    data = bytearray(zip_of(("photo.jpg", content)))
    for signature, at in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        start = data.rindex(signature) + at
        data[start : start + 4] = struct.pack("<I", says)
    return bytes(data)
