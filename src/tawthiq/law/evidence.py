"""Pieces of evidence that a fact rests on, and how far a set of them carries.

What counts is how many are *independent*: ten posts of one film are one. The rule of
corroboration stands here once and is printed with every result.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.law.level import Level
from tawthiq.values.both import Both


class Family(StrEnum):
    """What a piece of evidence is made of."""

    TESTIMONY = "testimony"
    PHYSICAL = "physical"
    DOCUMENT = "document"
    TECHNICAL = "technical"
    OTHER = "other"

    @property
    def is_hard(self) -> bool:
        """Physical, documentary or technical: at least one is needed for reasonable grounds."""
        return self in (Family.PHYSICAL, Family.DOCUMENT, Family.TECHNICAL)


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of evidence, who may hold it, and how to get it without doing harm.

    Attributes:
        key: As written in files.
        shows_in: The family it belongs to.
        holder: Who could have it.
        care: What not to do in order to get it.
    """

    key: str
    name: Both
    shows_in: Family
    holder: Both
    care: Both


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence, as somebody graded it.

    Attributes:
        id: What the facts call it.
        family: What it is made of.
        kind: Key of its kind in the pack, or "" where none fits.
        words: What it is, in the words of whoever listed it.
        reliability: The source, A to F; "" where nobody graded it.
        credibility: The information, 1 to 6; 0 where nobody graded it.
        group: Pieces with one group come from one origin and count once.
    """

    id: str
    family: Family
    kind: str = ""
    words: str = ""
    reliability: str = ""
    credibility: int = 0
    group: str = ""

    def __post_init__(self) -> None:
        if self.reliability not in ("", *"ABCDEF"):
            raise ValueError(f"a source is graded A to F, not {self.reliability!r}")
        if not 0 <= self.credibility <= 6:
            raise ValueError(f"information is graded 1 to 6, not {self.credibility}")

    @property
    def origin(self) -> str:
        return self.group or self.id

    @property
    def is_graded_well(self) -> bool:
        """B2 or better: a usually reliable source and information that is probably true."""
        return self.reliability in ("A", "B") and 1 <= self.credibility <= 2


CORROBORATION = Both(
    "Reasonable basis: one piece graded B2 or better, or two of independent origin. Reasonable "
    "grounds: two or more of independent origin, one of them physical, documentary or technical, "
    "and nothing of equal weight against it. Otherwise unknown.",
    "أساس معقول: دليل واحد بدرجة B2 أو أعلى، أو دليلان مستقلا المصدر. أسباب معقولة: دليلان أو "
    "أكثر من مصادر مستقلة، أحدها مادي أو وثائقي أو تقني، من غير ما يعارضها بالوزن نفسه. وما عدا "
    "ذلك غير معروف.",
)


def carries(pieces: Iterable[Evidence]) -> Level | None:
    """How far pieces carry together; None where there are none.

    The rule is ``CORROBORATION``. Adding a piece never lowers what the set carries.
    """
    held = list(pieces)
    if not held:
        return None
    origins = len({piece.origin for piece in held})
    if origins >= 2 and any(piece.family.is_hard for piece in held):
        return Level.REASONABLE_GROUNDS
    if origins >= 2 or any(piece.is_graded_well for piece in held):
        return Level.REASONABLE_BASIS
    return Level.LEAD


def is_two_or_technical(pieces: Iterable[Evidence]) -> bool:
    """Whether an absence was seen well enough: by two independent pieces or one technical."""
    held = list(pieces)
    return len({piece.origin for piece in held}) >= 2 or any(
        piece.family is Family.TECHNICAL for piece in held
    )
