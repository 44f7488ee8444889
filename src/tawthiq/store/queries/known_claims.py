"""What the claims on each incident say, as far as a text is held against it.

A case is read in two questions to the database, and each incident's range is settled by
the rule of ``records``, so that a text meets the same used and unused numbers as a reader
of the incident's page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from tawthiq.claims.claim import Claim, Document
from tawthiq.claims.independence import origins
from tawthiq.claims.source import Source
from tawthiq.claims.toll import Harm, Toll
from tawthiq.records.incident import assemble
from tawthiq.records.range import Range, settle
from tawthiq.records.situated import FindPlaces, situate
from tawthiq.statements.known import KnownToll
from tawthiq.store import models
from tawthiq.store.codecs import group_from_text
from tawthiq.store.queries.decisions import standing_groupings
from tawthiq.store.queries.places import find_places
from tawthiq.store.sql import rows
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import Precision, When

_CLAIMS = (
    "SELECT said.id, said.code, said.place_said, said.governorate_said, said.subdistrict_said, "
    "said.facility_said, source.key, page.url, page.first, page.last, page.precision "
    "FROM store_claim AS said JOIN store_document AS page ON page.id = said.document_id "
    "JOIN store_source AS source ON source.id = page.source_id "
    "WHERE said.case_id = %s AND said.superseded_by_id IS NULL ORDER BY said.id"
)
_TOLLS = (
    'SELECT toll.claim_id, toll.harm, toll."group", toll.low, toll.best, toll.high, '
    "toll.number_words, toll.rule "
    "FROM store_toll AS toll JOIN store_claim AS said ON said.id = toll.claim_id "
    "WHERE said.case_id = %s AND said.superseded_by_id IS NULL ORDER BY toll.id"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What the claims on one incident come to, beside its row.

    Attributes:
        urls: Where they stand, each once.
        facilities: Names of what was hit, each once.
        tolls: Their numbers, used in the range or not.
    """

    urls: tuple[str, ...] = ()
    facilities: tuple[str, ...] = ()
    tolls: tuple[KnownToll, ...] = ()


NOTHING_SAID = Said()


def said_of_incidents(case: models.Case, sources: Mapping[str, Source]) -> dict[str, Said]:
    """What the standing claims on each incident of a case say, by the incident's code."""
    incident_of, find = standing_groupings(case), find_places()
    claims: dict[str, list[Claim]] = {}
    for claim in _claims(case):
        if incident := incident_of.get(claim.code):
            claims.setdefault(incident, []).append(claim)
    return {code: _said(code, each, sources, find) for code, each in claims.items()}


def _claims(case: models.Case) -> Iterator[Claim]:
    """The standing claims without what no check of a text asks of them."""
    tolls: dict[int, list[Toll]] = {}
    for claim, harm, group, *number in rows(_TOLLS, (case.pk,)):
        toll = Toll(Harm(harm), group_from_text(group), HowMany(*number))
        tolls.setdefault(claim, []).append(toll)
    for row in rows(_CLAIMS, (case.pk,)):
        yield _claim(row, tuple(tolls.get(row[0], ())))


def _claim(row: Sequence[Any], tolls: tuple[Toll, ...]) -> Claim:
    _, code, place, governorate, subdistrict, facility, source, url, *published = row
    return Claim(
        code=code,
        document=Document(source, "", url, _when(*published)),
        when=When.unknown(),
        place_said=place,
        governorate_said=governorate,
        subdistrict_said=subdistrict,
        lat=None,
        lon=None,
        weapon_said="",
        target_said="",
        facility_said=facility,
        party_said="",
        tolls=tolls,
        words="",
    )


@lru_cache(maxsize=4096)
def _when(first: date | str | None, last: date | str | None, precision: str) -> When:
    return When(_day(first), _day(last), Precision(precision))


def _day(cell: date | str | None) -> date | None:
    """A day as the database gives it: SQLite as text, PostgreSQL as a date."""
    return date.fromisoformat(cell) if isinstance(cell, str) else cell


def _said(
    incident: str, claims: list[Claim], sources: Mapping[str, Source], find: FindPlaces
) -> Said:
    return Said(
        urls=_each_once(claim.document.url for claim in claims),
        facilities=_each_once(claim.facility_said for claim in claims),
        tolls=tuple(_tolls(claims, _ranges(incident, claims, sources, find), sources)),
    )


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _tolls(
    claims: list[Claim], ranges: Iterable[Range], sources: Mapping[str, Source]
) -> Iterator[KnownToll]:
    held = {(settled.harm, settled.group): settled for settled in ranges}
    for claim in claims:
        for toll in claim.tolls:
            settled = held.get((toll.harm, toll.group))
            yield KnownToll(
                origin=sources[claim.document.source].origin,
                harm=toll.harm,
                group=toll.group,
                how_many=toll.how_many,
                url=claim.document.url,
                claim=claim.code,
                unused=settled.unused.get(claim.code) if settled else None,
            )


def _ranges(
    incident: str, claims: list[Claim], sources: Mapping[str, Source], find: FindPlaces
) -> Iterable[Range]:
    """The incident's ranges; it is only assembled where a claim may be for more places."""
    if _differ_in_places(claims, find):
        return assemble(incident, (situate(c, find) for c in claims), sources).ranges
    voices = origins(claims, sources)
    asked = dict.fromkeys((toll.harm, toll.group) for claim in claims for toll in claim.tolls)
    return [settle(voices, harm, group) for harm, group in asked]


def _differ_in_places(claims: list[Claim], find: FindPlaces) -> bool:
    """Whether claims name different numbers of places; one wording names one number."""
    written = {(c.place_said, c.subdistrict_said, c.governorate_said): c for c in claims}
    if len(written) < 2:
        return False
    return len({number for c in written.values() if (number := len(find(c)))}) > 1
