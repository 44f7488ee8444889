"""Which items are whose: of a source, given by it or borne on by what it says; and of a case."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from tawthiq.store import models
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.evidence import ItemInBrief, brief_of, with_content
from tawthiq.store.queries.sources import SourceInFull

_MOST = 200


def items_from(case: str, found: SourceInFull) -> tuple[ItemInBrief, ...]:
    """Items that came from this source by one of its names, and those linked to a claim of it.

    Raises:
        UnknownNameError: No case has this code.
    """
    row, source = row_of(case), found.source
    names = {source.key, source.said, source.name.en, source.name.ar} - {""}
    claims = [*(one.code for one in found.claims), *(one.code for one in found.totals)]
    links = models.EvidenceLink.objects.filter(item__case=row, what="claim", code__in=claims)
    rows = links.order_by("id").values_list("item_id", "code", "is_taken_back")
    stands = {(item, code): is_taken_back for item, code, is_taken_back in rows}
    linked = {item for (item, _), is_taken_back in stands.items() if not is_taken_back}
    mine = (
        models.EvidenceItem.objects.filter(case=row)
        .filter(Q(content__source__in=names) | Q(id__in=linked))
        .order_by("id")
    )
    return tuple(map(brief_of, with_content(mine)[:_MOST]))


def of_case(case: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Those of some codes that are items of a case."""
    rows = models.EvidenceItem.objects.filter(case=row_of(case), code__in=set(codes))
    return tuple(rows.order_by("id").values_list("code", flat=True))
