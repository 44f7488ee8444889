"""A moment in time and space at which people were harmed, assembled from claims.

Never closed to new evidence: an incident is computed again from its claims whenever
one comes in, and a person's decisions (grade, grouping) are laid over it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tawthiq.claims.group import CHILDREN, UNSTATED, WOMEN, Group
from tawthiq.claims.independence import Origin, independent, origins
from tawthiq.claims.source import Source
from tawthiq.claims.toll import Harm
from tawthiq.records.grading import Graded, grade
from tawthiq.records.range import EVERY_CASUALTY, Range, Strategy, settle
from tawthiq.records.situated import Situated
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

    Attributes:
        code: Stable and public.
        claims: By code, in order.
        when: Every day that a claim names.
        places: Codes; several only where no claim tells of one place alone.
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
        """Keys of the origins that count as sources of their own."""
        return tuple(voice.key for voice in independent(self.voices))

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
    situated = tuple(sorted(claims, key=lambda s: s.claim.code))
    if not situated:
        raise ValueError(f"{code}: an incident needs a claim")
    voices = origins((s.claim for s in situated), sources)
    places = _places(situated)
    more = frozenset(s.claim.code for s in situated if _covers_more(s, places))
    return Incident(
        code=code,
        claims=situated,
        when=_when(situated),
        places=places,
        sites=frozenset().union(*(s.sites for s in situated)),
        weapons=frozenset().union(*(s.weapons for s in situated)),
        parties=frozenset().union(*(s.allegation.parties for s in situated)),
        denied=any(s.allegation.denies for s in situated),
        voices=voices,
        graded=grade(voices),
        ranges=tuple(
            settle(voices, harm, group, by=strategy, covering_more=more) for harm, group in SETTLED
        ),
    )


def _places(claims: tuple[Situated, ...]) -> tuple[str, ...]:
    """The places of the claims that tell of one place; of all where none does."""
    single = [s for s in claims if len(s.places) == 1]
    return tuple(sorted({place for s in single or claims for place in s.places}))


def _covers_more(claim: Situated, places: tuple[str, ...]) -> bool:
    """Whether a claim's one figure is for more places than the incident's."""
    return claim.covers_several and not set(claim.places) <= set(places)


def _when(claims: tuple[Situated, ...]) -> When:
    """The hull of every closed time; unknown where no claim names one."""
    closed = [s.claim.when for s in claims if s.claim.when.is_closed]
    if not closed:
        return When.unknown()
    when = closed[0]
    for other in closed[1:]:
        when = when.hull(other)
    return when
