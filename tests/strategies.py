"""Times and quantities drawn at random, for the laws that hold of all of them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tawthiq.values.how_many import HowMany
from tawthiq.values.when import Precision, When

FIRST_DAY, LAST_DAY = date(2011, 3, 1), date(2025, 12, 31)
"""Long enough for several years of a war, short enough that two times often meet."""


def days() -> st.SearchStrategy[date]:
    return st.dates(FIRST_DAY, LAST_DAY)


def _stretches(precision: Precision) -> st.SearchStrategy[When]:
    """Times of which both ends are said."""
    two_days = st.lists(days(), min_size=2, max_size=2, unique=True)
    return two_days.map(lambda two: When(min(two), max(two), precision))


def known_whens() -> st.SearchStrategy[When]:
    """Times of which somebody said something: of every precision, closed or open."""
    years = st.integers(FIRST_DAY.year, LAST_DAY.year)
    return st.one_of(
        days().map(When.day),
        _stretches(Precision.BETWEEN),
        _stretches(Precision.ESTIMATE),
        st.builds(When.month, years, st.integers(1, 12)),
        years.map(When.year),
        days().map(lambda day: When(day, None, Precision.BETWEEN)),
        days().map(lambda day: When(None, day, Precision.BETWEEN)),
    )


def whens() -> st.SearchStrategy[When]:
    """Any time, the unknown among them."""
    return st.one_of(known_whens(), st.just(When.unknown()))


@st.composite
def how_manys(draw: st.DrawFn, most: int = 2_000) -> HowMany:
    """Any quantity, each end said or not, small enough that two often agree."""
    low, best, high = sorted(draw(st.tuples(*[st.integers(0, most)] * 3)))
    said = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()).filter(any))
    rule = draw(st.sampled_from(["", "", "dozens", "more than"]))
    return HowMany(
        low if said[0] else None,
        best if said[1] else None,
        high if said[2] else None,
        words=rule,
        rule=rule,
    )
