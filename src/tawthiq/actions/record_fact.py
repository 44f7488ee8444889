"""Record a fact of an incident, or of a pattern, with what speaks for it and against it."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.law.facts import FactValue, Method


def record_fact(
    case: str,
    incident: str,
    key: str,
    value: FactValue,
    *,
    evidence: Sequence[str],
    against: Sequence[str],
    by: str,
    because: str,
    is_contested: bool = False,
    method: Method = Method.DIRECT,
    pattern: str = "",
) -> None:
    """Hold a fact; what was held of the same key before is superseded and stays in history.

    Args:
        value: Of the type its key takes: bool, int, str, or a frozenset of choices.
        evidence: Codes of what speaks for it: listed pieces or claims.
        against: Codes of what speaks against it; given even where empty.
        pattern: The code of a pattern of which it is a fact; ``incident`` is "" then.

    Raises:
        UnknownNameError: No such case, incident, pattern, or piece of evidence.
        InputError: The key is not in the vocabulary, or does not take this value.
        HomeError: The database could not be written; nothing was changed.
    """
    raise NotImplementedError
