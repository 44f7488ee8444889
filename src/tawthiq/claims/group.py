"""Which people a number is about: civilians, children, women, medics, everybody.

A group is a set of people described along four lines: status, age, sex and role. Along
each line one group can hold another, so "children" is a part of "civilians" only where
all lines allow it, and that can be computed instead of believed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What a person was in the conflict, as a source says it."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    UNSTATED = "unstated"
    """The source does not say. Presumed civilian unless evidence says otherwise
    (Airwars methodology; ICRC customary rule 6), and always named as a presumption."""


class Age(StrEnum):
    CHILD = "child"
    ADULT = "adult"


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"


class Role(StrEnum):
    """What a person did. One can have several: a rescuer who films is both."""

    HEALTH = "health"
    AID = "aid"
    RESCUE = "rescue"
    MEDIA = "media"
    OTHER = "other"
    """None of these; nobody has it beside another."""


STATUSES, AGES, SEXES, ROLES = frozenset(Status), frozenset(Age), frozenset(Sex), frozenset(Role)
PRESUMED_CIVILIAN = frozenset({Status.CIVILIAN, Status.UNSTATED})


@dataclass(frozen=True, slots=True)
class Group:
    """People, by what they were.

    Attributes:
        status, age, sex: The values that somebody of this group can have; all of them
            where the line is not restricted. Never empty.
        role: The roles of which somebody of this group has at least one. Never empty.
    """

    status: frozenset[Status] = STATUSES
    age: frozenset[Age] = AGES
    sex: frozenset[Sex] = SEXES
    role: frozenset[Role] = ROLES

    def __post_init__(self) -> None:
        if not all(self.lines):
            raise ValueError("a group that nobody can belong to counts nobody; widen it")

    @property
    def lines(self) -> tuple[frozenset[StrEnum], ...]:
        """The four lines, always in the same order: status, age, sex, role."""
        return (
            frozenset(self.status),
            frozenset(self.age),
            frozenset(self.sex),
            frozenset(self.role),
        )

    def is_part_of(self, other: Group) -> bool:
        """Whether everybody in this group is in the other (every group is part of itself)."""
        return all(ours <= theirs for ours, theirs in zip(self.lines, other.lines, strict=True))

    def is_apart_from(self, other: Group) -> bool:
        """Whether nobody can be in both."""
        by_one_value = zip(self.lines[:3], other.lines[:3], strict=True)
        return any(not ours & theirs for ours, theirs in by_one_value) or self._no_role_with(other)

    def _no_role_with(self, other: Group) -> bool:
        """Health workers and media workers may be the same people; whoever has no role may not."""
        none = {Role.OTHER}
        return not self.role & other.role and none in (self.role, other.role)


EVERYBODY = Group()
CIVILIANS = Group(status=frozenset({Status.CIVILIAN}))
PRESUMED_CIVILIANS = Group(status=PRESUMED_CIVILIAN)
COMBATANTS = Group(status=frozenset({Status.COMBATANT}))
# Women and children are presumed civilian where a source does not say otherwise, so that
# a source's "208 children" is a part of its "781 civilians", as every source means it.
CHILDREN = Group(status=frozenset({Status.CIVILIAN}), age=frozenset({Age.CHILD}))
WOMEN = Group(
    status=frozenset({Status.CIVILIAN}), age=frozenset({Age.ADULT}), sex=frozenset({Sex.FEMALE})
)
MEN = Group(
    status=frozenset({Status.CIVILIAN}), age=frozenset({Age.ADULT}), sex=frozenset({Sex.MALE})
)
UNSTATED = PRESUMED_CIVILIANS
"""A total whose status the source leaves open, as in a table's column "killed".

The children and women whom the next columns give are a part of it, so it is not the group
of those people alone whose status is open.
"""
HEALTH_WORKERS = Group(status=frozenset({Status.CIVILIAN}), role=frozenset({Role.HEALTH}))
AID_WORKERS = Group(status=frozenset({Status.CIVILIAN}), role=frozenset({Role.AID}))
RESCUERS = Group(status=frozenset({Status.CIVILIAN}), role=frozenset({Role.RESCUE}))
MEDIA_WORKERS = Group(status=frozenset({Status.CIVILIAN}), role=frozenset({Role.MEDIA}))
