"""Everything a case knows that a text can be held against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from tawthiq.claims.source import Source
from tawthiq.places.shipped import shipped
from tawthiq.records.grade import Grade
from tawthiq.statements.known import Known, KnownIncident
from tawthiq.store import models
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.counts import counts_of
from tawthiq.store.queries.incidents import how_many
from tawthiq.store.queries.known_claims import NOTHING_SAID, Said, said_of_incidents
from tawthiq.store.queries.law.classifications import classifications
from tawthiq.store.queries.places import gazetteer
from tawthiq.store.queries.sources import sources_of
from tawthiq.store.sql import rows
from tawthiq.values.both import Both
from tawthiq.values.when import Precision, When

_NUMBERS = ("killed", "injured", "children", "women")
_INCIDENTS = (
    "SELECT code, title_en, title_ar, first, last, precision, places, sites, parties, grade, "
    "sources, denied, "
    + ", ".join(f"{name}_{end}" for name in _NUMBERS for end in ("low", "best", "high"))
    + " FROM store_incident WHERE case_id = %s ORDER BY day, code"
)


def known(case: str) -> Known:
    """What a case knows: counts, sources, incidents, and how its conflicts are classified.

    Raises:
        UnknownNameError: No case has this code.
    """
    in_case = row_of(case)
    sources = sources_of(in_case)
    incidents = tuple(_incidents(in_case, sources))
    return Known(
        case=case,
        title=Both(in_case.title_en, in_case.title_ar),
        counts=tuple(counts_of(in_case)),
        sources=sources,
        incidents=incidents,
        places=_names(code for incident in incidents for code in incident.place_codes),
        conflicts=tuple(one.classification for one in classifications(case)),
    )


def _incidents(case: models.Case, sources: Mapping[str, Source]) -> Iterator[KnownIncident]:
    said = said_of_incidents(case, sources)
    for row in rows(_INCIDENTS, (case.pk,)):
        yield _incident(row, said.get(row[0], NOTHING_SAID))


def _incident(row: tuple[Any, ...], said: Said) -> KnownIncident:
    code, en, ar, first, last, precision, places, sites, parties, grade, sources, denied = row[:12]
    killed, injured, children, women = (how_many(*row[at : at + 3]) for at in range(12, 24, 3))
    return KnownIncident(
        code=code,
        title=Both(en, ar),
        when=When(_date(first), _date(last), Precision(precision)),
        place_codes=tuple(_keys(places)),
        sites=frozenset(_keys(sites)),
        parties=frozenset(_keys(parties)),
        grade=Grade(grade),
        killed=killed,
        sources=tuple(_keys(sources)),
        urls=said.urls,
        injured=injured,
        children=children,
        women=women,
        denied=bool(denied),
        facilities=said.facilities,
        tolls=said.tolls,
    )


def _names(codes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """How imported places are written, by code; the shipped ones a text reader knows itself."""
    in_force = gazetteer()
    if in_force is shipped():
        return {}
    return {code: in_force.place(code).written for code in dict.fromkeys(codes)}


def _date(cell: date | str | None) -> date | None:
    return date.fromisoformat(cell) if isinstance(cell, str) else cell


def _keys(cell: str | list[str]) -> list[str]:
    return json.loads(cell) if isinstance(cell, str) else cell
