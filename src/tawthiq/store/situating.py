"""Where a claim's words put it: from what was written to codes of the gazetteer.

Nothing is guessed. A name that may be several places puts the claim in the smallest
place that holds them all; a name that is found nowhere leaves it in the subdistrict or
governorate that the claim names beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from tawthiq.claims.claim import Claim
from tawthiq.claims.person_record import PersonRecord
from tawthiq.places.found import Answer, Between, Found, FoundArea, NotFound, Reason
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.records.person import FindPlace
from tawthiq.records.situated import FindPlaces

_REMEMBERED = 1 << 16  # distinct wordings; a table repeats the same few thousand
Codes = tuple[str, ...]


def finder(gazetteer: Gazetteer) -> FindPlaces:
    """How a claim finds its places in this gazetteer; the same words are read once."""

    @lru_cache(maxsize=_REMEMBERED)
    def find(place: str, subdistrict: str, governorate: str) -> Codes:
        return places_named(gazetteer, place, subdistrict, governorate)

    def of_claim(claim: Claim) -> Codes:
        return find(claim.place_said, claim.subdistrict_said, claim.governorate_said)

    return of_claim


def person_finder(gazetteer: Gazetteer) -> FindPlace:
    """How a record of a person finds its places, in the same way as a claim."""

    @lru_cache(maxsize=_REMEMBERED)
    def find(place: str, subdistrict: str, governorate: str) -> Codes:
        return places_named(gazetteer, place, subdistrict, governorate)

    def of_record(record: PersonRecord) -> Codes:
        return find(record.place_said, record.subdistrict_said, record.governorate_said)

    return of_record


def places_named(
    gazetteer: Gazetteer, place: str, subdistrict: str = "", governorate: str = ""
) -> Codes:
    """The codes of the places that the three cells of a claim name, the narrowest known."""
    answers, narrow = _ask(gazetteer, place, subdistrict, governorate)
    codes = tuple(dict.fromkeys(code for answer in answers for code in _codes(answer)))
    return codes or ((narrow,) if narrow else ())


def answers_for(gazetteer: Gazetteer, claim: Claim) -> tuple[Answer, ...]:
    """What the gazetteer answers to the place of a claim; nothing where none is written."""
    return _ask(gazetteer, claim.place_said, claim.subdistrict_said, claim.governorate_said)[0]


def _ask(
    gazetteer: Gazetteer, place: str, subdistrict: str, governorate: str
) -> tuple[tuple[Answer, ...], str]:
    """The answers to a cell of places, and the narrowest that is known without it."""
    wide = _area(gazetteer, governorate)
    narrow = _one(gazetteer, subdistrict, wide) or wide
    if not place:
        return (), narrow
    answers = gazetteer.find_all(place, within=narrow or None)
    if narrow != wide and not any(_codes(answer) for answer in answers):
        # The place may not lie in the subdistrict that was written: it is asked without.
        elsewhere = gazetteer.find_all(place, within=wide or None)
        return (elsewhere if any(_codes(each) for each in elsewhere) else answers), narrow
    return answers, narrow


def _codes(answer: Answer) -> Codes:
    match answer:
        case Found(place=place):
            return (place.code,)
        case Between(reason=Reason.TOGETHER, places=places):
            return tuple(place.code for place in places)
        case Between(holder=holder) if holder:
            return (holder,)
        case NotFound(area=area) if area is not None and area.is_exact:
            return tuple(sorted(area.parts))
        case _:
            return ()


def _one(gazetteer: Gazetteer, written: str, within: str) -> str:
    """The one subdistrict that the words name, whether or not a town bears its name too."""
    if not written:
        return ""
    return _first_single(
        lambda: _area(gazetteer, written),
        lambda: _single(_codes(gazetteer.find(written, within=within or None))),
    )


def _area(gazetteer: Gazetteer, written: str) -> str:
    """The place whose whole area the words name, as a bare "Idlib" in a column of governorates."""
    if not written:
        return ""
    answer = gazetteer.find_area(written)
    if isinstance(answer, FoundArea) and answer.area.is_exact:
        return _single(tuple(sorted(answer.area.parts)))
    return ""


def _single(codes: Codes) -> str:
    return codes[0] if len(codes) == 1 else ""


def _first_single(*ways: Callable[[], str]) -> str:
    return next((code for way in ways if (code := way())), "")
