"""List a piece of evidence of an incident, so that facts may cite it; or take it back."""

from __future__ import annotations


def list_evidence(
    case: str,
    incident: str,
    code: str,
    kind: str,
    *,
    words: str,
    source: str,
    by: str,
    because: str,
    reliability: str = "",
    credibility: int = 0,
    group: str = "",
) -> None:
    """List a piece; the same code again corrects it.

    Args:
        incident: Its code; "" for a piece of the whole case.
        code: What facts call it, as in ``E1``; never the code of a claim.
        kind: A kind of evidence of the law pack.
        group: Pieces with one group come from one origin and count once.

    Raises:
        UnknownNameError: No such case or incident.
        InputError: The kind or a grade is not known, or the code is taken by a claim.
    """
    raise NotImplementedError


def withdraw_evidence(case: str, incident: str, code: str, *, by: str, because: str) -> None:
    """Take a piece back.

    Raises:
        InputError: No such piece stands, or a held fact still cites it.
    """
    raise NotImplementedError
