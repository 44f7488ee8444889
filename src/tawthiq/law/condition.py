"""A condition over facts, read from a rule file, and what the facts say of it.

Conditions are tests of one fact each, joined by *all of*, *any of* and *unless*. They are read
in one of three ways: by what was weighed (for elements), by what is asserted (for the
question which norms are touched at all), or by whether there is any sign of it (for what
unsettles an inference).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from tawthiq.law.facts import FactValue, Standing
from tawthiq.law.kleene import Value, Why, foremost
from tawthiq.law.level import Level

Standings = Mapping[str, Standing]


class Way(Enum):
    """How to read a fact."""

    WEIGHED = "weighed"
    """By its evidence: too little, or conflicting, is unknown."""
    ASSERTED = "asserted"
    """By what somebody says; evidence is not asked for, only a dispute is seen."""
    HINTED = "hinted"
    """Any evidence at all, or a dispute, is enough."""


class Compare(Enum):
    IS = "is"
    IN = "in"
    ONLY_IN = "only_in"
    NOT_IN = "not_in"
    """A choice was recorded, and it is none of these."""
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    SAID = "said"


class Outcome(NamedTuple):
    """What facts say of a condition.

    ``used`` are the keys that decide it, or, where it is unknown, the keys to look into.
    """

    value: Value
    level: Level | None
    why: Why | None
    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactTest:
    """One fact against one expectation.

    Attributes:
        well_seen: The fact must be carried by two independent pieces or a technical one.
        missing: What it says where nobody recorded the fact, which is most of the time.
    """

    key: str
    compare: Compare
    wanted: FactValue
    well_seen: bool = False
    missing: Outcome = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        nobody = Outcome(Value.UNKNOWN, None, Why.NOT_ASSESSED, (self.key,))
        object.__setattr__(self, "missing", nobody)

    def read(self, standings: Standings, way: Way = Way.WEIGHED) -> Outcome:
        standing = standings.get(self.key)
        if self.compare is Compare.SAID:
            return self._whether_said(standing)
        if standing is None:
            return self.missing
        if way is Way.HINTED:
            return self._hinted(standing)
        why = standing.why
        if way is Way.ASSERTED and why is not Why.CONFLICTING:
            why = None
        if why is None and self.well_seen and way is Way.WEIGHED and not standing.is_well_seen:
            why = Why.INSUFFICIENT
        if why:
            return Outcome(Value.UNKNOWN, None, why, (self.key,))
        value = Value.SUPPORTED if self.agrees(standing.value) else Value.NOT_SUPPORTED
        return Outcome(value, standing.level or Level.LEAD, None, (self.key,))

    def _whether_said(self, standing: Standing | None) -> Outcome:
        holds = (standing is not None) is bool(self.wanted)
        value = Value.SUPPORTED if holds else Value.NOT_SUPPORTED
        return Outcome(value, Level.REASONABLE_GROUNDS, None, (self.key,))

    def _hinted(self, standing: Standing) -> Outcome:
        agrees = self.agrees(standing.value)
        doubted = standing.why is Why.CONFLICTING
        if (agrees and (standing.has_evidence or doubted)) or (doubted and not agrees):
            return Outcome(Value.SUPPORTED, standing.level or Level.LEAD, None, (self.key,))
        return Outcome(Value.NOT_SUPPORTED, Level.LEAD, None, (self.key,))

    def agrees(self, value: FactValue) -> bool:
        """Whether a value is what the test wants."""
        match self.compare:
            case Compare.IS:
                return value == self.wanted
            case Compare.IN:
                return bool(_as_set(value) & _as_set(self.wanted))
            case Compare.ONLY_IN:
                return bool(_as_set(value)) and _as_set(value) <= _as_set(self.wanted)
            case Compare.NOT_IN:
                return bool(_as_set(value)) and not _as_set(value) & _as_set(self.wanted)
            case Compare.AT_LEAST:
                return _as_number(value) >= _as_number(self.wanted)
            case Compare.AT_MOST:
                return _as_number(value) <= _as_number(self.wanted)
            case Compare.SAID:
                return bool(self.wanted)

    def keys(self) -> Iterator[str]:
        yield self.key


@dataclass(frozen=True, slots=True)
class All:
    """Every part has to hold; without a part it always holds."""

    parts: tuple[Condition, ...]

    def read(self, standings: Standings, way: Way = Way.WEIGHED) -> Outcome:
        value, deciding = Value.SUPPORTED, list[Outcome]()
        for part in self.parts:
            one = part.read(standings, way)
            if one.value < value:
                value, deciding = one.value, [one]
            elif one.value is value:
                deciding.append(one)
        levels = [one.level for one in deciding if one.level is not None]
        level = min(levels, default=Level.REASONABLE_GROUNDS)
        if value is Value.NOT_SUPPORTED:
            level = max(levels, default=Level.LEAD)
        return _joined(value, level, deciding)

    def keys(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.keys()


@dataclass(frozen=True, slots=True)
class Any:
    """One part is enough."""

    parts: tuple[Condition, ...]

    def read(self, standings: Standings, way: Way = Way.WEIGHED) -> Outcome:
        value, deciding = Value.NOT_SUPPORTED, list[Outcome]()
        for part in self.parts:
            one = part.read(standings, way)
            if one.value > value:
                value, deciding = one.value, [one]
            elif one.value is value:
                deciding.append(one)
        levels = [one.level for one in deciding if one.level is not None]
        level = max(levels, default=Level.LEAD)
        if value is Value.NOT_SUPPORTED:
            level = min(levels, default=Level.LEAD)
        return _joined(value, level, deciding)

    def keys(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.keys()


@dataclass(frozen=True, slots=True)
class Unless:
    """The part must not hold; what nobody mentions does not hold.

    The one place where silence is read as an answer. It is for exceptions ("unless it was
    a military objective"), whose absence nobody would write down.
    """

    part: Condition

    def read(self, standings: Standings, way: Way = Way.WEIGHED) -> Outcome:
        one = self.part.read(standings, way)
        if one.value is Value.UNKNOWN and one.why is Why.NOT_ASSESSED:
            return Outcome(Value.SUPPORTED, Level.REASONABLE_GROUNDS, None, ())
        if one.value is Value.UNKNOWN:
            return one
        value = Value(2 - one.value)
        return Outcome(value, Level.REASONABLE_GROUNDS, None, one.used)

    def keys(self) -> Iterator[str]:
        yield from self.part.keys()


Condition = FactTest | All | Any | Unless


def _joined(value: Value, level: Level, deciding: list[Outcome]) -> Outcome:
    if len(deciding) == 1:
        used = deciding[0].used
    else:
        used = tuple(dict.fromkeys(key for one in deciding for key in one.used))
    if value is Value.UNKNOWN:
        return Outcome(value, None, foremost(one.why for one in deciding), used)
    return Outcome(value, level, None, used)


def _as_set(value: FactValue) -> frozenset[str]:
    if isinstance(value, frozenset):
        return value
    return frozenset([value]) if isinstance(value, str) else frozenset()


def _as_number(value: FactValue) -> int:
    """Numbers compare; anything else is below all of them."""
    return value if isinstance(value, int) and not isinstance(value, bool) else -1


def dropped(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """The condition again and again, each time without one of its parts; for testing rules.

    Gives what was dropped, by its keys, and what is left.
    """
    if isinstance(condition, Unless):
        for name, rest in dropped(condition.part):
            yield name, Unless(rest)
    if isinstance(condition, All | Any):
        for n, part in enumerate(condition.parts):
            others = condition.parts[:n] + condition.parts[n + 1 :]
            yield "/".join(part.keys()), type(condition)(others)
            for name, rest in dropped(part):
                kept = (*condition.parts[:n], rest, *condition.parts[n + 1 :])
                yield name, type(condition)(kept)
