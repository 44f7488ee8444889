"""Incidents along the days on which they happened, each from its least to its most killed.

A stroke below the line is an incident of which nobody says how many: not known, not zero.
Ranges are never added up; where incidents are too many to be drawn one by one, the
picture counts incidents a month, not people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.safestring import SafeString

from tawthiq.values.how_many import HowMany
from tawthiq.web.charts.marks import dot
from tawthiq.web.charts.scale import Scale
from tawthiq.web.charts.svg import drawing, element, line, text, together
from tawthiq.web.reader import Reader
from tawthiq.web.wording.dates import month_name
from tawthiq.web.wording.digits import number, plain

_HEIGHT, _TOP, _BASE = 330, 30, 286
_START, _END = 4.0, 99.0
MOST_DRAWN = 400
_LABELLED = 5


@dataclass(frozen=True, slots=True)
class Happened:
    """One incident on the line.

    Attributes:
        first, last: The days it can have been.
        killed: The range, or None where nobody says.
        title: What stands beside it and what is read out.
        url: Its page.
    """

    first: date
    last: date
    killed: HowMany | None
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class InMonth:
    """How many incidents happened in one month."""

    month: date
    incidents: int


def timeline(incidents: Iterable[Happened], reader: Reader, label: str) -> SafeString:
    """Draw every incident; each mark is a link to its page."""
    incidents = tuple(sorted(incidents, key=lambda each: each.first))
    if not incidents:
        return SafeString("")
    most = max((_most(each.killed) for each in incidents if each.killed), default=1)
    days = _days(incidents[0].first, max(each.last for each in incidents), reader)
    people = Scale.of_people(round(most * 1.1) or 1, reader)
    return drawing(
        _HEIGHT,
        _people_axis(people, days, reader),
        _months_axis(days, reader),
        *(_mark(each, days, people) for each in incidents),
        *_names(incidents, days, people),
        label=label,
        has_links=True,
    )


def months(counted: Iterable[InMonth], reader: Reader, label: str) -> SafeString:
    """Draw how many incidents each month has."""
    counted = tuple(sorted(counted, key=lambda each: each.month))
    if not counted:
        return SafeString("")
    days = _days(counted[0].month, counted[-1].month + timedelta(days=31), reader)
    scale = Scale.of_people(max(each.incidents for each in counted), reader)
    bars = (_column(each, days, scale) for each in counted)
    return drawing(
        _HEIGHT, _people_axis(scale, days, reader), _months_axis(days, reader), *bars, label=label
    )


def _days(first: date, last: date, reader: Reader) -> Scale:
    """The days from the first of the first month to the last of the last."""
    begins = first.replace(day=1)
    ends = max(_next_month(last), begins + timedelta(days=28))
    return Scale(begins.toordinal(), ends.toordinal(), reader.is_arabic, _START, _END)


def _mark(each: Happened, days: Scale, people: Scale) -> SafeString:
    x = days.at((each.first.toordinal() + each.last.toordinal()) / 2 + 0.5)
    name = element("title", each.title)
    if each.killed is None:
        inside = line(x, _BASE, x, _BASE + 6, "ln unkn")
    else:
        inside = _range(x, each.killed, people)
    return element("a", name, inside, href=each.url)


def _range(x: str, killed: HowMany, people: Scale) -> SafeString:
    low, high = killed.low, killed.high
    head = dot(x, _y(killed.headline, people), "pt in", 2.6)
    if low is None or high is None or low == high:
        return head
    ends = (dot(x, _y(value, people), "pt in", 2.3) for value in (low, high))
    return together([line(x, _y(low, people), x, _y(high, people), "ln w"), *ends])


def _names(incidents: tuple[Happened, ...], days: Scale, people: Scale) -> Iterator[SafeString]:
    """The names of the few with the highest numbers, on the side where there is room."""
    with_number = [each for each in incidents if each.killed]
    worst = sorted(with_number, key=lambda each: -_most(each.killed))[:_LABELLED]
    for each in worst:
        middle = (days.low + days.high) / 2
        after = each.first.toordinal() < middle
        dx = (8 if after else -8) * days.forward
        y = _y(_most(each.killed), people) + 4
        yield text(
            days.at(each.first.toordinal()),
            f"{y:.1f}",
            each.title,
            anchor="start" if after else "end",
            dx=dx,
            class_="t-s wide clear",
        )


def _people_axis(people: Scale, days: Scale, reader: Reader) -> SafeString:
    begin, end = days.at(days.low), days.at(days.high)
    edge = f"{days.percent(days.low) - 0.6 * days.forward:.2f}%"
    return together(
        together(
            [
                line(begin, _y(tick, people), end, _y(tick, people), "ax" if tick else "ax0"),
                text(
                    edge,
                    f"{_y(tick, people) + 4:.1f}",
                    number(tick, reader),
                    anchor="end",
                    class_="t-s",
                ),
            ]
        )
        for tick in people.ticks()
    )


def _months_axis(days: Scale, reader: Reader) -> SafeString:
    begins = list(
        _months_between(date.fromordinal(int(days.low)), date.fromordinal(int(days.high)))
    )
    every = -(-len(begins) // 12)
    return together(
        together(
            [
                line(
                    days.at(first.toordinal()), _BASE, days.at(first.toordinal()), _BASE + 7, "ax0"
                ),
                text(
                    days.at(first.toordinal()),
                    _BASE + 20,
                    _month_label(first, begins, reader),
                    anchor="start",
                    dx=5 * days.forward,
                    class_="t-s",
                ),
            ]
        )
        for first in begins[::every]
    )


def _month_label(first: date, begins: list[date], reader: Reader) -> str:
    """The month, with its year where the year begins or the line does."""
    name = month_name(first.month, reader, short=True)
    opens = first == begins[0] or first.month == 1
    return f"{name} {plain(first.year, reader)}" if opens else name


def _months_between(first: date, last: date) -> Iterator[date]:
    while first < last:
        yield first
        first = _next_month(first)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _column(each: InMonth, days: Scale, scale: Scale) -> SafeString:
    begin = days.percent(each.month.toordinal() + 2)
    end = days.percent(_next_month(each.month).toordinal() - 2)
    y = _y(each.incidents, scale)
    return element(
        "rect",
        class_="col",
        x=f"{min(begin, end):.2f}%",
        width=f"{abs(end - begin):.2f}%",
        y=f"{y:.1f}",
        height=f"{_BASE - y:.1f}",
    )


def _y(value: float, people: Scale) -> float:
    return round(_BASE - (value / people.high) * (_BASE - _TOP), 1)


def _most(killed: HowMany | None) -> int:
    numbers = (killed.low, killed.best, killed.high) if killed else ()
    return max((n for n in numbers if n is not None), default=0)
