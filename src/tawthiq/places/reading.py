"""Other people's places: tables of OCHA's form, and GeoJSON outlines.

Either everything in a file is taken or nothing: one row that cannot be true refuses
the file, and the message names every such row.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from tawthiq.errors import InputError, RefusedRowsError, UnreadableError
from tawthiq.places.boundary import Boundary, Polygon
from tawthiq.places.columns import Columns
from tawthiq.places.place import Level, Place, level_of_pcode, parent_of_pcode
from tawthiq.places.tables import refuse_large, rows_of, text_of
from tawthiq.values.both import Both

_SHOWN = 20  # refusals written out; the rest is counted
_WGS84 = ("CRS84", "EPSG::4326", "EPSG:4326")


def read_places(path: Path) -> list[Place]:
    """Read the places of a table (CSV, XLSX) or of outlines (GeoJSON), the largest first.

    A row gives its own place and those that hold it; each code comes once.

    Raises:
        InputError: The file is too large, of another kind, or has no column of codes.
        UnreadableError: Its bytes are not what its name says.
        RefusedRowsError: Rows say what cannot be true.
    """
    if path.suffix.lower() in (".geojson", ".json"):
        gathered = _Gathered(path)
        for boundary in read_boundaries(path):
            gathered.add("outline " + boundary.code, boundary.place)
    else:
        gathered = _of_table(path)
    return gathered.places()


def read_boundaries(path: Path) -> list[Boundary]:
    """Read the outlines of a GeoJSON file (RFC 7946), each with its code and names.

    Raises:
        InputError: The file is too large or holds no outlines.
        UnreadableError: It is not GeoJSON in WGS 84 degrees.
        RefusedRowsError: Features have no code, a code twice, or no closed outline.
    """
    features = _features(path)
    boundaries: dict[str, Boundary] = {}
    refusals: list[str] = []
    for number, feature in enumerate(features, 1):
        try:
            boundary = _boundary(feature)
            if boundary.code in boundaries:
                raise ValueError(f"the code {boundary.code} came before; keep one outline")
            boundaries[boundary.code] = boundary
        except ValueError as error:
            refusals.append(f"feature {number}: {error}")
    if refusals:
        _refuse(path, refusals)
    return list(boundaries.values())


def _of_table(path: Path) -> _Gathered:
    gathered = _Gathered(path)
    columns: Columns | None = None
    rows = 0
    for number, row in rows_of(path):
        columns = columns or _columns(path, list(row))
        rows += 1
        try:
            for place in _places_of(row, columns):
                gathered.add(f"row {number}", place)
        except ValueError as error:
            gathered.refusals.append(f"row {number}, {error}")
    if not rows:
        raise InputError(
            f"{path.name}: no row below the head; export the table again",
            f"{path.name}: لا صفّ تحت الرأس؛ صدّر الجدول من جديد",
        )
    return gathered


def _columns(path: Path, heads: list[str]) -> Columns:
    columns = Columns.read(heads)
    if columns is None:
        raise InputError(
            f"{path.name}: no column of codes among {', '.join(filter(None, heads))}; "
            "name one PCODE, or ADM1_PCODE to ADM4_PCODE",
            f"{path.name}: لا عمود للرموز بين {', '.join(filter(None, heads))}؛ سمِّ أحدها "
            "PCODE، أو ADM1_PCODE إلى ADM4_PCODE",
        )
    return columns


def _places_of(row: Mapping[str, str], columns: Columns) -> Iterator[Place]:
    """The places of one row, the largest first, each within the one before.

    Raises:
        ValueError: A cell says what cannot be true; the message names the column.
    """
    parent = ""
    for level, heads in columns.held.items():
        code = row.get(heads["code"], "")
        if code:
            yield _place(row, {"code": heads["code"], **heads}, level, parent)
            parent = code
    if "code" not in columns.own:
        return
    code = row.get(columns.own["code"], "")
    level = level_of_pcode(code) or _level_below(columns)
    if not code or code != parent:
        yield _place(row, columns.own, level, parent)


def _level_below(columns: Columns) -> Level:
    """The level of a code that does not tell it: one below the smallest that is named."""
    deepest = max((level.depth for level in columns.held), default=Level.SUBDISTRICT.depth)
    return list(Level)[min(deepest + 1, Level.SETTLEMENT.depth)]


def _place(row: Mapping[str, str], heads: Mapping[str, str], level: Level, parent: str) -> Place:
    code = row.get(heads["code"], "")
    if not code:
        raise ValueError(f"column {heads['code']}: no code; every place needs one")
    said = level_of_pcode(code)
    if said and said is not level:
        raise ValueError(
            f"column {heads['code']}: {code} is the code of a {said}, not of a {level}"
        )
    if said and level_of_pcode(parent) and not code.startswith(parent):
        raise ValueError(f"column {heads['code']}: {code} is no code of a place in {parent}")
    name = Both(*(row.get(heads[what], "") if what in heads else "" for what in ("en", "ar")))
    if not name:
        raise ValueError(f"column {heads.get('en') or heads['code']}: {code} has no name")
    lat, lon = _degrees(row, heads, "lat"), _degrees(row, heads, "lon")
    try:
        return Place(code, level, name, (), parent or parent_of_pcode(code), lat, lon)
    except ValueError as error:
        raise ValueError(f"column {heads['code']}: {error}") from error


def _degrees(row: Mapping[str, str], heads: Mapping[str, str], what: str) -> float | None:
    head = heads.get(what)
    cell = row.get(head, "") if head else ""
    if not cell:
        return None
    try:
        return float(cell)
    except ValueError:
        raise ValueError(f"column {head}: {cell[:40]!r} is no number of degrees") from None


@dataclass(slots=True)
class _Gathered:
    """The places of a file so far, and what was refused."""

    path: Path
    seen: dict[str, tuple[str, Place]] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)

    def add(self, where: str, place: Place) -> None:
        """Take a place; one that came before must be the same.

        Raises:
            ValueError: Its code came before, for something else.
        """
        before = self.seen.setdefault(place.code, (where, place))
        if before[1] != place:
            raise ValueError(
                f"column of codes: {place.code} is {place.name.en or place.name.ar!r} here and "
                f"{before[1].name.en or before[1].name.ar!r} in {before[0]}, or lies elsewhere; "
                "give each place its own code"
            )

    def places(self) -> list[Place]:
        """All of them, the largest first.

        Raises:
            RefusedRowsError: Something was refused.
        """
        if self.refusals:
            _refuse(self.path, self.refusals)
        return sorted((place for _, place in self.seen.values()), key=lambda p: p.level.depth)


def _refuse(path: Path, refusals: list[str]) -> NoReturn:
    more = len(refusals) - _SHOWN
    shown = "\n  ".join(refusals[:_SHOWN])
    rest, rest_ar = (f"\n  and {more} more", f"\n  و{more} غيرها") if more > 0 else ("", "")
    raise RefusedRowsError(
        f"{path.name}: nothing was taken, because of\n  {shown}{rest}",
        f"{path.name}: لم يؤخذ شيء، بسبب\n  {shown}{rest_ar}",
    )


def _features(path: Path) -> list[Mapping[str, object]]:
    refuse_large(path)
    try:
        read = json.loads(text_of(path), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            f"{path.name}: not JSON ({error}); export it again as GeoJSON",
            f"{path.name}: ليس JSON ({error})؛ صدّره من جديد بصيغة GeoJSON",
        ) from error
    match read:
        case {"type": "FeatureCollection", "features": [_, *_] as features}:
            _refuse_other_degrees(path, read)
            return [each if isinstance(each, dict) else {} for each in features]
        case _:
            raise InputError(
                f"{path.name}: no GeoJSON FeatureCollection with features; export it again",
                f"{path.name}: ليس فيه FeatureCollection من GeoJSON؛ صدّره من جديد",
            )


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number of degrees")


def _refuse_other_degrees(path: Path, read: Mapping[str, object]) -> None:
    crs = read.get("crs")
    if crs is not None and not str(crs).strip("'}").endswith(_WGS84):
        raise InputError(
            f"{path.name}: its coordinates are not WGS 84; export it as EPSG:4326",
            f"{path.name}: إحداثياته ليست WGS 84؛ صدّره بنظام EPSG:4326",
        )


def _boundary(feature: Mapping[str, object]) -> Boundary:
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        raise ValueError("it has no properties, so no code")
    row = {str(key): "" if cell is None else str(cell).strip() for key, cell in properties.items()}
    columns = Columns.read(list(row))
    places = list(_places_of(row, columns)) if columns else []
    if not places:
        raise ValueError(f"no code among the properties {', '.join(row)}; name one pcode")
    return Boundary.of(places[-1], _polygons(feature.get("geometry")))


def _polygons(geometry: object) -> list[Polygon]:
    match geometry:
        case {"type": "Polygon", "coordinates": list(rings)}:
            return [_polygon(rings)]
        case {"type": "MultiPolygon", "coordinates": list(polygons)}:
            return [_polygon(rings) for rings in polygons]
        case _:
            raise ValueError("its geometry is no Polygon or MultiPolygon")


def _polygon(rings: object) -> Polygon:
    if not isinstance(rings, list):
        raise ValueError("a polygon is a list of rings")
    return tuple(tuple(_points(ring)) for ring in rings)


def _is_sane(lon: float, lat: float) -> bool:
    return (
        not isinstance(lon, bool) and not isinstance(lat, bool) and max(abs(lon), abs(lat)) < 1000
    )


def _points(ring: object) -> Iterator[tuple[float, float]]:
    if not isinstance(ring, list):
        raise ValueError("a ring is a list of points")
    for point in ring:
        match point:
            # A number far off the earth would not fit a float; refuse it before.
            case [int() | float() as lon, int() | float() as lat, *_] if _is_sane(lon, lat):
                yield float(lon), float(lat)
            case _:
                raise ValueError(f"{str(point)[:40]} is no longitude and latitude")
