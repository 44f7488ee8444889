"""Numbers that a court can cite: given once, never again, and the same in every package.

IDLIB-0001             an item
IDLIB-0001-0003        its third page
IDLIB-0001-R01         its first redacted version
IDLIB-0001-0003-R01    the third page of that
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from tawthiq.evidence.packages.contents import Derivative, Item

_EXTENSION = re.compile(r"[a-z0-9]{1,10}")


def numbered(given: Mapping[str, int], ids: Iterable[str]) -> dict[str, int]:
    """The numbers of these items: those that have one keep it, the others get the next.

    Args:
        given: Every number ever given under this prefix, by the id of the item. Items that are
            gone keep theirs here: a number is never given twice.
        ids: The items of now, in the order in which new ones shall be numbered.
    """
    numbers, last = dict(given), max(given.values(), default=0)
    for one in ids:
        if one not in numbers:
            last += 1
            numbers[one] = last
    return numbers


def number_of(prefix: str, item: Item, derivative: Derivative | None = None) -> str:
    """The number of an item, or of something made from it."""
    return f"{prefix}-{item.number:04}{_suffix(derivative)}"


def page_of(prefix: str, item: Item, page: int, derivative: Derivative | None = None) -> str:
    """The number of a page, from 1."""
    return f"{prefix}-{item.number:04}-{page:04}{_suffix(derivative)}"


def file_of(prefix: str, item: Item, derivative: Derivative | None = None) -> str:
    """Where its bytes lie below ``data``.

    The number and not the name it came with: names tell who people are, differ in Unicode form
    from one file system to the next, and collide. The name stands in the tables.
    """
    name = item.name if derivative is None else derivative.name
    extension = PurePosixPath(name).suffix.lower().removeprefix(".")
    written = extension if _EXTENSION.fullmatch(extension) else "bin"
    return f"evidence/{number_of(prefix, item, derivative)}.{written}"


def _suffix(derivative: Derivative | None) -> str:
    return "" if derivative is None else f"-{derivative.kind}{derivative.number:02}"
