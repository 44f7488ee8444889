"""Named sets of incidents, and each held against the context of crimes against humanity."""

from __future__ import annotations

from tawthiq.store.queries.law.shapes import KeptPattern, PatternInFull


def patterns(case: str) -> tuple[KeptPattern, ...]:
    """The standing patterns of a case, by code.

    Raises:
        UnknownNameError: The case does not exist.
    """
    raise NotImplementedError


def pattern_of(case: str, code: str) -> PatternInFull:
    """One pattern in full.

    Raises:
        UnknownNameError: The case or the pattern does not exist.
    """
    raise NotImplementedError
