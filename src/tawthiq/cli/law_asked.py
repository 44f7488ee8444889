"""The incident that a command of the law is asked about: of a case, or of a file."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from tawthiq.law.agreement import Agreement, AgreementLine
    from tawthiq.law.book import LawPack
    from tawthiq.law.classification import Classification
    from tawthiq.law.evidence import Evidence
    from tawthiq.law.incident import Incident
    from tawthiq.law.qualification import Qualification
    from tawthiq.law.reading import Reading
    from tawthiq.values.both import Both, Language


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of the incident.

    Attributes:
        states: By key of a fact, whether it is held or suggested.
        remarks: What somebody has to look at.
    """

    incident: Incident
    classifications: tuple[Classification, ...]
    agreements: tuple[tuple[Agreement, AgreementLine], ...]
    states: Mapping[str, str]
    remarks: tuple[Both, ...]
    pack: LawPack
    known_at: date | None = None

    def qualified(self, asked_on: date | None = None) -> Qualification:
        """Qualify it; say forums for a day, today where None.

        Raises:
            InputError: Nothing classifies the conflict, or a State without rows.
        """
        from tawthiq.law.qualification import qualify

        return qualify(
            self.incident,
            self.classifications,
            pack=self.pack,
            known_at=self.known_at,
            asked_on=asked_on,
        )

    def reading(self, class_: str) -> Reading:
        """The reading under one class; the first where none is named.

        Raises:
            InputError: It is not read under that class.
        """
        from tawthiq.errors import InputError

        readings = [one.reading for one in self.qualified().readings]
        for reading in readings:
            if not class_ or reading.conflict.casefold() == class_.casefold():
                return reading
        named = ", ".join(reading.conflict for reading in readings)
        raise InputError(
            f"{self.incident.id} is not read as {class_}; it is read as {named}",
            f"لا تُقرأ {self.incident.id} بوصفها {class_}؛ وتُقرأ بوصفها {named}",
        )


def asked(
    incident: str,
    case: str,
    facts: Path | None,
    home: Path | None,
    known_at: date | None = None,
) -> Asked:
    """Find the incident by a file's name, or by its code in a case.

    Args:
        known_at: Read the law as it was on record on that day.

    Raises:
        UnknownNameError: The case or the incident does not exist.
        InputError: A file cannot mean what it says.
    """
    if not case and not Path(incident).is_file():
        raise typer.BadParameter(
            f"{incident} is no file here; name the case of the incident with --case, or a YAML file"
        )
    held, known = (
        _of_a_case(case, incident, home, known_at)
        if case
        else _of_a_file(Path(incident), home, known_at)
    )
    return _with_facts(held, facts, known) if facts else held


def pack_here(home: Path | None, known_at: date | None = None) -> LawPack:
    """The law with what lawyers signed in the home folder; as it ships where there is no home."""
    from tawthiq.law.pack.loading import law_pack
    from tawthiq.store.home import Home

    if not Home.find(home or "").database.exists():
        return law_pack()
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.store.queries.law.law_rows import pack_in_force

    return pack_in_force(known_at)


def tell(remarks: Sequence[Both], language: Language) -> None:
    """Remarks go to stderr, where they stand in nobody's way."""
    for remark in remarks:
        sys.stderr.write(f"{remark.in_(language)}\n")


def _of_a_file(
    path: Path, home: Path | None, known_at: date | None
) -> tuple[Asked, Mapping[str, Evidence]]:
    from tawthiq.law.agreement import Inside, under
    from tawthiq.law.desk import read_incident

    pack = pack_here(home, known_at)
    held = read_incident(path, pack=pack)
    kinds = dict(pack.agreement_kinds)
    lines = [(one, under(one, [held.incident], kinds)[0]) for one in held.agreements]
    inside = tuple(each for each in lines if each[1].inside is not Inside.OUTSIDE)
    found = Asked(held.incident, held.classifications, inside, {}, held.remarks, pack, known_at)
    return found, held.incident.evidence


def _of_a_case(
    case: str, code: str, home: Path | None, known_at: date | None
) -> tuple[Asked, Mapping[str, Evidence]]:
    from tawthiq.actions.start import start

    start(home or "")
    from tawthiq.store.queries.law.qualified import qualification_of

    found = qualification_of(case, code, known_at=known_at)
    remarks = found.qualification.contested if found.qualification else ()
    held = Asked(
        found.incident,
        tuple(one.classification for one in found.classifications),
        tuple((one.kept.agreement, one.line) for one in found.agreements),
        {line.kind.key: str(line.state) for line in found.facts},
        remarks,
        found.pack,
        known_at,
    )
    return held, {line.piece.id: line.piece for line in found.evidence}


def _with_facts(held: Asked, path: Path, known: Mapping[str, Evidence]) -> Asked:
    """The incident with the facts of a file laid over its own; nothing of that is kept."""
    from tawthiq.law.incident_file import read_facts

    more = read_facts(path, held.pack, known)
    evidence = {**held.incident.evidence, **more.evidence}
    for fact in more.facts.values():
        evidence |= {id_: known[id_] for id_ in (*fact.evidence, *fact.against) if id_ in known}
    evidence |= more.evidence
    facts = {**held.incident.facts, **more.facts}
    return replace(
        held,
        incident=replace(held.incident, facts=facts, evidence=evidence),
        classifications=(*held.classifications, *more.classifications),
        states={**held.states, **dict.fromkeys(more.facts, "held")},
    )
