"""Which place holds which, as far as it is known.

A settlement placed only in its district may lie in any of the subdistricts; so a
question about extent has three answers: yes, no, and None for "cannot be decided".
"""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.places.place import Area, Level, Place, level_of_pcode, parent_of_pcode


class Tree:
    """The places that hold one another; p-codes tell their holders even when unlisted."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._levels: dict[str, Level] = {}
        self._parents: dict[str, str] = {}
        self._children: dict[str, list[str]] = {}
        for place in places:
            self._levels[place.code] = place.level
            self._parents[place.code] = place.parent or parent_of_pcode(place.code)
        for code, parent in self._parents.items():
            self._children.setdefault(parent, []).append(code)
        for code in self._parents:
            self.chain(code)

    def chain(self, code: str) -> tuple[str, ...]:
        """The code and those of all that hold it, the smallest first.

        Raises:
            ValueError: A place would hold itself.
        """
        chain = [code]
        while parent := self._parents.get(chain[-1], parent_of_pcode(chain[-1])):
            if parent in chain:
                raise ValueError(f"places hold each other in a circle: {', '.join(chain)}")
            chain.append(parent)
        return tuple(chain)

    def smallest_holder(self, codes: Iterable[str]) -> str:
        """The smallest place that holds all of these, or "" where none is known."""
        chains = [self.chain(code) for code in codes]
        shared = (code for code in chains[0] if all(code in chain for chain in chains))
        return next(shared, "")

    def contains(self, holder: Area, held: Area) -> bool | None:
        """Whether all of ``held`` lies inside ``holder``."""
        if holder.code == held.code:
            return True
        if all(self._covered(code, holder.parts) for code in held.within):
            return True
        reaches_out = any(self._covered(code, holder.within) is False for code in held.parts)
        return False if reaches_out or self.overlaps(holder, held) is False else None

    def overlaps(self, one: Area, other: Area) -> bool | None:
        """Whether some land is in both."""
        if one.code == other.code:
            return True
        pairs = [(a, b) for a in one.parts for b in other.parts]
        if any(a in self.chain(b) or b in self.chain(a) for a, b in pairs):
            return True
        for holder, held in ((one, other), (other, one)):
            if all(self._covered(code, holder.parts) for code in held.within):
                return True
        apart = all(self._apart(a, b) for a in one.within for b in other.within)
        return False if apart else None

    def _covered(self, code: str, by: frozenset[str]) -> bool | None:
        """Whether the place lies whole in the union of the others."""
        if by.intersection(self.chain(code)):
            return True
        if all(self._apart(code, other) for other in by):
            return False
        # Towns and villages never fill the district around them.
        if all(self._level(other) is Level.SETTLEMENT for other in by):
            return False
        parts = [self._covered(child, by) for child in self._listed_parts(code)]
        if False in parts:
            return False
        return True if parts and all(parts) else None

    def _listed_parts(self, code: str) -> list[str]:
        """The next smaller places, where lists of them are complete: never settlements."""
        children = self._children.get(code, [])
        return [child for child in children if self._level(child) is not Level.SETTLEMENT]

    def _apart(self, one: str, other: str) -> bool:
        """Whether the two surely share no land."""
        chain, other_chain = self.chain(one), self.chain(other)
        if one in other_chain or other in chain:
            return False
        if self._level(one) is self._level(other) is not None:
            return True
        shared = next((code for code in chain if code in other_chain), None)
        if shared is None:
            return False
        below = chain[chain.index(shared) - 1], other_chain[other_chain.index(shared) - 1]
        return self._level(below[0]) is self._level(below[1])

    def _level(self, code: str) -> Level | None:
        return self._levels.get(code) or level_of_pcode(code)
