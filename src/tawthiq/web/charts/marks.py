"""The marks that stand for a quantity: a dot, a bar with ends, an arrow for a bound.

A bound is not a value, so it has no dot: an arrow leads away from the number that was said.
"""

from __future__ import annotations

from django.utils.safestring import SafeString

from tawthiq.values.how_many import HowMany
from tawthiq.web.charts.scale import Scale
from tawthiq.web.charts.svg import Attribute, element, line, together


def dot(x: str, y: Attribute, class_: str, radius: float = 5) -> SafeString:
    return element("circle", class_=f"mk {class_}".strip(), cx=x, cy=y, r=radius)


def bound(x: str, y: Attribute, direction: int, class_: str = "") -> SafeString:
    """A short foot at the number and an arrow away from it: at least, or at most."""
    d = direction
    path = f"M0 -6V6M0 0H{14 * d}M{10 * d} -3.5L{14.5 * d} 0L{10 * d} 3.5"
    return element(
        "svg",
        element("path", class_=f"ln bnd {class_}".strip(), d=path),
        x=x,
        y=y,
        overflow="visible",
    )


def bar(scale: Scale, low: int, high: int, y: int, *, reach: int = 4) -> SafeString:
    """A line from low to high with a stroke at either end."""
    ends = (line(scale.at(v), y - reach, scale.at(v), y + reach, "ln") for v in (low, high))
    return together([line(scale.at(low), y, scale.at(high), y, "ln"), *ends])


def quantity(how_many: HowMany, scale: Scale, y: Attribute, class_: str) -> SafeString:
    """Draw what one source said, in the lane of that source."""
    low, best, high = how_many.low, how_many.best, how_many.high
    if low is not None and high is not None and low != high:
        return _between(low, best, high, scale, y, class_)
    if low is not None and high is None and best is None:
        return bound(scale.at(low), y, scale.forward, class_)
    if low is None and high is not None and best is None:
        return bound(scale.at(high), y, -scale.forward, class_)
    return dot(scale.at(how_many.headline), y, class_)


def _between(
    low: int, best: int | None, high: int, scale: Scale, y: Attribute, class_: str
) -> SafeString:
    dots = [best] if best is not None else [low, high]
    return together(
        [
            line(scale.at(low), y, scale.at(high), y, "ln"),
            *(dot(scale.at(value), y, class_) for value in dots),
        ]
    )
