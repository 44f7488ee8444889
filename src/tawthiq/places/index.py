"""Where the names of a gazetteer are looked up: by code, by name, by consonants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from tawthiq.places.found import How
from tawthiq.places.place import Level, Place
from tawthiq.places.spelling import alike, bones, exact, keys

_NEAREST = 3  # places offered for a name that is not known: house choice
_LIKENESS = 0.5  # of the letter pairs of both keys that are shared: house choice


class Index:
    """The names of some places."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.codes: dict[str, Place] = {}
        self._names: dict[str, list[Place]] = {}
        self._keys: dict[str, list[Place]] = {}
        self._bones: dict[str, list[Place]] = {}
        self._pairs: dict[str, list[str]] = {}
        for place in places:
            self._add(place)
        for skeleton in self._bones:
            for pair in _pairs(skeleton):
                self._pairs.setdefault(pair, []).append(skeleton)

    def _add(self, place: Place) -> None:
        self.codes[place.code] = place
        for written in place.written:
            # OCHA calls the district around a seat its centre: "مركز أريحا".
            for name in dict.fromkeys((written, written.removeprefix("مركز "))):
                self._add_name(name, place)

    def _add_name(self, name: str, place: Place) -> None:
        _put(self._names, exact(name), place)
        for key in keys(name):
            _put(self._keys, key, place)
            _put(self._bones, bones(key), place)

    def ways(self) -> tuple[tuple[How, Callable[[str], list[Place]]], ...]:
        """The ways of looking, the surest first."""
        return (
            (How.CODE, self.by_code),
            (How.NAME, self.by_name),
            (How.SPELLING, self.by_spelling),
        )

    def by_code(self, written: str) -> list[Place]:
        place = self.codes.get(written.strip()) or self.codes.get(written.strip().upper())
        return [place] if place else []

    def by_name(self, written: str) -> list[Place]:
        return self._names.get(exact(written), [])

    def by_spelling(self, written: str) -> list[Place]:
        """Places with a name that shares a key and sounds alike."""
        found: dict[str, Place] = {}
        for key in keys(written):
            for place in self._keys.get(key, []):
                if any(alike(written, name) for name in place.written):
                    found[place.code] = place
        return list(found.values())

    def nearest(self, written: str) -> tuple[Place, ...]:
        """Places whose consonants share most letter pairs with the written name, best first."""
        best: dict[str, float] = {}
        for skeleton in {bones(key) for key in keys(written)}:
            for other, likeness in self._like(skeleton):
                for place in self._bones[other]:
                    best[place.code] = max(likeness, best.get(place.code, 0))
        ranked = sorted(best, key=lambda code: (-best[code], code))
        return tuple(self.codes[code] for code in ranked[:_NEAREST])

    def _like(self, skeleton: str) -> Iterable[tuple[str, float]]:
        pairs = _pairs(skeleton)
        shared = Counter(other for pair in pairs for other in self._pairs.get(pair, ()))
        for other, count in shared.items():
            likeness = 2 * count / (len(pairs) + len(_pairs(other)))
            if likeness >= _LIKENESS:
                yield other, likeness


def _put(index: dict[str, list[Place]], key: str, place: Place) -> None:
    places = index.setdefault(key, [])
    if not places or places[-1] is not place:
        places.append(place)


def _pairs(key: str) -> set[str]:
    edged = f"^{key}$"
    return {edged[at : at + 2] for at in range(len(edged) - 1)}


def surest(index: Index, written: str, level: Level | None = None) -> tuple[list[Place], How]:
    """The places that bear this name, by the surest way that gives any.

    A town is looked for by its sound before a district of the very name is taken for
    it, unless a district was asked for.
    """
    if places := index.by_code(written):
        return places, How.CODE
    named = index.by_name(written)
    if any(place.level not in _AROUND_TOWNS for place in named) or level in _AROUND_TOWNS:
        return named, How.NAME
    sounding = index.by_spelling(written)
    towns = [place for place in sounding if place.level is Level.SETTLEMENT]
    if named and not towns:
        return named, How.NAME
    return towns or sounding, How.SPELLING


_AROUND_TOWNS = (Level.DISTRICT, Level.SUBDISTRICT)
