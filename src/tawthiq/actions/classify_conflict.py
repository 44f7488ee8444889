"""Classify a conflict: a dated object with parties and sources, signed by somebody."""

from __future__ import annotations

from tawthiq.law.classification import Classification


def classify_conflict(
    case: str, code: str, classification: Classification, *, by: str, because: str
) -> None:
    """Record a classification; the same code again supersedes it.

    One that denies another of the case is taken: both are read, and what differs is arguable.

    Raises:
        InputError: A code that cannot stand in an address, no pair, no source, or no signature.
    """
    raise NotImplementedError


def withdraw_classification(case: str, code: str, *, by: str, because: str) -> None:
    """Take a classification back.

    Raises:
        UnknownNameError: The case has none of this code.
    """
    raise NotImplementedError
