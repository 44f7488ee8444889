"""Times, quantities, groups and claims drawn at random, for the laws that hold of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import chain, combinations, product
from typing import TypeVar

from hypothesis import strategies as st
from tests.claims.telling import SOURCES, claim

from tawthiq.claims.claim import Claim
from tawthiq.claims.group import AGES, ROLES, SEXES, STATUSES, Age, Group, Role, Sex, Status
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import Precision, When

T = TypeVar("T")
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


def some_of(values: frozenset[T]) -> st.SearchStrategy[frozenset[T]]:
    """One or several of the values."""
    return st.frozensets(st.sampled_from(sorted(values, key=str)), min_size=1)


def groups() -> st.SearchStrategy[Group]:
    return st.builds(Group, *map(_line, (STATUSES, AGES, SEXES, ROLES)))


def _line(values: frozenset[StrEnum]) -> st.SearchStrategy[frozenset[StrEnum]]:
    """All of the values as often as some: most groups restrict few lines."""
    return st.one_of(st.just(values), some_of(values))


@dataclass(frozen=True, slots=True)
class People:
    """People who are alike in all that a group can ask of them."""

    status: Status
    age: Age
    sex: Sex
    roles: frozenset[Role]


@cache
def people() -> frozenset[People]:
    """Everybody there can be; who has no role has the role "other"."""
    roles = sorted(ROLES - {Role.OTHER})
    several = chain.from_iterable(combinations(roles, n) for n in range(1, len(roles) + 1))
    held = [frozenset({Role.OTHER}), *map(frozenset, several)]
    return frozenset(People(*each) for each in product(STATUSES, AGES, SEXES, held))


@cache
def members(group: Group) -> frozenset[People]:
    """Whom a group holds, by asking everybody."""
    return frozenset(
        each
        for each in people()
        if each.status in group.status
        and each.age in group.age
        and each.sex in group.sex
        and each.roles & group.role
    )


def tellings(least: int = 0) -> st.SearchStrategy[list[Claim]]:
    """Several claims on one incident, numbered as they were entered.

    Of anybody in the invented town; small numbers, so that voices often agree.
    """
    said = st.tuples(
        st.sampled_from(sorted(SOURCES)),
        st.one_of(st.none(), st.integers(0, 60), how_manys(most=60)),
        st.sampled_from(["", "2031-07", "2031-07-22", "2031-07-23"]),
    )
    return st.lists(said, min_size=least, max_size=7).map(
        lambda several: [
            claim(f"V1.{at}", SOURCES[by], killed, published=published)
            for at, (by, killed, published) in enumerate(several, start=1)
        ]
    )


_PIECES = (
    *("since", "last", "April", "may", "May", "February", "to", "-", "–", "/", "and", "or", "of"),
    *("between", "from", "until", "by", "the", "mid-", "late", "end of", "first half of", "Q1"),
    *("0", "5", "26", "29", "31", "2019", "0000", "9999", "781", "1,089", "1.089", "1e5", "12:30"),
    *("2019-04-26", "2019-13", "05/06/2019", "31/02/2019", "9" * 20, "three", "hundred", "million"),
    *("months", "days", "years", "week", "hours", "ago", "past", "within", "yesterday", "onwards"),
    *("half", "a", "dozen", "dozens", "%", "per cent", "in", "two thirds", "one", "on", "Monday"),
    *("at least", "more than", "fewer than", "up to", "or more", "+", "≥", ">", "~", "Article"),
    *("(", ")", "[1]", ".", ",", ":", "\n", " ", "İ", "منذ", "نيسان", "الماضي", "و", "عام", "بين"),
    *("مئة", "ألف", "ثلاثة", "عشر", "٧٨١", "٫", "٪", "مليون"),
)


def jumbled_texts() -> st.SearchStrategy[str]:
    """Words of times and quantities in any order: what a careless hand or a bad scan makes."""
    jumble = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=9)
    return st.builds(str.join, st.sampled_from([" ", " ", ""]), jumble)
