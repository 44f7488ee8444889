"""Evidence as lists show it: which items a case has, newest first, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Prefetch, QuerySet

from tawthiq.errors import UnknownNameError
from tawthiq.evidence.arrivals.given_name import GivenName
from tawthiq.evidence.media.kinds import Kind
from tawthiq.store import models
from tawthiq.store.queries.cases import row_of
from tawthiq.values.digest import Digest

PAGE = 50


@dataclass(frozen=True, slots=True)
class Content:
    """Which bytes an item is and what was said when they came.

    Attributes:
        name: As it was given; ``name.shown`` is for people.
        changed_said: When it was last changed, as the zip says in which it came; a claim.
        inside: The code of that zip.
    """

    digest: Digest
    sha512: str
    size: int
    name: GivenName
    kind: Kind
    source: str
    note: str
    inside: str
    changed_said: str


@dataclass(frozen=True, slots=True)
class ItemInBrief:
    """An item as a list shows it.

    Attributes:
        number: Rises by time; ``before`` of the next page.
        came: received, captured, redacted, derived.
        parent: The code of the item that it was made from, or "".
        entry: Its place in the ledger.
        at: When it came, in UTC, by the clock of this machine.
        content: None where it was erased.
    """

    number: int
    code: str
    case: str
    came: str
    parent: str
    entry: int
    at: datetime
    content: Content | None

    @property
    def title(self) -> str:
        """By what people know it: its name, else its code."""
        return self.content.name.leaf if self.content else self.code


def items(case: str, *, before: int | None = None, limit: int = PAGE) -> tuple[ItemInBrief, ...]:
    """Items of a case, newest first.

    Args:
        before: Only items with a smaller number than this.

    Raises:
        UnknownNameError: No case has this code.
    """
    rows = with_content(models.EvidenceItem.objects.filter(case=row_of(case))).order_by("-id")
    if before is not None:
        rows = rows.filter(id__lt=before)
    return tuple(brief_of(row) for row in rows[: max(1, min(limit, 500))])


def number_of_items(case: str) -> int:
    """How many items a case has, with what was made from them."""
    return models.EvidenceItem.objects.filter(case=row_of(case)).count()


def items_of(case: str, what: str, code: str) -> tuple[ItemInBrief, ...]:
    """Items that somebody linked to a claim, incident or document of a case, oldest first."""
    links = models.EvidenceLink.objects.filter(item__case=row_of(case), what=what, code=code)
    stands = dict(links.order_by("id").values_list("item_id", "is_taken_back"))
    chosen = [item for item, is_taken_back in stands.items() if not is_taken_back]
    rows = with_content(models.EvidenceItem.objects.filter(id__in=chosen)).order_by("id")
    return tuple(map(brief_of, rows))


def item_row(code: str) -> models.EvidenceItem:
    """The row of an item, for the other queries and for actions.

    Raises:
        UnknownNameError: No item has this code.
    """
    row = with_content(models.EvidenceItem.objects.filter(code=code)).first()
    if row is None:
        raise UnknownNameError(
            f"no item of evidence is called {code!r}; tawthiq evidence list names those of a case",
            f"لا دليل رمزه {code!r}؛ الأمر tawthiq evidence list يسرد أدلة الملف",
        )
    return row


def with_content(rows: QuerySet[models.EvidenceItem]) -> QuerySet[models.EvidenceItem]:
    """Read what a list needs in one question more, and not one for each row."""
    contents = models.EvidenceContent.objects.select_related("inside")
    return rows.select_related("case", "parent").prefetch_related(Prefetch("content", contents))


def brief_of(row: models.EvidenceItem) -> ItemInBrief:
    return ItemInBrief(
        row.pk,
        row.code,
        row.case.code,
        row.came,
        row.parent.code if row.parent else "",
        row.entry,
        row.at.astimezone(UTC),
        content_of(row),
    )


def content_of(row: models.EvidenceItem) -> Content | None:
    """The content of an item; None where it was erased."""
    try:
        found = row.content
    except models.EvidenceContent.DoesNotExist:
        return None
    return Content(
        Digest.parse(found.sha256),
        found.sha512,
        found.size,
        GivenName(bytes.fromhex(found.name_raw), found.name, found.encoding),
        Kind(found.media_type, found.said_by_name or None),
        found.source,
        found.note,
        found.inside.code if found.inside else "",
        found.changed_said,
    )


def codes_with(digests: Iterable[str]) -> dict[str, list[str]]:
    """The codes of the items that have these bytes, by SHA-256 in hex."""
    found = dict[str, list[str]]()
    rows = models.EvidenceContent.objects.filter(sha256__in=list(digests)).order_by("item_id")
    for sha256, code in rows.values_list("sha256", "item__code"):
        found.setdefault(sha256, []).append(code)
    return found
