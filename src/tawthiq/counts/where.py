"""How far a place or a named area reaches, in the places of a gazetteer."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.counts.extent import Extent
from tawthiq.counts.reported import FindExtent, unread_area
from tawthiq.places.found import Found, FoundArea
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Area, Place, as_area
from tawthiq.values.both import Both


def extent_of(gazetteer: Gazetteer, given: Area | Place) -> Extent:
    """The places that surely lie in an area as a whole, and those that it may touch.

    A place stands for its land outside every smaller place of the gazetteer. So what
    holds an area is not touched by it, unless nobody knows more of the area's edge.
    """
    edge = as_area(given).within
    surely, possibly = set(), set()
    for place in gazetteer.places():
        if gazetteer.contains(given, place):
            surely.add(place.code)
        elif place.code not in edge and gazetteer.contains(place, given):
            continue
        elif gazetteer.overlaps(given, place) is not False:
            possibly.add(place.code)
    return Extent(given.code, given.name, frozenset(surely), frozenset(surely | possibly))


def extent_of_codes(gazetteer: Gazetteer, codes: Sequence[str], name: Both) -> Extent:
    """Several places taken together, under a name of their own.

    Raises:
        UnknownNameError: The gazetteer has no place of one of the codes.
    """
    whole = [extent_of(gazetteer, gazetteer.place(code)) for code in codes]
    surely: frozenset[str] = frozenset().union(*(each.surely for each in whole))
    possibly: frozenset[str] = frozenset().union(*(each.possibly for each in whole))
    return Extent("+".join(sorted(codes)), name, surely, possibly)


def extents(gazetteer: Gazetteer) -> FindExtent:
    """From an area as somebody wrote it to its reach; each wording is read once.

    What the gazetteer does not find is the same as itself and comparable to nothing else.
    """
    read: dict[str, Extent] = {}

    def find(words: str) -> Extent:
        if words not in read:
            read[words] = _read(gazetteer, words)
        return read[words]

    return find


def _read(gazetteer: Gazetteer, words: str) -> Extent:
    answer = gazetteer.find_area(words)
    if isinstance(answer, FoundArea):
        return extent_of(gazetteer, answer.area)
    place = gazetteer.find(words)
    return extent_of(gazetteer, place.place) if isinstance(place, Found) else unread_area(words)
