"""Confirm what the records suggest of an incident: from then on it is a fact."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.actions.record_fact import record_fact
from tawthiq.errors import InputError
from tawthiq.law.fact_value import kind_named
from tawthiq.law.facts import FactValue
from tawthiq.store.queries.law.law_incidents import gather
from tawthiq.store.queries.law.law_rows import pack_in_force


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
        UnknownNameError: No such case, incident or piece of evidence.
        InputError: The records suggest nothing of this key, or no reason is given.
    """
    value = suggested_value(case, incident, key)
    record_fact(
        case,
        incident,
        key,
        value,
        evidence=evidence,
        against=against,
        by=by,
        because=because,
        was_suggested=True,
    )


def suggested_value(case: str, incident: str, key: str) -> FactValue:
    """What the records suggest of a fact.

    Raises:
        UnknownNameError: No such case or incident.
        InputError: They suggest nothing of it.
    """
    pack = pack_in_force()
    wanted = kind_named(key, pack.vocabulary).key
    lines = gather(case, incident, pack).facts
    found = {line.kind.key: line.suggested for line in lines if line.suggested is not None}
    if wanted not in found:
        some = ", ".join(found) or "nothing"
        raise InputError(
            f"the records suggest nothing of {wanted!r} for {incident}; they suggest {some}",
            f"لا تقترح السجلات شيئًا عن {wanted!r} في {incident}؛ وتقترح: {some}",
        )
    return found[wanted]
