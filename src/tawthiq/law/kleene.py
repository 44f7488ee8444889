"""What information says of something: supports it, contradicts it, or leaves it unknown.

Three values, combined as in Kleene's strong logic. Unknown is the default, is never a
pass, and keeps the reason why it is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, StrEnum


class Value(IntEnum):
    """In the order in which a whole is no better than its weakest part."""

    NOT_SUPPORTED = 0
    """Information contradicts it."""
    UNKNOWN = 1
    SUPPORTED = 2
    """Information supports it, at a level; nothing more is said."""

    @property
    def word(self) -> str:
        """As it stands in files and in JSON."""
        return self.name.lower()


class Why(StrEnum):
    """Why something is unknown: each asks for another kind of work."""

    NO_EVIDENCE = "no_evidence"
    """Nothing was given to look at."""
    NOT_ASSESSED = "not_assessed"
    """No fact on it was recorded; nobody looked, or nobody wrote it down."""
    INSUFFICIENT = "insufficient"
    """There is something, and it is too little by the corroboration rule."""
    CONFLICTING = "conflicting"
    """What supports it and what speaks against it weigh the same."""
    DEPENDS_ON_ATTRIBUTION = "depends_on_attribution"
    """It concerns the party that acted, and none is named."""
    LEGAL_QUESTION = "legal_question"
    """The facts are there; a lawyer has to decide what they mean."""
    RESTS_ON_ELEMENT = "rests_on_element"
    """It presupposes another element that is not supported."""
    NEEDS_CASE_FILE = "needs_case_file"
    """One incident can never show it; a set of incidents may."""


# What is asked first when several reasons stand beside each other.
PRECEDENCE: tuple[Why, ...] = (
    Why.CONFLICTING,
    Why.LEGAL_QUESTION,
    Why.NEEDS_CASE_FILE,
    Why.DEPENDS_ON_ATTRIBUTION,
    Why.RESTS_ON_ELEMENT,
    Why.INSUFFICIENT,
    Why.NO_EVIDENCE,
    Why.NOT_ASSESSED,
)
_RANK = {why: rank for rank, why in enumerate(PRECEDENCE)}


def weakest(values: Iterable[Value]) -> Value:
    """All of them together: the least of them; of nothing at all, unknown and not a pass."""
    return min(values, default=Value.UNKNOWN)


def foremost(reasons: Iterable[Why | None]) -> Why | None:
    """The reason to give when there are several."""
    return min((why for why in reasons if why), key=_RANK.__getitem__, default=None)
