"""One source as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawthiq.claims.claim import Claim, PeriodClaim
from tawthiq.claims.toll import Harm
from tawthiq.store.queries.sources import SourceInFull
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When
from tawthiq.web.claims.following import followable
from tawthiq.web.claims.numbers import killed, said_of
from tawthiq.web.claims.voice import Voice, voice
from tawthiq.web.reader import Reader
from tawthiq.web.wording.names import RELIABILITY, SOURCE_KINDS


@dataclass(frozen=True, slots=True)
class OfIncident:
    """A claim of the source on one incident."""

    code: str
    incident: str
    when: When
    published: When
    place: str
    killed: HowMany | None
    injured: HowMany | None
    party: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class OfPeriod:
    """A total that the source published; its number has a page of its own."""

    code: str
    figure: str
    how_many: HowMany
    when: When
    when_said: str
    area: str
    published: When
    url: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source, its kin, and what it says: totals first, then incidents by day."""

    voice: Voice
    said: str
    kind: str
    reliability: str
    derives_from: Voice | None
    relayed_by: tuple[Voice, ...]
    claims: tuple[OfIncident, ...]
    totals: tuple[OfPeriod, ...]


def source_page(found: SourceInFull, reader: Reader) -> SourcePage:
    """Lay out one source for a reader."""
    source = found.source
    kin = [found.derives_from] if found.derives_from else []
    speakers = {each.key: each for each in (source, *kin)}
    claims = (_of_incident(claim, found.incidents.get(claim.code, "")) for claim in found.claims)
    totals = (_of_period(total) for total in found.totals)
    return SourcePage(
        voice=voice(source, reader, speakers),
        said=source.said,
        kind=SOURCE_KINDS[source.kind].in_(reader.language),
        reliability=RELIABILITY[source.reliability].in_(reader.language),
        derives_from=voice(found.derives_from, reader) if found.derives_from else None,
        relayed_by=tuple(voice(relay, reader, speakers) for relay in found.relayed_by),
        claims=tuple(sorted(claims, key=lambda row: (row.when.first or date.min, row.code))),
        totals=tuple(sorted(totals, key=lambda row: (row.when.first or date.min, row.figure))),
    )


def _of_incident(claim: Claim, incident: str) -> OfIncident:
    return OfIncident(
        code=claim.code,
        incident=incident,
        when=claim.when,
        published=claim.document.published,
        place=claim.place_said,
        killed=killed(claim),
        injured=said_of(claim, Harm.INJURED),
        party=claim.party_said,
        words=claim.words,
        url=followable(claim.document.url),
    )


def _of_period(total: PeriodClaim) -> OfPeriod:
    return OfPeriod(
        code=total.code,
        figure=total.figure_said,
        how_many=total.how_many,
        when=total.when,
        when_said=total.when_said,
        area=total.area_said,
        published=total.document.published,
        url=followable(total.document.url),
    )
