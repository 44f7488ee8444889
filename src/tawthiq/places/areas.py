"""How the words for an area are read: known phrases, and lists and sides of governorates."""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.places.found import FoundArea
from tawthiq.places.place import Area, Level, Place
from tawthiq.places.spelling import exact
from tawthiq.places.wording import Wording, by_arabic_and, read_wording, without_brackets
from tawthiq.values.both import Both, joined

_KNOWN = Both("a phrase known for this area", "عبارة معروفة لهذه المنطقة")
_GOVERNORATES = Both("the words name governorates", "تذكر العبارة محافظات")
_PARTS = Both(
    "the words name a part of a governorate; where it ends is not said",
    "تذكر العبارة جزءًا من محافظة ولا تحدد أين ينتهي",
)


class AreaReader:
    """Reads phrases that name an area, without looking for settlements."""

    def __init__(self, areas: Iterable[Area], places: Iterable[Place]) -> None:
        self._phrases: dict[str, Area] = {}
        for area in areas:
            for phrase in (area.name.en, area.name.ar, *area.variants):
                self._phrases[exact(phrase)] = area
        self._wide: dict[str, Place] = {}
        for place in places:
            if place.level in (Level.COUNTRY, Level.GOVERNORATE):
                self._wide |= {exact(name): place for name in place.written}

    def __call__(self, words: str) -> FoundArea | None:
        """The area, or None where the words are no known phrase and no governorates."""
        outside, _ = without_brackets(words)
        for phrase in (words, outside):
            if area := self._phrases.get(exact(phrase)):
                return FoundArea(words, area, area.note or _KNOWN)
        return self._of_governorates(words, outside)

    def _of_governorates(self, words: str, outside: str) -> FoundArea | None:
        """Read "southern Idlib and Hama": a word for a part also holds for what follows."""
        areas: list[Area] = []
        part = False
        for name in by_arabic_and(outside):
            wording = read_wording(name)
            whole = self._named(name)  # "Rural Damascus" is a governorate, not a part of one
            part = part or (wording.is_part and whole is None)
            area = whole or self._named(wording.name)
            if area is None or (whole is None and not _is_wide(wording)):
                return None
            areas.append(_part_of(area, name) if part else area)
        if not areas:
            return None
        return FoundArea(words, union(areas), _PARTS if part else _GOVERNORATES)

    def _named(self, name: str) -> Area | None:
        place = self._wide.get(exact(name))
        return Area.of(place) if place else self._phrases.get(exact(name))


def _is_wide(wording: Wording) -> bool:
    """Whether the words around the name leave it the name of a governorate."""
    return wording.level in (None, Level.GOVERNORATE) and not wording.near and not wording.detail


def _part_of(area: Area, words: str) -> Area:
    """What a side or the countryside of an area is: inside it, and no more is known."""
    name = Both(f"part of {area.name.en}", f"جزء من {area.name.ar}")
    return Area(f"part-of-{area.code}:{exact(words)}", name, frozenset(), area.within)


def union(areas: Iterable[Area]) -> Area:
    """All of several areas together, named in the order given."""
    every = list({area.code: area for area in areas}.values())
    if len(every) == 1:
        return every[0]
    return Area(
        code="+".join(sorted(area.code for area in every)),
        name=joined([area.name for area in every], Both(", ", "، ")),
        parts=frozenset().union(*(area.parts for area in every)),
        within=frozenset().union(*(area.within for area in every)),
        note=joined([area.note for area in every]),
    )
