"""The order in which people read codes: I055.2 stands before I055.10."""

from __future__ import annotations

import re

CodeOrder = tuple[tuple[str | int, ...], str]
_NUMBER = re.compile(r"(\d+)")


def code_order(code: str) -> CodeOrder:
    """The key by which codes are sorted: numbers by their value, the rest letter by letter.

    Two codes that differ only in zeros before a number (I55, I055) keep one order.
    """
    # Text and number alternate from the start, so a text never meets a number.
    pieces = enumerate(_NUMBER.split(code))
    return tuple(int(piece) if at % 2 else piece for at, piece in pieces), code
