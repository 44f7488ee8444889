"""What kind of conflict it was, between whom, where and when: said by somebody, with sources.

A classification is a dated, signed object and no checkbox. Several can stand beside each
other in one country on one day, because they are about different pairs of parties.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tawthiq.law.level import Level
from tawthiq.values.both import Both


class Conflict(StrEnum):
    """The class of a conflict."""

    IAC = "IAC"
    NIAC = "NIAC"
    OCCUPATION = "occupation"
    """Partial or total; the law of international armed conflict applies."""
    NONE = "none"
    DISPUTED = "disputed"
    """Both readings are made and both are shown."""

    @property
    def readings(self) -> tuple[Conflict, ...]:
        """The classes under which to read the facts."""
        return (Conflict.IAC, Conflict.NIAC) if self is Conflict.DISPUTED else (self,)

    @property
    def is_international(self) -> bool:
        return self in (Conflict.IAC, Conflict.OCCUPATION)


@dataclass(frozen=True, slots=True)
class Classification:
    """One classification.

    Attributes:
        pair: The two sides, as named; empty where it is said of a whole situation.
        area: Where it holds: a State or a part of one; "" where it holds everywhere.
        first, last: The days on which it holds, both included; None where open.
        by: Who signed it; "" where nobody did.
        sources: What it rests on.
        line: Where it stands in its file, for messages.
    """

    conflict: Conflict
    pair: tuple[str, ...] = ()
    area: str = ""
    first: date | None = None
    last: date | None = None
    by: str = ""
    sources: tuple[str, ...] = ()
    line: str = ""

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"a classification ends ({self.last}) before it begins")

    @property
    def level(self) -> Level:
        """How far it carries: signed with sources further than a bare assertion."""
        if self.by and self.sources:
            return Level.REASONABLE_GROUNDS
        return Level.REASONABLE_BASIS

    def holds_on(self, first: date | None, last: date | None) -> bool:
        """Whether it covers some of the days; an incident without a day may be covered."""
        begins_late = self.first is not None and last is not None and last < self.first
        ended_early = self.last is not None and first is not None and self.last < first
        return not (begins_late or ended_early)

    def is_about(self, parties: Iterable[str]) -> bool:
        """Whether it can be about an incident between these parties (those that are named)."""
        named = {party for party in parties if party}
        return not self.pair or named <= set(self.pair)

    def contradicts(self, other: Classification) -> bool:
        """The same pair, area and days, and another class, neither calling it disputed."""
        return (
            self.conflict is not other.conflict
            and Conflict.DISPUTED not in (self.conflict, other.conflict)
            and frozenset(self.pair) == frozenset(other.pair)
            and (self.area == other.area or not (self.area and other.area))
            and self.holds_on(other.first, other.last)
        )


def denials(held: Iterable[Classification]) -> tuple[tuple[Classification, Classification], ...]:
    """The pairs of classifications that deny each other, in their order.

    Neither is taken for right: both are read, and what differs between them is arguable.
    """
    given = list(held)
    return tuple(
        (one, other)
        for at, one in enumerate(given)
        for other in given[at + 1 :]
        if one.contradicts(other)
    )


def denial_said(first: Classification, second: Classification) -> Both:
    """What a reader is told of two classifications that deny each other, and the mend."""
    pair = " / ".join(first.pair) or "the same parties"
    pair_ar = " / ".join(first.pair) or "الأطراف نفسها"
    where = second.line or first.line
    said = f"{where}: " if where else ""
    seen = f" ({first.line})" if first.line else ""
    return Both(
        f"{said}{pair}: one classification says {first.conflict}{seen}, another says "
        f"{second.conflict} for the same days; both are read, and what applies under one alone is "
        "arguable; correct the days, or take one of them back",
        f"{said}{pair_ar}: تصنيف يقول {first.conflict}{seen} وآخر يقول {second.conflict} للأيام "
        "نفسها؛ يُقرأ الاثنان، وما ينطبق بموجب أحدهما وحده محل جدل؛ صحّح الأيام، أو اسحب أحدهما",
    )
