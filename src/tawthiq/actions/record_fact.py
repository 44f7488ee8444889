"""Record a fact of an incident, or of a pattern, with what speaks for it and against it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.saying import require_reason
from tawthiq.errors import UnknownNameError
from tawthiq.law.fact_value import kind_named, value_held
from tawthiq.law.facts import FactValue, Method
from tawthiq.store import models
from tawthiq.store.queries.law.decisions import Outcome, value_text
from tawthiq.store.queries.law.law_incidents import gather
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.store.queries.law.patterns import pattern_of
from tawthiq.store.queries.law.shapes import EvidenceLine


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
    was_suggested: bool = False,
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
        ValueError: A fact is of an incident or of a pattern, not of both.
    """
    rights.require_qualify(by, case)
    require_reason(because)
    pack = pack_in_force()
    kind = kind_named(key, pack.vocabulary)
    held_value = value_held(kind, value)
    if bool(incident) is bool(pattern):
        raise ValueError("a fact is of an incident or of a pattern")
    with changing(case) as held:
        there = pattern_of(case, pattern) if pattern else gather(case, incident, pack)
        _must_be_there((*evidence, *against), there.evidence)
        models.IncidentFact.objects.create(
            case=held,
            incident=incident,
            pattern=pattern,
            key=kind.key,
            outcome=Outcome.HELD,
            value=value_text(held_value),
            evidence=list(dict.fromkeys(evidence)),
            against=list(dict.fromkeys(against)),
            is_contested=is_contested,
            method=method,
            was_suggested=was_suggested,
            by=by,
            because=because,
            at=datetime.now(UTC),
        )
        action = "confirm-fact" if was_suggested else "record-fact"
        what = {"incident": incident or pattern, "fact": kind.key}
        journal.write_change(held, by=by, action=action, what=what, why=because)


def _must_be_there(cited: Sequence[str], lines: Sequence[EvidenceLine]) -> None:
    there = [line.piece.id for line in lines]
    for code in cited:
        if code not in there:
            some = ", ".join(there[:8]) or "none"
            raise UnknownNameError(
                f"{code!r} is no evidence here; list it first, or cite one of: {some}",
                f"{code!r} ليس بين الأدلة هنا؛ أدرجه أولًا، أو استشهد بأحد: {some}",
            )
