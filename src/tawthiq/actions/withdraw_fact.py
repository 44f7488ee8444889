"""Take back a fact or a rejection: what the records suggest is a suggestion again."""

from __future__ import annotations

from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.saying import require_reason
from tawthiq.errors import InputError
from tawthiq.law.facts import Method
from tawthiq.store import models
from tawthiq.store.queries.law.decisions import (
    Outcome,
    standing_facts,
    standing_facts_of_pattern,
)


def withdraw_fact(
    case: str, incident: str, key: str, *, by: str, because: str, pattern: str = ""
) -> None:
    """Take back what was decided of a fact.

    Raises:
        UnknownNameError: No such case.
        InputError: Nothing is decided of this key, or no reason is given.
    """
    rights.require_qualify(by, case)
    require_reason(because)
    with changing(case) as held:
        standing = (
            standing_facts_of_pattern(held, pattern)
            if pattern
            else standing_facts(held, [incident]).get(incident, {})
        )
        if key not in standing:
            some = ", ".join(standing) or "nothing"
            raise InputError(
                f"nothing is decided of {key!r} for {incident or pattern}; decided: {some}",
                f"لا قرار بشأن {key!r} في {incident or pattern}؛ والمقرَّر: {some}",
            )
        value = standing[key].value
        keep_outcome(held, incident, pattern, key, Outcome.WITHDRAWN, value, by=by, because=because)
        what = {"incident": incident or pattern, "fact": key}
        journal.write_change(held, by=by, action="withdraw-fact", what=what, why=because)


def keep_outcome(
    case: models.Case,
    incident: str,
    pattern: str,
    key: str,
    outcome: Outcome,
    value: str,
    *,
    by: str,
    because: str,
) -> None:
    """Write the row of a decision that holds nothing."""
    models.IncidentFact.objects.create(
        case=case,
        incident=incident,
        pattern=pattern,
        key=key,
        outcome=outcome,
        value=value,
        evidence=[],
        against=[],
        method=Method.DIRECT,
        by=by,
        because=because,
        at=datetime.now(UTC),
    )
