"""Where and when incidents happened and who is said to have acted, as the law asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawthiq.law.incident import Incident, PartyType
from tawthiq.law.suggestions import Neighbour, suggested_party, suggested_territory
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Area, Level, Place
from tawthiq.store import models
from tawthiq.store.queries.law.decisions import standing_ascriptions
from tawthiq.store.queries.law.shapes import Ascribed
from tawthiq.store.queries.places import gazetteer
from tawthiq.values.when import Precision, When


def ascribed_of(row: models.Ascription | None, where: Whereabouts, party: str) -> Ascribed:
    """Who acted, by a person's record, or as the claims allege where they allege one State."""
    if row is not None:
        return Ascribed(
            row.territory or where.territory,
            row.party,
            PartyType(row.party_type),
            row.opposing,
            row.by,
            row.because,
            row.at.date(),
        )
    kind = PartyType.STATE if party else PartyType.UNKNOWN
    return Ascribed(where.territory, party, kind, "", "", "", None)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where some places lie together.

    Attributes:
        within: Codes and names of all that surely holds every one of them, themselves included.
        perhaps: The same of areas of which nobody drew whether they do.
        territory: The State, or "" where that is not one.
    """

    within: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    territory: str = ""


def whereabouts(known: Gazetteer, places: Sequence[str], area: str = "") -> Whereabouts:
    """Where places lie; where none is known, the State of the area that a case is about."""
    return _whereabouts(known, tuple(places), area)


@lru_cache(maxsize=1 << 13)
def _whereabouts(known: Gazetteer, places: tuple[str, ...], area: str) -> Whereabouts:
    if not places:
        about = next((one for one in known.areas() if one.code == area), None)
        codes = sorted(about.within) if about else [area]
        return Whereabouts(territory=suggested_territory(codes))
    held = [known.place(code) for code in places]
    chains = [_chain(known, place) for place in held]
    shared = [place for place in chains[0] if all(place in chain for chain in chains[1:])]
    surely, perhaps = [_names(place) for place in shared], []
    for one in known.areas():
        said = {known.contains(one, place) for place in held}
        if said == {True}:
            surely.append(_names(one))
        elif False not in said:
            perhaps.append(_names(one))
    return Whereabouts(
        _each_once(surely),
        _each_once(perhaps),
        suggested_territory(chain[-1].code for chain in chains),
    )


def _chain(known: Gazetteer, place: Place) -> tuple[Place, ...]:
    """A place and those of every larger level that hold it, the smallest first."""
    holders = (known.holder(place.code, level) for level in reversed(Level))
    return (place, *(one for one in holders if one is not None and one != place))


def _names(place: Place | Area) -> tuple[str, str, str]:
    return place.code, place.name.en, place.name.ar


def _each_once(names: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for three in names for name in three))


_BRIEF = ("code", "first", "last", "precision", "places", "sites", "parties", "place_en")


def in_brief(case: models.Case) -> Iterator[Incident]:
    """Every incident of a case without its facts: days, places and who is said to have acted."""
    ascriptions, known = standing_ascriptions(case), gazetteer()
    rows = models.Incident.objects.filter(case=case).order_by("-day", "-code")
    for row in rows.values_list(*_BRIEF).iterator(chunk_size=2000):
        code, first, last, precision, places, sites, parties, place = row
        near = Neighbour(
            code,
            When(first, last, Precision(precision)),
            tuple(places),
            frozenset(sites),
            frozenset(parties),
        )
        where = whereabouts(known, near.places, case.area)
        said = ascribed_of(ascriptions.get(code), where, suggested_party(near))
        yield Incident(
            code,
            first,
            last,
            said.territory,
            said.party,
            said.party_type,
            said.opposing,
            place,
            within=where.within,
            perhaps=where.perhaps,
        )
