"""What reviewers hold a pair of records to be, and what that comes to where they disagree.

Nobody's opinion overwrites another's. Where as many say "same" as say "two people", the
pair is open again and goes to a second reviewer; until one more speaks it binds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tawthiq.values.both import Both


class Opinion(StrEnum):
    """What somebody holds two records to be."""

    SAME = "same"
    DIFFERENT = "different"
    RELATED = "related"
    CANNOT_TELL = "cannot-tell"


OPINIONS: Mapping[Opinion, Both] = {
    Opinion.SAME: Both("the same person", "الشخص نفسه"),
    Opinion.DIFFERENT: Both("two different people", "شخصان مختلفان"),
    Opinion.RELATED: Both("related, two people", "قريبان، شخصان اثنان"),
    Opinion.CANNOT_TELL: Both("cannot be told", "لا يمكن الجزم"),
}
APART = frozenset({Opinion.DIFFERENT, Opinion.RELATED})


@dataclass(frozen=True, slots=True)
class Held:
    """One person's opinion on a pair, as it stands.

    Attributes:
        at: When it was given.
    """

    by: str
    opinion: Opinion
    because: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OnPair:
    """What everybody who looked at a pair holds of it, in the order in which they spoke last."""

    held: tuple[Held, ...]

    @property
    def outcome(self) -> Opinion | None:
        """What binds: what more people say; None where nobody decided, or as many say either.

        "Cannot be told" is no vote. Where only the kind of "two people" differs, the last
        one stands.
        """
        same = sum(each.opinion is Opinion.SAME for each in self.held)
        apart = [each.opinion for each in self.held if each.opinion in APART]
        if same == len(apart):
            return None
        return Opinion.SAME if same > len(apart) else apart[-1]

    @property
    def is_disputed(self) -> bool:
        """Whether as many hold the two to be one person as hold them to be two."""
        same = sum(each.opinion is Opinion.SAME for each in self.held)
        return same > 0 and same == sum(each.opinion in APART for each in self.held)

    @property
    def is_open(self) -> bool:
        """Whether it still has to be looked at."""
        return not self.held or self.is_disputed

    def of(self, by: str) -> Held | None:
        """What one person holds of it."""
        return next((each for each in self.held if each.by == by), None)

    def after(self, by: str, opinion: Opinion | None, at: datetime) -> OnPair:
        """What it comes to once somebody has said so; None takes their word back."""
        others = tuple(each for each in self.held if each.by != by)
        return OnPair(others if opinion is None else (*others, Held(by, opinion, "", at)))


def on_pair(said: Iterable[tuple[str, str, str, datetime]]) -> OnPair:
    """Gather what was said of one pair, oldest first: (by, opinion or "", because, at).

    Somebody's later word supersedes the earlier one; an empty one takes it back.
    """
    latest: dict[str, Held] = {}
    for by, word, because, at in said:
        latest.pop(by, None)
        if word:
            latest[by] = Held(by, Opinion(word), because, at)
    return OnPair(tuple(latest.values()))
