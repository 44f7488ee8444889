"""What a case says for the law as one YAML file, to be taken in whole or not at all.

    because: why it is taken in
    classifications:
      - {code: niac-russia, class: NIAC, pair: [Russia, a group], area: Syria, sources: [https://…]}
    agreements:
      - {id: a-truce, kind: ceasefire, name: {en: …, ar: …}, parties: [Russia], areas: [Idlib],
         from: 2018-09-17, source: https://…}
    incidents:
      - incident: I001
        acted: {party: Russia, party_type: state, opposing: a group, because: …}
        evidence:
          - {id: E1, kind: video, words: …, source: https://…}
        facts:
          - {key: object_status, value: market, evidence: [E1, I001.2], against: [], because: …}
    patterns:
      - {code: two-markets, title: {en: …, ar: …}, incidents: [I001, I002], because: …}

Evidence is cited by the id of a piece in the file or by the code of a claim of the case.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from tawthiq.errors import InputError
from tawthiq.law.agreement import Agreement
from tawthiq.law.book import LawPack
from tawthiq.law.classification import Classification
from tawthiq.law.evidence import Evidence
from tawthiq.law.facts import Fact
from tawthiq.law.incident import PartyType
from tawthiq.law.incident_file import classification, evidence_pieces, fact
from tawthiq.law.pack.fields import Field, parse
from tawthiq.law.pack.places_to_go import agreement
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Acted:
    """Who is said to have acted."""

    party: str
    party_type: PartyType
    opposing: str
    territory: str
    because: str


@dataclass(frozen=True, slots=True)
class SaidOfIncident:
    """What the file says of one incident.

    Attributes:
        pieces: Each with where it lies.
        facts: Each with why it is held.
    """

    incident: str
    acted: Acted | None
    pieces: tuple[tuple[Evidence, str], ...]
    facts: tuple[tuple[Fact, str], ...]


@dataclass(frozen=True, slots=True)
class SaidOfPattern:
    """A set of incidents."""

    code: str
    title: Both
    incidents: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What the file holds; each reason falls back on that of the file."""

    because: str
    classifications: tuple[tuple[str, Classification, str], ...]
    agreements: tuple[Agreement, ...]
    incidents: tuple[SaidOfIncident, ...]
    patterns: tuple[SaidOfPattern, ...]


def case_file(text: str, name: str, pack: LawPack, claims: Collection[str]) -> CaseFile:
    """Read a file.

    Args:
        claims: Codes of the claims of the case, which facts may cite.

    Raises:
        InputError: It cannot mean what it says; the message gives file, line and mend.
    """
    parts = ("classifications", "agreements", "incidents", "patterns")
    held = parse(text, name, InputError).keyed(("because",), parts)
    because = held["because"].text()
    items = {part: held[part].items() if part in held else [] for part in parts}
    return CaseFile(
        because,
        tuple(_classification(item, pack, because) for item in items["classifications"]),
        tuple(agreement(item, pack.agreement_kinds) for item in items["agreements"]),
        tuple(_incident(item, pack, claims, because) for item in items["incidents"]),
        tuple(_pattern(item, because) for item in items["patterns"]),
    )


def _classification(field: Field, pack: LawPack, because: str) -> tuple[str, Classification, str]:
    said = classification(field, pack, ("code", "because"))
    held = dict(_by_key(field))
    if "code" not in held:
        raise field.refuse(Both("'code' is missing here; add it", "ينقص هنا 'code'؛ أضفه"))
    return held["code"].word(), said, _why(held, because)


def _incident(field: Field, pack: LawPack, claims: Collection[str], because: str) -> SaidOfIncident:
    held = field.keyed(("incident",), ("acted", "evidence", "facts"))
    pieces, facts = [], []
    if "evidence" in held:
        listed = evidence_pieces(held["evidence"], pack, ("source",))
        for item in held["evidence"].items():
            keys = dict(_by_key(item))
            source = keys["source"].text() if "source" in keys else ""
            pieces.append((listed[keys["id"].word()], source))
    known = {*claims, *(piece.id for piece, _ in pieces)}
    for item in held["facts"].items() if "facts" in held else []:
        facts.append((fact(item, known, pack, ("because",)), _why(dict(_by_key(item)), because)))
    acted = _acted(held["acted"], because) if "acted" in held else None
    return SaidOfIncident(held["incident"].raw(), acted, tuple(pieces), tuple(facts))


def _acted(field: Field, because: str) -> Acted:
    held = field.keyed(("party", "party_type"), ("opposing", "territory", "because"))
    return Acted(
        held["party"].text(),
        held["party_type"].one_of(PartyType),
        held["opposing"].text() if "opposing" in held else "",
        held["territory"].text() if "territory" in held else "",
        _why(dict(held), because),
    )


def _pattern(field: Field, because: str) -> SaidOfPattern:
    held = field.keyed(("code", "title", "incidents"), ("because",))
    incidents = tuple(item.raw() for item in held["incidents"].items())
    return SaidOfPattern(
        held["code"].word(), held["title"].both(), incidents, _why(dict(held), because)
    )


def _by_key(field: Field) -> list[tuple[str, Field]]:
    return [(key.raw(), value) for key, value in field.entries()]


def _why(held: dict[str, Field], because: str) -> str:
    return held["because"].text() if "because" in held else because
