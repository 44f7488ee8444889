"""CBOR (RFC 8949), as far as content credentials use it."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from tawthiq.evidence.sandbox.not_read import CannotRead, Why

_DEEPEST, _MOST_ITEMS = 64, 200_000
Cbor = None | bool | int | float | str | bytes | list["Cbor"] | dict[str, "Cbor"]
_BREAK = object()


def cbor(data: bytes) -> Cbor:
    """The one item that these bytes are. Keys of maps become text; tags are passed over.

    Raises:
        CannotRead: They are none, or nested deeper than anybody needs.
    """
    reading = _Reading(data)
    try:
        found = reading.item(0)
    except (IndexError, struct.error, UnicodeDecodeError, OverflowError) as refused:
        raise CannotRead(Why.BROKEN, f"CBOR: {refused}") from refused
    if found is _BREAK:
        raise CannotRead(Why.BROKEN, "CBOR: a break outside")
    return found  # type: ignore[return-value]


@dataclass(slots=True)
class _Reading:
    data: bytes
    at: int = 0
    items: int = 0

    def item(self, depth: int) -> object:
        self.items += 1
        if depth > _DEEPEST or self.items > _MOST_ITEMS:
            raise CannotRead(Why.TOO_LARGE, "CBOR: too deep or too much")
        head = self.data[self.at]
        self.at += 1
        major, info = head >> 5, head & 31
        if major == 7:
            return self._simple(info)
        count = self._count(info)
        if major == 6:
            return self.item(depth + 1)
        if count is None and major < 2:
            raise CannotRead(Why.BROKEN, "CBOR: a number without end")
        match major:
            case 0:
                return count
            case 1:
                return -1 - (count or 0)
            case 2:
                return self._bytes(count, depth)
            case 3:
                return self._bytes(count, depth).decode("utf-8")
            case 4:
                return self._list(count, depth)
            case _:
                flat = self._list(None if count is None else 2 * count, depth)
                return {_key(flat[at]): flat[at + 1] for at in range(0, len(flat), 2)}

    def _count(self, info: int) -> int | None:
        """How many; None where it is told by a break."""
        if info < 24:
            return info
        if info == 31:
            return None
        if info > 27:
            raise CannotRead(Why.BROKEN, "CBOR: a length of no form")
        size = 1 << (info - 24)
        return int.from_bytes(self._take(size), "big")

    def _take(self, size: int) -> bytes:
        found = self.data[self.at : self.at + size]
        if len(found) < size:
            raise CannotRead(Why.BROKEN, "CBOR: cut off")
        self.at += size
        return found

    def _bytes(self, count: int | None, depth: int) -> bytes:
        if count is not None:
            return self._take(count)
        parts = self._list(None, depth)
        return b"".join(one.encode() if isinstance(one, str) else _as_bytes(one) for one in parts)

    def _list(self, count: int | None, depth: int) -> list[object]:
        found = list[object]()
        while count is None or len(found) < count:
            one = self.item(depth + 1)
            if one is _BREAK:
                if count is not None:
                    raise CannotRead(Why.BROKEN, "CBOR: a break inside")
                break
            found.append(one)
        return found

    def _simple(self, info: int) -> object:
        if info == 31:
            return _BREAK
        if info in (25, 26, 27):
            form, size = {25: (">e", 2), 26: (">f", 4), 27: (">d", 8)}[info]
            return struct.unpack(form, self._take(size))[0]
        if info == 24:
            self._take(1)
            return None
        return {20: False, 21: True}.get(info)


def _key(value: object) -> str:
    return value if isinstance(value, str) else str(value)


def _as_bytes(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise CannotRead(Why.BROKEN, "CBOR: pieces of two kinds")
    return value
