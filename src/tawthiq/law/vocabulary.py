"""The facts that the law asks about, each with one key, one meaning and two languages.

A key that is not here is refused, so that a misspelt fact never silently means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tawthiq.values.both import Both


class Takes(StrEnum):
    """What values a fact takes."""

    FLAG = "flag"
    NUMBER = "number"
    CHOICE = "choice"
    """One or more of the words listed for it."""
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Choice:
    """A word that a fact of choices takes.

    Attributes:
        groups: Names of sets it belongs to, which rules may ask for (``@medical``).
        also: Other ways in which it is written in English.
    """

    key: str
    name: Both
    groups: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactKind:
    """A fact that can be recorded.

    Attributes:
        choices: Its words, where it takes choices.
        also: Other keys that mean the same.
        unit: Of a number ("days"); "" where it counts people or things.
    """

    key: str
    name: Both
    takes: Takes
    choices: Mapping[str, Choice] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    unit: str = ""

    def group(self, name: str) -> frozenset[str]:
        """The choices that belong to a set; empty where no such set is."""
        return frozenset(key for key, one in self.choices.items() if name in one.groups)

    def choice(self, written: str) -> str | None:
        """The key of the choice that is written so, or None."""
        if written in self.choices:
            return written
        folded = written.strip().lower().replace(" ", "_").replace("-", "_")
        if folded in self.choices:
            return folded
        for one in self.choices.values():
            if folded in one.also:
                return one.key
        return None


class Vocabulary(Mapping[str, FactKind]):
    """Every kind of fact, by key."""

    def __init__(self, kinds: Mapping[str, FactKind]) -> None:
        self._kinds = dict(kinds)
        self._also = {name: kind.key for kind in kinds.values() for name in kind.also}

    def __getitem__(self, key: str) -> FactKind:
        return self._kinds[self._also.get(key, key)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    def __contains__(self, key: object) -> bool:
        return key in self._kinds or key in self._also
