"""The law pack in force here: as it ships, with what lawyers corrected and signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from tawthiq.law import desk
from tawthiq.law.book import LawPack
from tawthiq.law.correction import digest_of_row, with_decisions
from tawthiq.law.correction import texts_of as texts_of
from tawthiq.law.pack.loading import law_pack
from tawthiq.law.row_text import RowDecision, RowText
from tawthiq.store import models
from tawthiq.store.queries.law.shapes import RowChange, RowInFull
from tawthiq.values.both import Both


def pack_in_force(known_at: date | None = None) -> LawPack:
    """The law pack with every correction and signature applied; its hash covers them.

    Args:
        known_at: Leave out what lawyers did after that day.
    """
    rows = models.LawRow.objects.order_by("-id")
    if known_at is not None:
        rows = rows.filter(at__lt=datetime.combine(known_at + timedelta(days=1), time(), UTC))
    # With its moment: a number is given again where a change was undone.
    last = rows.values_list("id", "at").first()
    return _pack(last[0], last[1], law_pack().hash) if last else law_pack()


def row_in_full(norm: str) -> RowInFull:
    """A norm with its history.

    Raises:
        UnknownNameError: No norm bears this id; the message gives the nearest.
    """
    sheet = desk.show(norm, pack=pack_in_force())
    shipped = law_pack().norms[sheet.norm.id]
    return RowInFull(
        sheet.norm,
        shipped,
        sheet.marks,
        tuple(history(sheet.norm.id)),
        sheet.pack_hash,
    )


def history(row: str) -> Iterator[RowChange]:
    """Everything that was done to a row, oldest first; see ``law.correction`` for its name."""
    before, now = texts_of(law_pack(), row), digest_of_row(pack_in_force(), row)
    for kept in models.LawRow.objects.filter(row=row).order_by("id"):
        changed = {RowText(field): str(text) for field, text in kept.corrected.items()}
        yield RowChange(
            row,
            tuple(
                (field.value, _said(before.get(field, "")), _said(text))
                for field, text in changed.items()
            ),
            kept.signed_by,
            kept.signed_on,
            bool(kept.signed_by) and kept.digest != now,
            kept.source,
            kept.by,
            kept.because,
            kept.at,
        )
        before = {**before, **changed}


@lru_cache(maxsize=4)
def _pack(last: int, at: datetime, shipped: str) -> LawPack:
    rows = models.LawRow.objects.filter(id__lte=last).order_by("id")
    return with_decisions(law_pack(), (_decision(row) for row in rows))


def _decision(row: models.LawRow) -> RowDecision:
    return RowDecision(
        row.row,
        {RowText(field): str(text) for field, text in row.corrected.items()},
        row.signed_by,
        row.signed_on,
        row.digest if row.signed_by else "",
    )


def _said(text: str) -> Both:
    return Both.same(text)
