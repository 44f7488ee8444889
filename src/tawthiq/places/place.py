"""A place with a code, and an area that people name without saying where it ends.

A place is on somebody's list: a governorate, a district, a village with its p-code. An
area ("north-west Syria", "southern Idlib") is in nobody's list. We know only which
places are surely inside it and which places together surely hold it, and keep both
instead of drawing a line that no source has drawn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from tawthiq.values.both import Both


class Level(StrEnum):
    """How large a place is in the administrative order, the largest first."""

    COUNTRY = "country"
    GOVERNORATE = "governorate"
    DISTRICT = "district"
    SUBDISTRICT = "subdistrict"
    SETTLEMENT = "settlement"

    @property
    def depth(self) -> int:
        """0 for a country, 4 for a settlement."""
        return _DEPTHS[self]

    @property
    def said(self) -> Both:
        return _LEVEL_WORDS[self]


_DEPTHS = {level: depth for depth, level in enumerate(Level)}
_LEVEL_WORDS = {
    Level.COUNTRY: Both("country", "دولة"),
    Level.GOVERNORATE: Both("governorate", "محافظة"),
    Level.DISTRICT: Both("district", "منطقة"),
    Level.SUBDISTRICT: Both("subdistrict", "ناحية"),
    Level.SETTLEMENT: Both("town or village", "مدينة أو بلدة أو قرية"),
}

# OCHA p-codes grow by two digits a level: SY, SY07, SY0702, SY070203.
_PCODE = re.compile(r"[A-Z]{2}(?:\d{2}){0,3}")
_BY_DIGITS = {0: Level.COUNTRY, 2: Level.GOVERNORATE, 4: Level.DISTRICT, 6: Level.SUBDISTRICT}


def level_of_pcode(code: str) -> Level | None:
    """The level that a p-code tells by its length, or None where it is no such code."""
    return _BY_DIGITS[len(code) - 2] if _PCODE.fullmatch(code) else None


def parent_of_pcode(code: str) -> str:
    """The p-code of the next larger place, or "" where the code does not tell it."""
    return code[:-2] if _PCODE.fullmatch(code) and len(code) > 2 else ""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a gazetteer.

    Attributes:
        code: Its p-code, or a code of ours where it has none ("gn164816", "tw-hass").
        level: What it is.
        name: Its usual name in both languages.
        variants: Other ways of writing the name, in any script, and other codes.
        parent: The code of the smallest known place that holds it; "" if none is known.
        lat, lon: Where a settlement is (WGS 84 degrees), for placing it on a map. This
            is never the point that was struck.
    """

    code: str
    level: Level
    name: Both
    variants: tuple[str, ...] = ()
    parent: str = ""
    lat: float | None = None
    lon: float | None = None

    def __post_init__(self) -> None:
        if not self.code.strip() or not self.name:
            raise ValueError(
                f"a place needs a code and a name, this has {self.code!r}, {self.name}"
            )
        if self.parent == self.code:
            raise ValueError(f"{self.code} cannot lie within itself")
        if (self.lat is None) is not (self.lon is None):
            raise ValueError(f"{self.code} has half a coordinate: {self.lat}, {self.lon}")
        if self.lat is not None and self.lon is not None:
            refuse_off_the_earth(self.lat, self.lon)

    @property
    def written(self) -> tuple[str, ...]:
        """Every way of writing it that we know, the usual names first."""
        names = (self.name.en, self.name.ar, *self.variants)
        return tuple(dict.fromkeys(name for name in names if name))


def refuse_off_the_earth(lat: float, lon: float) -> None:
    """Raise ValueError where these are not degrees of latitude and longitude."""
    if not -90 <= lat <= 90:
        raise ValueError(f"latitude {lat} is not between -90 and 90")
    if not -180 <= lon <= 180:
        raise ValueError(f"longitude {lon} is not between -180 and 180")


_NOTHING = Both("", "")


@dataclass(frozen=True, slots=True)
class Area:
    """A named stretch of land whose edge nobody has to have drawn.

    Two areas are equal when code and extent are; what they are called does not count.

    Attributes:
        code: What we call it ("north-west-syria").
        name: Its name in both languages.
        parts: Codes of places that are surely inside, whole.
        within: Codes of places that together surely hold all of it.
        variants: Other phrases for it, in any language.
        note: What a reader must know about its edge, and who says so.
    """

    code: str
    name: Both = field(compare=False)
    parts: frozenset[str]
    within: frozenset[str]
    variants: tuple[str, ...] = field(default=(), compare=False)
    note: Both = field(default=_NOTHING, compare=False)

    def __post_init__(self) -> None:
        if not self.within:
            raise ValueError(f"nothing holds the area {self.code}; say at least the country")

    @classmethod
    def of(cls, place: Place) -> Area:
        """The area of exactly one place."""
        whole = frozenset({place.code})
        return cls(place.code, place.name, whole, whole)

    @property
    def is_exact(self) -> bool:
        """Whether its edge is known: it is the places inside it and nothing more."""
        return self.parts == self.within


def as_area(given: Area | Place) -> Area:
    """The area itself, or the area that is exactly the place."""
    return given if isinstance(given, Area) else Area.of(given)
