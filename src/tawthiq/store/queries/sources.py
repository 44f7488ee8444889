"""Sources: who they are, what each of them claims, and from whom each has it."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.claims.claim import Claim, PeriodClaim
from tawthiq.claims.source import Reliability, Source, SourceKind
from tawthiq.errors import UnknownNameError
from tawthiq.store import models
from tawthiq.store.queries import claims as claim_queries
from tawthiq.store.queries.cases import row_of
from tawthiq.store.sql import rows
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class SourceInBrief:
    """A source as a list shows it.

    Attributes:
        claims: How many standing claims on incidents it makes.
        totals: How many standing claims on whole periods.
    """

    source: Source
    claims: int
    totals: int


@dataclass(frozen=True, slots=True)
class SourceInFull:
    """One source with all that it claims.

    Attributes:
        derives_from: The source whose claims it relays, or None where it speaks for itself.
        relayed_by: Those that relay it.
        claims: On incidents, by code.
        incidents: The code of the incident of each of those claims.
        totals: On whole periods, by code.
    """

    source: Source
    derives_from: Source | None
    relayed_by: tuple[Source, ...]
    claims: tuple[Claim, ...]
    incidents: dict[str, str]
    totals: tuple[PeriodClaim, ...]


def sources_of(case: models.Case) -> dict[str, Source]:
    """Every source of a case, by key."""
    rows = models.Source.objects.filter(case=case).order_by("key")
    return {row.key: source_of(row) for row in rows}


def all_sources(case: str) -> tuple[SourceInBrief, ...]:
    """Every source of a case with how much it claims, by key."""
    in_case = row_of(case)
    claimed, summed = (_by_source(in_case, table) for table in ("store_claim", "store_periodclaim"))
    return tuple(
        SourceInBrief(source_of(row), claimed.get(row.pk, 0), summed.get(row.pk, 0))
        for row in models.Source.objects.filter(case=in_case).order_by("key")
    )


def source(case: str, key: str) -> SourceInFull:
    """One source with its claims and its kin.

    Raises:
        UnknownNameError: The case has no source of this key.
    """
    in_case = row_of(case)
    sources = sources_of(in_case)
    if key not in sources:
        raise UnknownNameError(
            f"the case {case} has no source {key!r}; look at its list of sources",
            f"ليس في الملف {case} مصدر مفتاحه {key!r}؛ انظر في قائمة مصادره",
        )
    said = tuple(claim_queries.claims_of_source(in_case, key))
    own = sources[key]
    return SourceInFull(
        source=own,
        derives_from=None if own.is_own else sources.get(own.origin),
        relayed_by=tuple(s for s in sources.values() if s.origin == key and s.key != key),
        claims=said,
        incidents=claim_queries.incidents_of(in_case, [claim.code for claim in said]),
        totals=tuple(t for t in claim_queries.period_claims(in_case) if t.document.source == key),
    )


def _by_source(case: models.Case, table: str) -> dict[int, int]:
    """How many standing claims of a table each source makes, by the row of the source."""
    return dict(
        rows(
            "SELECT page.source_id, count(*) "
            f"FROM {table} AS said JOIN store_document AS page ON page.id = said.document_id "
            "WHERE said.case_id = %s AND said.superseded_by_id IS NULL GROUP BY page.source_id",
            (case.pk,),
        )
    )


def source_of(row: models.Source) -> Source:
    return Source(
        key=row.key,
        said=row.said,
        name=Both(row.name_en, row.name_ar),
        kind=SourceKind(row.kind),
        origin=row.origin,
        relay=row.relay,
        reliability=Reliability(row.reliability),
    )
