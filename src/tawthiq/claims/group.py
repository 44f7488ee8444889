"""Which people a number is about: civilians, children, women, medics, everybody.

A group is a set of people described along four lines: status, age, sex and role. Groups
form a Boolean lattice line by line, so "children" is a part of "civilians" only where
both lines allow it, and that can be computed instead of believed.
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
    HEALTH = "health"
    AID = "aid"
    RESCUE = "rescue"
    MEDIA = "media"
    OTHER = "other"


STATUSES, AGES, SEXES, ROLES = frozenset(Status), frozenset(Age), frozenset(Sex), frozenset(Role)
PRESUMED_CIVILIAN = frozenset({Status.CIVILIAN, Status.UNSTATED})


@dataclass(frozen=True, slots=True)
class Group:
    """People, by what they were.

    Attributes:
        status, age, sex, role: The values that somebody of this group can have; all of
            them where the line is not restricted. Never empty.
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
        return any(not ours & theirs for ours, theirs in zip(self.lines, other.lines, strict=True))


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
UNSTATED = Group(status=frozenset({Status.UNSTATED}))
"""A total whose status the source leaves open, as in a table's column "killed"."""
HEALTH_WORKERS = Group(status=frozenset({Status.CIVILIAN}), role=frozenset({Role.HEALTH}))
AID_WORKERS = Group(status=frozenset({Status.CIVILIAN}), role=frozenset({Role.AID}))
RESCUERS = Group(status=frozenset({Status.CIVILIAN}), role=frozenset({Role.RESCUE}))
MEDIA_WORKERS = Group(status=frozenset({Status.CIVILIAN}), role=frozenset({Role.MEDIA}))
