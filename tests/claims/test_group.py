"""Which people a number is about can be computed: a part, apart, or neither."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from tests.strategies import People, groups, members, people

from tawthiq.claims.group import (
    CHILDREN,
    CIVILIANS,
    COMBATANTS,
    EVERYBODY,
    HEALTH_WORKERS,
    MEDIA_WORKERS,
    MEN,
    PRESUMED_CIVILIANS,
    RESCUERS,
    UNSTATED,
    WOMEN,
    Group,
    Role,
)

NAMED = {
    "everybody": EVERYBODY, "civilians": CIVILIANS, "presumed": PRESUMED_CIVILIANS,
    "combatants": COMBATANTS, "children": CHILDREN, "women": WOMEN, "men": MEN,
    "health": HEALTH_WORKERS, "media": MEDIA_WORKERS, "rescuers": RESCUERS, "unstated": UNSTATED,
}  # fmt: skip


@given(groups(), groups())
def test_a_part_holds_nobody_whom_the_whole_does_not(a: Group, b: Group) -> None:
    assert a.is_part_of(b) is (members(a) <= members(b))


@given(groups(), groups())
def test_what_is_apart_shares_nobody(a: Group, b: Group) -> None:
    assert a.is_apart_from(b) is not bool(members(a) & members(b))


@given(groups(), groups(), groups())
def test_a_part_of_a_part_is_a_part(a: Group, b: Group, c: Group) -> None:
    assert a.is_part_of(a)
    if a.is_part_of(b) and b.is_part_of(c):
        assert a.is_part_of(c)


@given(groups(), groups(), groups())
def test_what_is_apart_from_the_whole_is_apart_from_every_part(
    a: Group, b: Group, c: Group
) -> None:
    if a.is_part_of(b) and b.is_apart_from(c):
        assert a.is_apart_from(c) and c.is_apart_from(a)


@given(groups(), groups())
def test_two_groups_that_are_parts_of_each_other_are_one(a: Group, b: Group) -> None:
    assert (a.is_part_of(b) and b.is_part_of(a)) is (a == b)


def test_the_columns_of_a_table_nest() -> None:
    """ "Killed 12, of them children 4 and women 3": a part of it each, and not the same people."""
    for column in (CHILDREN, WOMEN):
        assert column.is_part_of(UNSTATED) and column.is_part_of(CIVILIANS)
    assert CHILDREN.is_apart_from(WOMEN)
    assert not UNSTATED.is_part_of(CIVILIANS)
    assert UNSTATED.is_apart_from(COMBATANTS)


def test_a_rescuer_who_films_is_both() -> None:
    assert not RESCUERS.is_apart_from(MEDIA_WORKERS)
    nobodys = Group(role=frozenset({Role.OTHER}))
    assert nobodys.is_apart_from(RESCUERS) and RESCUERS.is_apart_from(nobodys)


def test_everybody_holds_every_group() -> None:
    assert all(group.is_part_of(EVERYBODY) for group in NAMED.values())


def test_the_named_groups_stand_as_their_members_do() -> None:
    for one, other in product(NAMED.values(), repeat=2):
        assert one.is_part_of(other) is (members(one) <= members(other)), (one, other)


def test_a_group_that_nobody_can_belong_to_is_refused() -> None:
    with pytest.raises(ValueError, match="counts nobody"):
        Group(age=frozenset())


def test_the_world_of_these_tests_holds_everybody() -> None:
    world: frozenset[People] = people()
    assert members(EVERYBODY) == world
