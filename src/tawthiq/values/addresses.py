"""Addresses of pages and mailboxes in a text: their digits are neither dates nor counts."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"«»]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|int|info)/[^\s<>\"«»]*"
)

Stretch = tuple[int, int]


def addresses(level: str) -> list[Stretch]:
    """Where the addresses stand, in codepoints, from left to right."""
    if "." not in level:
        return []
    return [found.span() for found in _ADDRESS.finditer(level)]


class Stretches:
    """Stretches of a text, asked from left to right whether they touch another one."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self._stretches = sorted(stretches)
        self._at = 0

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them meets [start, end); ask with rising starts only."""
        while self._at < len(self._stretches) and self._stretches[self._at][1] <= start:
            self._at += 1
        return self._at < len(self._stretches) and self._stretches[self._at][0] < end
