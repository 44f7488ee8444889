"""The history of the facts of an incident or a pattern, and the kinds of fact there are."""

from __future__ import annotations

from tawthiq.law.said import value_said
from tawthiq.store import models
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.law.decisions import value_from_text
from tawthiq.store.queries.law.fact_lines import kind_of
from tawthiq.store.queries.law.law_rows import pack_in_force
from tawthiq.store.queries.law.shapes import PastFact


def fact_history(case: str, incident: str, *, pattern: str = "") -> tuple[PastFact, ...]:
    """Every decision on a fact of an incident, oldest first; of a pattern where it is named.

    Raises:
        UnknownNameError: The case does not exist.
    """
    rows = models.IncidentFact.objects.filter(
        case=row_of(case), incident=incident, pattern=pattern
    ).order_by("id")
    return tuple(_past(row) for row in rows)


def _past(row: models.IncidentFact) -> PastFact:
    kind = kind_of(row.key, pack_in_force().vocabulary)
    return PastFact(
        row.key,
        kind.name,
        value_said(kind, value_from_text(row.value)),
        row.outcome,
        tuple(row.evidence),
        tuple(row.against),
        row.by,
        row.because,
        row.at,
    )
