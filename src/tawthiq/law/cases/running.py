"""Running worked cases: each expectation met or missed, with the engine's reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tawthiq.law.answer import Answer
from tawthiq.law.book import LawPack
from tawthiq.law.cases.case import IN_THREE_WORDS, Case, CasesReport, Checked, Told, Wanted
from tawthiq.law.cases.case_file import read_cases
from tawthiq.law.classification import Classification
from tawthiq.law.elements import ElementLine
from tawthiq.law.forums import open_today
from tawthiq.law.pack.loading import law_pack
from tawthiq.law.reading import Reading, read
from tawthiq.law.wording import why_unknown
from tawthiq.values.both import NOTHING, Both, joined


def run_cases(
    path: Path, *, pack: LawPack | None = None, asked_on: date | None = None
) -> CasesReport:
    """Run every case of a file.

    Raises:
        UnreadableError: The file cannot be read.
        InputError: It is no YAML, or no list of cases.
    """
    held = pack or law_pack()
    return report(read_cases(path, held), held, asked_on or datetime.now(UTC).date())


def report(cases: tuple[Case, ...], pack: LawPack, asked_on: date) -> CasesReport:
    """Run cases that were read."""
    checked: list[Checked] = []
    forums: dict[str, tuple[str, Both]] = {}
    for case in cases:
        ran = _Run(case, pack)
        checked.extend(ran.checked())
        forums[case.id] = (case.forum, ran.court(asked_on))
    return CasesReport(
        tuple(checked),
        tuple(problem for case in cases for problem in case.problems),
        {case.id: case.unread for case in cases if case.unread},
        forums,
        tuple(case.id for case in cases),
        pack.hash,
    )


@dataclass(slots=True)
class _Run:
    """One case and its readings, made when they are asked for."""

    case: Case
    pack: LawPack

    def checked(self) -> Iterator[Checked]:
        crimes = {one.what for one in self.case.wanted if one.element is not None}
        readings: dict[str, tuple[Reading, ...]] = {}
        for wanted in self.case.wanted:
            told = self.case.told.get(wanted.variant)
            if told is None:
                yield Checked(self.case.id, wanted, "not read", False, NOTHING)
                continue
            if wanted.variant not in readings:
                readings[wanted.variant] = tuple(self._read(told, crimes))
            yield self._one(wanted, readings[wanted.variant])

    def court(self, asked_on: date) -> Both:
        """What the engine says of the International Criminal Court for the case as told."""
        reading = next(iter(self._read(self.case.told[""], set())))
        applicable = frozenset(
            line.norm for line in reading.norms.values() if line.answer is Answer.APPLICABLE
        )
        lines = open_today(reading.setting, reading.standings, self.pack, asked_on, applicable)
        [court] = [line for line in lines if line.forum == "ICC"]
        return joined([Both.same(f"[{court.door}]"), *(why for _, why in court.ways)], " · ")

    def _read(self, told: Told, crimes: set[str]) -> Iterator[Reading]:
        classification = Classification(told.conflict)
        for incident in told.incidents:
            for conflict in told.conflict.readings:
                yield read(incident, classification, conflict, self.pack, also=crimes)

    def _one(self, wanted: Wanted, readings: tuple[Reading, ...]) -> Checked:
        if wanted.element is None:
            found, why = self._applies(wanted.what, readings)
        else:
            found, why = self._element(wanted.what, wanted.element, readings)
        return Checked(self.case.id, wanted, found, found == wanted.value, why)

    def _applies(self, id_: str, readings: tuple[Reading, ...]) -> tuple[str, Both]:
        """The answer in the three words of the format; readings that differ make it arguable."""
        answers, reasons = set(), []
        for reading in readings:
            answer = _answer(id_, reading)
            if answer is None:
                return "no such norm", NOTHING
            answers.add(IN_THREE_WORDS[answer])
            norm = id_ if id_ in reading.norms else self.pack.crimes[id_].norm
            reasons += [one.why for one in reading.norms[norm].reasons]
        return (answers.pop() if len(answers) == 1 else "arguable"), joined(reasons, "; ")

    def _element(self, crime: str, number: int, readings: tuple[Reading, ...]) -> tuple[str, Both]:
        lines: list[ElementLine] = []
        for reading in readings:
            try:
                lines.append(reading.crime(crime).element(number))
            except KeyError:
                return "no such element", NOTHING
        values = {line.value.word for line in lines}
        why = joined([why_unknown(line.why) for line in lines if line.why], "; ")
        return (values.pop() if len(values) == 1 else "unknown"), why


def _answer(id_: str, reading: Reading) -> Answer | None:
    if id_ in reading.norms:
        return reading.norms[id_].answer
    for crime in reading.crimes:
        if crime.crime == id_:
            return crime.answer
    return None
