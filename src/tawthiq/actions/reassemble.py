"""Compute incidents again from their claims, and lay people's decisions over them.

Called by every action that changes a claim, a grouping or a grade; also alone, after
the vocabularies or the gazetteer have learned something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.claims.claim import Claim
from tawthiq.records.incident import Incident, assemble
from tawthiq.records.situated import situate
from tawthiq.store import models
from tawthiq.store.bulk import chunks, insert
from tawthiq.store.incident_rows import COLUMNS, IncidentCells, comparable, rows_as_written
from tawthiq.store.queries.claims import claims_with_codes
from tawthiq.store.queries.decisions import claims_of_incidents, standing_grades, with_decision
from tawthiq.store.queries.places import find_places, gazetteer
from tawthiq.store.queries.sources import sources_of

_AT_ONCE = 2000  # incidents held in memory


def reassemble(case: str, incidents: Iterable[str] | None = None, *, by: str, because: str) -> int:
    """Compute incidents of a case again; all of them where none is named.

    Returns:
        How many incidents there are of those now.

    Raises:
        UnknownNameError: No case has this code.
        HomeError: The database could not be written; nothing was changed.
    """
    rights.require_decide(by, case)
    with changing(case) as held:
        chosen = None if incidents is None else sorted(set(incidents))
        number = compute_all(held) if chosen is None else compute(held, chosen)
        what = {"incidents": number, "all": incidents is None}
        journal.write_change(held, by=by, action="reassemble", what=what, why=because)
    return number


def compute(
    case: models.Case, codes: Iterable[str], in_hand: Mapping[str, Claim] | None = None
) -> int:
    """Compute these incidents, inside another action; one without claims is no more.

    Args:
        in_hand: Standing claims by code that need not be read again.

    Returns:
        How many of them there are now.
    """
    number = 0
    cells = IncidentCells(case.pk, gazetteer())
    claims = claims_of_incidents(case, codes)
    for some in chunks(claims, _AT_ONCE):
        number += _compute(case, cells, {code: claims[code] for code in some}, in_hand or {})
    return number


def compute_all(case: models.Case) -> int:
    """Compute every incident that the case ever had, inside another action."""
    return compute(case, sorted(_ever(case)))


def differing(case: models.Case) -> Iterator[str]:
    """Codes of incidents whose row is not what claims and decisions give now; read only."""
    cells = IncidentCells(case.pk, gazetteer())
    ever = sorted(_ever(case))
    members = claims_of_incidents(case, ever)
    for some in chunks(members, _AT_ONCE):
        claims = {code: members[code] for code in some}
        read = claims_with_codes(case, [code for each in claims.values() for code in each])
        fresh = {i.code: cells.cells(i) for i in _assembled(case, claims, read)}
        kept = rows_as_written(case, some)
        yield from (c for c in some if comparable(fresh.get(c)) != comparable(kept.get(c)))
    known = {*members}
    for code in models.Incident.objects.filter(case=case).values_list("code", flat=True):
        if code not in known:
            yield code


def _compute(
    case: models.Case,
    cells: IncidentCells,
    claims: Mapping[str, list[str]],
    in_hand: Mapping[str, Claim],
) -> int:
    absent = [code for each in claims.values() for code in each if code not in in_hand]
    read = {**in_hand, **claims_with_codes(case, absent)} if absent else in_hand
    rows = [cells.cells(incident) for incident in _assembled(case, claims, read)]
    for some in chunks(claims):
        models.Incident.objects.filter(case=case, code__in=some).delete()
    insert(models.Incident, COLUMNS, rows)
    return len(rows)


def _assembled(
    case: models.Case, claims: Mapping[str, list[str]], by_code: Mapping[str, Claim]
) -> Iterator[Incident]:
    sources, find, grades = sources_of(case), find_places(), standing_grades(case)
    for code, members in claims.items():
        situated = [situate(by_code[member], find) for member in members if member in by_code]
        if situated:
            incident = assemble(code, situated, sources)
            yield with_decision(incident, grades.get(code))


def _ever(case: models.Case) -> set[str]:
    return set(models.Grouping.objects.filter(case=case).values_list("incident", flat=True))
