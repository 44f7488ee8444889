"""An incident read under one class of conflict: norms, crimes, defeaters, by one rule book."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tawthiq.law.answer import Answer
from tawthiq.law.book import LawPack
from tawthiq.law.classification import Classification, Conflict
from tawthiq.law.condition import Standings
from tawthiq.law.defeater import Stand
from tawthiq.law.elements import ElementLine, Rules, read_elements
from tawthiq.law.engagement import NormLine, norm_lines
from tawthiq.law.incident import Incident
from tawthiq.law.kleene import Value, weakest
from tawthiq.law.setting import Setting, setting_of
from tawthiq.law.standings import standings_of


@dataclass(frozen=True, slots=True)
class CrimeLine:
    """One crime for one incident.

    Attributes:
        answer: Whether the norm that makes it a crime applies.
        value: The weakest of its elements; never a finding on anybody.
        is_operational: False where no elements exist.
    """

    crime: str
    norm: str
    answer: Answer
    value: Value
    elements: tuple[ElementLine, ...]
    is_operational: bool

    def element(self, number: int) -> ElementLine:
        """The line of an element; KeyError where the crime has none of that number."""
        for line in self.elements:
            if line.number == number:
                return line
        raise KeyError(number)


@dataclass(frozen=True, slots=True)
class Reading:
    """One incident under one class.

    Attributes:
        norms: A line for every norm of the pack, by id.
        crimes: Those whose norm is not shut out, and those asked for by name.
        defeaters: Every defeater and what became of it.
        standings: What is known, by key; for explanations.
    """

    conflict: Conflict
    classification: Classification
    setting: Setting
    norms: Mapping[str, NormLine]
    crimes: tuple[CrimeLine, ...]
    defeaters: tuple[tuple[str, Stand], ...]
    standings: Standings

    def crime(self, id_: str) -> CrimeLine:
        """The line of a crime; KeyError where it was not read."""
        for line in self.crimes:
            if line.crime == id_:
                return line
        raise KeyError(id_)

    def touching(self) -> Iterator[NormLine]:
        """The norms that the facts touch and that are not shut out."""
        for line in self.norms.values():
            if line.answer is not Answer.NOT_APPLICABLE:
                yield line


def read(
    incident: Incident,
    classification: Classification,
    conflict: Conflict,
    pack: LawPack,
    *,
    known_at: date | None = None,
    also: Collection[str] = (),
) -> Reading:
    """Read an incident under one class; ``also`` names crimes to read in any case."""
    setting = setting_of(incident, conflict, known_at)
    standings = standings_of(incident, classification, conflict, pack)
    norms = norm_lines(setting, standings, pack)
    crimes = tuple(_crimes(incident, standings, norms, pack, also))
    tried = tuple((one.id, one.tried(standings)) for one in pack.defeaters.values())
    return Reading(conflict, classification, setting, norms, crimes, tried, standings)


def _crimes(
    incident: Incident,
    standings: Standings,
    norms: Mapping[str, NormLine],
    pack: LawPack,
    also: Collection[str],
) -> Iterator[CrimeLine]:
    rules = Rules(pack.inferences, pack.defeaters)
    for crime in pack.crimes.values():
        line = norms.get(crime.norm)
        answer = line.answer if line else Answer.NOT_APPLICABLE
        if crime.engages and line and not set(crime.engages) & set(line.touched_by):
            answer = Answer.NOT_APPLICABLE
        if answer is Answer.NOT_APPLICABLE and crime.id not in also:
            continue
        elements = read_elements(crime, standings, rules, is_attributed=incident.is_attributed)
        value = weakest(one.value for one in elements) if crime.is_operational else Value.UNKNOWN
        yield CrimeLine(crime.id, crime.norm, answer, value, elements, crime.is_operational)
