"""Which claims tell of one incident: an explicit decision that can be reviewed.

A grouping is somebody's reasoned judgement, never a fact of the data. It is superseded,
not edited; what stands is a pure function of the whole history.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grouping:
    """Somebody's decision that a claim tells of an incident.

    Attributes:
        claim, incident: Codes.
        decided_by: A person's name, or ``table:NAME`` where the table itself groups.
        because: The reason, in words.
    """

    claim: str
    incident: str
    decided_by: str
    because: str

    def __post_init__(self) -> None:
        if not self.decided_by.strip():
            raise ValueError(f"{self.claim}: a grouping is decided by somebody")


def standing(groupings: Iterable[Grouping]) -> dict[str, tuple[str, ...]]:
    """The claims of each incident by the latest decision on each claim.

    Args:
        groupings: The whole history, oldest first.
    """
    latest = {grouping.claim: grouping.incident for grouping in groupings}
    claims: dict[str, list[str]] = {}
    for claim, incident in latest.items():
        claims.setdefault(incident, []).append(claim)
    return {incident: tuple(sorted(codes)) for incident, codes in sorted(claims.items())}
