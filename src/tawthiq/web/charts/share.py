"""A part inside its whole as a bar a few letters high, for a row of a table."""

from __future__ import annotations

from django.utils.safestring import SafeString

from tawthiq.web.charts.svg import drawing, element
from tawthiq.web.reader import Reader


def share(part: int, whole: int, reader: Reader) -> SafeString:
    """Draw the part at the beginning of its whole, in reading direction.

    Raises:
        ValueError: The part is larger than the whole, or the whole is nothing.
    """
    if not 0 <= part <= whole or not whole:
        raise ValueError(f"{part} is no part of {whole}")
    width = 100 * part / whole
    left = 100 - width if reader.is_arabic else 0.0
    return drawing(
        10,
        element("rect", class_="whole-bar", x="0%", width="100%", y=1, height=8),
        element("rect", class_="part-bar", x=f"{left:.2f}%", width=f"{width:.2f}%", y=1, height=8),
        class_="share",
    )
