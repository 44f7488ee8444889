"""Lists of people who were killed, and how the columns of an organisation's lists are read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from tawthiq.claims.claim import Document
from tawthiq.claims.source import Source
from tawthiq.store import models
from tawthiq.store.digests import of_document
from tawthiq.store.queries.sources import source_of


@dataclass(frozen=True, slots=True)
class ListInBrief:
    """A list as a page shows it.

    Attributes:
        code: As in ``L2``.
        title: What the organisation calls it; "" for its only list.
        records: How many rows stand.
        first_taken, last_taken: The days on which its first and last edition were taken in.
    """

    code: str
    source: Source
    title: str
    records: int
    first_taken: date
    last_taken: date


def lists_of(case: models.Case) -> tuple[ListInBrief, ...]:
    """The lists of a case, in the order in which they came."""
    held = models.VictimList.objects.filter(case=case).select_related("document__source")
    return tuple(_in_brief(row) for row in held.order_by("id"))


def list_with(case: models.Case, document: Document) -> models.VictimList | None:
    """The list of a case that this document is, or None."""
    lists = models.VictimList.objects.filter(case=case, document__digest=of_document(document))
    return lists.first()


def mapping_for(source: str) -> dict[str, str]:
    """From the columns of an organisation's lists to our keys, as somebody said last; or {}."""
    last = models.ColumnMapping.objects.filter(source=source).order_by("-id").first()
    return {} if last is None else {str(n): str(k) for n, k in json.loads(last.columns).items()}


def _in_brief(row: models.VictimList) -> ListInBrief:
    records = models.PersonRecord.objects.filter(list=row)
    batches = models.ImportBatch.objects.filter(
        pk__in=records.values("batch").annotate(n=Count("id")).values("batch")
    )
    days = sorted(at.date() for at in batches.values_list("at", flat=True))
    return ListInBrief(
        code=row.code,
        source=source_of(row.document.source),
        title=row.document.title,
        records=records.filter(superseded_by=None).count(),
        first_taken=days[0],
        last_taken=days[-1],
    )
