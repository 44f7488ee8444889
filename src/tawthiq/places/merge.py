"""How places of another list join ours: one that we have gains names, and not a twin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import cos, hypot, radians

from tawthiq.places.place import Level, Place
from tawthiq.places.spelling import bones, exact, keys

_SAME_KM = 3.0  # two settlements of one name this near are one: house choice
_TELLING = 3  # consonants; with fewer, two names of one key are too often two names
_KM_A_DEGREE = 111.2


def merged(ours: Iterable[Place], theirs: Iterable[Place]) -> list[Place]:
    """Both lists as one, ours first.

    A place of theirs is one of ours if it has the same code, or if it is a settlement
    with a name in common within three kilometres and no other of ours is. It then adds
    its code and its names to ours, and what we did not know; our code stays, because
    claims may already point at it.
    """
    places = {place.code: place for place in ours}
    by_key: dict[str, list[str]] = {}
    for place in places.values():
        for key in _all_keys(place):
            by_key.setdefault(key, []).append(place.code)
    for new in theirs:
        twin = places.get(new.code) or _twin(new, places, by_key)
        place = new if twin is None else _with_names_of(twin, new)
        places[place.code] = place
    return list(places.values())


def _twin(new: Place, places: dict[str, Place], by_key: dict[str, list[str]]) -> Place | None:
    if new.level is not Level.SETTLEMENT or new.lat is None:
        return None
    codes = {code for key in _all_keys(new) for code in by_key.get(key, [])}
    near = [place for place in map(places.__getitem__, sorted(codes)) if _is_near(place, new)]
    return near[0] if len(near) == 1 else None


def _is_near(place: Place, new: Place) -> bool:
    distance = km_between(place, new) if place.level is Level.SETTLEMENT else None
    return distance is not None and distance <= _SAME_KM


def km_between(one: Place, other: Place) -> float | None:
    """How far two places are apart, in kilometres; None where one has no coordinates.

    On a flat map of the neighbourhood: good to a percent within a country of this size.
    """
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    return hypot(one.lat - other.lat, east) * _KM_A_DEGREE


def _with_names_of(place: Place, new: Place) -> Place:
    known = {exact(name) for name in place.written}
    codes = [] if new.code == place.code else [new.code]
    more = [name for name in (*codes, *new.written) if exact(name) not in known]
    return replace(
        place,
        variants=(*place.variants, *dict.fromkeys(more)),
        parent=place.parent or new.parent,
        lat=new.lat if place.lat is None else place.lat,
        lon=new.lon if place.lon is None else place.lon,
    )


def _all_keys(place: Place) -> set[str]:
    """Keys that tell enough, and names: two that share one may be one place."""
    telling = {key for name in place.written for key in keys(name) if len(bones(key)) >= _TELLING}
    return telling | {f"={exact(name)}" for name in place.written}
