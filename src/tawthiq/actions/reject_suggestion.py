"""Throw away what the records suggest of an incident, with a reason that stays."""

from __future__ import annotations


def reject_suggestion(case: str, incident: str, key: str, *, by: str, because: str) -> None:
    """Reject a suggestion; it engages no norm any more until somebody records the fact.

    Raises:
        InputError: The records suggest nothing of this key, or no reason is given.
    """
    raise NotImplementedError
