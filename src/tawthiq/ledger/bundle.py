"""Up to 256 entries in one piece: each after its length, in two bytes (C2SP tlog-tiles)."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.ledger import words
from tawthiq.values.both import Both

LONGEST_ENTRY = (1 << 16) - 1  # bytes; what the two bytes can say


def pack(entries: Sequence[bytes]) -> bytes:
    """Join entries, oldest first.

    Raises:
        ValueError: One of them is longer than 65,535 bytes.
    """
    refuse_too_long(entries)
    return b"".join(len(entry).to_bytes(2) + entry for entry in entries)


def unpack(bundle: bytes, width: int) -> list[bytes]:
    """Take `width` entries apart.

    Raises:
        UnreadableError: The bytes hold fewer or more entries, or end within one.
    """
    entries, at = list[bytes](), 0
    while at < len(bundle):
        begins = at + 2
        at = begins + int.from_bytes(bundle[at:begins])
        entries.append(bundle[begins:at])
    if at != len(bundle) or len(entries) != width:
        raise words.unreadable(
            words.BUNDLE,
            Both(
                f"it does not hold exactly {width} entries",
                f"ليس عدد القيود فيها {width} بالضبط",
            ),
        )
    return entries


def refuse_too_long(entries: Sequence[bytes]) -> None:
    longest = max(map(len, entries), default=0)
    if longest > LONGEST_ENTRY:
        raise ValueError(f"an entry has {longest} bytes and may have {LONGEST_ENTRY}")
