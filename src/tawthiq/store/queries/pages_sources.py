"""The sources of a case with how much each of them claims, counted in one walk."""

from __future__ import annotations

from functools import lru_cache

from django.db import connection

from tawthiq.store import models
from tawthiq.store.queries.sources import SourceInBrief, source_of
from tawthiq.store.sql import rows


def sources_in_brief(case: models.Case) -> tuple[SourceInBrief, ...]:
    """Every source of a case, by key, with its standing claims on incidents and on periods.

    Counted once for each state of the case: 0.2 s at 275,000 claims.
    """
    return _counted(str(connection.settings_dict["NAME"]), case.pk, case.revision)


@lru_cache(maxsize=4)
def _counted(database: str, case: int, revision: int) -> tuple[SourceInBrief, ...]:
    claims = _by_source(case, "store_claim")
    totals = _by_source(case, "store_periodclaim")
    held = models.Source.objects.filter(case_id=case).order_by("key")
    return tuple(
        SourceInBrief(source_of(row), claims.get(row.pk, 0), totals.get(row.pk, 0)) for row in held
    )


def _by_source(case: int, table: str) -> dict[int, int]:
    """How many standing claims of one table each source makes, by the row of the source."""
    return dict(
        rows(
            "SELECT said.source_id, count(*) "
            f"FROM {table} AS held JOIN store_document AS said ON said.id = held.document_id "
            "WHERE held.case_id = %s AND held.superseded_by_id IS NULL GROUP BY said.source_id",
            (case,),
        )
    )
