"""The setting in which the law is asked for: when, where, who against whom, which class.

It is all that the question *does this norm reach the situation* turns on, without facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawthiq.law.classification import Conflict
from tawthiq.law.incident import Incident, PartyType


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        conflict: The class under which it is read; never disputed (make two settings).
        first, last: The days on which the law must have been in force; None if unknown.
        known_at: The day whose record of the law is asked; None for all that is recorded.
        territory: Key of a State, or "".
        party: Key of the State, or name of the group, said to have acted; "" if nobody.
        opposing: The other side, or "".
    """

    conflict: Conflict
    first: date | None
    last: date | None
    territory: str
    party: str
    party_type: PartyType
    opposing: str = ""
    known_at: date | None = None

    def __post_init__(self) -> None:
        if self.conflict is Conflict.DISPUTED:
            raise ValueError("a disputed class is read twice: make one setting for each")

    @property
    def is_attributed(self) -> bool:
        return bool(self.party) and self.party_type is not PartyType.UNKNOWN

    @property
    def other_side(self) -> str:
        """Against whom: as recorded, or the territorial State where another State acted.

        A State that acts in an international conflict on the territory of another acts,
        where nothing else is recorded, against that one.
        """
        if self.opposing:
            return self.opposing
        acts_abroad = self.party_type is PartyType.STATE and self.territory != self.party
        return self.territory if acts_abroad else ""


def setting_of(incident: Incident, conflict: Conflict, known_at: date | None = None) -> Setting:
    """The setting of an incident, read under one class."""
    return Setting(
        conflict,
        incident.first,
        incident.last,
        incident.territory,
        incident.party if incident.is_attributed else "",
        incident.party_type if incident.is_attributed else PartyType.UNKNOWN,
        incident.opposing,
        known_at,
    )
