"""Everything a case knows that a text can be held against."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from tawthiq.records.grade import Grade
from tawthiq.statements.known import Known, KnownIncident
from tawthiq.store import models
from tawthiq.store.queries.addresses import urls_of
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.counts import counts_of
from tawthiq.store.queries.incidents import how_many
from tawthiq.store.queries.sources import sources_of
from tawthiq.store.sql import rows
from tawthiq.values.both import Both
from tawthiq.values.when import Precision, When

_INCIDENTS = (
    "SELECT code, title_en, title_ar, first, last, precision, places, sites, parties, grade, "
    "sources, killed_low, killed_best, killed_high "
    "FROM store_incident WHERE case_id = %s ORDER BY day, code"
)


def known(case: str) -> Known:
    """What a case knows: counts, sources and incidents.

    Raises:
        UnknownNameError: No case has this code.
    """
    in_case = row_of(case)
    return Known(
        case=case,
        title=Both(in_case.title_en, in_case.title_ar),
        counts=tuple(counts_of(in_case)),
        sources=sources_of(in_case),
        incidents=tuple(_incidents(in_case)),
    )


def _incidents(case: models.Case) -> Iterator[KnownIncident]:
    urls = urls_of(case)
    for code, en, ar, first, last, precision, *lists, low, best, high in rows(
        _INCIDENTS, (case.pk,)
    ):
        places, sites, parties, grade, sources = lists
        yield KnownIncident(
            code=code,
            title=Both(en, ar),
            when=When(_date(first), _date(last), Precision(precision)),
            place_codes=tuple(_keys(places)),
            sites=frozenset(_keys(sites)),
            parties=frozenset(_keys(parties)),
            grade=Grade(grade),
            killed=how_many(low, best, high),
            sources=tuple(_keys(sources)),
            urls=urls.get(code, ()),
        )


def _date(cell: date | str | None) -> date | None:
    return date.fromisoformat(cell) if isinstance(cell, str) else cell


def _keys(cell: str | list[str]) -> list[str]:
    return json.loads(cell) if isinstance(cell, str) else cell
