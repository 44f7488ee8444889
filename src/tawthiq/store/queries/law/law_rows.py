"""The law pack in force here: as it ships, with what lawyers corrected and signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache

from tawthiq.law import desk
from tawthiq.law.book import LawPack
from tawthiq.law.corrected_bond import bond_digest, texts_of_bond
from tawthiq.law.corrected_norm import texts_of_norm
from tawthiq.law.correction import bond_of, with_decisions
from tawthiq.law.pack.loading import law_pack
from tawthiq.law.row_text import RowDecision, RowText
from tawthiq.store import models
from tawthiq.store.queries.law.shapes import RowChange, RowInFull
from tawthiq.values.both import Both


def pack_in_force() -> LawPack:
    """The law pack with every correction and signature applied; its hash covers them."""
    # With its moment: a number is given again where a change was undone.
    last = models.LawRow.objects.order_by("-id").values_list("id", "at").first()
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
    """Everything that was done to a row, oldest first: a norm by id, or ``Syria/AP_II``."""
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


def texts_of(pack: LawPack, row: str) -> Mapping[RowText, str]:
    """The fields of a row as they stand in a pack; none where it has no such row."""
    if norm := pack.norms.get(row):
        return texts_of_norm(norm)
    bond = bond_of(pack, row)
    return texts_of_bond(bond) if bond else {}


def digest_of_row(pack: LawPack, row: str) -> str:
    """What a signature under a row is held against; "" where the pack has no such row."""
    if norm := pack.norms.get(row):
        return norm.digest
    bond = bond_of(pack, row)
    return bond_digest(bond) if bond else ""


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
