"""A moment in time and space at which people were harmed, assembled from claims.

Never closed to new evidence: an incident is computed again from its claims whenever
one comes in, and a person's decisions (grade, grouping) are laid over it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

from tawthiq.claims.group import CHILDREN, UNSTATED, WOMEN, Group
from tawthiq.claims.independence import Origin, independent, origins
from tawthiq.claims.source import Source
from tawthiq.claims.toll import Harm
from tawthiq.records.grading import Graded, grade, supporting
from tawthiq.records.range import EVERY_CASUALTY, Range, Strategy, settle
from tawthiq.records.situated import Situated
from tawthiq.records.vocabulary import military_alone
from tawthiq.values.code import code_order
from tawthiq.values.when import When

SETTLED: tuple[tuple[Harm, Group], ...] = (
    (Harm.KILLED, UNSTATED),
    (Harm.KILLED, CHILDREN),
    (Harm.KILLED, WOMEN),
    (Harm.INJURED, UNSTATED),
)
"""The numbers that every incident is settled for, in the order of a table of claims."""


@dataclass(frozen=True, slots=True)
class Incident:
    """What the claims on one incident come to.

    When, where, what and who are taken from the independent sources, and from a
    compilation only where none of them says: it counts their reports again, places them
    by its own gazetteer and names parties by its own code.

    Attributes:
        code: Stable and public.
        claims: By code, in order.
        when: From the first to the last day that the most precise claims name.
        places: Codes; several where claims differ, or none tells of one place alone.
        sites, weapons: Keys of every kind that a claim names.
        parties: Keys of every party that a claim alleges.
        denied: Whether a party denies it.
        voices: Who speaks.
        graded: The computed grade and why.
        ranges: One for each of ``SETTLED``, in that order.
    """

    code: str
    claims: tuple[Situated, ...]
    when: When
    places: tuple[str, ...]
    sites: frozenset[str]
    weapons: frozenset[str]
    parties: frozenset[str]
    denied: bool
    voices: tuple[Origin, ...]
    graded: Graded
    ranges: tuple[Range, ...]

    @property
    def independent_sources(self) -> tuple[str, ...]:
        """Keys of the origins that carry the incident, each a source of its own."""
        return tuple(voice.key for voice in supporting(self.voices))

    @property
    def is_on_fighters_alone(self) -> bool:
        """Whether every target named is military: then nobody is presumed a civilian."""
        return military_alone(self.sites)

    def range_of(self, harm: Harm, group: Group) -> Range | None:
        return next((r for r in self.ranges if (r.harm, r.group) == (harm, group)), None)


def assemble(
    code: str,
    claims: Iterable[Situated],
    sources: Mapping[str, Source],
    *,
    strategy: Strategy = EVERY_CASUALTY,
) -> Incident:
    """Assemble one incident from the claims that a grouping gives it.

    Raises:
        ValueError: There is no claim, or one names an unknown source.
    """
    situated = tuple(sorted(claims, key=lambda s: code_order(s.claim.code)))
    if not situated:
        raise ValueError(f"{code}: an incident needs a claim")
    voices = origins((s.claim for s in situated), sources)
    own = _independent_first(situated, voices)
    fewest = _fewest(situated)
    more = frozenset(s.claim.code for s in situated if _covers_more(s, fewest))
    return Incident(
        code=code,
        claims=situated,
        when=_when(own(lambda s: s.claim.when.is_closed)),
        places=_places(own(lambda s: bool(s.places))),
        sites=frozenset().union(*(s.sites for s in own(lambda s: bool(s.sites)))),
        weapons=frozenset().union(*(s.weapons for s in own(lambda s: bool(s.weapons)))),
        parties=frozenset().union(
            *(s.allegation.parties for s in own(lambda s: bool(s.allegation.parties)))
        ),
        denied=any(s.allegation.denies for s in situated),
        voices=voices,
        graded=grade(voices),
        ranges=tuple(
            settle(voices, harm, group, by=strategy, covering_more=more) for harm, group in SETTLED
        ),
    )


Says = Callable[[Situated], bool]
Claims = tuple[Situated, ...]


def _independent_first(claims: Claims, voices: tuple[Origin, ...]) -> Callable[[Says], Claims]:
    """Those claims that say something: of independent sources, else of the others."""
    codes = {claim.code for voice in independent(voices) for claim in voice.claims}

    def saying(says: Says) -> Claims:
        telling = tuple(s for s in claims if says(s))
        return tuple(s for s in telling if s.claim.code in codes) or telling

    return saying


def _places(claims: tuple[Situated, ...]) -> tuple[str, ...]:
    """The places of the claims that name the fewest: of one place alone, where any does."""
    fewest = _fewest(claims)
    return tuple(sorted({place for s in claims if len(s.places) == fewest for place in s.places}))


def _covers_more(claim: Situated, fewest: int) -> bool:
    """Whether a claim's one figure is for more places than another claim here tells of.

    The number of places decides, not which they are: where one claim puts the incident
    in X and another in Y, a third that says "X and Y together" still counts more than one.
    """
    return len(claim.places) > fewest


def _fewest(claims: tuple[Situated, ...]) -> int:
    return min((len(s.places) for s in claims if s.places), default=0)


def _when(claims: tuple[Situated, ...]) -> When:
    """From the first to the last day that the most precise claims name.

    "In July" says nothing against "on 22 July", so a time that holds another is left
    aside; 5 July and 6 July are both kept. Unknown where no claim names both ends.
    """
    closed = [s.claim.when for s in claims if s.claim.when.is_closed]
    precise = [when for when in closed if not any(_holds(when, other) for other in closed)]
    return reduce(When.hull, precise) if precise else When.unknown()


def _holds(wider: When, other: When) -> bool:
    return other.surely_within(wider) and not wider.surely_within(other)
