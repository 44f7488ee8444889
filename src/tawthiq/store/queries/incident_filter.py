"""What a reader looks for in a list of incidents: read from an address, checked, asked of SQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection

from tawthiq.places.gazetteer import Gazetteer
from tawthiq.records.grade import Grade
from tawthiq.records.vocabulary import parties, sites, weapons
from tawthiq.store.queries.search import matching
from tawthiq.store.sql import Values
from tawthiq.values.both import Both
from tawthiq.values.kinds import Kinds

MAX_QUERY = 200  # characters of a search: house choice
FIELDS = ("since", "until", "place", "site", "weapon", "party", "grade", "q")


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents are asked for; an empty field restricts nothing.

    Attributes:
        since, until: Days; an incident is in where it can have been on one of them.
        place: The code of a place; everything in it is in.
        site, weapon, party: A key; narrower kinds are in.
        grade: As it stands after review.
        q: Words that the incident's names must hold, every one of them.
    """

    since: date | None = None
    until: date | None = None
    place: str = ""
    site: str = ""
    weapon: str = ""
    party: str = ""
    grade: str = ""
    q: str = ""

    def __post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"a window cannot end ({self.until}) before it begins ({self.since})")

    @classmethod
    def read(
        cls, said: Mapping[str, str], gazetteer: Gazetteer
    ) -> tuple[IncidentFilter, dict[str, Both]]:
        """Read the fields of an address or form; what cannot be read is left out and named.

        Other fields of the address are none of our business and are not looked at.
        """
        errors: dict[str, Both] = {}
        since, until = _day("since", said, errors), _day("until", said, errors)
        if since and until and until < since:
            errors["until"] = _REVERSED
            until = None
        place = _text(said, "place")
        if place and not _is_place(gazetteer, place):
            errors["place"], place = _UNKNOWN_PLACE, ""
        return (
            cls(
                since,
                until,
                place,
                _key("site", sites(), said, errors),
                _key("weapon", weapons(), said, errors),
                _key("party", parties(), said, errors),
                _grade(said, errors),
                _query(said, errors),
            ),
            errors,
        )

    def as_mapping(self) -> dict[str, str]:
        """The fields that restrict anything, as ``read`` reads them."""
        values = {name: getattr(self, name) for name in FIELDS}
        return {name: str(value) for name, value in values.items() if value}

    @property
    def restricts(self) -> bool:
        return bool(self.as_mapping())

    def conditions(self) -> Iterator[tuple[str, Values]]:
        """SQL conditions on the columns of an incident, with their parameters."""
        if self.until:
            yield "day <= %s", (self.until.isoformat(),)
            yield "last IS NOT NULL", ()
        if self.since:
            yield "last >= %s", (self.since.isoformat(),)
        if self.grade:
            yield "grade = %s", (self.grade,)
        columns = {
            "within": self.place,
            "in_sites": self.site,
            "in_weapons": self.weapon,
            "in_parties": self.party,
        }
        position = "strpos" if connection.vendor == "postgresql" else "instr"
        for column, key in columns.items():
            if key:
                yield f"{position}({column}, %s) > 0", (f"|{key}|",)
        if self.q:
            yield matching(self.q)


_NO_DAY = Both("write a day as 2019-07-22", "اكتب اليوم بالصيغة 2019-07-22")
_REVERSED = Both("the window ends before it begins", "تنتهي الفترة قبل بدايتها")
_UNKNOWN_PLACE = Both("no place has this code", "لا يوجد مكان بهذا الرمز")
_UNKNOWN_KEY = Both("this kind is not in the list", "هذا النوع غير موجود في القائمة")
_UNKNOWN_GRADE = Both("this grade is not in the list", "هذه الدرجة غير موجودة في القائمة")
_LONG = Both(f"at most {MAX_QUERY} letters are searched", f"الحد الأقصى للبحث {MAX_QUERY} حرف")


def _text(said: Mapping[str, str], name: str) -> str:
    return said.get(name, "").strip().replace("\0", "")


def _day(name: str, said: Mapping[str, str], errors: dict[str, Both]) -> date | None:
    text = _text(said, name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        errors[name] = _NO_DAY
        return None


def _key(name: str, kinds: Kinds, said: Mapping[str, str], errors: dict[str, Both]) -> str:
    key = _text(said, name)
    if key and key not in kinds:
        errors[name] = _UNKNOWN_KEY
        return ""
    return key


def _grade(said: Mapping[str, str], errors: dict[str, Both]) -> str:
    grade = _text(said, "grade")
    if grade and grade not in list(Grade):
        errors["grade"] = _UNKNOWN_GRADE
        return ""
    return grade


def _query(said: Mapping[str, str], errors: dict[str, Both]) -> str:
    query = _text(said, "q")
    if len(query) > MAX_QUERY:
        errors["q"] = _LONG
        return ""
    return query


def _is_place(gazetteer: Gazetteer, code: str) -> bool:
    return any(place.code == code for place in gazetteer.places())
