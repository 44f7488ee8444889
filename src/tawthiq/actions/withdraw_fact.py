"""Take back a fact or a rejection: what the records suggest is a suggestion again."""

from __future__ import annotations


def withdraw_fact(
    case: str, incident: str, key: str, *, by: str, because: str, pattern: str = ""
) -> None:
    """Take back what was decided of a fact.

    Raises:
        InputError: Nothing is decided of this key, or no reason is given.
    """
    raise NotImplementedError
