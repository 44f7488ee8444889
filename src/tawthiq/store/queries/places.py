"""The gazetteer in force: what comes with Tawthiq, and what somebody imported."""

from __future__ import annotations

from functools import lru_cache

from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Level, Place
from tawthiq.records.person import FindPlace
from tawthiq.records.situated import FindPlaces
from tawthiq.store import models
from tawthiq.store.extents import Extents
from tawthiq.store.situating import finder, person_finder
from tawthiq.values.both import Both


def gazetteer() -> Gazetteer:
    """The places known here; made once and again when somebody imports places."""
    return _gazetteer(_state())


def find_places() -> FindPlaces:
    """How claims find their places in the gazetteer in force."""
    return _finder(_state())


def find_places_of_people() -> FindPlace:
    """How records of people find their places in the gazetteer in force."""
    return _finder_of_people(_state())


def extents() -> Extents:
    """How far areas reach in the gazetteer in force."""
    return _extents(_state())


def _state() -> str:
    """What the gazetteer depends on: when places were imported last, or "" where never."""
    imports = models.JournalEntry.objects.filter(case=None, action="import-places")
    last = imports.order_by("-id").values_list("at", flat=True).first()
    return last.isoformat() if last else ""


@lru_cache(maxsize=2)
def _finder(state: str) -> FindPlaces:
    return finder(_gazetteer(state))


@lru_cache(maxsize=2)
def _finder_of_people(state: str) -> FindPlace:
    return person_finder(_gazetteer(state))


@lru_cache(maxsize=2)
def _extents(state: str) -> Extents:
    return Extents(_gazetteer(state))


@lru_cache(maxsize=2)
def _gazetteer(state: str) -> Gazetteer:
    from tawthiq.places.shipped import shipped

    return shipped().with_places(_imported()) if state else shipped()


def _imported() -> list[Place]:
    return [
        Place(
            code=row.code,
            level=Level(row.level),
            name=Both(row.name_en, row.name_ar),
            variants=tuple(row.variants),
            parent=row.parent,
            lat=row.lat,
            lon=row.lon,
        )
        for row in models.Place.objects.order_by("code")
    ]
