"""Which bytes are held already, and as which items."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.values.digest import Digest


@dataclass(frozen=True, slots=True)
class Known:
    """An item that has some bytes.

    Attributes:
        number: The row number of the item.
        case: The row number of its case.
        name_raw: The bytes of its name, in hex.
        inside: The row number of the zip in which it came; None where it came by itself.
    """

    number: int
    code: str
    case: int
    name_raw: str
    source: str
    entry: int
    inside: int | None


def known_items(digests: Iterable[Digest]) -> dict[Digest, list[Known]]:
    """The items of these bytes in any case, oldest first."""
    found = dict[Digest, list[Known]]()
    of_item = ("item_id", "item__code", "item__case_id")
    columns = ("sha256", *of_item, "name_raw", "source", "item__entry", "inside_id")
    for some in chunks(str(digest) for digest in set(digests)):
        rows = models.EvidenceContent.objects.filter(sha256__in=some).order_by("item_id")
        for sha256, *rest in rows.values_list(*columns):
            found.setdefault(Digest.parse(sha256), []).append(Known(*rest))
    return found
