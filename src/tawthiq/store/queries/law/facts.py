"""The facts of an incident as they stand, their history, and the evidence they may cite."""

from __future__ import annotations

from tawthiq.store.queries.law.shapes import PastFact


def fact_history(case: str, incident: str) -> tuple[PastFact, ...]:
    """Every decision on a fact of an incident, oldest first.

    Raises:
        UnknownNameError: The case does not exist.
    """
    raise NotImplementedError
