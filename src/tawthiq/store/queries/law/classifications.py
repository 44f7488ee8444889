"""The classifications of a case, those that deny each other named."""

from __future__ import annotations

from dataclasses import replace

from tawthiq.law.classification import Classification, Conflict
from tawthiq.law.incident import Incident
from tawthiq.law.qualification import fits
from tawthiq.store import models
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.law.decisions import latest
from tawthiq.store.queries.law.shapes import KeptClassification


def classifications(case: str) -> tuple[KeptClassification, ...]:
    """The standing classifications of a case, in the order of their days.

    Raises:
        UnknownNameError: The case does not exist.
    """
    rows = models.ConflictClassification.objects.filter(case=row_of(case)).order_by("id")
    kept = sorted((_kept(row) for row in latest(rows)), key=_days)
    return tuple(replace(one, denied_by=_denying(one, kept)) for one in kept)


def classifications_for(case: str, incident: Incident) -> tuple[KeptClassification, ...]:
    """The same, those that can be about an incident first and marked so."""
    kept = [replace(one, fits=fits(incident, one.classification)) for one in classifications(case)]
    return tuple(sorted(kept, key=_misses))


def _misses(one: KeptClassification) -> bool:
    return not one.fits


def _denying(one: KeptClassification, others: list[KeptClassification]) -> tuple[str, ...]:
    return tuple(
        other.code
        for other in others
        if other is not one and one.classification.contradicts(other.classification)
    )


def _kept(row: models.ConflictClassification) -> KeptClassification:
    said = Classification(
        Conflict(row.conflict),
        tuple(row.pair),
        row.area,
        row.first,
        row.last,
        row.signed_by,
        tuple(row.sources),
        row.code,
    )
    return KeptClassification(row.code, said, row.by, row.because, row.at)


def _days(one: KeptClassification) -> tuple[str, str]:
    first = one.classification.first
    return (first.isoformat() if first else "", one.code)
