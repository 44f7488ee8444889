"""What was decided for the law, read so that the latest decision on each matter stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from tawthiq.law.facts import FactValue
from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.store.codecs import canonical

Coded = TypeVar(
    "Coded",
    models.ConflictClassification,
    models.AreaAgreement,
    models.IncidentPattern,
    models.EvidencePiece,
)


class Outcome(StrEnum):
    """What came of somebody's look at a fact."""

    HELD = "held"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    """As if nobody had decided: what the records suggest is a suggestion again."""


def standing_facts(
    case: models.Case, incidents: Iterable[str]
) -> Mapping[str, Mapping[str, models.IncidentFact]]:
    """The decision that stands on each fact of each incident, withdrawn ones left out."""
    found: dict[str, dict[str, models.IncidentFact]] = {}
    for some in chunks(incidents):
        rows = models.IncidentFact.objects.filter(case=case, pattern="", incident__in=some)
        for row in rows.order_by("id"):
            found.setdefault(row.incident, {})[row.key] = row
    return {code: _standing(rows) for code, rows in found.items()}


def standing_facts_of_pattern(case: models.Case, pattern: str) -> Mapping[str, models.IncidentFact]:
    """The decision that stands on each fact of a pattern as a whole."""
    rows = models.IncidentFact.objects.filter(case=case, pattern=pattern).exclude(pattern="")
    return _standing({row.key: row for row in rows.order_by("id")})


def standing_pieces(
    case: models.Case, incidents: Iterable[str]
) -> Mapping[str, tuple[models.EvidencePiece, ...]]:
    """The pieces listed for each incident; those of the whole case under ""."""
    found: dict[str, list[models.EvidencePiece]] = {}
    for some in chunks(["", *incidents]):
        rows = models.EvidencePiece.objects.filter(case=case, incident__in=some)
        for row in rows.order_by("id"):
            found.setdefault(row.incident, []).append(row)
    return {code: latest(rows) for code, rows in found.items()}


def standing_ascriptions(
    case: models.Case, incidents: Iterable[str] | None = None
) -> Mapping[str, models.Ascription]:
    """The latest ascription of each incident; of all of the case where None are named."""
    rows = models.Ascription.objects.filter(case=case)
    if incidents is not None:
        rows = rows.filter(incident__in=list(incidents))
    return {row.incident: row for row in rows.order_by("id")}


def latest(rows: Iterable[Coded]) -> tuple[Coded, ...]:
    """The row that stands of each code, oldest first given, withdrawn ones left out."""
    standing = {row.code: row for row in rows}
    return tuple(row for row in standing.values() if not row.is_withdrawn)


def value_text(value: FactValue) -> str:
    """A value as one cell keeps it; equal values are written equally."""
    return canonical(sorted(value) if isinstance(value, frozenset) else value)


def value_from_text(text: str) -> FactValue:
    """The value of a cell.

    Raises:
        ValueError: The cell holds what no action of ours wrote.
    """
    value = json.loads(text)
    if isinstance(value, list):
        return frozenset(str(one) for one in value)
    if isinstance(value, bool | int | str):
        return value
    raise ValueError(f"no value of a fact: {text[:40]}")


def _standing(rows: Mapping[str, models.IncidentFact]) -> dict[str, models.IncidentFact]:
    return {key: row for key, row in rows.items() if row.outcome != Outcome.WITHDRAWN}
