"""What a checker knows: the counts, sources and incidents of a case, as plain values.

The checks read only this, so a text can be checked on a machine that has no database,
and a test can say in ten lines what is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.claims.source import Source
from tawthiq.counts.count import Count
from tawthiq.records.grade import Grade
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
class KnownIncident:
    """An incident, as far as a check needs it.

    Attributes:
        sites: Keys of kinds of site hit.
        parties: Keys of the alleged parties, as named (not spread); empty if none named.
        killed: The range of people killed, or None where nobody says.
        sources: Keys of the independent origins.
        urls: Where the claims stand.
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


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a case knows that a text can be held against.

    Attributes:
        case: Its code.
        title: Its name.
        counts: Reported totals and established counts.
        sources: By key.
        incidents: All that are not withdrawn.
    """

    case: str
    title: Both
    counts: tuple[KnownCount, ...]
    sources: Mapping[str, Source]
    incidents: tuple[KnownIncident, ...]
