"""The journal as it is read: newest first, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tawthiq.store import models
from tawthiq.store.queries.cases import row_of

PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        number: Rises by time; gaps mean nothing.
        at: In UTC.
        what: Codes, numbers and digests.
    """

    number: int
    at: datetime
    by: str
    action: str
    what: Mapping[str, object]
    why: str


def journal(case: str, *, before: int | None = None, limit: int = PAGE) -> tuple[Line, ...]:
    """Lines of a case, newest first.

    Args:
        before: Only lines with a smaller number than this.
    """
    rows = models.JournalEntry.objects.filter(case=row_of(case)).order_by("-id")
    if before is not None:
        rows = rows.filter(id__lt=before)
    return tuple(
        Line(row.pk, row.at, row.by, row.action, json.loads(row.what), row.why)
        for row in rows[: max(1, min(limit, 500))]
    )
