"""The gazetteer that comes with the program: Syria, in most detail the north-west.

``data/CREDITS.md`` says from whom each file comes. It is small on purpose: a case
imports the table of its own region (``reading.read_places``).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml

from tawthiq.errors import RuleError
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Area, Level, Place
from tawthiq.values.both import Both

_PLACES = ("governorates.csv", "districts.csv", "villages.csv", "settlements.csv")
_VARIANTS = "variants.csv"
_AREAS = "areas.yaml"
# The C loader where the machine has it: it reads the same, many times faster.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def shipped() -> Gazetteer:
    """The gazetteer of the package, read once.

    Raises:
        RuleError: A file of the package cannot mean what it says.
    """
    return Gazetteer(shipped_places(), shipped_areas())


def shipped_places() -> list[Place]:
    """The places of the package, with our own names and variants first."""
    own = {row["code"]: row for row in _rows(_VARIANTS)}
    places = [_place(row, own.pop(row["code"], {})) for name in _PLACES for row in _rows(name)]
    if own:
        raise RuleError(
            f"{_VARIANTS}: no place has the code {', '.join(own)}; add it or take it out"
        )
    return places


def _place(row: dict[str, str], own: dict[str, str]) -> Place:
    name = Both(own.get("name_en") or row["name_en"], own.get("name_ar") or row["name_ar"])
    others = (row["name_en"], row["name_ar"], *_several(own.get("variants", "")))
    wrong = {"", name.en, name.ar, *_several(own.get("wrong", ""))}
    variants = dict.fromkeys((*others, *_several(row["variants"])))
    return Place(
        code=row["code"],
        level=Level(row["level"]),
        name=name,
        variants=tuple(variant for variant in variants if variant not in wrong),
        parent=row["parent"],
        lat=_degrees(row["lat"]),
        lon=_degrees(row["lon"]),
    )


def shipped_areas() -> list[Area]:
    """The named areas of the package."""
    entries = yaml.load(_text(_AREAS), Loader=_Loader)
    areas = [_area(entry) for entry in entries]
    codes = [area.code for area in areas]
    if len(set(codes)) < len(codes):
        raise RuleError(f"{_AREAS}: a code is given twice among {', '.join(codes)}")
    return areas


def _area(entry: dict[str, object]) -> Area:
    match entry:
        case {
            "code": str(code),
            "en": str(en),
            "ar": str(ar),
            "parts": list(parts),
            "within": list(within),
            "phrases": list(phrases),
            "note_en": str(note_en),
            "note_ar": str(note_ar),
        } if len(entry) <= 9:
            note = Both(note_en.strip(), note_ar.strip())
            return Area(
                code, Both(en, ar), frozenset(parts), frozenset(within), tuple(phrases), note
            )
        case _:
            raise RuleError(
                f"{_AREAS}: {entry.get('code', entry)!r} needs code, en, ar, parts, within, "
                "phrases, note_en, note_ar, may have source, and nothing else"
            )


def _rows(name: str) -> Iterator[dict[str, str]]:
    return csv.DictReader(_text(name).splitlines())


def _text(name: str) -> str:
    return files("tawthiq.places").joinpath("data", name).read_text(encoding="utf-8")


def _several(cell: str) -> list[str]:
    return [name for name in cell.split("|") if name]


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None
