"""An incident as a YAML file: facts with their evidence, classifications, agreements.

    incident:
      id: market-2019-07-22
      date: 2019-07-22
      territory: Syria
      alleged_party: Russia
      party_type: state
    classifications:
      - {class: NIAC, pair: [Syria, armed groups], by: …, sources: [https://…]}
    evidence:
      - {id: E1, kind: video, reliability: B, credibility: 2}
    facts:
      - {key: object_status, value: market, evidence: [E1], against: []}

Strict: an unknown key, an impossible day, evidence that is not listed and a State without
rows are refused with file, line and mend.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tawthiq.errors import InputError, UnreadableError
from tawthiq.law.agreement import Agreement
from tawthiq.law.book import LawPack
from tawthiq.law.classification import Classification, Conflict, denial_said, denials
from tawthiq.law.evidence import Evidence
from tawthiq.law.facts import Fact, Method, merged
from tawthiq.law.incident import Incident, PartyType
from tawthiq.law.pack.conditions import kind_of, value
from tawthiq.law.pack.fields import Field, parse, unknown_key
from tawthiq.law.pack.places_to_go import agreement
from tawthiq.law.refusals import state_without_rows
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class IncidentFile:
    """What a file holds."""

    incident: Incident
    classifications: tuple[Classification, ...]
    agreements: tuple[Agreement, ...]

    @property
    def remarks(self) -> tuple[Both, ...]:
        """What somebody has to look at: classifications that deny each other, by line."""
        return tuple(denial_said(*pair) for pair in denials(self.classifications))


def read_incident(path: Path, pack: LawPack) -> IncidentFile:
    """Read an incident file.

    Raises:
        UnreadableError: The file cannot be read.
        InputError: It cannot mean what it says; the message gives file, line and mend.
    """
    return incident_of(parse(_text(path), path.name, InputError), pack)


def incident_of(document: Field, pack: LawPack) -> IncidentFile:
    """Read an incident from a document."""
    held = document.keyed(("incident", "classifications"), ("evidence", "facts", "agreements"))
    evidence = evidence_pieces(held["evidence"], pack) if "evidence" in held else {}
    facts = _facts(held["facts"], evidence, pack) if "facts" in held else {}
    return IncidentFile(
        _incident(held["incident"], facts, evidence, pack),
        tuple(classification(item, pack) for item in held["classifications"].items()),
        tuple(agreement(item, pack.agreement_kinds) for item in held["agreements"].items())
        if "agreements" in held
        else (),
    )


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(
            f"{path.name}: {error}; give a YAML file in UTF-8",
            f"{path.name}: {error}؛ أعطِ ملف YAML بترميز UTF-8",
        ) from error


@dataclass(frozen=True, slots=True)
class FactsFile:
    """Facts that are laid over an incident that is known otherwise."""

    evidence: Mapping[str, Evidence]
    facts: Mapping[str, Fact]
    classifications: tuple[Classification, ...]


def read_facts(path: Path, pack: LawPack, known: Mapping[str, Evidence]) -> FactsFile:
    """Read a file with `facts` and, where wanted, `evidence` and `classifications`.

    Args:
        known: Evidence that the facts may cite beside that of the file.

    Raises:
        UnreadableError: The file cannot be read.
        InputError: It cannot mean what it says; the message gives file, line and mend.
    """
    held = parse(_text(path), path.name, InputError).keyed(
        ("facts",), ("evidence", "classifications")
    )
    evidence = evidence_pieces(held["evidence"], pack) if "evidence" in held else {}
    classes = held["classifications"].items() if "classifications" in held else []
    return FactsFile(
        evidence,
        _facts(held["facts"], {**known, **evidence}, pack),
        tuple(classification(item, pack) for item in classes),
    )


def evidence_pieces(field: Field, pack: LawPack, also: tuple[str, ...] = ()) -> dict[str, Evidence]:
    """The pieces of a list, by id; ``also`` names further keys that the file may give."""
    pieces: dict[str, Evidence] = {}
    for item in field.items():
        optional = ("words", "reliability", "credibility", "group", *also)
        held = item.keyed(("id", "kind"), optional)
        id_ = held["id"].word()
        if id_ in pieces:
            raise held["id"].refuse(
                Both(
                    f"{id_} stands twice; give each piece its own id",
                    f"{id_} مكرّر؛ أعطِ كل دليل معرّفه",
                )
            )
        kind = held["kind"].word()
        if kind not in pack.evidence_kinds:
            raise held["kind"].refuse(unknown_key(kind, pack.evidence_kinds))
        try:
            pieces[id_] = Evidence(
                id_,
                pack.evidence_kinds[kind].shows_in,
                kind,
                held["words"].text() if "words" in held else "",
                held["reliability"].word() if "reliability" in held else "",
                held["credibility"].number() if "credibility" in held else 0,
                held["group"].word() if "group" in held else "",
            )
        except ValueError as error:
            raise item.refuse(
                Both(f"{error}; correct the grade", f"{error}؛ صحّح الدرجة")
            ) from error
    return pieces


def _facts(field: Field, evidence: Container[str], pack: LawPack) -> dict[str, Fact]:
    return merged(fact(item, evidence, pack) for item in field.items())


def fact(field: Field, evidence: Container[str], pack: LawPack, also: tuple[str, ...] = ()) -> Fact:
    """One fact; ``also`` names further keys that the file may give."""
    optional = ("by", "method", "contested", *also)
    held = field.keyed(("key", "value", "evidence", "against"), optional)
    kind = kind_of(held["key"], pack.vocabulary)
    return Fact(
        kind.key,
        value(held["value"], kind),
        _ids(held["evidence"], evidence),
        _ids(held["against"], evidence),
        held["contested"].flag() if "contested" in held else False,
        held["by"].text() if "by" in held else "",
        held["method"].one_of(Method) if "method" in held else Method.DIRECT,
    )


def _ids(field: Field, evidence: Container[str]) -> tuple[str, ...]:
    ids = []
    for item in field.items():
        if item.word() not in evidence:
            raise item.refuse(
                Both(
                    f"{item.word()!r} is not among the evidence; list it under `evidence`",
                    f"{item.word()!r} ليس بين الأدلة؛ أدرجه تحت `evidence`",
                )
            )
        ids.append(item.word())
    return tuple(ids)


def _incident(
    field: Field, facts: Mapping[str, Fact], evidence: Mapping[str, Evidence], pack: LawPack
) -> Incident:
    held = field.keyed(
        ("id", "date", "territory"), ("place", "alleged_party", "party_type", "opposing")
    )
    first, last = _days(held["date"])
    named = held["alleged_party"].text() if "alleged_party" in held else ""
    party = pack.bonds.state_named(named) or named
    party_type = held["party_type"].one_of(PartyType) if "party_type" in held else PartyType.UNKNOWN
    if party in pack.bonds.states and "party_type" not in held:
        party_type = PartyType.STATE
    territory = _state(held["territory"], pack)
    if party_type is PartyType.STATE and party not in pack.bonds.states:
        raise state_without_rows(
            party,
            pack.bonds.states,
            f"{field.file}:{held['alleged_party'].line}"
            if "alleged_party" in held
            else f"{field.file}:{field.line}",
        )
    opposing = held["opposing"].text() if "opposing" in held else ""
    return Incident(
        held["id"].word(),
        first,
        last,
        territory,
        party,
        party_type,
        pack.bonds.state_named(opposing) or opposing,
        held["place"].text() if "place" in held else "",
        facts,
        evidence,
    )


def _state(field: Field, pack: LawPack) -> str:
    written = field.text()
    if named := pack.bonds.state_named(written):
        return named
    raise state_without_rows(written, pack.bonds.states, f"{field.file}:{field.line}")


def _days(field: Field) -> tuple[date | None, date | None]:
    """One day, or `{from: …, to: …}`; null where it is not known."""
    if field.is_null:
        return None, None
    if not field.is_mapping:
        return field.day(), field.day()
    held = field.keyed(("from", "to"))
    first, last = held["from"].day(), held["to"].day()
    if last < first:
        raise field.refuse(
            Both(f"{last} lies before {first}; exchange them", f"{last} قبل {first}؛ بدّل بينهما")
        )
    return first, last


def classification(field: Field, pack: LawPack, also: tuple[str, ...] = ()) -> Classification:
    """One classification; ``also`` names further keys that the file may give."""
    held = field.keyed(("class", "pair", "sources"), ("area", "from", "to", "by", *also))
    sides = tuple(item.text() for item in held["pair"].items())
    area = held["area"].text() if "area" in held else ""
    try:
        return Classification(
            held["class"].one_of(Conflict),
            tuple(pack.bonds.state_named(side) or side for side in sides),
            pack.bonds.state_named(area) or area,
            held["from"].day() if "from" in held else None,
            held["to"].day() if "to" in held else None,
            held["by"].text() if "by" in held else "",
            held["sources"].texts(),
            f"{field.file}:{field.line}",
        )
    except ValueError as error:
        raise field.refuse(
            Both(f"{error}; exchange the days", f"{error}؛ بدّل بين اليومين")
        ) from error
