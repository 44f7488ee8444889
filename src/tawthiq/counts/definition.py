"""What a number counts: the one thing that has to be fixed before it can be true.

"781" is not a fact. "Civilians killed, in the fourth de-escalation zone, from 26 April
to 27 July 2019, by whichever party, in attacks of any size, as reported by one named
source" can be one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from tawthiq.claims.group import EVERYBODY, Group
from tawthiq.counts.extent import Extent
from tawthiq.records.grade import Grade
from tawthiq.values.when import When


class Unit(StrEnum):
    """What one of them is. Numbers of two units are never compared or added.

    Attacked, damaged and out of service are three units: a hospital can be attacked five
    times, damaged twice, and never stop working.
    """

    KILLED = "persons-killed"
    INJURED = "persons-injured"
    """Cases: who is injured on two days counts twice, as every source counts."""
    DISPLACED = "persons-displaced"
    ATTACKS = "attacks"
    """Incidents; "massacres" are attacks that meet a counting rule (``inside``)."""
    STRIKES = "strikes"
    """Single air strikes or shells fired; one attack can hold many."""
    MUNITIONS = "munitions"
    SITES_ATTACKED = "sites-attacked"
    SITES_DAMAGED = "sites-damaged"
    """Damaged to any degree, destroyed included."""
    SITES_DESTROYED = "sites-destroyed"
    SITES_OUT_OF_SERVICE = "sites-out-of-service"

    @property
    def counts_persons(self) -> bool:
        return self in (Unit.KILLED, Unit.INJURED, Unit.DISPLACED)

    @property
    def counts_sites(self) -> bool:
        return self.value.startswith("sites-")

    @property
    def counts_again(self) -> bool:
        """Whether one of them can belong to the counts of two days, by two parties.

        A hospital attacked in May and in June is one of the sites attacked in each month
        and one site in all, so the two months cannot be added; nobody is killed twice.
        """
        return self.counts_sites or self is Unit.DISPLACED


@dataclass(frozen=True, slots=True)
class Reported:
    """As one named source says; we only repeat it.

    Attributes:
        source: The key of the *origin*: a relay prints the same report.
    """

    source: str


@dataclass(frozen=True, slots=True)
class Established:
    """As we hold after comparing claims; only incidents of these grades."""

    grades: frozenset[Grade]

    def __post_init__(self) -> None:
        if not self.grades:
            raise ValueError("an established count needs at least one grade")


@dataclass(frozen=True, slots=True)
class Estimated:
    """What no list has, by a method of ``estimation``."""

    method: str


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A text states the number and does not say on what it rests."""


Basis = Reported | Established | Estimated | Unsaid


@dataclass(frozen=True, slots=True)
class Definition:
    """What is counted, along every line that can make two numbers differ.

    Attributes:
        unit: What one of them is.
        where: The area in which it happened.
        when: The days on which it *happened*, both ends included; not when it was reported.
        basis: On what the number rests.
        who: Which people, for units that count persons; everybody otherwise.
        sites: Keys of the kinds of site (spread over the tree), None for any. An attack
            is inside if one of the sites it hit is of such a kind.
        weapons: Keys of the kinds of weapon (spread), None for any. An attack is inside
            if one of its weapons is of such a kind.
        parties: Keys of the alleged parties (spread), None for whoever did it. An attack
            is inside if all the parties named are among them: one alleged to either of
            two forces is an attack by neither alone.
        inside: Keys of rules which the incident has to meet ("massacre-snhr"); all of
            them. Empty for all incidents.
        as_of: The state of the ledger it was counted from, or the day of the
            publication; "" where it is not fixed. Two states never make two definitions.
    """

    unit: Unit
    where: Extent
    when: When
    basis: Basis
    who: Group = EVERYBODY
    sites: frozenset[str] | None = None
    weapons: frozenset[str] | None = None
    parties: frozenset[str] | None = None
    inside: frozenset[str] = frozenset()
    as_of: str = ""

    def __post_init__(self) -> None:
        if not self.unit.counts_persons and self.who != EVERYBODY:
            raise ValueError(f"{self.unit} counts no persons, so it cannot say which")
        if frozenset() in (self.sites, self.weapons, self.parties):
            raise ValueError("a count restricted to no site, weapon or party counts nothing")

    def on(self, basis: Basis) -> Definition:
        """The same question, answered on another basis."""
        return replace(self, basis=basis)
