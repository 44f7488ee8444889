"""The gazetteer: the places we know, what holds what, and what a written name may mean.

The same name belongs to several villages, one village has a dozen spellings, and one
cell of a table may name three towns at once. What is found is said to be found how;
what is not, is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tawthiq.errors import UnknownNameError
from tawthiq.places.finding import Finder
from tawthiq.places.found import Answer, AreaAnswer
from tawthiq.places.index import Index
from tawthiq.places.merge import merged
from tawthiq.places.place import Area, Level, Place, as_area, level_of_pcode
from tawthiq.places.tree import Tree

_REMEMBERED = 4096  # answers kept: a table asks for the same few hundred names again and again


class Gazetteer:
    """Places and areas, and what their names may mean.

    Args:
        places: The places, each code once.
        areas: The named areas.

    Raises:
        ValueError: Two places share a code, or places hold each other in a circle.
    """

    def __init__(self, places: Iterable[Place], areas: Iterable[Area] = ()) -> None:
        self._places = tuple(places)
        self._areas = tuple(areas)
        self._index = Index(self._places)
        if len(self._index.codes) != len(self._places):
            raise ValueError("two places of the gazetteer share a code")
        self._tree = Tree(self._places)
        self._finder = Finder(self._index, self._tree, self._areas)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._finder.find)

    def find(self, written: str, *, within: str | None = None) -> Answer:
        """The place that the words name.

        Args:
            written: A place as somebody wrote it, in any spelling and either script.
            within: The code of a place that is known to hold it (the governorate of the
                same row); places that surely lie elsewhere are not considered.

        Raises:
            ValueError: ``within`` is no code; look its name up with ``find_area`` first.
        """
        self._refuse_no_code(within)
        return self._remembered(written, within)

    def find_all(self, written: str, *, within: str | None = None) -> tuple[Answer, ...]:
        """The places of a cell that may name several: one answer for each name in it."""
        self._refuse_no_code(within)
        return self._finder.find_all(written, within)

    def find_at(self, level: Level, written: str, *, within: str | None = None) -> Answer:
        """The place of one level, for a column of that level alone.

        A subdistrict has the name of its town; ``find`` would take the town.
        """
        self._refuse_no_code(within)
        return self._finder.find_at(level, written, within)

    def _refuse_no_code(self, within: str | None) -> None:
        if within and within not in self._index.codes and level_of_pcode(within) is None:
            raise ValueError(f"{within!r} is no code of a place")

    def find_area(self, words: str) -> AreaAnswer:
        """The area that a phrase names ("Idlib and Hama provinces", "ريف حماة الشمالي").

        The bare name of a governorate means the governorate here, and not its city.
        """
        return self._finder.find_area(words)

    def place(self, code: str) -> Place:
        """The place with this code.

        Raises:
            UnknownNameError: No place bears it.
        """
        try:
            return self._index.codes[code]
        except KeyError:
            raise UnknownNameError(
                f"no place has the code {code!r}; import the table that has it "
                "(tawthiq places import FILE)",
                f"لا مكان له الرمز {code!r}؛ استورد الجدول الذي فيه (tawthiq places import FILE)",
            ) from None

    def places(self, level: Level | None = None) -> tuple[Place, ...]:
        """All places, or those of one level, in the order they came."""
        return tuple(place for place in self._places if level in (None, place.level))

    def areas(self) -> tuple[Area, ...]:
        """The named areas, in the order they came."""
        return self._areas

    def holder(self, code: str, level: Level) -> Place | None:
        """The place of this level that holds the other (or is it), where it is known."""
        chain = (self._index.codes.get(each) for each in self._tree.chain(code))
        return next((place for place in chain if place and place.level is level), None)

    def contains(self, holder: Area | Place, held: Area | Place) -> bool | None:
        """Whether all of ``held`` lies inside ``holder``; None where it cannot be decided.

        An area contains itself, by name, even where nobody knows its edge.
        """
        return self._tree.contains(as_area(holder), as_area(held))

    def overlaps(self, one: Area | Place, other: Area | Place) -> bool | None:
        """Whether some land is in both; None where it cannot be decided."""
        return self._tree.overlaps(as_area(one), as_area(other))

    def with_places(self, more: Iterable[Place]) -> Gazetteer:
        """This gazetteer and more places; one that we have already gains names, not a twin."""
        return Gazetteer(merged(self._places, more), self._areas)
