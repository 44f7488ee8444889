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
        case: The row number of its case.
        name_raw: The bytes of its name, in hex.
    """

    code: str
    case: int
    name_raw: str
    source: str
    entry: int


def known_items(digests: Iterable[Digest]) -> dict[Digest, list[Known]]:
    """The items of these bytes in any case, oldest first."""
    found = dict[Digest, list[Known]]()
    columns = ("sha256", "item__code", "item__case_id", "name_raw", "source", "item__entry")
    for some in chunks(str(digest) for digest in set(digests)):
        rows = models.EvidenceContent.objects.filter(sha256__in=some).order_by("item_id")
        for sha256, *rest in rows.values_list(*columns):
            found.setdefault(Digest.parse(sha256), []).append(Known(*rest))
    return found
