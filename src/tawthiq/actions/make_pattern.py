"""Make a pattern: a named set of incidents that is looked at as one."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.values.both import Both


def make_pattern(
    case: str, code: str, title: Both, incidents: Sequence[str], *, by: str, because: str
) -> None:
    """Make a pattern; the same code again supersedes it.

    Raises:
        UnknownNameError: No such case or incident.
        InputError: A code that cannot stand in an address, a title in one language, or
            fewer than two incidents.
    """
    raise NotImplementedError


def withdraw_pattern(case: str, code: str, *, by: str, because: str) -> None:
    """Take a pattern back.

    Raises:
        UnknownNameError: The case has none of this code.
    """
    raise NotImplementedError
