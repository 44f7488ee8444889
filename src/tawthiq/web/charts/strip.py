"""The lanes of a strip of claims: one a voice, all on one scale of people from zero.

Counted is filled, set aside is hollow, an earlier version is small and dotted and joined
to its successor. What we hold is the band behind all lanes, its best value a dashed line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from tawthiq.values.how_many import HowMany
from tawthiq.web.charts.marks import dot, quantity
from tawthiq.web.charts.scale import Scale
from tawthiq.web.charts.svg import drawing, element, line, text, together
from tawthiq.web.reader import Reader
from tawthiq.web.wording.digits import number

_HEIGHT = 37


@dataclass(frozen=True, slots=True)
class Said:
    """One number of one voice.

    Attributes:
        kind: "in" (counted), "" (set aside), "old" (earlier version) or "comp" (compilation).
    """

    how_many: HowMany
    kind: str


def strip_scale(said: Iterable[HowMany], reader: Reader) -> Scale:
    """One scale for every lane; its last number keeps clear of the edge."""
    most = max(
        (n for each in said for n in (each.low, each.best, each.high) if n is not None), default=1
    )
    return Scale.of_people(most, reader)


def axis(scale: Scale, reader: Reader) -> SafeString:
    """The numbers above the first lane; the first and the last stay inside the column."""
    ticks = list(scale.ticks())
    anchors = {ticks[0]: "start", ticks[-1]: "end"}
    return drawing(
        22,
        *(
            text(
                scale.at(tick),
                15,
                number(tick, reader),
                anchor=anchors.get(tick, "middle"),
                class_="t-s",
            )
            for tick in ticks
        ),
    )


def lane(scale: Scale, said: Iterable[Said], held: HowMany | None) -> SafeString:
    """Draw what one voice said, first to last, over what we hold."""
    said = tuple(said)
    marks = [_joined(scale, said), *(_mark(scale, each) for each in said)]
    return drawing(_HEIGHT, _held(scale, held), _grid(scale), _best(scale, held), *marks)


def _mark(scale: Scale, said: Said) -> SafeString:
    if said.kind == "old":
        return dot(scale.at(said.how_many.headline), "50%", "old", 4)
    return quantity(said.how_many, scale, "50%", said.kind)


def _joined(scale: Scale, said: tuple[Said, ...]) -> SafeString:
    """A dotted line from the first version to the last."""
    heads = [each.how_many.headline for each in said]
    if len(set(heads)) < 2:
        return SafeString("")
    return line(scale.at(min(heads)), "50%", scale.at(max(heads)), "50%", "ln q")


def _held(scale: Scale, held: HowMany | None) -> SafeString:
    if held is None or held.low is None or held.high is None:
        return SafeString("")
    left, right = sorted((scale.percent(held.low), scale.percent(held.high)))
    width = max(right - left, 0.6)
    return element(
        "rect", class_="band", x=f"{left:.2f}%", width=f"{width:.2f}%", y=0, height="100%"
    )


def _best(scale: Scale, held: HowMany | None) -> SafeString:
    if held is None or held.best is None:
        return SafeString("")
    return line(scale.at(held.best), 0, scale.at(held.best), "100%", "best")


def _grid(scale: Scale) -> SafeString:
    return together(line(scale.at(tick), 0, scale.at(tick), "100%", "ax") for tick in scale.ticks())
