"""The classifications of a case, those that deny each other named."""

from __future__ import annotations

from tawthiq.store.queries.law.shapes import KeptClassification


def classifications(case: str) -> tuple[KeptClassification, ...]:
    """The standing classifications of a case, in the order of their days.

    Raises:
        UnknownNameError: The case does not exist.
    """
    raise NotImplementedError
