"""From a value to its place along a line: left to right in English, right to left in Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10

from tawthiq.web.reader import Reader


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of numbers on a page.

    Attributes:
        low, high: The values at its two ends; ``high`` is the greater.
        mirrored: Whether it runs from right to left.
        start, end: Where it begins and ends, in per cent of the width in reading direction.
    """

    low: float
    high: float
    mirrored: bool = False
    start: float = 0.0
    end: float = 100.0

    def __post_init__(self) -> None:
        if not self.low < self.high:
            raise ValueError(f"a scale from {self.low} to {self.high} has no length")

    @classmethod
    def of_people(cls, most: int, reader: Reader, *, start: float = 0, end: float = 100) -> Scale:
        """A scale for numbers of people: from 0, always, to a round number."""
        step = nice_step(max(most, 1))
        return cls(0, ceil(max(most, 1) / step) * step, reader.is_arabic, start, end)

    def percent(self, value: float) -> float:
        """Where a value lies, in per cent from the *physical* left."""
        share = (value - self.low) / (self.high - self.low)
        along = self.start + share * (self.end - self.start)
        return 100 - along if self.mirrored else along

    def at(self, value: float) -> str:
        return f"{self.percent(value):.2f}%"

    def ticks(self) -> Iterator[int]:
        """Round numbers along the line, both ends included."""
        step = nice_step(self.high - self.low)
        first = ceil(self.low / step)
        for index in range(first, floor(self.high / step) + 1):
            yield index * step

    @property
    def forward(self) -> int:
        """The sign of a step towards greater values, in pixels."""
        return -1 if self.mirrored else 1


def nice_step(span: float, steps: int = 6) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … that divides a span into at most so many steps."""
    if span <= steps:
        return 1
    magnitude = 10 ** floor(log10(span / steps))
    return next(int(f * magnitude) for f in (1, 2, 5, 10) if span / (f * magnitude) <= steps)
