"""What a checker knows: the counts, sources and incidents of a case, as plain values.

The checks read only this, so a text can be checked on a machine that has no database,
and a test can say in ten lines what is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tawthiq.claims.group import CHILDREN, UNSTATED, WOMEN, Group
from tawthiq.claims.source import Source
from tawthiq.claims.toll import Harm
from tawthiq.counts.count import Count
from tawthiq.law.classification import Classification
from tawthiq.records.grade import Grade
from tawthiq.records.range import Unused
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

_NO_DAY = When.unknown()


@dataclass(frozen=True, slots=True)
class KnownCount:
    """A count and where it stands in public.

    Attributes:
        url: The page that says it, or "" for a count of our own.
        document: The claim's document, by title; "" where not seen.
        published: When it was published, as far as known.
        period_said, area_said: As written at the source, for quoting back.
    """

    count: Count
    url: str = ""
    document: str = ""
    published: When = _NO_DAY
    period_said: str = ""
    area_said: str = ""


@dataclass(frozen=True, slots=True)
class KnownToll:
    """A number that one claim gives for one incident.

    Attributes:
        origin: The key of whoever speaks; of a relay, of whom it quotes.
        group: As in the claim; a total whose status is open is ``UNSTATED``.
        url: The page that says it, or "".
        claim: The code of the claim, or "".
        unused: Why the incident's range leaves it out, or None where it is used.
    """

    origin: str
    harm: Harm
    group: Group
    how_many: HowMany
    url: str = ""
    claim: str = ""
    unused: Unused | None = None


@dataclass(frozen=True, slots=True)
class KnownIncident:
    """An incident, as far as a check needs it.

    Attributes:
        sites: Keys of kinds of site hit.
        parties: Keys of the alleged parties, as named (not spread); empty if none named.
        killed, injured, children, women: The range of people killed, of people injured, of
            children killed and of women killed, or None where nobody says.
        sources: Keys of the independent origins.
        urls: Where the claims stand.
        denied: Whether a party denies it.
        facilities: Names of what was hit, as the claims write them.
        tolls: Every number that a claim gives, used in the range or not.
    """

    code: str
    title: Both
    when: When
    place_codes: tuple[str, ...]
    sites: frozenset[str]
    parties: frozenset[str]
    grade: Grade
    killed: HowMany | None
    sources: tuple[str, ...]
    urls: tuple[str, ...]
    injured: HowMany | None = None
    children: HowMany | None = None
    women: HowMany | None = None
    denied: bool = False
    facilities: tuple[str, ...] = ()
    tolls: tuple[KnownToll, ...] = ()

    def range_of(self, harm: Harm, group: Group) -> HowMany | None:
        """The number we hold of one harm to one group, or None where we hold none."""
        held = {
            (Harm.KILLED, UNSTATED): self.killed,
            (Harm.KILLED, CHILDREN): self.children,
            (Harm.KILLED, WOMEN): self.women,
            (Harm.INJURED, UNSTATED): self.injured,
        }
        return held.get((harm, group))


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a case knows that a text can be held against.

    Attributes:
        case: Its code.
        title: Its name.
        counts: Reported totals and established counts.
        sources: By key.
        incidents: All that are not withdrawn.
        places: How the places of incidents are written, by code, the usual name first;
            those of the shipped gazetteer need not stand here.
        conflicts: How the case classifies its conflicts; none where nobody has.
        conflicts: How the case classifies its conflicts; none where nobody has.
    """

    case: str
    title: Both
    counts: tuple[KnownCount, ...]
    sources: Mapping[str, Source]
    incidents: tuple[KnownIncident, ...]
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    conflicts: tuple[Classification, ...] = ()
