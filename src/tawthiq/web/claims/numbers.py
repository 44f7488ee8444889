"""What one claim says of how many: the numbers that a table of claims has columns for."""

from __future__ import annotations

from tawthiq.claims.claim import Claim
from tawthiq.claims.group import UNSTATED, Group
from tawthiq.claims.toll import Harm
from tawthiq.values.how_many import HowMany


def said_of(claim: Claim, harm: Harm, group: Group = UNSTATED) -> HowMany | None:
    """The number a claim gives of one harm to one group, or None where it is silent."""
    tolls = (toll.how_many for toll in claim.tolls if toll.harm is harm and toll.group == group)
    return next(tolls, None)


def killed(claim: Claim) -> HowMany | None:
    return said_of(claim, Harm.KILLED)
