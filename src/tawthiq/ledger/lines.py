"""The small parts of which every text format of the ledger is made, each in one way of writing.

A format with two ways to write one thing has two hashes for it, so every reader here refuses
all ways but one.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as NotBase64

from tawthiq.ledger import words
from tawthiq.ledger.tree import HASH_BYTES, Hash
from tawthiq.values.both import Both

_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")
_LARGEST = 2**63 - 1
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


def text_of(data: bytes, thing: Both) -> str:
    """Read UTF-8 without control characters other than the newline.

    Raises:
        UnreadableError: It is not that.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise words.unreadable(thing, Both("it is not UTF-8", "ليس بترميز UTF-8")) from None
    if _CONTROL.search(text):
        raise words.unreadable(
            thing, Both("it has control characters", "فيه محارف تحكم غير مسموح بها")
        )
    return text


def lines_of(data: bytes, thing: Both) -> list[str]:
    """Take apart lines that each end in a newline.

    Raises:
        UnreadableError: The last one does not, or the bytes are no plain text.
    """
    text = text_of(data, thing)
    if not text.endswith("\n"):
        raise words.unreadable(thing, Both("it does not end in a newline", "لا ينتهي بسطر جديد"))
    return text[:-1].split("\n")


def decimal(text: str, thing: Both) -> int:
    """Read a whole number from 0 to 2**63 - 1, without leading zeros.

    Raises:
        UnreadableError: It is written in any other way.
    """
    if not _DECIMAL.fullmatch(text) or int(text) > _LARGEST:
        raise words.unreadable(
            thing, Both(f"{text[:40]!r} is no number in it", f"{text[:40]!r} ليس عددًا فيه")
        )
    return int(text)


def base64_of(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def bytes_of(text: str, thing: Both) -> bytes:
    """Read Base 64 (RFC 4648, section 4) with its padding, in its one canonical form.

    Raises:
        UnreadableError: It is written in any other way.
    """
    try:
        data = b64decode(text, validate=True)
    except (NotBase64, ValueError):
        data = b""
    if not data or base64_of(data) != text:
        raise words.unreadable(
            thing, Both(f"{text[:60]!r} is no Base 64", f"{text[:60]!r} ليس بترميز Base 64")
        )
    return data


def hash_of(text: str, thing: Both) -> Hash:
    """Read a hash of 32 bytes.

    Raises:
        UnreadableError: It is of another length, or no Base 64.
    """
    data = bytes_of(text, thing)
    if len(data) != HASH_BYTES:
        raise words.unreadable(
            thing,
            Both(
                f"a hash has 32 bytes and this has {len(data)}",
                f"البصمة من 32 بايت وهذه من {len(data)}",
            ),
        )
    return data
