"""How far areas reach, in places of the gazetteer: what a count of incidents compares.

The pieces of land of an ``Extent`` are here the places themselves: a place stands for
the land in it that no listed place within it holds. So an area that holds a governorate
whole has the governorate and all that lies in it among its pieces.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from tawthiq.counts.extent import Extent
from tawthiq.counts.reported import unread_area
from tawthiq.places.found import FoundArea
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Area, Level, Place
from tawthiq.values.both import Both


class Extents:
    """Areas of one gazetteer as extents; what was worked out once is remembered."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._chains = {place.code: _chain(gazetteer, place) for place in gazetteer.places()}
        self._settlements = {
            place.code: _holder(gazetteer, place) for place in gazetteer.places(Level.SETTLEMENT)
        }
        self.find = lru_cache(maxsize=1 << 12)(self._find)
        self._held = lru_cache(maxsize=1 << 10)(self._all_in)

    def of_places(self, code: str, name: Both, places: Iterable[str]) -> Extent:
        """The area that is exactly these places."""
        return Extent.whole(code, name, self._held(frozenset(places)))

    def of_area(self, area: Area) -> Extent:
        """An area of the gazetteer; what lies in it for sure, and what may."""
        surely = self._held(area.parts)
        return Extent(area.code, area.name, surely, surely | self._held(area.within))

    def of_place(self, code: str) -> Extent:
        """One place, whole.

        Raises:
            UnknownNameError: No place has this code.
        """
        return self.of_area(Area.of(self._gazetteer.place(code)))

    def renewed(self, extent: Extent) -> Extent:
        """An extent of an earlier gazetteer with the places that this one knows besides."""
        surely = self._held(extent.surely) | extent.surely
        possibly = self._held(extent.possibly) | extent.possibly
        return replace(extent, surely=surely, possibly=surely | possibly)

    def asked(self, extent: Extent) -> Extent:
        """The extent as incidents are asked for it: what may lie in it, is possibly in it.

        An incident known only by its governorate may have been in the district asked
        for, and so may one in a village of which only the governorate is known; they are
        then neither in nor out. Two areas are not compared by this form, where a part
        would never be one.
        """
        lands = [code for code in extent.possibly if code not in self._settlements]
        above = {code for piece in lands for code in self._chains.get(piece, ())}
        loose = {code for code, holder in self._settlements.items() if holder in above}
        around = {code for piece in extent.possibly for code in self._chains.get(piece, ())}
        return replace(extent, possibly=extent.possibly | around | loose)

    def _find(self, words: str) -> Extent:
        """The area that some words name; one that is found nowhere is comparable to nothing."""
        answer = self._gazetteer.find_area(words)
        if not words.strip() or not isinstance(answer, FoundArea):
            return unread_area(words)
        return self.of_area(answer.area)

    def _all_in(self, codes: frozenset[str]) -> frozenset[str]:
        """The places that lie in any of these, themselves included."""
        held = (place for place, chain in self._chains.items() if not chain.isdisjoint(codes))
        return frozenset(held)


def _chain(gazetteer: Gazetteer, place: Place) -> frozenset[str]:
    """The codes of the place and of all that are known to hold it."""
    holders = (gazetteer.holder(place.code, level) for level in Level)
    return frozenset({place.code, *(holder.code for holder in holders if holder)})


def _holder(gazetteer: Gazetteer, settlement: Place) -> str:
    """The code of the smallest place that is known to hold a settlement, or ""."""
    above = (gazetteer.holder(settlement.code, level) for level in reversed(Level))
    return next((p.code for p in above if p and p.level is not Level.SETTLEMENT), "")
