"""What is missing, ordered by how many elements a piece of evidence would move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.law.book import LawPack
from tawthiq.law.evidence import EvidenceKind
from tawthiq.law.gaps import Gap
from tawthiq.law.said import value_said
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Moved:
    """One element that would move: its crime and number."""

    crime: str
    title: Both
    number: int


@dataclass(frozen=True, slots=True)
class GapRow:
    """A fact that is missing.

    Attributes:
        value: With which value it would move elements.
        moves: Elements it would move by itself; ``helps`` those only with another fact.
        evidence: Kinds that typically show it, those that ask nobody first, with the care.
    """

    key: str
    name: Both
    value: Both
    moves: tuple[Moved, ...]
    helps: tuple[Moved, ...]
    evidence: tuple[EvidenceKind, ...]


def gap_rows(gaps: Iterable[Gap], pack: LawPack) -> tuple[GapRow, ...]:
    """The gaps in their order."""
    return tuple(
        GapRow(
            gap.key,
            gap.name,
            value_said(pack.vocabulary[gap.key], gap.value),
            _moved(gap.moves, pack),
            _moved(gap.helps, pack),
            gap.evidence,
        )
        for gap in gaps
    )


def _moved(places: Iterable[tuple[str, int]], pack: LawPack) -> tuple[Moved, ...]:
    return tuple(Moved(crime, pack.crimes[crime].title, number) for crime, number in places)
