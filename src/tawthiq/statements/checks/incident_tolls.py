"""How a number of a text stands to the claims on the one incident that it is of.

A claim that agrees makes a number right, whoever made it and whether or not our range uses
it. What remains to be told is whether that is one voice among many, and where no claim
agrees, how far the number lies from all of them and what else it may count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce

from tawthiq.claims.group import CHILDREN, CIVILIANS, EVERYBODY, UNSTATED, WOMEN, Group
from tawthiq.claims.toll import Harm
from tawthiq.counts.definition import Unit
from tawthiq.statements.checks.fits import agrees
from tawthiq.statements.known import KnownIncident, KnownToll
from tawthiq.statements.reading.reading import Mention
from tawthiq.values.how_many import HowMany

_HARMS = {Unit.KILLED: Harm.KILLED, Unit.INJURED: Harm.INJURED}
TOTALS = (UNSTATED, CIVILIANS, EVERYBODY)
"""The groups by which claims count everybody who was harmed."""


class Stand(StrEnum):
    """What the claims of an incident say of a number."""

    UNKNOWN = "unknown"
    """They give no such number, or the text's is none that they could give."""
    AGREES = "agrees"
    HIGHEST = "highest"
    """Few say it, and everybody else gives fewer."""
    LOWEST = "lowest"
    LEFT_OUT = "left-out"
    """Only claims that our range leaves out say it, and it is outside the range."""
    BETWEEN = "between"
    """Nobody says it, and it lies among the numbers that are said."""
    OUTSIDE = "outside"
    """Nobody says it, and it lies beyond everything that is said."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A number beside the claims on one incident.

    Attributes:
        harm, group: What the claims are asked for; ``UNSTATED`` is everybody.
        tolls: What they say of it.
        agreeing: Those with which the number agrees.
        instead: Claims of another harm or group that give just this number.
    """

    mention: Mention
    incident: KnownIncident
    stand: Stand
    harm: Harm = Harm.KILLED
    group: Group = UNSTATED
    tolls: tuple[KnownToll, ...] = ()
    agreeing: tuple[KnownToll, ...] = ()
    instead: tuple[KnownToll, ...] = ()

    @property
    def used(self) -> tuple[KnownToll, ...]:
        """The last number of each independent source; all numbers where none is used."""
        return tuple(t for t in self.tolls if t.unused is None) or self.tolls

    @property
    def held(self) -> HowMany:
        """The range: the incident's own, else from the least to the most that is said."""
        held = self.incident.range_of(self.harm, self.group)
        return held or hull(toll.how_many for toll in self.used)

    def of(self, origins: Iterable[str]) -> tuple[KnownToll, ...]:
        """What some sources say."""
        return tuple(toll for toll in self.tolls if toll.origin in frozenset(origins))


def judge(mention: Mention, incident: KnownIncident) -> Judged:
    """Hold one number of people against one incident."""
    harm = _HARMS.get(mention.unit) if mention.unit else None
    if harm is None or len(mention.groups) > 1:
        return Judged(mention, incident, Stand.UNKNOWN)
    group = _asked(mention.who)
    tolls = _tolls(incident, harm, group) if group else ()
    if not tolls:
        return _of_a_part(mention, incident, harm)
    said = mention.how_many
    agreeing = tuple(t for t in tolls if agrees(said, t.how_many))
    judged = Judged(
        mention,
        incident,
        Stand.AGREES,
        harm,
        group or UNSTATED,
        tolls,
        agreeing,
        _instead(mention, incident, tolls),
    )
    return replace(judged, stand=_stand(judged))


def _asked(who: Group) -> Group | None:
    """The group that claims give, or None for one that they do not ("girls", "medics")."""
    if who in TOTALS:
        return UNSTATED
    return who if who in (CHILDREN, WOMEN) else None


def _tolls(incident: KnownIncident, harm: Harm, group: Group) -> tuple[KnownToll, ...]:
    groups = TOTALS if group == UNSTATED else (group,)
    return tuple(t for t in incident.tolls if t.harm is harm and t.group in groups)


def _of_a_part(mention: Mention, incident: KnownIncident, harm: Harm) -> Judged:
    """A part of which no claim speaks; more of it than of everybody cannot be."""
    tolls = _tolls(incident, harm, UNSTATED)
    too_many = tolls and _least(mention.how_many) > _most(hull(t.how_many for t in tolls))
    stand = Stand.OUTSIDE if too_many and not _open(tolls) else Stand.UNKNOWN
    instead = _instead(mention, incident, tolls)
    return Judged(mention, incident, stand, harm, UNSTATED, tolls, (), instead)


def _instead(
    mention: Mention, incident: KnownIncident, tolls: Sequence[KnownToll]
) -> tuple[KnownToll, ...]:
    """Other questions to which some claim answers with just this number."""
    said = mention.how_many
    others = [t for t in incident.tolls if t not in tolls]
    return tuple(t for t in others if said.is_exact and said.headline == t.how_many.headline)


def _stand(judged: Judged) -> Stand:
    if not judged.agreeing:
        return _without_agreement(judged)
    agreeing = [t for t in judged.used if t in judged.agreeing]
    if not agreeing:
        within = _within(judged.mention.how_many, judged.held)
        return Stand.AGREES if within else Stand.LEFT_OUT
    return _among(judged, agreeing)


def _without_agreement(judged: Judged) -> Stand:
    said = hull(t.how_many for t in judged.used)
    number = judged.mention.how_many.headline
    beyond = number < _least(said) or (number > _most(said) and not _open(judged.used))
    return Stand.OUTSIDE if beyond else Stand.BETWEEN


def _open(tolls: Iterable[KnownToll]) -> bool:
    """Whether somebody says "at least", so that more does not contradict everybody."""
    return any(t.how_many.high is None for t in tolls)


_APART = 2
"""Sources whose numbers differ by less do not disagree enough to warn: house choice."""


def _among(judged: Judged, agreeing: Sequence[KnownToll]) -> Stand:
    """Whether few voices agree and all others give fewer, or all others more."""
    others = [t.how_many for t in judged.used if t not in agreeing]
    held = judged.held
    few = 2 * len(agreeing) < len(judged.used) or len(judged.used) == 2
    near = _most(held) - _least(held) < _APART
    if not others or not few or near or judged.mention.how_many.headline == held.best:
        return Stand.AGREES
    number = judged.mention.how_many.headline
    if all(_most(other) < number for other in others):
        return Stand.HIGHEST
    return Stand.LOWEST if all(_least(other) > number for other in others) else Stand.AGREES


def _within(said: HowMany, held: HowMany) -> bool:
    return _least(held) <= said.headline <= _most(held)


def hull(numbers: Iterable[HowMany]) -> HowMany:
    """From the least to the most of some numbers; there is at least one."""
    ends = [(_least(n), _most(n)) for n in numbers]
    low, high = reduce(lambda a, b: (min(a[0], b[0]), max(a[1], b[1])), ends)
    return HowMany.between(low, high)


def _least(number: HowMany) -> int:
    return next(n for n in (number.low, number.best, number.high) if n is not None)


def _most(number: HowMany) -> int:
    return next(n for n in (number.high, number.best, number.low) if n is not None)
