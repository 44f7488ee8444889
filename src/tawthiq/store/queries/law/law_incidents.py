"""Incidents of a case as the law reads them: in full, or in brief for areas and days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawthiq.law.book import LawPack
from tawthiq.law.incident import Incident, PartyType
from tawthiq.law.suggestions import Neighbour, suggested_party, suggested_territory
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Level
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
    ascribed = ascribed_of(
        row,
        standing_ascriptions(row, [code]).get(code),
        full.incident.places,
        suggested_party(full.incident),
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
        within(full.incident.places),
    )
    return Gathered(full.listed, incident, ascribed, facts, lines)


def held_keys(facts: Sequence[FactLine]) -> frozenset[str]:
    """Keys of the facts that a person holds."""
    return frozenset(line.kind.key for line in facts if line.state is FactState.HELD)


def ascribed_of(
    case: models.Case, row: models.Ascription | None, places: Sequence[str], party: str
) -> Ascribed:
    """Who acted, by a person's record, or as the claims allege where they allege one State."""
    where = suggested_territory(places or [case.area])
    if row is not None:
        return Ascribed(
            row.territory or where,
            row.party,
            PartyType(row.party_type),
            row.opposing,
            row.by,
            row.because,
            row.at.date(),
        )
    kind = PartyType.STATE if party else PartyType.UNKNOWN
    return Ascribed(where, party, kind, "", "", "", None)


def within(places: Sequence[str]) -> tuple[str, ...]:
    """Codes and names of whatever holds every one of these places; none where none is known."""
    if not places:
        return ()
    known = gazetteer()
    chains = [_chain(known, code) for code in places]
    shared = [place for place in chains[0] if all(place in chain for chain in chains[1:])]
    return tuple(dict.fromkeys(name for place in shared for name in place))


@lru_cache(maxsize=1 << 13)
def _chain(known: Gazetteer, code: str) -> tuple[tuple[str, str, str], ...]:
    holders = (known.holder(code, level) for level in reversed(Level))
    return tuple((place.code, place.name.en, place.name.ar) for place in holders if place)


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
        said = ascribed_of(case, ascriptions.get(code), near.places, suggested_party(near))
        yield Incident(
            code,
            first,
            last,
            said.territory,
            said.party,
            said.party_type,
            said.opposing,
            place,
            within=within(near.places),
        )
