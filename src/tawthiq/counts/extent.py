"""How far an area reaches, as far as that is known.

A governorate is known whole. "The de-escalation zone" is known to lie inside four
governorates and to fill none of them for sure. Both are described by the pieces of
land that are surely inside and those that may be, so that "Idlib is a part of the
zone" is answered with yes, no, or *cannot be decided*.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.counts.order import Order
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Extent:
    """An area as a lower and an upper bound in indivisible pieces of land.

    Attributes:
        code: The code of the place or area; two extents with one code are the same area.
        name: What readers see.
        surely: Codes of the pieces that lie inside as a whole.
        possibly: Codes of the pieces that it may touch; holds ``surely``. Empty where
            nothing is known of its reach.
    """

    code: str
    name: Both
    surely: frozenset[str]
    possibly: frozenset[str]

    def __post_init__(self) -> None:
        if not self.surely <= self.possibly:
            raise ValueError(f"{self.code}: what is surely inside must be possibly inside")

    @classmethod
    def whole(cls, code: str, name: Both, pieces: frozenset[str]) -> Extent:
        """An area that is exactly these pieces."""
        return cls(code, name, pieces, pieces)

    def order(self, other: Extent) -> Order:
        """How this area stands to the other."""
        if self.code == other.code:
            return Order.SAME
        if not self.possibly or not other.possibly:
            return Order.UNDECIDED
        if not self.possibly & other.possibly:
            return Order.APART
        if self.possibly <= other.surely:
            return Order.SAME if other.possibly <= self.surely else Order.PART
        if other.possibly <= self.surely:
            return Order.WHOLE
        return Order.ACROSS if self._surely_across(other) else Order.UNDECIDED

    @property
    def is_exact(self) -> bool:
        return self.surely == self.possibly and bool(self.surely)

    def _surely_across(self, other: Extent) -> bool:
        shared = self.surely & other.surely
        return bool(shared and self.surely - other.possibly and other.surely - self.possibly)
