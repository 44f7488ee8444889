"""Incidents as lists, maps and timelines show them, and one of them with all its claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tawthiq.claims.claim import Claim
from tawthiq.claims.source import Source
from tawthiq.errors import UnknownNameError
from tawthiq.records.grade import Grade
from tawthiq.records.grading import Graded
from tawthiq.records.incident import Incident, assemble
from tawthiq.records.situated import situate
from tawthiq.store import models
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.claims import claims_with_codes
from tawthiq.store.queries.decisions import (
    Decision,
    claims_of_incidents,
    history,
    standing_grades,
    with_decision,
)
from tawthiq.store.queries.incident_filter import IncidentFilter
from tawthiq.store.queries.places import find_places
from tawthiq.store.queries.sources import sources_of
from tawthiq.store.sql import Cell, Values, column, number
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import Precision, When

COUNTED = 10_000  # incidents counted for a reader; "more than 10,000" says enough and is fast
PAGE = 50
MAX_PAGE = 500
EVERYTHING = IncidentFilter()


@dataclass(frozen=True, slots=True)
class Listed:
    """An incident as a list shows it.

    Attributes:
        place: Its places by name, or in a source's words where the gazetteer has none.
        places: Their codes; several where one figure is for several places.
        lat, lon: Of the settlement, or None. Never the point of impact.
        sites, weapons, parties: Keys as named, not spread.
        killed, children, women, injured: What we hold, or None where nobody says.
        claims: How many claims it rests on.
        sources: Keys of the independent sources.
        denied: Whether a party denies it.
    """

    code: str
    title: Both
    when: When
    place: Both
    places: tuple[str, ...]
    governorate: str
    district: str
    lat: float | None
    lon: float | None
    sites: tuple[str, ...]
    weapons: tuple[str, ...]
    parties: tuple[str, ...]
    graded: Graded
    killed: HowMany | None
    children: HowMany | None
    women: HowMany | None
    injured: HowMany | None
    claims: int
    sources: tuple[str, ...]
    denied: bool

    @property
    def covers_several_places(self) -> bool:
        return len(self.places) > 1


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a list, newest first.

    Attributes:
        next: What to ask for as ``after`` to go on, or "" at the end.
        total: How many incidents there are, counted up to ``COUNTED``.
        is_capped: Whether there are more than that.
    """

    rows: tuple[Listed, ...]
    next: str
    total: int
    is_capped: bool


@dataclass(frozen=True, slots=True)
class IncidentInFull:
    """One incident with everything that is held of it.

    Attributes:
        incident: Assembled from its standing claims, a decided grade laid over it.
        listed: The same as lists show it.
        sources: Of its claims, by key.
        versions: How often each claim was corrected, by code, where it was.
        decisions: On its grouping and its grade, oldest first.
    """

    incident: Incident
    listed: Listed
    sources: Mapping[str, Source]
    versions: Mapping[str, int]
    decisions: tuple[Decision, ...]


def page(
    case: str, wanted: IncidentFilter = EVERYTHING, *, after: str = "", limit: int = PAGE
) -> Page:
    """A page of the incidents that a filter lets through, newest first, undated ones last.

    Args:
        after: ``Page.next`` of the page before; anything else starts at the beginning.
        limit: Rows, 1 to 500.

    Raises:
        UnknownNameError: No case has this code.
    """
    limit = max(1, min(limit, MAX_PAGE))
    condition, values = where(row_of(case), wanted)
    total = number(f"SELECT 1 FROM store_incident WHERE {condition} LIMIT {COUNTED + 1}", values)
    onward, place = _onward(after)
    ids = column(
        f"SELECT id FROM store_incident WHERE {condition}{onward} "
        f"ORDER BY day DESC, code DESC LIMIT {limit + 1}",
        (*values, *place),
    )
    rows = {row.pk: row for row in models.Incident.objects.filter(id__in=ids)}
    listed = tuple(_listed(rows[each]) for each in ids[:limit])
    more = f"{rows[ids[limit - 1]].day}~{rows[ids[limit - 1]].code}" if len(ids) > limit else ""
    return Page(listed, more, min(total, COUNTED), total > COUNTED)


def listed(case: str, code: str) -> Listed:
    """One incident as a list shows it.

    Raises:
        UnknownNameError: The case or the incident does not exist.
    """
    # PostgreSQL refuses a NUL in any text, even one that is only compared.
    rows = models.Incident.objects.filter(case=row_of(case), code=code)
    row = None if "\0" in code else rows.first()
    if row is None:
        raise UnknownNameError(
            f"the case {case} has no incident {code!r}; look at its list",
            f"ليس في الملف {case} واقعة رمزها {code!r}؛ انظر في قائمتها",
        )
    return _listed(row)


def incident(case: str, code: str) -> IncidentInFull:
    """One incident with its claims, sources and history.

    Raises:
        UnknownNameError: The case or the incident does not exist.
    """
    shown, in_case = listed(case, code), row_of(case)
    codes = claims_of_incidents(in_case, [code])[code]
    claims = claims_with_codes(in_case, codes)
    sources, find = sources_of(in_case), find_places()
    whole = assemble(code, (situate(claim, find) for claim in claims.values()), sources)
    return IncidentInFull(
        incident=with_decision(whole, standing_grades(in_case).get(code)),
        listed=shown,
        sources={key: sources[key] for key in sorted(_speakers(claims, sources))},
        versions=_versions(in_case, codes),
        decisions=history(in_case, code),
    )


def places_in(case: str) -> tuple[str, ...]:
    """Codes of every place that some incident of the case lies in, holders included."""
    row = row_of(case)
    return _places_in(row.pk, row.state)


@lru_cache(maxsize=8)
def _places_in(case_id: int, state: str) -> tuple[str, ...]:
    texts = models.Incident.objects.filter(case_id=case_id).values_list("within", flat=True)
    return tuple(sorted({code for text in texts.distinct() for code in text.split("|") if code}))


def _speakers(claims: Mapping[str, Claim], sources: Mapping[str, Source]) -> set[str]:
    """The sources of the claims, and those from whom they have it."""
    said = {claim.document.source for claim in claims.values()}
    return said | ({sources[key].origin for key in said} & set(sources))


def _versions(case: models.Case, codes: list[str]) -> dict[str, int]:
    held = models.Claim.objects.filter(case=case, code__in=codes, superseded_by=None, version__gt=1)
    return dict(held.values_list("code", "version"))


def where(case: models.Case, wanted: IncidentFilter) -> tuple[str, Values]:
    """The SQL condition on incidents of a case, with its parameters."""
    texts, values = ["case_id = %s"], list[Cell]((case.pk,))
    for text, parameters in wanted.conditions():
        texts.append(text)
        values.extend(parameters)
    return " AND ".join(texts), tuple(values)


def _onward(after: str) -> tuple[str, Values]:
    day, separator, code = after.partition("~")
    try:
        date.fromisoformat(day)
    except ValueError:
        return "", ()
    return (" AND (day, code) < (%s, %s)", (day, code)) if separator else ("", ())


def _listed(row: models.Incident) -> Listed:
    return Listed(
        code=row.code,
        title=Both(row.title_en, row.title_ar),
        when=When(row.first, row.last, Precision(row.precision)),
        place=Both(row.place_en, row.place_ar),
        places=tuple(row.places),
        governorate=row.governorate,
        district=row.district,
        lat=row.lat,
        lon=row.lon,
        sites=tuple(row.sites),
        weapons=tuple(row.weapons),
        parties=tuple(row.parties),
        graded=Graded(Grade(row.grade), Both(row.because_en, row.because_ar), row.decided_by),
        killed=how_many(row.killed_low, row.killed_best, row.killed_high),
        children=how_many(row.children_low, row.children_best, row.children_high),
        women=how_many(row.women_low, row.women_best, row.women_high),
        injured=how_many(row.injured_low, row.injured_best, row.injured_high),
        claims=row.claims,
        sources=tuple(row.sources),
        denied=row.denied,
    )


def how_many(low: int | None, best: int | None, high: int | None) -> HowMany | None:
    """A number from three cells, or None where all are empty."""
    return None if low is best is high is None else HowMany(low, best, high)
