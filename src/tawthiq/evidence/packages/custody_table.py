"""The table of custody: every step of every item, with the digests that chain them."""

from __future__ import annotations

from tawthiq.errors import IntegrityError
from tawthiq.evidence.bare.pieces import CUSTODY_COLUMNS
from tawthiq.evidence.custody import faults
from tawthiq.evidence.packages.contents import Contents, CustodyEntry, Item


def custody_rows_of(contents: Contents) -> list[list[str]]:
    """The table, its headings first.

    Raises:
        IntegrityError: The chain of an item is not whole. A package of it would say so to the
            court, so that it must be settled before.
    """
    rows = [[*CUSTODY_COLUMNS, "told_en", "told_ar", "premis_event"]]
    for item in sorted(contents.items, key=lambda item: item.number):
        _refuse_broken(item)
        rows += [_row(one) for one in item.custody]
    return rows


def _row(one: CustodyEntry) -> list[str]:
    step, told = one.step, one.step.told()
    return [
        step.item,
        f"{step.number}",
        f"{step.kind}",
        f"{step.time:%Y-%m-%dT%H:%M:%SZ}",
        step.holder,
        step.to,
        step.by,
        step.note,
        f"{step.previous}",
        f"{step.digest}",
        "" if one.entry is None else f"{one.entry}",
        told.en,
        told.ar,
        step.premis_event,
    ]


def _refuse_broken(item: Item) -> None:
    found = faults([one.step for one in item.custody])
    if found:
        raise IntegrityError(
            f"the custody of {item.id} is not whole: {found[0].en}; find out what happened, and"
            " add a step that says so",
            f"سلسلة حيازة {item.id} ليست كاملة: {found[0].ar}؛ تبيّن ما حدث وأضف خطوة تذكره",
        )
