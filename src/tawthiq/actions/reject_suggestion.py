"""Throw away what the records suggest of an incident, with a reason that stays."""

from __future__ import annotations

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.confirm_suggestion import suggested_value
from tawthiq.actions.saying import require_reason
from tawthiq.actions.withdraw_fact import keep_outcome
from tawthiq.law.fact_value import kind_named
from tawthiq.store.queries.law.decisions import Outcome, value_text
from tawthiq.store.queries.law.law_rows import pack_in_force


def reject_suggestion(case: str, incident: str, key: str, *, by: str, because: str) -> None:
    """Reject a suggestion; it engages no norm any more until somebody records the fact.

    A value that the records suggest later is another suggestion and is looked at anew.

    Raises:
        UnknownNameError: No such case or incident.
        InputError: The records suggest nothing of this key, or no reason is given.
    """
    rights.require_qualify(by, case)
    require_reason(because)
    with changing(case) as held:
        value = value_text(suggested_value(case, incident, key))
        named = kind_named(key, pack_in_force().vocabulary).key
        keep_outcome(held, incident, "", named, Outcome.REJECTED, value, by=by, because=because)
        what = {"incident": incident, "fact": named}
        journal.write_change(held, by=by, action="reject-fact", what=what, why=because)
