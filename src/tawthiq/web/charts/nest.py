"""A part drawn inside its whole: one stroke for one person, never two bars side by side."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt

from django.utils.safestring import SafeString

from tawthiq.web.charts.svg import drawing, element, line, together
from tawthiq.web.reader import Reader

_PITCH, _ROW, _THICK = 4, 9, 7
MOST_STROKES = 2400


@dataclass(frozen=True, slots=True)
class Nest:
    """A whole of so many, and the part of them that lies inside.

    Attributes:
        whole, part: How many of each; 0 <= part <= whole, and whole > 0.
    """

    whole: int
    part: int

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.whole or not self.whole:
            raise ValueError(f"{self.part} cannot be drawn inside {self.whole}")

    @property
    def per_stroke(self) -> int:
        """How many people one stroke stands for: one, or 10, 100 … where they are too many."""
        per = 1
        while self.whole / per > MOST_STROKES:
            per *= 10
        return per

    @property
    def strokes(self) -> tuple[int, int]:
        """The strokes of the whole and of the part; a part of somebody is never drawn as nobody."""
        per = self.per_stroke
        whole = -(-self.whole // per)
        part = min(whole, -(-self.part // per))
        return whole, part

    @property
    def rows(self) -> int:
        return max(1, isqrt(self.strokes[0] // 6))


def nest_chart(nest: Nest, reader: Reader, label: str) -> SafeString:
    """Draw the strokes column by column in reading direction, those of the part first."""
    whole, part = nest.strokes
    rows = nest.rows
    width = _PITCH * -(-whole // rows)
    lines = [_row(row, rows, whole, part) for row in range(rows)]
    turned = {"transform": f"matrix(-1 0 0 1 {width} 0)"} if reader.is_arabic else {}
    return element(
        "svg",
        element("g", *lines, **turned),
        class_="tally",
        viewbox=f"0 0 {width} {_ROW * rows - 1}",
        width="100%",
        preserveaspectratio="none",
        role="img",
        aria_label=label,
    )


def bracket(nest: Nest, reader: Reader) -> SafeString:
    """A line under the strokes: solid along the part, dashed along the rest."""
    border = 100 * nest.part / nest.whole
    begin, middle, end = (100 - x if reader.is_arabic else x for x in (0.0, border, 100.0))
    return drawing(
        6,
        line(f"{begin:.2f}%", 2, f"{middle:.2f}%", 2, "ln w part-line"),
        line(f"{middle:.2f}%", 2, f"{end:.2f}%", 2, "ln q"),
    )


def _row(row: int, rows: int, whole: int, part: int) -> SafeString:
    """One dashed line a row: its dashes are the strokes."""
    inside, all_ = (_PITCH * _in_row(row, rows, n) for n in (part, whole))
    y = _ROW * row + _THICK // 2 + 1
    ends = {"y1": y, "y2": y, "stroke_width": _THICK}
    return together(
        element("line", class_=kind, x1=begin, x2=end, **ends)
        for kind, begin, end in (("part", 0, inside), ("rest", inside, all_))
        if begin < end
    )


def _in_row(row: int, rows: int, number: int) -> int:
    """How many of so many strokes stand in one row when columns are filled from the top."""
    return number // rows + (1 if row < number % rows else 0)
