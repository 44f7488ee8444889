"""Incidents of a case as the law reads them: in full, or in brief for areas and days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawthiq.law.book import LawPack
from tawthiq.law.incident import Incident, PartyType
from tawthiq.law.suggestions import Neighbour, suggested_party, suggested_territory
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Area, Level, Place
from tawthiq.store import models
from tawthiq.store.queries import incidents as record_queries
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.incidents import Listed
from tawthiq.store.queries.law.decisions import (
    standing_ascriptions,
    standing_facts,
    standing_pieces,
)
from tawthiq.store.queries.law.evidence import citations, evidence_lines
from tawthiq.store.queries.law.fact_lines import fact_lines, facts_for_law
from tawthiq.store.queries.law.shapes import Ascribed, EvidenceLine, FactLine, FactState
from tawthiq.store.queries.law.suggested import suggestions_of
from tawthiq.store.queries.places import gazetteer
from tawthiq.values.when import Precision, When


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a case holds of one incident for the law."""

    listed: Listed
    incident: Incident
    ascribed: Ascribed
    facts: tuple[FactLine, ...]
    evidence: tuple[EvidenceLine, ...]


def gather(case: str, code: str, pack: LawPack) -> Gathered:
    """One incident in full.

    Raises:
        UnknownNameError: The case or the incident does not exist.
    """
    full, row = record_queries.incident(case, code), row_of(case)
    decided = standing_facts(row, [code]).get(code, {})
    facts = fact_lines(decided, suggestions_of(row, full.incident), pack.vocabulary)
    pieces = standing_pieces(row, [code])
    lines = evidence_lines(
        (*pieces.get(code, ()), *pieces.get("", ())),
        (situated.claim for situated in full.incident.claims),
        full.sources,
        citations(decided.values()),
        pack,
    )
    by_code = {line.piece.id: line for line in lines}
    read = facts_for_law(facts, by_code, pack)
    used = {id_ for fact in read.values() for id_ in (*fact.evidence, *fact.against)}
    listed_here = {piece.code for piece in pieces.get(code, ())}
    where = whereabouts(full.incident.places, row.area)
    ascribed = ascribed_of(
        standing_ascriptions(row, [code]).get(code), where, suggested_party(full.incident)
    )
    incident = Incident(
        code,
        full.listed.when.first,
        full.listed.when.last,
        ascribed.territory,
        ascribed.party,
        ascribed.party_type,
        ascribed.opposing,
        full.listed.place.en,
        read,
        # Pieces that were listed for it were given to be looked at; a claim only once cited.
        {id_: by_code[id_].piece for id_ in by_code if id_ in used or id_ in listed_here},
        where.within,
        where.perhaps,
    )
    return Gathered(full.listed, incident, ascribed, facts, lines)


def held_keys(facts: Sequence[FactLine]) -> frozenset[str]:
    """Keys of the facts that a person holds."""
    return frozenset(line.kind.key for line in facts if line.state is FactState.HELD)


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


def whereabouts(places: Sequence[str], area: str = "") -> Whereabouts:
    """Where places lie; where none is known, the State of the area that a case is about."""
    return _whereabouts(gazetteer(), tuple(places), area)


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
    ascriptions = standing_ascriptions(case)
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
        where = whereabouts(near.places, case.area)
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
