"""The value of one count on a line from zero: low, best and high, or a bound and its arrow."""

from __future__ import annotations

from django.utils.safestring import SafeString

from tawthiq.values.how_many import HowMany
from tawthiq.web.charts.marks import bar, bound, dot
from tawthiq.web.charts.scale import Scale
from tawthiq.web.charts.svg import drawing, element, line, text, together
from tawthiq.web.reader import Reader
from tawthiq.web.wording.digits import number
from tawthiq.web.wording.quantities import ends

_HEIGHT, _AXIS, _LANE = 74, 46, 24


def value_chart(how_many: HowMany, reader: Reader) -> SafeString:
    """Draw one value on a scale that begins at zero."""
    most = max(n for n in (how_many.low, how_many.best, how_many.high) if n is not None)
    scale = Scale.of_people(round(most * 1.15) or 1, reader, start=2, end=96)
    return drawing(
        _HEIGHT, _axis(scale, reader), _value(how_many, scale), label=ends(how_many, reader)
    )


def _axis(scale: Scale, reader: Reader) -> SafeString:
    ticks = [
        together(
            [
                line(scale.at(tick), 8, scale.at(tick), _AXIS, "ax"),
                text(scale.at(tick), _AXIS + 18, number(tick, reader), class_="t-s"),
            ]
        )
        for tick in scale.ticks()
    ]
    base = line(scale.at(scale.low), _AXIS, scale.at(scale.high), _AXIS, "ax0")
    return together([*ticks, base])


def _value(how_many: HowMany, scale: Scale) -> SafeString:
    low, best, high = how_many.low, how_many.best, how_many.high
    marks: list[SafeString] = []
    if low is not None and high is not None and low != high:
        marks.append(_band(scale, low, high))
        marks.append(bar(scale, low, high, _LANE, reach=7))
    elif low is not None and high is None:
        marks.append(bound(scale.at(low), _LANE, scale.forward, "in"))
    elif high is not None and low is None:
        marks.append(bound(scale.at(high), _LANE, -scale.forward, "in"))
    if best is not None:
        marks.append(dot(scale.at(best), _LANE, "in"))
    return together(marks)


def _band(scale: Scale, low: int, high: int) -> SafeString:
    left = min(scale.percent(low), scale.percent(high))
    width = abs(scale.percent(high) - scale.percent(low))
    return element("rect", class_="band", x=f"{left:.2f}%", width=f"{width:.2f}%", y=8, height=38)
