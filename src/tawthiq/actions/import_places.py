"""Take places into the gazetteer, and let every claim find its place anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db.models import QuerySet

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import in_one_piece
from tawthiq.actions.reassemble import compute_all
from tawthiq.places.boundary import Boundary
from tawthiq.places.place import Place
from tawthiq.places.reading import read_boundaries, read_places
from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.values.digest import Digest

_OUTLINES = (".geojson", ".json")


@dataclass(frozen=True, slots=True)
class PlacesTaken:
    """What an import of places has brought.

    Attributes:
        places, outlines: How many the file has.
        incidents: How many incidents of all cases were computed again.
    """

    places: int
    outlines: int
    incidents: int


def import_places(file: Path, *, by: str, because: str) -> PlacesTaken:
    """Take a table of places (OCHA's form, CSV or XLSX) or GeoJSON outlines, all or nothing.

    A place that was imported before under the same code is replaced. Incidents of every
    case are computed again, since a name may be found now that was found nowhere.

    Raises:
        InputError, UnreadableError, RefusedRowsError: The file cannot be taken.
        HomeError: The database could not be written; nothing was changed.
    """
    rights.require_import(by, "")
    digest, places = Digest.of_file(file), read_places(file)
    outlines = read_boundaries(file) if file.suffix.lower() in _OUTLINES else []
    with in_one_piece():
        gone = {"Place": _keep_places(places), "Boundary": _keep_outlines(outlines)}
        what = {"file": file.name, "sha256": str(digest), "places": len(places)}
        # Written first: by this line it is known that the gazetteer is another now.
        journal.write(None, by=by, action="import-places", what=what, why=because, gone=gone)
        return PlacesTaken(len(places), len(outlines), _compute_everywhere(by, because))


def _keep_places(places: Iterable[Place]) -> list[int]:
    """Replaced rows get new numbers, by which a gazetteer in memory is known to be old.

    Returns:
        The numbers of the rows that were replaced.
    """
    gone = list[int]()
    for some in chunks(places):
        gone += _removed(models.Place.objects.filter(code__in=[place.code for place in some]))
        models.Place.objects.bulk_create(
            models.Place(
                code=place.code,
                level=place.level,
                name_en=place.name.en,
                name_ar=place.name.ar,
                variants=list(place.variants),
                parent=place.parent,
                lat=place.lat,
                lon=place.lon,
            )
            for place in some
        )
    return gone


def _keep_outlines(outlines: Iterable[Boundary]) -> list[int]:
    gone = list[int]()
    for some in chunks(outlines):
        codes = [outline.code for outline in some]
        gone += _removed(models.Boundary.objects.filter(place__in=codes))
        models.Boundary.objects.bulk_create(
            models.Boundary(
                place=outline.code,
                geometry={"type": "MultiPolygon", "coordinates": outline.polygons},
            )
            for outline in some
        )
    return gone


def _removed(rows: QuerySet[models.Place] | QuerySet[models.Boundary]) -> list[int]:
    """Remove rows; their numbers."""
    numbers = list(rows.values_list("id", flat=True))
    rows.delete()
    return numbers


def _compute_everywhere(by: str, because: str) -> int:
    number = 0
    for case in models.Case.objects.select_for_update().order_by("id"):
        computed = compute_all(case)
        number += computed
        what = {"incidents": computed, "all": True}
        journal.write_change(case, by=by, action="reassemble", what=what, why=because)
    return number
