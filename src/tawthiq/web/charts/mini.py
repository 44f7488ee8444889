"""A range as a line a few letters high, beside its digits in a table, on one shared scale."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.safestring import SafeString

from tawthiq.values.how_many import HowMany
from tawthiq.web.charts.marks import bar
from tawthiq.web.charts.scale import Scale
from tawthiq.web.charts.svg import drawing, element, line
from tawthiq.web.reader import Reader

_HEIGHT = 12
_WIDTH = "80"


def shared_scale(quantities: Iterable[HowMany | None], reader: Reader) -> Scale:
    """One scale for a whole table, from 0 to its greatest number."""
    most = max((_most(each) for each in quantities if each), default=1)
    return Scale.of_people(most, reader)


def mini(how_many: HowMany | None, scale: Scale) -> SafeString:
    """Draw one range; nothing is drawn where no number is known."""
    if how_many is None:
        return SafeString("")
    zero = line(scale.at(0), 0, scale.at(0), _HEIGHT, "ax")
    return drawing(_HEIGHT, zero, _mark(how_many, scale), width=_WIDTH, class_="mini")


def _mark(how_many: HowMany, scale: Scale) -> SafeString:
    low, high = how_many.low, how_many.high
    middle = _HEIGHT // 2
    if low is None or high is None:
        head = how_many.headline
        if how_many.best is not None:
            return bar(scale, head, head, middle)
        return _arrow(scale, head, scale.forward if high is None else -scale.forward)
    return bar(scale, low, high, middle)


def _arrow(scale: Scale, value: int, direction: int) -> SafeString:
    d = direction
    path = f"M0 -4V4M0 0H{9 * d}M{6 * d} -3L{9.5 * d} 0L{6 * d} 3"
    mark = element("path", class_="ln bnd", d=path)
    return element("svg", mark, x=scale.at(value), y=_HEIGHT // 2, overflow="visible")


def _most(how_many: HowMany) -> int:
    return max(n for n in (how_many.low, how_many.best, how_many.high) if n is not None)
