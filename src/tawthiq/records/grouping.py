"""Which claims tell of one incident: an explicit decision that can be reviewed.

A grouping is somebody's reasoned judgement, never a fact of the data. It is superseded,
not edited; what stands is a pure function of the whole history.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.values.code import code_order


@dataclass(frozen=True, slots=True)
class Grouping:
    """Somebody's decision that a claim tells of an incident.

    Attributes:
        claim, incident: Codes; no incident ("") takes the claim out of every incident.
        decided_by: A person's name, or ``table:NAME`` where the table itself groups.
        because: The reason, in words; a table need not give one.
    """

    claim: str
    incident: str
    decided_by: str
    because: str

    def __post_init__(self) -> None:
        if not self.decided_by.strip():
            raise ValueError(f"{self.claim}: a grouping is decided by somebody")
        if not (self.because.strip() or self.decided_by.startswith("table:")):
            raise ValueError(f"{self.claim}: whoever groups claims gives a reason")


def standing(groupings: Iterable[Grouping]) -> dict[str, tuple[str, ...]]:
    """The claims of each incident by the latest decision on each claim, in order of codes.

    Args:
        groupings: The whole history, oldest first.
    """
    latest = {grouping.claim: grouping.incident for grouping in groupings}
    claims: dict[str, list[str]] = {}
    for claim in sorted(latest, key=code_order):
        claims.setdefault(latest[claim], []).append(claim)
    claims.pop("", None)
    return {incident: tuple(claims[incident]) for incident in sorted(claims, key=code_order)}
