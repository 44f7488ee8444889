"""Crimes read element by element on the facts of an incident, and the defeaters that were tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.law.book import LawPack
from tawthiq.law.defeater import Stand
from tawthiq.law.elements import ElementLine
from tawthiq.law.kleene import Value
from tawthiq.law.reading import CrimeLine, Reading
from tawthiq.law.wording import STANDS, VALUES, element_said, why_unknown
from tawthiq.values.both import NOTHING, Both
from tawthiq.web.law.marks import Vouch, vouch_of

LEGEND = {
    "grounds": Both("supported: reasonable grounds", "مدعوم: أسباب معقولة"),
    "basis": Both("supported: reasonable basis", "مدعوم: أساس معقول"),
    "contradicted": VALUES[Value.NOT_SUPPORTED],
    "unknown": VALUES[Value.UNKNOWN],
}
"""What the marks beside an element mean."""


@dataclass(frozen=True, slots=True)
class ElementLineRow:
    """What the facts say of one element.

    Attributes:
        value: As the style sheet knows it; ``degree`` how far, from 0 to 2.
        level: How far information carries what it says; empty where it is unknown.
        why: Why it is unknown; empty where it is not.
        inference: What has to be said of the inference it rests on; empty without one.
    """

    number: int
    words: Both
    value: str
    degree: int
    name: Both
    level: Both
    why: Both
    inference: Both
    sentence: Both


@dataclass(frozen=True, slots=True)
class CrimeBlock:
    """One crime for one incident.

    Attributes:
        answer: Whether the norm that makes it a crime applies.
        tally: How many elements are supported, contradicted and unknown.
        is_operational: False where no elements exist, so that nothing can be said.
    """

    id: str
    title: Both
    norm: str
    citation: Both
    vouch: Vouch
    answer: str
    answer_said: Both
    supported: int
    contradicted: int
    unknown: int
    elements: tuple[ElementLineRow, ...]
    is_operational: bool


@dataclass(frozen=True, slots=True)
class DefeaterRow:
    """A defeater and what became of it."""

    name: Both
    stand: str
    said: Both
    note: Both
    concerns: tuple[str, ...]


def crime_blocks(reading: Reading, pack: LawPack) -> tuple[CrimeBlock, ...]:
    """The crimes that were read, in the order of the pack."""
    return tuple(_block(line, pack) for line in reading.crimes)


def _block(line: CrimeLine, pack: LawPack) -> CrimeBlock:
    crime, norm = pack.crimes[line.crime], pack.norms[line.norm]
    tally = Counter(one.value for one in line.elements)
    return CrimeBlock(
        crime.id,
        crime.title,
        norm.id,
        norm.provision,
        vouch_of(norm),
        line.answer.value,
        line.answer.said,
        tally[Value.SUPPORTED],
        tally[Value.NOT_SUPPORTED],
        tally[Value.UNKNOWN],
        tuple(_element(one, pack) for one in line.elements),
        line.is_operational,
    )


def _element(line: ElementLine, pack: LawPack) -> ElementLineRow:
    inference = pack.inferences.get(line.inference)
    caution = inference.caution if inference else NOTHING
    return ElementLineRow(
        line.number,
        pack.crimes[line.crime].element(line.number).words,
        line.value.word,
        int(line.level) if line.level is not None else 0,
        VALUES[line.value],
        line.level.name_said if line.level is not None else NOTHING,
        why_unknown(line.why) if line.value is Value.UNKNOWN else NOTHING,
        caution,
        element_said(line, caution),
    )


def defeater_rows(reading: Reading, pack: LawPack) -> tuple[DefeaterRow, ...]:
    """Every defeater, those with a sign of them first."""
    order = (Stand.HOLDS, Stand.OPEN, Stand.EXCLUDED, Stand.NO_SIGN)
    return tuple(sorted(_defeaters(reading, pack), key=lambda row: order.index(Stand(row.stand))))


def _defeaters(reading: Reading, pack: LawPack) -> Iterator[DefeaterRow]:
    for id_, stand in reading.defeaters:
        held = pack.defeaters[id_]
        shown = held.note if stand in (Stand.OPEN, Stand.HOLDS) else NOTHING
        yield DefeaterRow(held.name, stand.value, STANDS[stand], shown, held.defeats)
