"""Crimes divided into elements, as pages show them: no person and no incident is in them."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.law.book import LawPack
from tawthiq.law.crime import Crime
from tawthiq.law.evidence import EvidenceKind
from tawthiq.values.both import Both
from tawthiq.web.law.marks import Vouch, vouch_of, vouch_of_crime, vouch_of_element
from tawthiq.web.law.names import ELEMENT_KINDS
from tawthiq.web.law.norm_page import Cited, cited


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One element of a crime.

    Attributes:
        inference: The caution of the inference that may support it, or None.
        rests_on: Numbers of the elements it presupposes.
        evidence: Kinds of evidence that typically show it.
        defeaters: Names of what may speak against it.
        is_about_party: It says nothing while nobody is named.
        needs_a_set: One incident never shows it.
    """

    number: int
    row: str
    vouch: Vouch
    kind: Both
    words: Both
    inference: Both | None
    rests_on: tuple[int, ...]
    evidence: tuple[EvidenceKind, ...]
    defeaters: tuple[Both, ...]
    is_about_party: bool
    needs_a_set: bool


@dataclass(frozen=True, slots=True)
class CrimePage:
    """One crime with its elements."""

    crime: Crime
    norm: Cited
    vouch: Vouch
    norm_vouch: Vouch
    elements: tuple[ElementRow, ...]
    pack_hash: str


@dataclass(frozen=True, slots=True)
class CrimeRow:
    """One crime in the list."""

    crime: Crime
    vouch: Vouch
    elements: int


def crime_rows(pack: LawPack) -> tuple[CrimeRow, ...]:
    """Every crime of the pack."""
    return tuple(
        CrimeRow(one, vouch_of_crime(one), len(one.elements)) for one in pack.crimes.values()
    )


def crime_page(crime: Crime, pack: LawPack) -> CrimePage:
    """Lay out one crime."""
    return CrimePage(
        crime,
        cited(crime.norm, pack),
        vouch_of_crime(crime),
        vouch_of(pack.norms[crime.norm]),
        tuple(_element(crime, number, pack) for number in range(len(crime.elements))),
        pack.hash,
    )


def _element(crime: Crime, at: int, pack: LawPack) -> ElementRow:
    element = crime.elements[at]
    rule = element.rule
    inference = pack.inferences.get(rule.inference)
    return ElementRow(
        element.number,
        f"{crime.id}/{element.number}",
        vouch_of_element(crime, element),
        ELEMENT_KINDS[element.kind],
        element.words,
        inference.caution if inference else None,
        element.rests_on,
        tuple(pack.evidence_kinds[key] for key in element.evidence),
        tuple(pack.defeaters[id_].name for id_ in rule.defeaters),
        rule.needs_party,
        rule.needs_case_file,
    )
