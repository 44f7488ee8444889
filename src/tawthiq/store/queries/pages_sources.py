"""The sources of a case with how much each of them claims, counted in one walk."""

from __future__ import annotations

from django.db import connection

from tawthiq.store import models
from tawthiq.store.queries.sources import SourceInBrief, source_of


def sources_in_brief(case: models.Case) -> tuple[SourceInBrief, ...]:
    """Every source of a case, by key, with its standing claims on incidents and on periods."""
    claims = _by_source(case, "store_claim")
    totals = _by_source(case, "store_periodclaim")
    held = models.Source.objects.filter(case=case).order_by("key")
    return tuple(
        SourceInBrief(source_of(row), claims.get(row.pk, 0), totals.get(row.pk, 0)) for row in held
    )


def _by_source(case: models.Case, table: str) -> dict[int, int]:
    """How many standing claims of one table each source makes, by the row of the source."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT said.source_id, count(*) "
            f"FROM {table} AS held JOIN store_document AS said ON said.id = held.document_id "
            "WHERE held.case_id = %s AND held.superseded_by_id IS NULL GROUP BY said.source_id",
            (case.pk,),
        )
        return dict(cursor.fetchall())
