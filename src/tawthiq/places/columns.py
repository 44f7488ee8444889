"""How OCHA and others head the columns of their tables of places.

The same table comes as ``ADM3_PCODE, ADM3_EN, ADM3_AR``, as ``admin3Pcode,
admin3Name_en``, as ``pcode, name_en`` with ``adm2_pcode`` beside it. All of them say
for each level a code and a name in one language or two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.places.place import Level

_LEVELS = {str(level.depth): level for level in Level}
_LEVELLED = re.compile(
    r"adm(?:in)?_?(?P<level>[0-4])_?(?:name)?_?(?P<what>pcode|pcod|code|en|ar|name)?(?:_?name)?"
)
_OWN = {
    "pcode": "code",
    "code": "code",
    "name_en": "en",
    "name": "en",
    "name_ar": "ar",
    "en": "en",
    "ar": "ar",
    "lat": "lat",
    "latitude": "lat",
    "lon": "lon",
    "lng": "lon",
    "long": "lon",
    "longitude": "lon",
    "x": "lon",
    "y": "lat",
    "latitude_y": "lat",
    "longitude_x": "lon",
}
_WHAT = {"pcode": "code", "pcod": "code", "code": "code", "en": "en", "ar": "ar", "name": "en"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column says what.

    Attributes:
        own: The columns of the row's own place: code, en, ar, lat, lon.
        held: For each level, largest first, the columns of the place of that level.
    """

    own: Mapping[str, str]
    held: Mapping[Level, Mapping[str, str]]

    @classmethod
    def read(cls, heads: list[str]) -> Columns | None:
        """Read the heads, or give None where they name no code of any place."""
        own: dict[str, str] = {}
        held: dict[Level, dict[str, str]] = {}
        for head in heads:
            plain = re.sub(r"[\s\-]+", "_", head.strip().lower())
            if plain in _OWN:
                own.setdefault(_OWN[plain], head)
            elif found := _LEVELLED.fullmatch(plain):
                what = _WHAT[found["what"] or "name"]
                held.setdefault(_LEVELS[found["level"]], {}).setdefault(what, head)
        levels = {level: held[level] for level in Level if "code" in held.get(level, {})}
        if "code" not in own and Level.SETTLEMENT in levels:
            degrees = {what: head for what, head in own.items() if what in ("lat", "lon")}
            levels[Level.SETTLEMENT] = degrees | levels[Level.SETTLEMENT]
        return cls(own, levels) if "code" in own or levels else None
