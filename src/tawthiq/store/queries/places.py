"""The gazetteer in force: what comes with Tawthiq, and what somebody imported."""

from __future__ import annotations

from functools import lru_cache

from django.db import connection
from django.db.models import Count, Max

from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Level, Place
from tawthiq.records.situated import FindPlaces
from tawthiq.store import models
from tawthiq.store.extents import Extents
from tawthiq.store.situating import finder
from tawthiq.values.both import Both


def gazetteer() -> Gazetteer:
    """The places known here; made once and again when somebody imports places."""
    return _gazetteer(*_state())


def find_places() -> FindPlaces:
    """How claims find their places in the gazetteer in force."""
    return _finder(*_state())


def extents() -> Extents:
    """How far areas reach in the gazetteer in force."""
    return _extents(*_state())


def _state() -> tuple[str, int, int]:
    """What the gazetteer depends on: the database, and the places imported into it."""
    imported = models.Place.objects.aggregate(number=Count("id"), last=Max("id"))
    return str(connection.settings_dict["NAME"]), imported["number"], imported["last"] or 0


@lru_cache(maxsize=2)
def _finder(database: str, number: int, last: int) -> FindPlaces:
    return finder(_gazetteer(database, number, last))


@lru_cache(maxsize=2)
def _extents(database: str, number: int, last: int) -> Extents:
    return Extents(_gazetteer(database, number, last))


@lru_cache(maxsize=2)
def _gazetteer(database: str, number: int, last: int) -> Gazetteer:
    from tawthiq.places.shipped import shipped

    known = shipped()
    return known.with_places(_imported()) if number else known


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
