"""A number inside a claim: what happened, to whom, and how many."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.claims.group import Group
from tawthiq.values.how_many import HowMany


class Harm(StrEnum):
    """What happened to people."""

    KILLED = "killed"
    INJURED = "injured"
    DISPLACED = "displaced"


@dataclass(frozen=True, slots=True)
class Toll:
    """So many people of a group, harmed in one way, according to one claim."""

    harm: Harm
    group: Group
    how_many: HowMany
