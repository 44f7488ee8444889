"""Record an agreement about an area: a de-escalation zone, a ceasefire, a list."""

from __future__ import annotations

from tawthiq.law.agreement import Agreement


def record_agreement(case: str, agreement: Agreement, *, by: str, because: str) -> None:
    """Record an agreement; the same id again supersedes it.

    Raises:
        InputError: A kind that is not known, or no source, name or area.
    """
    raise NotImplementedError


def withdraw_agreement(case: str, code: str, *, by: str, because: str) -> None:
    """Take an agreement back.

    Raises:
        UnknownNameError: The case has none of this code.
    """
    raise NotImplementedError
