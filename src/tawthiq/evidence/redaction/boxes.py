"""Where something is painted over, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, isfinite

Pixels = tuple[int, int, int, int]  # left, top, right, bottom; the last two outside


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on a page as a person sees it, the right way up.

    Attributes:
        page: From 0. A picture has one.
        left, top, right, bottom: Parts of the width and height, from 0 to 1, so that the same box
            can be drawn on a small preview and painted on the large original.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float

    def __post_init__(self) -> None:
        sides = (self.left, self.top, self.right, self.bottom)
        if self.page < 0 or not all(isfinite(side) and 0 <= side <= 1 for side in sides):
            raise ValueError(f"a box outside its page: {self}")
        if self.left >= self.right or self.top >= self.bottom:
            raise ValueError(f"a box without an inside: {self}")

    @classmethod
    def of(cls, given: Sequence[float]) -> Box:
        page, left, top, right, bottom = given
        return cls(int(page), left, top, right, bottom)

    def as_list(self) -> list[float]:
        return [self.page, self.left, self.top, self.right, self.bottom]

    def pixels(self, width: int, height: int, margin: int = 0) -> Pixels:
        """The pixels that it touches, even in part, and so many more on each side."""
        return (
            max(floor(self.left * width) - margin, 0),
            max(floor(self.top * height) - margin, 0),
            min(ceil(self.right * width) + margin, width),
            min(ceil(self.bottom * height) + margin, height),
        )


def by_page(boxes: Sequence[Box]) -> Mapping[int, tuple[Box, ...]]:
    pages = sorted({box.page for box in boxes})
    return {page: tuple(sorted(box for box in boxes if box.page == page)) for page in pages}
