"""Confirm what the records suggest of an incident: from then on it is a fact."""

from __future__ import annotations

from collections.abc import Sequence


def confirm_suggestion(
    case: str,
    incident: str,
    key: str,
    *,
    evidence: Sequence[str],
    against: Sequence[str],
    by: str,
    because: str,
) -> None:
    """Hold a fact with the value that the records suggest now.

    Raises:
        InputError: The records suggest nothing of this key.
    """
    raise NotImplementedError
