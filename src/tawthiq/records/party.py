"""Who is said to have done it: always *alleged*, often several, sometimes denied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tawthiq.records.vocabulary import parties, read_kinds
from tawthiq.values.text import fold


@dataclass(frozen=True, slots=True)
class Allegation:
    """What one claim says of who did it.

    Attributes:
        parties: Keys of the parties named, as named; several where the claim leaves it
            open between them ("Syrian government and/or Russian forces"). Empty where it
            names none.
        denies: The claim is a denial by the party that speaks.
        accepts: The claim is that party's acceptance of responsibility. Whether the one
            who speaks is a party at all is for ``grading`` to ask.
    """

    parties: frozenset[str]
    denies: bool = False
    accepts: bool = False

    @property
    def is_silent(self) -> bool:
        return not (self.parties or self.denies or self.accepts)


SILENT = Allegation(frozenset())
# Held against folded words. "Did not deny" and "has not accepted" are silence.
_NOT = r"(?<!not )(?<!nor )(?<!never )(?<!neither )"
_DENIES = re.compile(
    rf"\b{_NOT}(?:den(?:y|ies|ied|ying)|reject(?:s|ed)? responsibility)\b"
    r"|\b[وف]?(?:نفي|نفت|ينفي|تنفي|انكر|انكرت|ينكر|تنكر)\b"
)
_ACCEPTS = re.compile(
    rf"\b{_NOT}(?:accept(?:s|ed)?|admit(?:s|ted)?|acknowledg(?:es?|ed)|claim(?:s|ed)?)"
    r"(?: full| its)? responsibility\b"
    r"|\b[وف]?(?:اقر|اقرت|تقر|يقر|تبني|تبنت|اعترف|اعترفت)\b(?: \w+){0,4}"
    r" (?:ب?المسووليه|ب?مسووليت\w+)"
)


@lru_cache(maxsize=1 << 14)  # tables repeat the same few wordings
def read_allegation(words: str) -> Allegation:
    """Read the words of a claim on who did it; what is not in the vocabulary stays unread.

    A denial names nobody as the one who did it; what stands beside it after a semicolon
    ("Russia denies responsibility; armed opposition groups") is read for itself.
    """
    pieces = [piece for piece in re.split(r"[;؛]", fold(words)) if piece.strip()]
    denials = [piece for piece in pieces if _DENIES.search(piece)]
    said = "; ".join(piece for piece in pieces if piece not in denials)
    return Allegation(
        read_kinds(parties(), said), denies=bool(denials), accepts=bool(_ACCEPTS.search(said))
    )


# It says that no State did it, and leaves open which side of those that are none.
_WIDER_THAN_A_SIDE = frozenset({"non-state"})


def sides(keys: Iterable[str]) -> frozenset[str]:
    """The sides that parties belong to: the top of the tree above each.

    A word wider than a side ("non-State armed groups") is one of its own only where no
    side below it is named: the two do not oppose each other.
    """
    found = frozenset(_side(key) for key in keys)
    return frozenset(side for side in found if not parties().below(side) & found - {side})


def _side(key: str) -> str:
    line = (key, *parties().ancestors(key))
    return next((word for word in reversed(line) if word not in _WIDER_THAN_A_SIDE), key)
