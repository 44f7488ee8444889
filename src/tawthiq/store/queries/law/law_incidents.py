"""One incident of a case as the law reads it, with all that the case holds of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tawthiq.law.agreement import Inside
from tawthiq.law.book import LawPack
from tawthiq.law.incident import Incident
from tawthiq.law.suggestions import Suggestion, suggest_by_agreements, suggested_party
from tawthiq.store.queries import incidents as record_queries
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.incidents import IncidentInFull, Listed
from tawthiq.store.queries.law.agreements import agreements_of
from tawthiq.store.queries.law.decisions import (
    standing_ascriptions,
    standing_facts,
    standing_pieces,
)
from tawthiq.store.queries.law.evidence import citations, evidence_lines
from tawthiq.store.queries.law.fact_lines import fact_lines, facts_for_law
from tawthiq.store.queries.law.placed import ascribed_of, whereabouts
from tawthiq.store.queries.law.shapes import Ascribed, EvidenceLine, FactLine, UnderAgreement
from tawthiq.store.queries.law.suggested import suggestions_of
from tawthiq.store.queries.places import gazetteer


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a case holds of one incident for the law."""

    listed: Listed
    incident: Incident
    ascribed: Ascribed
    facts: tuple[FactLine, ...]
    evidence: tuple[EvidenceLine, ...]
    agreements: tuple[UnderAgreement, ...]


def gather(case: str, code: str, pack: LawPack) -> Gathered:
    """One incident in full.

    Raises:
        UnknownNameError: The case or the incident does not exist.
    """
    full, row = record_queries.incident(case, code), row_of(case)
    ascribed, bare = _placed(case, full)
    agreements = agreements_of(case, bare)
    decided = standing_facts(row, [code]).get(code, {})
    suggested = {**_by_agreements(code, agreements), **suggestions_of(row, full.incident)}
    facts = fact_lines(decided, suggested, pack.vocabulary)
    pieces = standing_pieces(row, [code])
    lines = evidence_lines(
        (*pieces.get(code, ()), *pieces.get("", ())),
        (situated.claim for situated in full.incident.claims),
        full.sources,
        citations(decided.values()),
        pack,
    )
    # Pieces that were listed for it were given to be looked at; a claim only once cited.
    given = {piece.code for piece in pieces.get(code, ())}
    incident = _with_facts(bare, facts, {line.piece.id: line for line in lines}, given, pack)
    return Gathered(full.listed, incident, ascribed, facts, lines, agreements)


def _placed(case: str, full: IncidentInFull) -> tuple[Ascribed, Incident]:
    """Who is said to have acted, and the incident without its facts."""
    row, code, when = row_of(case), full.incident.code, full.listed.when
    where = whereabouts(gazetteer(), full.incident.places, row.area)
    decided = standing_ascriptions(row, [code]).get(code)
    said = ascribed_of(decided, where, suggested_party(full.incident))
    return said, Incident(
        code,
        when.first,
        when.last,
        said.territory,
        said.party,
        said.party_type,
        said.opposing,
        full.listed.place.en,
        within=where.within,
        perhaps=where.perhaps,
    )


def _by_agreements(code: str, under: tuple[UnderAgreement, ...]) -> dict[str, Suggestion]:
    """Only those that somebody recorded for this case: those of the pack may have lapsed."""
    inside = [
        one.kept.agreement
        for one in under
        if one.line.inside is not Inside.UNKNOWN and not one.kept.is_of_the_pack
    ]
    return {one.key: one for one in suggest_by_agreements(code, inside)}


def _with_facts(
    bare: Incident,
    facts: tuple[FactLine, ...],
    lines: Mapping[str, EvidenceLine],
    given: set[str],
    pack: LawPack,
) -> Incident:
    read = facts_for_law(facts, lines, pack)
    used = {id_ for fact in read.values() for id_ in (*fact.evidence, *fact.against)}
    evidence = {id_: line.piece for id_, line in lines.items() if id_ in used or id_ in given}
    return replace(bare, facts=read, evidence=evidence)
