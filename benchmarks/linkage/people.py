"""Invented people who died, with the families and the events that make them hard to tell apart.

Most die alone. Some die with their household: brothers and sisters share father, grandfather,
family, day and place, twins their age too, and a child is often named after its grandfather.
Others die among strangers in one place on one day. Truth is who they are, nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.linkage import invented

Whole = npt.NDArray[np.int32]
FIRST_DAY = 734_198  # 1 March 2011, as an ordinal
DAYS = 3_200


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """One person at each position.

    Attributes:
        given: A place in ``invented.men()`` or, for women, ``invented.women()``.
        father, grandfather: Places in ``invented.men()``.
        family: A place in ``invented.families()``.
        is_woman: 1 for women and girls.
        age: In years.
        day: Of death, as an ordinal.
        place: A place in ``invented.places()``.
        household: People of one household share it.
    """

    given: Whole
    father: Whole
    grandfather: Whole
    family: Whole
    is_woman: Whole
    age: Whole
    day: Whole
    place: Whole
    household: Whole

    def __len__(self) -> int:
        return len(self.given)


def people(number: int, rng: np.random.Generator) -> People:
    """Draw people until there are ``number`` of them."""
    sizes = _household_sizes(number, rng)
    house = np.repeat(np.arange(len(sizes)), sizes)[:number]
    rank = np.arange(number) - np.r_[0, np.cumsum(sizes)][house]
    together = sizes[house] > 1
    houses = len(sizes)
    day, place = _events(houses, rng)
    head, head_father, head_grand, family = _heads(houses, rng)
    is_parent = rank < 2
    # The first of a household is the father or, of those who die alone, anybody.
    woman = np.where(rank == 1, 1, np.where(rank == 0, 0, rng.random(number) < 0.48))
    woman = np.where(together, woman, rng.random(number) < 0.12).astype(np.int32)
    given = np.where(
        woman == 1, invented.women().drawn(rng, number), invented.men().drawn(rng, number)
    )
    named_after = (rank > 1) & (woman == 0) & (rng.random(number) < 0.15)
    given = np.where(named_after, head_father[house], given)
    given = np.where((rank == 0) & together, head[house], given)
    child = together & ~is_parent
    father = np.where(child, head[house], head_father[house])
    grandfather = np.where(child, head_father[house], head_grand[house])
    # A wife keeps her own father and family; half of them come from another one.
    wife = together & (rank == 1)
    father = np.where(wife, invented.men().drawn(rng, number), father)
    grandfather = np.where(wife, invented.men().drawn(rng, number), grandfather)
    other = wife & (rng.random(number) < 0.5)
    of_family = np.where(other, invented.families().drawn(rng, number), family[house])
    return People(
        *(each.astype(np.int32) for each in (given, father, grandfather, of_family, woman)),
        _ages(together, rank, house, rng),
        day[house].astype(np.int32),
        place[house].astype(np.int32),
        house.astype(np.int32),
    )


def _household_sizes(number: int, rng: np.random.Generator) -> Whole:
    """One for those who die alone; a household has three to nine."""
    sizes = np.where(rng.random(number) < 0.04, rng.integers(3, 10, number), 1)
    enough = int(np.searchsorted(np.cumsum(sizes), number)) + 1
    return sizes[:enough].astype(np.int32)


def _events(houses: int, rng: np.random.Generator) -> tuple[Whole, Whole]:
    """Day and place: the war swells and ebbs, and every fourth household dies in a large event."""
    wave = np.exp(-(((np.arange(DAYS) - 900) / 500) ** 2)) + 0.6 * np.exp(
        -(((np.arange(DAYS) - 2100) / 350) ** 2)
    )
    wave += 0.08
    day = rng.choice(DAYS, houses, p=wave / wave.sum())
    many = len(invented.places())
    weight = rng.permutation(1 / (np.arange(many) + 4.0) ** 0.7)
    place = rng.choice(many, houses, p=weight / weight.sum())
    large = rng.random(houses) < 0.25
    events = max(houses // 60, 1)
    of_event = rng.integers(0, events, houses)
    event_day, event_place = rng.choice(day, events), rng.choice(place, events)
    day = np.where(large, event_day[of_event], day) + FIRST_DAY
    return day, np.where(large, event_place[of_event], place)


def _heads(houses: int, rng: np.random.Generator) -> tuple[Whole, Whole, Whole, Whole]:
    men = invented.men()
    drawn = [men.drawn(rng, houses) for _ in range(3)]
    return drawn[0], drawn[1], drawn[2], invented.families().drawn(rng, houses)


def _ages(
    together: npt.NDArray[np.bool_], rank: Whole, house: Whole, rng: np.random.Generator
) -> Whole:
    number = len(rank)
    child = rng.integers(0, 19, number)
    parent = rng.integers(24, 60, number)
    alone = np.clip(rng.gamma(6.0, 5.2, number), 1, 92)
    age = np.where(together, np.where(rank < 2, parent, child), alone).astype(np.int32)
    # Twins: a child as old as the one before it.
    twin = together & (rank > 2) & (rng.random(number) < 0.04)
    before = np.flatnonzero(twin)
    age[before] = age[before - 1]
    return age
