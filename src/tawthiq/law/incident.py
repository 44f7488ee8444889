"""An incident as the law sees it: when, where, who is said to have acted, and the facts.

It holds no persons and no names of any; a party is a State or a group.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from tawthiq.law.evidence import Evidence
from tawthiq.law.facts import Fact
from tawthiq.values.text import fold


class PartyType(StrEnum):
    STATE = "state"
    ARMED_GROUP = "armed_group"
    UNKNOWN = "unknown"
    """Nobody is named, or it is not known what the named party is."""


@dataclass(frozen=True, slots=True)
class Incident:
    """What is said of one incident.

    Attributes:
        first, last: The earliest and the latest day; the same for one day; None if unknown.
        territory: Key of the State on whose territory it happened; "" if not recorded.
        party: Who is said to have acted: key of a State, or name of a group; "" if nobody.
        opposing: The State or group on the other side; "" if not recorded.
        place: A name for readers and for agreements; never a coordinate.
        within: Names and codes of the wider places and areas that surely hold it.
        perhaps: The same of areas of which nobody drew whether they do.
    """

    id: str
    first: date | None
    last: date | None
    territory: str
    party: str
    party_type: PartyType
    opposing: str = ""
    place: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    within: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"the incident ends ({self.last}) before it begins ({self.first})")
        for fact in self.facts.values():
            for id_ in (*fact.evidence, *fact.against):
                if id_ not in self.evidence:
                    raise ValueError(f"{fact.key} rests on {id_!r}, which is no evidence here")

    @property
    def is_attributed(self) -> bool:
        return bool(self.party) and self.party_type is not PartyType.UNKNOWN

    def lies_in(self, area: str) -> bool:
        """Whether it surely lies in an area of this name, in any spelling of its letters."""
        return _names(area, (self.territory, self.place, *self.within))

    def may_lie_in(self, area: str) -> bool:
        """Whether that is not known: the area was never drawn there."""
        return _names(area, self.perhaps)

    def without_evidence(self) -> Incident:
        """The same incident with nothing to look at: what is asserted stays."""
        bare = {key: replace(fact, evidence=(), against=()) for key, fact in self.facts.items()}
        return replace(self, facts=bare, evidence={})


def _names(area: str, named: tuple[str, ...]) -> bool:
    return fold(area) in {fold(name) for name in named if name}
