"""One item of evidence with all that is known of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tawthiq.evidence.custody import Step
from tawthiq.evidence.media.claims import About, DeviceClaim
from tawthiq.evidence.sandbox.not_read import NotRead, Why
from tawthiq.store import models
from tawthiq.store.queries.consents import persons_in
from tawthiq.store.queries.evidence import ItemInBrief, brief_of, codes_with, item_row
from tawthiq.store.queries.likeness import Alike, alike
from tawthiq.store.queries.stamps import Stamp, stamps_over
from tawthiq.store.sealed.promises import step_of


@dataclass(frozen=True, slots=True)
class Sight:
    """What the sandbox saw of a file: measures of ours, claims of the device, what was not read.

    Attributes:
        tool: By which version of this program.
    """

    at: datetime
    tool: str
    width: int | None
    height: int | None
    seconds: float | None
    parts: int | None
    claims: tuple[DeviceClaim, ...]
    not_read: Mapping[str, NotRead]


@dataclass(frozen=True, slots=True)
class Made:
    """How an item was made from its parent.

    Attributes:
        number: R01, D01: among those that were made from the same item.
    """

    number: str
    tool: str
    parameters: str
    reason: str
    by: str
    reviewed_by: str
    pages: int


@dataclass(frozen=True, slots=True)
class Link:
    """That an item bears on a claim, an incident or a document, as somebody decided."""

    what: str
    code: str
    by: str
    because: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HandedOver:
    """That an item was handed over; the receipt is a signed note."""

    step: int
    to: str
    receipt: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sheet:
    """An item with everything that hangs on it.

    Attributes:
        custody: Every step, oldest first.
        sight: What was last seen of it; None where nobody has looked.
        made: How it was made; None for what came from outside.
        derivatives: What was made from it, oldest first.
        unpacked: What was in it, where it is a zip.
        links: On what it bears, as decided last.
        same: Codes of other items with the same bytes.
        alike: Pictures and films that look like it, nearest first.
        persons: Codes of the people in it; empty where somebody looked and there is nobody; None
            where nobody looked.
        stamps: Time stamps of checkpoints that hold its entry, the earliest first.
        packages: Entries of packages that it went into.
    """

    brief: ItemInBrief
    custody: tuple[Step, ...]
    sight: Sight | None
    made: Made | None
    derivatives: tuple[ItemInBrief, ...]
    unpacked: tuple[ItemInBrief, ...]
    links: tuple[Link, ...]
    handovers: tuple[HandedOver, ...]
    same: tuple[str, ...]
    alike: tuple[Alike, ...]
    persons: tuple[str, ...] | None
    stamps: tuple[Stamp, ...]
    packages: tuple[int, ...]

    @property
    def is_erased(self) -> bool:
        return self.brief.content is None


def sheet(code: str) -> Sheet:
    """Everything about one item.

    Raises:
        UnknownNameError: No item has this code.
    """
    row = item_row(code)
    brief = brief_of(row)
    return Sheet(
        brief,
        custody_of(row),
        _sight(row),
        _made(row),
        tuple(map(brief_of, row.made_from_it.order_by("id"))),
        tuple(brief_of(each.item) for each in row.unpacked.order_by("id").select_related("item")),
        standing_links(row),
        tuple(
            HandedOver(one.step, one.to, one.receipt, one.at.astimezone(UTC))
            for one in row.handovers.order_by("id")
        ),
        _same(brief),
        alike(row),
        persons_in(row),
        stamps_over(row.entry),
        _packages(row),
    )


def custody_of(row: models.EvidenceItem) -> tuple[Step, ...]:
    """The steps of an item, oldest first."""
    return tuple(step_of(one) for one in row.custody.order_by("number").select_related("item"))


def standing_links(row: models.EvidenceItem) -> tuple[Link, ...]:
    """The links of an item that nobody took back."""
    last = {(link.what, link.code): link for link in row.links.order_by("id")}
    return tuple(
        Link(one.what, one.code, one.by, one.because, one.at.astimezone(UTC))
        for one in last.values()
        if not one.is_taken_back
    )


def _sight(row: models.EvidenceItem) -> Sight | None:
    last = row.sights.order_by("-id").first()
    if last is None:
        return None
    said: dict[str, Any] = json.loads(last.said)
    return Sight(
        last.at.astimezone(UTC),
        last.tool,
        said["width"],
        said["height"],
        said["seconds"],
        said["parts"],
        tuple(DeviceClaim(About(about), *rest) for about, *rest in said["claims"]),
        {reader: NotRead(Why(why), detail) for reader, (why, detail) in said["not_read"].items()},
    )


def _made(row: models.EvidenceItem) -> Made | None:
    try:
        one = row.derivation
    except models.EvidenceDerivation.DoesNotExist:
        return None
    return Made(
        f"{one.kind}{one.number:02}",
        one.tool,
        one.parameters,
        one.reason,
        one.by,
        one.reviewed_by,
        one.pages,
    )


def _same(brief: ItemInBrief) -> tuple[str, ...]:
    if brief.content is None:
        return ()
    digest = str(brief.content.digest)
    return tuple(code for code in codes_with([digest])[digest] if code != brief.code)


def _packages(row: models.EvidenceItem) -> tuple[int, ...]:
    made = models.PackageMade.objects.filter(case=row.case).order_by("id")
    return tuple(
        entry
        for items, entry in made.values_list("items", "entry")
        if row.code in json.loads(items)
    )
