"""What goes into a package: items, their bytes, their story, and what the ledger has of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import BinaryIO

from tawthiq.evidence.custody import Step
from tawthiq.evidence.packages.sealed_texts import Derivation
from tawthiq.ledger.key import KeyKind, VerificationKey
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

_PREFIX = re.compile(r"[A-Z][A-Z0-9]{1,11}")
_HIGHEST = 9999  # numbers have four digits, so that they sort as text


@dataclass(frozen=True, slots=True)
class Content:
    """Some bytes, wherever they lie.

    Attributes:
        digest: What they must be.
        size: How many.
        open: Opens them for reading, each time from the beginning.
    """

    digest: Digest
    size: int
    open: Callable[[], BinaryIO] = field(compare=False, repr=False)


class Confidentiality(StrEnum):
    """Who may see a piece once the package has arrived."""

    PUBLIC = "public"
    RESTRICTED = "restricted"
    CONFIDENTIAL = "confidential"


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of an item; everything may be empty, and then it is not known.

    Attributes:
        date: When it was recorded, as far as known: ``2019-07``, ``2019-07-22``.
        source: Where it came from; `author`: who recorded it. No name without consent.
        language: As in BCP 47: ``ar``.
    """

    date: str = ""
    date_is_estimated: bool = False
    source: str = ""
    author: str = ""
    language: str = ""
    confidentiality: Confidentiality = Confidentiality.CONFIDENTIAL


class DerivativeKind(StrEnum):
    """What became of the original; also the letter in its number."""

    REDACTED = "R"
    OTHER = "D"


@dataclass(frozen=True, slots=True)
class Derivative:
    """Another object that was made from an item.

    Attributes:
        id: The id in our house, under which the ledger has it.
        number: From 1, among those of its kind and item; never given twice.
        pages: How many pages it has; 1 for what has none.
        entry: Where the ledger has it.
        made: When, in UTC.
    """

    id: str
    number: int
    kind: DerivativeKind
    name: str
    media_type: str
    pages: int
    content: Content
    derivation: Derivation
    made: datetime
    entry: int

    def __post_init__(self) -> None:
        _refuse_numbers(self.number, self.pages)


@dataclass(frozen=True, slots=True)
class CustodyEntry:
    """A step, and where the ledger has it; None for one that was sealed with nothing else."""

    step: Step
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of evidence.

    Attributes:
        number: Its number in every package of this prefix, given once (``numbering``).
        id: The id in our house.
        name: The name that it came with, or a title.
        pages: How many pages it has; 1 for a film, a picture, a recording.
        content: Its bytes, or why they stay behind: then only derivatives go along.
        entry: Where the ledger has it.
    """

    number: int
    id: str
    name: str
    media_type: str
    pages: int
    content: Content | Both
    entry: int
    custody: tuple[CustodyEntry, ...]
    description: Description = Description()
    derivatives: tuple[Derivative, ...] = ()

    def __post_init__(self) -> None:
        _refuse_numbers(self.number, self.pages)
        if any(one.step.item != self.id for one in self.custody):
            raise ValueError(f"a step of custody of {self.id} is of another item")


@dataclass(frozen=True, slots=True)
class Opening:
    """What an entry promised under a label, and the salt that shows it."""

    label: str
    salt: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """An entry of the ledger that goes along, and what is opened of it.

    Whatever is opened is in the hands of whoever receives the package, for good.
    """

    index: int
    openings: tuple[Opening, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What the question would have found and is not in the package."""

    reason: Both
    count: int


@dataclass(frozen=True, slots=True)
class Contents:
    """All of a package but what the ledger adds at the end.

    Attributes:
        prefix: Begins every number: ``IDLIB``.
        title: What the package is.
        maker: The organisation that makes it.
        made: When, in UTC.
        question: What was asked for; a package never hides by which question it came about.
        left_out: What that question finds and this package does not hold.
        key: The key of the ledger. The reader needs it by another way as well.
    """

    prefix: str
    title: Both
    maker: str
    made: datetime
    question: Both
    items: tuple[Item, ...]
    entries: tuple[SealedEntry, ...]
    key: VerificationKey
    left_out: tuple[LeftOut, ...] = ()

    def __post_init__(self) -> None:
        if not _PREFIX.fullmatch(self.prefix):
            raise ValueError(f"a prefix has 2 to 12 capitals and digits: {self.prefix!r}")
        if self.made.tzinfo is not UTC or self.key.kind is not KeyKind.NOTE:
            raise ValueError("a package is made at a time in UTC, under the key of a ledger")
        numbers = [item.number for item in self.items]
        if len(set(numbers)) != len(numbers) or not self.items:
            raise ValueError("a package has items, each with a number of its own")
        for item in self.items:
            both = [(one.kind, one.number) for one in item.derivatives]
            if len(set(both)) != len(both):
                raise ValueError(f"two derivatives of {item.id} have one number")
        self._refuse_missing_entries()

    def _refuse_missing_entries(self) -> None:
        shown = {entry.index for entry in self.entries}
        if len(shown) != len(self.entries):
            raise ValueError("an entry of the ledger is shown twice")
        for item in self.items:
            needed = {item.entry, *(one.entry for one in item.derivatives)}
            needed |= {one.derivation.parent for one in item.derivatives}
            needed |= {one.entry for one in item.custody if one.entry is not None}
            if needed - shown:
                raise ValueError(f"{item.id} rests on entries that are not shown: {needed - shown}")


def _refuse_numbers(*numbers: int) -> None:
    if any(not 1 <= number <= _HIGHEST for number in numbers):
        raise ValueError(f"numbers and pages go from 1 to {_HIGHEST}: {numbers}")
