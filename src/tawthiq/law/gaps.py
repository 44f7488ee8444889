"""What is missing, in the order in which it would help: by how many elements it would move.

Never by a chance of anything. A gap names the fact, the evidence that typically shows it,
who may hold it, and how not to do harm in asking.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tawthiq.law.book import LawPack
from tawthiq.law.condition import All, Any, Compare, Condition, FactTest, Unless
from tawthiq.law.crime import Crime, Element
from tawthiq.law.elements import Rules, read_rule
from tawthiq.law.evidence import EvidenceKind, Family
from tawthiq.law.example import corroborated
from tawthiq.law.facts import FactValue, Standing
from tawthiq.law.kleene import Value
from tawthiq.law.reading import Reading
from tawthiq.values.both import Both

_Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that is missing.

    Attributes:
        key, value: The fact, and the value with which it would move elements.
        moves: The elements that it would move by itself, as crime and number.
        helps: Those that it would move only together with another missing fact.
        evidence: Kinds of evidence that typically show it, those that ask nobody first.
    """

    key: str
    value: FactValue
    name: Both
    moves: tuple[_Place, ...]
    helps: tuple[_Place, ...]
    evidence: tuple[EvidenceKind, ...]


def gaps(reading: Reading, pack: LawPack) -> tuple[Gap, ...]:
    """The gaps of a reading, the most useful first; empty where nothing is unknown."""
    moves: dict[tuple[str, FactValue], list[_Place]] = {}
    helps: dict[tuple[str, FactValue], list[_Place]] = {}
    kinds: dict[tuple[str, FactValue], dict[str, EvidenceKind]] = {}
    supposing = _Supposing(reading, pack)
    for crime, element, candidates in _unknown(reading, pack):
        for wanted in candidates:
            place = (crime.id, element.number)
            held = moves if supposing.would_move(wanted, element, crime) else helps
            held.setdefault(wanted, []).append(place)
            kinds.setdefault(wanted, {}).update(
                {key: pack.evidence_kinds[key] for key in element.evidence}
            )
    found = [
        Gap(
            key,
            value,
            pack.vocabulary[key].name,
            tuple(moves.get((key, value), ())),
            tuple(helps.get((key, value), ())),
            _gentlest_first(kinds[key, value]),
        )
        for key, value in {**moves, **helps}
    ]
    return tuple(sorted(found, key=lambda gap: (-len(gap.moves), -len(gap.helps), gap.key)))


def _unknown(
    reading: Reading, pack: LawPack
) -> Iterator[tuple[Crime, Element, tuple[tuple[str, FactValue], ...]]]:
    """The unknown elements, each with the facts not yet carried that its rule asks for."""
    for line in reading.crimes:
        crime = pack.crimes[line.crime]
        for one in line.elements:
            if one.value is Value.UNKNOWN:
                element = crime.element(one.number)
                yield crime, element, tuple(_candidates(element, reading, pack))


def _candidates(
    element: Element, reading: Reading, pack: LawPack
) -> Iterator[tuple[str, FactValue]]:
    conditions: list[Condition] = []
    if element.rule.supports:
        conditions.append(element.rule.supports)
    if element.rule.inference:
        inference = pack.inferences[element.rule.inference]
        conditions.append(inference.base.when)
        conditions.extend(factor.when for factor in inference.factors if factor.is_strong)
    seen = set()
    for condition in conditions:
        for test in _tests(condition):
            wanted = test.wanted
            if isinstance(wanted, frozenset) or test.compare is Compare.SAID:
                continue  # what a place was is not found by asking for the useful answer
            if _is_carried(reading.standings.get(test.key)) or (test.key, wanted) in seen:
                continue
            seen.add((test.key, wanted))
            yield test.key, wanted


def _is_carried(standing: Standing | None) -> bool:
    return standing is not None and standing.level is not None


def _tests(condition: Condition) -> Iterator[FactTest]:
    match condition:
        case FactTest():
            yield condition
        case All() | Any():
            for part in condition.parts:
                yield from _tests(part)
        case Unless():
            return


class _Supposing:
    """Reads rules with one more fact; a rule that several crimes share is read once."""

    def __init__(self, reading: Reading, pack: LawPack) -> None:
        self._reading = reading
        self._rules = Rules(pack.inferences, pack.defeaters)
        self._seen: dict[tuple[str, str, FactValue], bool] = {}

    def would_move(self, wanted: tuple[str, FactValue], element: Element, crime: Crime) -> bool:
        """Whether the element would be supported if that one fact were corroborated."""
        line = self._reading.crime(crime.id)
        if any(line.element(n).value is not Value.SUPPORTED for n in element.rests_on):
            return False
        place = (element.rule.id, *wanted)
        if place not in self._seen:
            self._seen[place] = self._is_supported(wanted, element)
        return self._seen[place]

    def _is_supported(self, wanted: tuple[str, FactValue], element: Element) -> bool:
        key, value = wanted
        supposed: Mapping[str, Standing] = {
            **self._reading.standings,
            key: corroborated(key, value),
        }
        attributed = self._reading.setting.is_attributed
        outcome, _, _ = read_rule(element.rule, supposed, self._rules, attributed)
        return outcome.value is Value.SUPPORTED


def _gentlest_first(kinds: Mapping[str, EvidenceKind]) -> tuple[EvidenceKind, ...]:
    """What exists already comes before what somebody would have to tell."""
    return tuple(
        sorted(kinds.values(), key=lambda kind: (kind.shows_in is Family.TESTIMONY, kind.key))
    )
