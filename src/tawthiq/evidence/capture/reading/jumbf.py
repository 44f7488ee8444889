"""Boxes with names inside boxes (JUMBF, ISO 19566-5), and where they lie in a picture or film."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from tawthiq.evidence.sandbox.not_read import CannotRead, Why

LARGEST = 64 << 20  # bytes of all credentials of one file
_DEEPEST = 12
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_IN_FILM = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")  # C2PA 2.1, A.5: its uuid box
_HAS_LABEL, _HAS_ID = 0x02, 0x04


@dataclass(frozen=True, slots=True)
class Box:
    """A box: a superbox has a label and boxes inside, any other has content.

    Attributes:
        kind: Four letters; of a superbox those of its content type.
    """

    kind: str
    label: str
    content: bytes
    inside: tuple[Box, ...] = ()

    def named(self, beginning: str) -> Box | None:
        """The first box inside whose label begins so."""
        return next((one for one in self.inside if one.label.startswith(beginning)), None)

    def of_kind(self, kind: str) -> bytes | None:
        """The content of the first plain box of a kind inside."""
        return next((one.content for one in self.inside if one.kind == kind), None)


def store_in(file: BinaryIO) -> tuple[str, bytes] | None:
    """Where a file keeps its credentials, and their bytes; None where it has none.

    Raises:
        CannotRead: The file is cut off, or keeps more than is allowed.
    """
    head = file.read(16)
    file.seek(0)
    if head.startswith(_JPEG):
        return _told("JPEG APP11", _in_jpeg(file))
    if head.startswith(_PNG):
        return _told("PNG caBX", _in_png(file))
    if head[4:8] == b"ftyp":
        return _told("uuid box", _in_film(file))
    if head[4:8] == b"jumb":
        return _told("file of its own", file.read(LARGEST + 1))
    return None


def boxes(data: bytes, depth: int = 0) -> tuple[Box, ...]:
    """The boxes that these bytes are.

    Raises:
        CannotRead: They do not fit into each other.
    """
    if depth > _DEEPEST:
        raise CannotRead(Why.TOO_LARGE, "boxes nested too deep")
    return tuple(_box(kind, content, depth) for kind, content in _split(data))


def _box(kind: bytes, content: bytes, depth: int) -> Box:
    if kind != b"jumb":
        return Box(kind.decode("latin-1"), "", content)
    inside = list(_split(content))
    if not inside or inside[0][0] != b"jumd" or len(inside[0][1]) < 17:
        raise CannotRead(Why.BROKEN, "a superbox without a description")
    described = inside[0][1]
    label = b""
    if described[16] & _HAS_LABEL:
        label = described[17:].partition(b"\0")[0]
    rest = tuple(_box(one, part, depth + 1) for one, part in inside[1:])
    return Box(described[:4].decode("latin-1"), label.decode("utf-8", "replace"), content, rest)


def _split(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(data):
        if len(data) - at < 8:
            raise CannotRead(Why.BROKEN, "half a box")
        size, kind = struct.unpack_from(">I4s", data, at)
        head = 8
        if size == 1:
            if len(data) - at < 16:
                raise CannotRead(Why.BROKEN, "half a box")
            (size,) = struct.unpack_from(">Q", data, at + 8)
            head = 16
        elif size == 0:
            size = len(data) - at
        if not head <= size <= len(data) - at:
            raise CannotRead(Why.BROKEN, "a box larger than what holds it")
        yield kind, data[at + head : at + size]
        at += size


def _told(where: str, data: bytes) -> tuple[str, bytes] | None:
    if len(data) > LARGEST:
        raise CannotRead(Why.TOO_LARGE)
    return (where, data) if data else None


def _in_jpeg(file: BinaryIO) -> bytes:
    """The APP11 segments of the first set of boxes, put together in their order."""
    parts, room = dict[tuple[int, int], bytes](), LARGEST
    file.seek(2)
    while len(marker := file.read(4)) == 4 and marker[0] == 0xFF and marker[1] != 0xDA:
        size = int.from_bytes(marker[2:], "big") - 2
        body = file.read(max(size, 0))
        if marker[1] == 0xEB and body.startswith(b"JP") and len(body) > 16:
            instance, sequence = struct.unpack_from(">HI", body, 2)
            # Each segment after the first repeats the head of the box.
            head = 8 if sequence == 1 else 16 if body[8:12] != b"\0\0\0\1" else 24
            parts[instance, sequence] = body[head:]
            room -= len(body)
            if room < 0:
                raise CannotRead(Why.TOO_LARGE)
    for instance in sorted({instance for instance, _ in parts}):
        found = b"".join(part for (one, _), part in sorted(parts.items()) if one == instance)
        if b"c2pa" in found[:64]:
            return found
    return b""


def _in_png(file: BinaryIO) -> bytes:
    file.seek(8)
    while len(head := file.read(8)) == 8:
        size, kind = struct.unpack(">I4s", head)
        if kind == b"caBX":
            return file.read(min(size, LARGEST + 1))
        if kind == b"IDAT" or kind == b"IEND":
            return b""
        file.seek(size + 4, 1)
    return b""


def _in_film(file: BinaryIO) -> bytes:
    """The content of the uuid box at the top, behind its version, purpose and offset."""
    file.seek(0)
    while len(head := file.read(8)) == 8:
        size, kind = struct.unpack(">I4s", head)
        used = 8
        if size == 1:
            size, used = int.from_bytes(file.read(8), "big"), 16
        if size == 0 or size < used:
            return b""
        if kind == b"uuid":
            body = file.read(min(size - used, LARGEST + 64))
            if body.startswith(_IN_FILM):
                purpose, _, rest = body[20:].partition(b"\0")
                return rest[8:] if purpose == b"manifest" else b""
        else:
            file.seek(size - used, 1)
    return b""
