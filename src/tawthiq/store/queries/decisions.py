"""What people decided: which claims belong to which incident, and which grade stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tawthiq.records.grade import Grade
from tawthiq.records.grading import override
from tawthiq.records.incident import Incident
from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.store.queries.claims import incidents_of

_MANY = 1000  # incidents: from here on reading every grouping of the case once is faster


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of the history of an incident.

    Attributes:
        about: The code of the claim grouped, or "" for the grade.
        outcome: The code of the incident it went to, or the grade; "" where an earlier
            grade was taken back.
    """

    about: str
    outcome: str
    by: str
    because: str
    on: date


def standing_groupings(case: models.Case) -> dict[str, str]:
    """The incident of each claim of a case, by the latest decision on the claim."""
    rows = models.Grouping.objects.filter(case=case).order_by("id")
    return dict(rows.values_list("claim", "incident").iterator(chunk_size=5000))


def claims_of_incidents(case: models.Case, incidents: Iterable[str]) -> dict[str, list[str]]:
    """The codes of the claims that stand grouped into each incident; [] where none is left."""
    codes = list(incidents)
    if len(codes) > _MANY:
        return _picked(standing_groupings(case), codes)
    claims: dict[str, list[str]] = {}
    for some in chunks(codes):
        claims |= {code: [] for code in some}
        ever = models.Grouping.objects.filter(case=case, incident__in=some)
        concerned = sorted(set(ever.values_list("claim", flat=True)))
        for claim, incident in incidents_of(case, concerned).items():
            if incident in claims:
                claims[incident].append(claim)
    return claims


def _picked(incident_of: Mapping[str, str], codes: list[str]) -> dict[str, list[str]]:
    claims: dict[str, list[str]] = {code: [] for code in codes}
    for claim, incident in incident_of.items():
        if incident in claims:
            claims[incident].append(claim)
    return claims


def standing_grades(case: models.Case) -> dict[str, models.GradeDecision]:
    """The decision that stands on each incident whose grade somebody overrode."""
    rows = models.GradeDecision.objects.filter(case=case).order_by("id")
    latest = {row.incident: row for row in rows}
    return {code: row for code, row in latest.items() if row.grade}


def with_decision(incident: Incident, decided: models.GradeDecision | None) -> Incident:
    """The incident with the grade that somebody decided, where somebody did."""
    if decided is None:
        return incident
    because, by = decided.because, decided.by
    graded = override(incident.graded, Grade(decided.grade), because=because, by=by)
    return replace(incident, graded=graded)


def history(case: models.Case, incident: str) -> tuple[Decision, ...]:
    """Every decision that concerned an incident, oldest first."""
    groupings = models.Grouping.objects.filter(case=case, incident=incident)
    grades = models.GradeDecision.objects.filter(case=case, incident=incident)
    lines = [(g.at, Decision(g.claim, g.incident, g.by, g.because, g.at.date())) for g in groupings]
    lines += [
        (g.at, Decision("", Grade(g.grade) if g.grade else "", g.by, g.because, g.at.date()))
        for g in grades
    ]
    return tuple(decision for _, decision in sorted(lines, key=lambda line: line[0]))
