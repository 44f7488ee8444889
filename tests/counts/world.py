"""A small world in which everything that can be counted is there, to hold definitions against.

Three pieces of land, four days, two kinds of site, two weapons, two parties, one rule, and
people of every kind. Every combination happened once: an attack on both sites, by nobody
known, on people with two roles. Whoever belongs to a count is found by asking everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, combinations, product
from typing import TypeVar

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.strategies import members, people

from tawthiq.claims.group import (
    CHILDREN,
    CIVILIANS,
    COMBATANTS,
    EVERYBODY,
    MEDIA_WORKERS,
    PRESUMED_CIVILIANS,
    RESCUERS,
    WOMEN,
    Group,
    Role,
)
from tawthiq.counts.definition import Basis, Definition, Reported, Unit, Unsaid
from tawthiq.counts.extent import Extent
from tawthiq.values.both import Both
from tawthiq.values.when import Precision, When

T = TypeVar("T")
Members = NDArray[np.bool_]

PIECES = ("hill", "mill", "quay")
DAYS = tuple(date(2031, 7, day) for day in (1, 2, 3, 4))
SITES, WEAPONS, PARTIES, RULES = ("bazaar", "clinic"), ("bomb", "shell"), ("red", "blue"), ("many",)
PEOPLE = tuple(sorted(people(), key=repr))


def subsets(values: Iterable[T]) -> tuple[frozenset[T], ...]:
    values = tuple(values)
    sizes = range(len(values) + 1)
    return tuple(map(frozenset, chain.from_iterable(combinations(values, n) for n in sizes)))


@dataclass(frozen=True, slots=True)
class Truth:
    """What nobody knows for sure: how far an area reaches, and when an open window ends."""

    land: frozenset[str]
    last: date


def truths(definition: Definition) -> Iterator[Truth]:
    """The least and the most that can be true of a definition, given what is known of it."""
    where, when = definition.where, definition.when
    most = where.possibly or frozenset(PIECES)
    lands = [where.surely] if where.surely else [frozenset({piece}) for piece in sorted(most)]
    lasts = [when.last] if when.last else [when.first or DAYS[0], DAYS[-1]]
    for land, last in product(dict.fromkeys([*lands, most]), dict.fromkeys(lasts)):
        yield Truth(land, last)


def together(ours: Definition, theirs: Definition) -> Iterator[tuple[Truth, Truth]]:
    """What can be true of two definitions at once: one area is one area, one count one count."""
    one_count = ours == theirs and bool(ours.as_of)
    for a, b in product(truths(ours), truths(theirs)):
        if ours.where.code == theirs.where.code and a.land != b.land:
            continue
        if not one_count or a.last == b.last:
            yield a, b


def counted(definition: Definition, truth: Truth) -> Members:
    """Whoever or whatever belongs to a count, by asking everybody and everything."""
    attacks = _attacks(definition, truth)
    match definition.unit:
        case Unit.ATTACKS:
            return attacks
        case Unit.STRIKES | Unit.MUNITIONS:  # a munition of a kind, used in an attack
            return _of_each_kind(attacks, WEAPONS, definition.weapons, axis=3)
        case Unit.DISPLACED:  # whoever fled from any attack
            return _who(definition.who) & attacks.any()
        case unit if unit.counts_sites:  # a site of a kind on a piece of land, hit by any attack
            return _of_each_kind(attacks, SITES, definition.sites, axis=2).any(axis=(2, 3, 4, 5, 6))
        case _:
            return attacks[..., np.newaxis] & _who(definition.who)


def _attacks(definition: Definition, truth: Truth) -> Members:
    """The attacks inside, by land, day, sites hit, weapons used, parties named and rules met."""
    first = definition.when.first or DAYS[0]
    d = definition
    lines: list[list[bool]] = [
        [piece in truth.land for piece in PIECES],
        [first <= day <= truth.last for day in DAYS],
        [d.sites is None or bool(hit & d.sites) for hit in subsets(SITES)],
        [d.weapons is None or bool(used & d.weapons) for used in subsets(WEAPONS)],
        [d.parties is None or (bool(named) and named <= d.parties) for named in subsets(PARTIES)],
        [d.inside <= met for met in subsets(RULES)],
    ]
    inside = np.ones([len(line) for line in lines], dtype=np.bool_)
    for axis, line in enumerate(lines):
        inside &= _along(axis, line)
    return inside


def _of_each_kind(
    attacks: Members, kinds: tuple[str, ...], asked: frozenset[str] | None, *, axis: int
) -> Members:
    """For each kind that is asked for, the attacks that have it."""
    return np.stack(
        [
            attacks & _along(axis, [kind in each for each in subsets(kinds)])
            if asked is None or kind in asked
            else np.zeros_like(attacks)
            for kind in kinds
        ]
    )


def _along(axis: int, line: list[bool]) -> Members:
    """One line of attacks, laid along its axis."""
    return np.array(line).reshape([-1 if at == axis else 1 for at in range(6)])


def _who(group: Group) -> Members:
    held = members(group)
    return np.array([each in held for each in PEOPLE])


# Definitions drawn at random.


def extents() -> st.SearchStrategy[Extent]:
    """Areas known whole, known in part, and not known at all; one code, one area."""

    def area(drawn: tuple[frozenset[str], frozenset[str]]) -> Extent:
        surely, more = drawn
        possibly = surely | more
        code = f"{'+'.join(sorted(surely))}?{'+'.join(sorted(possibly))}"
        return Extent(code, Both.same(code), surely, possibly)

    some = st.frozensets(st.sampled_from(PIECES))
    return st.tuples(some, st.one_of(st.just(frozenset[str]()), some)).map(area)


def exact_extents() -> st.SearchStrategy[Extent]:
    some = st.frozensets(st.sampled_from(PIECES), min_size=1)
    return some.map(lambda p: Extent.whole("+".join(sorted(p)), Both.same("area"), p))


def closed_windows() -> st.SearchStrategy[When]:
    two = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS))
    return two.map(lambda days: When.between(min(days), max(days)))


def windows() -> st.SearchStrategy[When]:
    """Windows, of which some have no end: "since 2 July"."""
    since = st.sampled_from(DAYS).map(lambda day: When(day, None, Precision.BETWEEN))
    return st.one_of(closed_windows(), since)


LINES = ("where", "when", "who", "sites", "weapons", "parties", "inside", "as_of")
GROUPS = (
    EVERYBODY,
    PRESUMED_CIVILIANS,
    CIVILIANS,
    CHILDREN,
    WOMEN,
    RESCUERS,
    MEDIA_WORKERS,
    COMBATANTS,
    Group(role=frozenset({Role.OTHER})),
)
BASES: tuple[Basis, ...] = (Reported("watch"), Reported("archive"), Unsaid())


def _restriction(values: tuple[str, ...]) -> st.SearchStrategy[frozenset[str] | None]:
    return st.one_of(st.none(), st.frozensets(st.sampled_from(values), min_size=1))


@st.composite
def definitions(
    draw: st.DrawFn,
    *,
    where: Callable[[], st.SearchStrategy[Extent]] = extents,
    when: Callable[[], st.SearchStrategy[When]] = windows,
    units: Iterable[Unit] = Unit,
    bases: tuple[Basis, ...] = BASES[:1],
) -> Definition:
    unit = draw(st.sampled_from(sorted(units)))
    return Definition(
        unit=unit,
        where=draw(where()),
        when=draw(when()),
        basis=draw(st.sampled_from(bases)),
        who=draw(st.sampled_from(GROUPS)) if unit.counts_persons else EVERYBODY,
        sites=draw(_restriction(SITES)),
        weapons=draw(_restriction(WEAPONS)),
        parties=draw(_restriction(PARTIES)),
        inside=draw(st.frozensets(st.sampled_from(RULES))),
        as_of=draw(st.sampled_from(["", "2031-07-05"])),
    )


@st.composite
def pairs(draw: st.DrawFn, **how: object) -> tuple[Definition, Definition]:
    """Two definitions of one unit that differ along few lines, as numbers in one text do."""
    one, other = draw(definitions(**how)), draw(definitions(**how))  # type: ignore[arg-type]
    kept = draw(
        st.frozensets(
            st.sampled_from(
                ["where", "when", "who", "sites", "weapons", "parties", "inside", "as_of"]
            )
        )
    )
    same: dict[str, object] = {line: getattr(one, line) for line in kept}
    if other.unit.counts_persons is not one.unit.counts_persons:
        same["who"] = one.who
    return one, replace(other, unit=one.unit, **same)  # type: ignore[arg-type]
