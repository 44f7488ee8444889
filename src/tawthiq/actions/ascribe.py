"""Say who is alleged to have acted in an incident, against whom and where."""

from __future__ import annotations

from tawthiq.law.incident import PartyType


def ascribe(
    case: str,
    incident: str,
    *,
    party: str,
    party_type: PartyType,
    by: str,
    because: str,
    opposing: str = "",
    territory: str = "",
) -> None:
    """Record an ascription, in place of what the claims allege.

    Args:
        party: A State of the law pack, the name of a group, or "" for nobody.
        territory: A State; what the place says where "".

    Raises:
        InputError: A State without rows, or a State called a group.
    """
    raise NotImplementedError
