"""A fact of an incident: something that somebody says was so, with what speaks for and against.

A fact is never a bare value. What the engine works on is its *standing*: the value, and
how far the evidence carries it, or why it stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.law.evidence import Evidence, carries, is_two_or_technical
from tawthiq.law.kleene import Why
from tawthiq.law.level import Level

FactValue = bool | int | str | frozenset[str]


class Method(StrEnum):
    """How whoever asserts a fact came to it."""

    DIRECT = "direct"
    INFERENCE = "inference"
    LEGAL_OPINION = "legal_opinion"


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim about an incident.

    Attributes:
        key: A word of the vocabulary.
        value: Yes or no, a number, a text, or one or more choices.
        evidence: Ids of what speaks for it.
        against: Ids of what speaks against it; given even where empty, so that somebody asked.
        is_contested: It was said to be disputed or only claimed.
        by: Who asserts it.
        method: How they came to it.
    """

    key: str
    value: FactValue
    evidence: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    is_contested: bool = False
    by: str = ""
    method: Method = Method.DIRECT


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a fact stands after its evidence was weighed.

    Attributes:
        level: How far the evidence carries the value; None where it is unknown.
        why: Why it is unknown; None where it is not.
        evidence: Ids for it.
        against: Ids against it.
        is_well_seen: Two independent pieces or one technical speak for it.
        derived_by: Id of the derivation that gave it; "" where somebody asserted it.
        rests_on: Keys of the facts that it was derived from.
    """

    key: str
    value: FactValue
    level: Level | None
    why: Why | None
    evidence: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    is_well_seen: bool = False
    derived_by: str = ""
    rests_on: tuple[str, ...] = ()

    @property
    def has_evidence(self) -> bool:
        return bool(self.evidence)


def stand(fact: Fact, pieces: Mapping[str, Evidence]) -> Standing:
    """Weigh what speaks for a fact and what speaks against it."""
    held = [pieces[id_] for id_ in fact.evidence]
    level = carries(held)
    why = _why_unknown(fact, level, carries(pieces[id_] for id_ in fact.against))
    return Standing(
        key=fact.key,
        value=fact.value,
        level=None if why else level,
        why=why,
        evidence=fact.evidence,
        against=fact.against,
        is_well_seen=is_two_or_technical(held),
    )


def _why_unknown(fact: Fact, level: Level | None, against: Level | None) -> Why | None:
    if level is None:
        return Why.NO_EVIDENCE
    if fact.is_contested or (against is not None and against >= level):
        return Why.CONFLICTING
    return Why.INSUFFICIENT if level is Level.LEAD else None


def merged(facts: Iterable[Fact]) -> dict[str, Fact]:
    """One fact a key: what is said twice is joined, what is said differently is contested.

    Two people who say different things of one matter each speak against the other.
    """
    joined: dict[str, Fact] = {}
    for fact in facts:
        before = joined.get(fact.key)
        joined[fact.key] = _joined(before, fact) if before else fact
    return joined


def _joined(one: Fact, other: Fact) -> Fact:
    if isinstance(one.value, frozenset) and isinstance(other.value, frozenset):
        value: FactValue = one.value | other.value
    elif one.value != other.value:
        against = _each_once(one.against + other.evidence)
        return Fact(one.key, one.value, one.evidence, against, True, one.by, one.method)
    else:
        value = one.value
    return Fact(
        one.key,
        value,
        _each_once(one.evidence + other.evidence),
        _each_once(one.against + other.against),
        one.is_contested or other.is_contested,
        one.by,
        one.method,
    )


def _each_once(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
