"""What a case knows, made once for each of its states and kept while that state lasts."""

from __future__ import annotations

from functools import lru_cache

from django.db.models import Count, Max

from tawthiq.counts.reported import NotRead
from tawthiq.statements.known import Known, KnownCount
from tawthiq.store import models
from tawthiq.store.queries import counts, known, sources, statements
from tawthiq.store.queries.sources import SourceInBrief
from tawthiq.store.queries.statements import KeptStatement
from tawthiq.web.access import Case
from tawthiq.web.reader import Reader

_KEPT = 4  # cases whose state is kept in memory at once: house choice


def counts_of(case: Case) -> tuple[KnownCount, ...]:
    """Every number of the case: published totals, then our own."""
    return _counts(*_state(case))


def not_read(case: Case) -> tuple[NotRead, ...]:
    """The published totals whose words nobody here understands."""
    return _not_read(*_state(case))


def sources_of(case: Case) -> tuple[SourceInBrief, ...]:
    """Every source of the case with how much it claims."""
    return _sources(*_state(case))


def known_of(case: Case) -> Known:
    """Everything that a text can be held against."""
    return _known(*_state(case))


def statements_of(case: Case, reader: Reader) -> tuple[KeptStatement, ...]:
    """Each statement of the case once: in the reader's language, or in the one there is."""
    kept: dict[str, KeptStatement] = {}
    for each in statements.statements(case.code):
        if each.code not in kept or each.language == reader.language:
            kept[each.code] = each
    return tuple(kept.values())


def _state(case: Case) -> tuple[str, str, int, int]:
    """What the knowledge of a case depends on: the case, its state, and the places known."""
    places = models.Place.objects.aggregate(number=Count("id"), last=Max("id"))
    return case.code, case.row.state, places["number"], places["last"] or 0


@lru_cache(maxsize=_KEPT)
def _counts(code: str, state: str, places: int, last: int) -> tuple[KnownCount, ...]:
    return tuple(counts.counts_of(models.Case.objects.get(code=code)))


@lru_cache(maxsize=_KEPT)
def _not_read(code: str, state: str, places: int, last: int) -> tuple[NotRead, ...]:
    return counts.not_read(code)


@lru_cache(maxsize=_KEPT)
def _sources(code: str, state: str, places: int, last: int) -> tuple[SourceInBrief, ...]:
    return sources.all_sources(code)


@lru_cache(maxsize=_KEPT)
def _known(code: str, state: str, places: int, last: int) -> Known:
    return known.known(code)
