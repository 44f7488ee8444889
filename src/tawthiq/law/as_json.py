"""A qualification as plain values for programs.

The form is fixed by ``docs/spec/law-files.md``: keys keep their names and their order, and
a key is only ever added. Words are in one language; keys, ids and answers in none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tawthiq.law import wording
from tawthiq.law.agreement import INSIDE, Agreement, AgreementLine
from tawthiq.law.book import LawPack
from tawthiq.law.classification import Classification
from tawthiq.law.defeater import Stand
from tawthiq.law.elements import ElementLine
from tawthiq.law.engagement import NormLine
from tawthiq.law.evidence import Evidence
from tawthiq.law.facts import Fact, FactValue
from tawthiq.law.forum import ForumLine
from tawthiq.law.gaps import Gap
from tawthiq.law.incident import Incident
from tawthiq.law.kleene import Why
from tawthiq.law.qualification import Qualification, Qualified
from tawthiq.law.reading import CrimeLine
from tawthiq.law.said import value_said
from tawthiq.law.wording import FROM_MEMORY, NOTHING_LOOKED_AT
from tawthiq.values.both import Language

FORMAT = "tawthiq-qualification-1"
Json = dict[str, Any]


def qualification_json(
    made: Qualification,
    incident: Incident,
    pack: LawPack,
    language: Language,
    *,
    states: Mapping[str, str] | None = None,
    agreements: Iterable[tuple[Agreement, AgreementLine]] = (),
) -> Json:
    """A qualification.

    Args:
        states: By key of a fact, where it stands: ``held`` or ``suggested``; held where not given.
        agreements: Those that the incident lies in or may lie in.
    """
    return {
        "format": FORMAT,
        "incident": incident_json(incident),
        "pack": {"hash": made.pack_hash, "known_at": day(made.known_at)},
        "asked_on": day(made.asked_on),
        "looked_at": made.looked_at,
        "says": "" if made.looked_at else NOTHING_LOOKED_AT.in_(language),
        "contested": [said.in_(language) for said in made.contested],
        "corroboration": made.corroboration.in_(language),
        "facts": [
            _fact(fact, pack, language, (states or {}).get(key, "held"))
            for key, fact in incident.facts.items()
        ],
        "evidence": [_piece(piece) for piece in incident.evidence.values()],
        "readings": [_reading(one, made, pack, language) for one in made.readings],
        "agreements": [_agreement(*one, language) for one in agreements],
        "footer": made.footer.in_(language),
    }


def incident_json(incident: Incident) -> Json:
    """When, where, and who is said to have acted."""
    return {
        "id": incident.id,
        "first": day(incident.first),
        "last": day(incident.last),
        "territory": incident.territory,
        "place": incident.place,
        "party": incident.party,
        "party_type": str(incident.party_type),
        "opposing": incident.opposing,
    }


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _reading(one: Qualified, made: Qualification, pack: LawPack, language: Language) -> Json:
    reading = one.reading
    touched = [line for line in reading.norms.values() if line.is_touched]
    return {
        "class": str(reading.conflict),
        "classification": classification_json(reading.classification),
        "also": [classification_json(other) for other in one.also],
        "norms": [_norm(line, made, pack, language) for line in touched],
        "crimes": [_crime(line, pack, language) for line in reading.crimes],
        "defeaters": [_defeater(id_, stand, pack, language) for id_, stand in reading.defeaters],
        "gaps": [_gap(gap, language) for gap in one.gaps],
        "forums": [_forum(line, language) for line in one.forums],
    }


def classification_json(said: Classification) -> Json:
    """A classification as somebody signed it."""
    return {
        "class": str(said.conflict),
        "pair": list(said.pair),
        "area": said.area,
        "from": day(said.first),
        "to": day(said.last),
        "by": said.by,
        "sources": list(said.sources),
        "level": said.level.word,
    }


def _norm(line: NormLine, made: Qualification, pack: LawPack, language: Language) -> Json:
    norm = pack.norms[line.norm]
    return {
        "norm": line.norm,
        "provision": norm.provision.in_(language),
        "title": norm.title.in_(language),
        "answer": str(line.answer),
        "under_all": str(made.answer(line.norm)),
        "touched_by": [pack.subjects[id_].name.in_(language) for id_ in line.touched_by],
        "reasons": [
            {"answer": str(one.answer), "why": one.why.in_(language)} for one in line.reasons
        ],
        "instead": list(norm.instead),
        "source": {"citation": norm.source.citation, "url": norm.source.url},
        "signed_by": norm.signature.by if norm.is_signed and norm.signature else "",
        "may_be_published": line.may_be_published,
        "mark": "" if line.may_be_published else FROM_MEMORY.in_(language),
    }


def _crime(line: CrimeLine, pack: LawPack, language: Language) -> Json:
    crime = pack.crimes[line.crime]
    return {
        "crime": line.crime,
        "norm": line.norm,
        "title": crime.title.in_(language),
        "answer": str(line.answer),
        "value": line.value.word,
        "is_operational": line.is_operational,
        "may_be_published": crime.may_be_published,
        "elements": [_element(one, pack, language) for one in line.elements],
    }


def _element(line: ElementLine, pack: LawPack, language: Language) -> Json:
    element = pack.crimes[line.crime].element(line.number)
    return {
        "number": line.number,
        "words": element.words.in_(language),
        "value": line.value.word,
        "level": None if line.level is None else line.level.word,
        "why": why_word(line.why),
        "said": wording.element_said(line).in_(language),
        "rests_on": list(element.rests_on),
        "used": list(line.used),
        "rule": line.rule,
        "inference": line.inference,
        "defeaters": [{"id": id_, "stand": str(stand)} for id_, stand in line.defeaters],
    }


def _defeater(id_: str, stand: Stand, pack: LawPack, language: Language) -> Json:
    return {
        "id": id_,
        "name": pack.defeaters[id_].name.in_(language),
        "stand": str(stand),
        "said": wording.STANDS[stand].in_(language),
    }


def _gap(gap: Gap, language: Language) -> Json:
    return {
        "key": gap.key,
        "name": gap.name.in_(language),
        "value": value_json(gap.value),
        "moves": [{"crime": crime, "element": number} for crime, number in gap.moves],
        "helps": [{"crime": crime, "element": number} for crime, number in gap.helps],
        "evidence": [
            {
                "kind": kind.key,
                "name": kind.name.in_(language),
                "holder": kind.holder.in_(language),
                "care": kind.care.in_(language),
            }
            for kind in gap.evidence
        ],
    }


def _forum(line: ForumLine, language: Language) -> Json:
    return {
        "forum": line.forum,
        "name": line.name.in_(language),
        "what": line.what.in_(language),
        "door": str(line.door),
        "ways": [{"door": str(door), "why": why.in_(language)} for door, why in line.ways],
        "asked_on": day(line.asked_on),
        "source": line.source,
        "may_be_published": line.may_be_published,
    }


def _agreement(agreement: Agreement, line: AgreementLine, language: Language) -> Json:
    return {
        "agreement": agreement.id,
        "kind": agreement.kind,
        "name": agreement.name.in_(language),
        "parties": list(agreement.parties),
        "from": day(agreement.first),
        "to": day(agreement.last),
        "inside": str(line.inside),
        "said": INSIDE[line.inside].in_(language),
        "weight": line.weight.in_(language),
        "source": agreement.source,
    }


def _fact(fact: Fact, pack: LawPack, language: Language, state: str) -> Json:
    kind = pack.vocabulary[fact.key]
    return {
        "key": fact.key,
        "name": kind.name.in_(language),
        "value": value_json(fact.value),
        "said": value_said(kind, fact.value).in_(language),
        "state": state,
        "evidence": list(fact.evidence),
        "against": list(fact.against),
        "is_contested": fact.is_contested,
        "method": str(fact.method),
        "by": fact.by,
    }


def _piece(piece: Evidence) -> Json:
    return {
        "id": piece.id,
        "family": str(piece.family),
        "kind": piece.kind,
        "words": piece.words,
        "reliability": piece.reliability,
        "credibility": piece.credibility,
        "group": piece.group,
    }


def value_json(value: FactValue) -> bool | int | str | list[str]:
    """A value: choices as a list in the order of their letters."""
    return sorted(value) if isinstance(value, frozenset) else value


def why_word(why: Why | None) -> str | None:
    """The kind of unknown, as it stands in JSON."""
    return None if why is None else str(why)
