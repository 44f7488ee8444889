"""How a reader's answer travels: lines of JSON, and between them bytes whose number is given.

Two layers, because the reader may have been taken over. What the reader says is a stream of bytes
of its own; the process above it, which has read nothing foreign, cuts that stream into chunks and
adds at the end how the reader ended. So a reader can lie about its own file, and cannot speak
for the next one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Protocol

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Record = dict[str, Json]

LONGEST_LINE = 4 << 20  # bytes of one record
_HEAD, _LONGEST_HEAD = re.compile(rb"[0-9]{1,12}\n"), 16
_BYTES = "bytes"  # a record with this key alone says how many bytes follow it


class Malformed(Exception):
    """What a reader said is not of this form."""


class TooMuch(Exception):
    """A reader said more than it may."""


class Readable(Protocol):
    """The two calls of a pipe that are needed here."""

    def read(self, size: int, /) -> bytes: ...
    def readline(self, size: int, /) -> bytes: ...


# --- what a reader says -----------------------------------------------------------------------


def said(one: Record | bytes) -> bytes:
    """Write down one record, or bytes."""
    if isinstance(one, bytes):
        return b'{"%s":%d}\n' % (_BYTES.encode(), len(one)) + one
    return json.dumps(one, separators=(",", ":")).encode() + b"\n"


def heard(stream: Readable, most: int) -> Iterator[Record | bytes]:
    """Read records and bytes until the stream ends.

    Args:
        most: Bytes that may come at once.

    Raises:
        Malformed: It is of another form.
    """
    while line := stream.readline(LONGEST_LINE):
        record = _parsed(line)
        if set(record) == {_BYTES}:
            count = record[_BYTES]
            if not isinstance(count, int) or not 0 <= count <= most:
                raise Malformed(f"{count} bytes")
            data = _exactly(stream, count)
            yield data
        else:
            yield record


def _parsed(line: bytes) -> Record:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as refused:
        raise Malformed(str(refused)) from refused
    if not line.endswith(b"\n") or not isinstance(record, dict):
        raise Malformed("half a record")
    return record


def _exactly(stream: Readable, count: int) -> bytes:
    parts = list[bytes]()
    while count and (part := stream.read(count)):
        parts.append(part)
        count -= len(part)
    if count:
        raise Malformed("half of the bytes")
    return b"".join(parts)


# --- what the process above it says -----------------------------------------------------------


def chunk(data: bytes) -> bytes:
    """Wrap some of what a reader said."""
    return b"%d\n" % len(data) + data


def end(how: Mapping[str, Json]) -> bytes:
    """Say how the reader ended."""
    return b"0\n" + json.dumps(how).encode() + b"\n"


class Unwrapped:
    """What a reader said, out of its chunks; then how it ended."""

    def __init__(self, stream: Readable, most: int) -> None:
        """Begin.

        Args:
            most: Bytes that the reader may say in all.
        """
        self._stream, self._most = stream, most
        self._rest = b""
        self.ended: Record | None = None

    def read(self, size: int, /) -> bytes:
        while not self._rest and self._next():
            pass
        found, self._rest = self._rest[:size], self._rest[size:]
        return found

    def readline(self, size: int, /) -> bytes:
        while b"\n" not in self._rest and len(self._rest) < size and self._next():
            pass
        at = self._rest.find(b"\n", 0, size) + 1 or min(size, len(self._rest))
        line, self._rest = self._rest[:at], self._rest[at:]
        return line

    def drain(self) -> None:
        """Pass over what is left, so that how it ended is known."""
        self._rest = b""
        while self._next():
            self._rest = b""

    def _next(self) -> bool:
        """Take the next chunk; whether there was one.

        Raises:
            EOFError: The process is gone.
            Malformed: It says something else.
            TooMuch: It goes on and on.
        """
        if self.ended is not None:
            return False
        head = self._stream.readline(_LONGEST_HEAD)
        if not head:
            raise EOFError
        if not _HEAD.fullmatch(head):
            raise Malformed("no chunk")
        if count := int(head):
            self._most -= count
            if self._most < 0:
                raise TooMuch
            self._rest += _exactly(self._stream, count)
            return True
        self.ended = _parsed(self._stream.readline(LONGEST_LINE))
        return False
