"""Who is said to have done it: always *alleged*, often several, sometimes denied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.records.vocabulary import parties, read_kinds


@dataclass(frozen=True, slots=True)
class Allegation:
    """What one claim says of who did it.

    Attributes:
        parties: Keys of the parties named, as named; several where the claim leaves it
            open between them ("Syrian government and/or Russian forces"). Empty where it
            names none.
        denies: The claim is a denial by the party that speaks.
        accepts: The claim is that party's acceptance of responsibility.
    """

    parties: frozenset[str]
    denies: bool = False
    accepts: bool = False

    @property
    def is_silent(self) -> bool:
        return not (self.parties or self.denies or self.accepts)


SILENT = Allegation(frozenset())
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied)|rejects? responsibility)\b|نفي|ينفي|نفت|تنفي", re.I)
_ACCEPTS = re.compile(
    r"\b(?:accept(?:s|ed)|admit(?:s|ted)|acknowledg(?:es|ed)|claim(?:s|ed)) responsibility\b"
    r"|أقرّ?ت? بالمسؤولية",
    re.I,
)


def read_allegation(words: str) -> Allegation:
    """Read the words of a claim on who did it; what is not in the vocabulary stays unread.

    A denial names nobody as the one who did it.
    """
    if not words.strip():
        return SILENT
    if _DENIES.search(words):
        return Allegation(frozenset(), denies=True)
    return Allegation(read_kinds(parties(), words), accepts=bool(_ACCEPTS.search(words)))


def sides(keys: Iterable[str]) -> frozenset[str]:
    """The top of the tree above each party: the sides that the parties belong to."""
    tree = parties()
    return frozenset((tree.ancestors(key) or (key,))[-1] for key in keys)
