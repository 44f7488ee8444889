"""A vocabulary whose words stand in a tree: a hospital is a medical facility.

Parties, kinds of site and weapons are such trees. A word of the tree names everything
below it, so two words are the same, one holds the other, or they have nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tawthiq.errors import RuleError
from tawthiq.values.both import NOTHING, Both


@dataclass(frozen=True, slots=True)
class Kind:
    """One word of a vocabulary.

    Attributes:
        key: The stable name in files and addresses, lower case with hyphens.
        name: What readers see.
        parent: The key of the wider word, or "" at the top.
        variants: Other ways to write it, in any language.
        plural: What readers see of several.
    """

    key: str
    name: Both
    parent: str = ""
    variants: tuple[str, ...] = ()
    plural: Both = NOTHING


class Kinds(Mapping[str, Kind]):
    """A whole vocabulary, by key.

    Raises:
        RuleError: A key stands twice, or a parent is missing or its own descendant.
    """

    def __init__(self, name: str, kinds: Iterable[Kind]) -> None:
        self.name = name
        self._kinds: dict[str, Kind] = {}
        for kind in kinds:
            if kind.key in self._kinds:
                raise RuleError(f"{name}: {kind.key!r} stands twice; keep one of the two")
            self._kinds[kind.key] = kind
        for key in self._kinds:
            self._check_ancestry(key)

    def _check_ancestry(self, key: str) -> None:
        seen = [key]
        while parent := self._kinds[seen[-1]].parent:
            if parent not in self._kinds:
                raise RuleError(f"{self.name}: {seen[-1]!r} has the parent {parent!r}: no word")
            if parent in seen:
                raise RuleError(f"{self.name}: {' < '.join([*seen, parent])} goes in a circle")
            seen.append(parent)

    def __getitem__(self, key: str) -> Kind:
        return self._kinds[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    def __eq__(self, other: object) -> bool:
        """A vocabulary is the same only as itself, so that readers can be kept by it."""
        return self is other

    def __hash__(self) -> int:
        return id(self)

    @cached_property
    def _below(self) -> dict[str, frozenset[str]]:
        below: dict[str, set[str]] = {key: {key} for key in self._kinds}
        for key in self._kinds:
            for ancestor in self.ancestors(key):
                below[ancestor].add(key)
        return {key: frozenset(keys) for key, keys in below.items()}

    def ancestors(self, key: str) -> tuple[str, ...]:
        """The wider words of a word, nearest first, without itself."""
        wider = []
        while key := self._kinds[key].parent:
            wider.append(key)
        return tuple(wider)

    def below(self, key: str) -> frozenset[str]:
        """A word and every narrower one. The word itself stands for "of no narrower kind"."""
        return self._below[key]

    def spread(self, keys: Iterable[str]) -> frozenset[str]:
        """Everything that any of the words names."""
        return frozenset().union(*(self._below[key] for key in keys))

    def common(self, keys: Iterable[str]) -> str:
        """The narrowest word that names them all, or "" where there is none."""
        lines = [(key, *self.ancestors(key)) for key in keys]
        if not lines:
            return ""
        return next((word for word in lines[0] if all(word in line for line in lines[1:])), "")
