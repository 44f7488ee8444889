"""What would differ if one thing were otherwise: the class, the party, the day, one fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tawthiq.law.answer import Answer
from tawthiq.law.book import LawPack
from tawthiq.law.classification import Classification, Conflict
from tawthiq.law.facts import Fact, FactValue
from tawthiq.law.incident import Incident, PartyType
from tawthiq.law.kleene import Value
from tawthiq.law.reading import Reading, read


@dataclass(frozen=True, slots=True)
class Change:
    """One supposition; exactly one of its fields is given.

    Attributes:
        fact: A fact with another value, carried by the evidence that the incident has.
        without_fact: A fact that is taken away.
        party: Another party, with what it is.
        without_evidence: Nothing at all to look at.
    """

    conflict: Conflict | None = None
    day: date | None = None
    party: tuple[str, PartyType] | None = None
    opposing: str | None = None
    territory: str | None = None
    fact: tuple[str, FactValue] | None = None
    without_fact: str | None = None
    without_evidence: bool = False

    def __post_init__(self) -> None:
        given = (
            self.conflict,
            self.day,
            self.party,
            self.opposing,
            self.territory,
            self.fact,
            self.without_fact,
            self.without_evidence or None,
        )
        if sum(one is not None for one in given) != 1:
            raise ValueError("suppose one thing at a time")
        if self.conflict is Conflict.DISPUTED:
            raise ValueError("suppose one class, not a disputed one")


@dataclass(frozen=True, slots=True)
class Difference:
    """What a supposition changes.

    Attributes:
        norms: Norm, answer before, answer after; only those that differ.
        elements: Crime, element, value before and after; ``None`` where it was not read.
    """

    norms: tuple[tuple[str, Answer, Answer], ...]
    elements: tuple[tuple[str, int, Value | None, Value | None], ...]

    def __bool__(self) -> bool:
        return bool(self.norms or self.elements)


def suppose(incident: Incident, change: Change) -> Incident:
    """The incident with the supposition made; the class is not part of it."""
    if change.day:
        return replace(incident, first=change.day, last=change.day)
    if change.party:
        party, party_type = change.party
        return replace(incident, party=party, party_type=party_type)
    if change.opposing is not None:
        return replace(incident, opposing=change.opposing)
    if change.territory is not None:
        return replace(incident, territory=change.territory)
    if change.fact:
        key, value = change.fact
        return replace(
            incident, facts={**incident.facts, key: Fact(key, value, tuple(incident.evidence))}
        )
    if change.without_fact:
        facts = {key: fact for key, fact in incident.facts.items() if key != change.without_fact}
        return replace(incident, facts=facts)
    return incident.without_evidence() if change.without_evidence else incident


def what_if(
    incident: Incident,
    classification: Classification,
    change: Change,
    pack: LawPack,
    conflict: Conflict | None = None,
) -> Difference:
    """Read the incident as it is and as supposed, and say what differs.

    Args:
        conflict: The class under which to read it; that of the classification where None.
    """
    asked = conflict or classification.conflict.readings[0]
    before = read(incident, classification, asked, pack)
    supposed = suppose(incident, change)
    also = [line.crime for line in before.crimes]
    after = read(supposed, classification, change.conflict or asked, pack, also=also)
    also = [line.crime for line in after.crimes]
    before = read(incident, classification, asked, pack, also=also)
    return Difference(tuple(_norms(before, after)), tuple(_elements(before, after)))


def _norms(before: Reading, after: Reading) -> Iterator[tuple[str, Answer, Answer]]:
    for id_, line in before.norms.items():
        if line.answer is not after.norms[id_].answer:
            yield id_, line.answer, after.norms[id_].answer


def _elements(
    before: Reading, after: Reading
) -> Iterator[tuple[str, int, Value | None, Value | None]]:
    was, now = _values(before), _values(after)
    for place in {**was, **now}:
        if was.get(place) is not now.get(place):
            yield *place, was.get(place), now.get(place)


def _values(reading: Reading) -> dict[tuple[str, int], Value]:
    return {(line.crime, one.number): one.value for line in reading.crimes for one in line.elements}
