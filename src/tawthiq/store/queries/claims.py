"""Claims as they stand, and every earlier version of one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from tawthiq.claims.claim import Claim, Document, PeriodClaim
from tawthiq.claims.toll import Harm, Toll
from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.store.codecs import group_from_text
from tawthiq.store.queries.cases import row_of
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import Precision, When

_DOCUMENT = (
    "document__source__key",
    "document__title",
    "document__url",
    "document__first",
    "document__last",
    "document__precision",
)
_CLAIM = (
    "id",
    "code",
    *_DOCUMENT,
    "first",
    "last",
    "precision",
    "place_said",
    "governorate_said",
    "subdistrict_said",
    "lat",
    "lon",
    "weapon_said",
    "target_said",
    "facility_said",
    "party_said",
    "words",
    "checked",
)
_TOLL = ("claim_id", "harm", "group", "low", "best", "high", "number_words", "rule")
_PERIOD = (
    "code",
    *_DOCUMENT,
    "figure_said",
    "low",
    "best",
    "high",
    "number_words",
    "rule",
    "first",
    "last",
    "precision",
    "when_said",
    "area_said",
    "checked",
)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a claim.

    Attributes:
        number: 1 for the first.
        file_name: Of the table it came with.
        taken_on: The day on which it was taken in (UTC).
    """

    number: int
    claim: Claim
    file_name: str
    taken_on: date


def standing_claims(case: str) -> Iterator[Claim]:
    """Every claim of a case that nothing supersedes, by code."""
    rows = models.Claim.objects.filter(case=row_of(case), superseded_by=None)
    yield from _claims(rows.order_by("code"))


def claims_with_codes(case: models.Case, codes: Iterable[str]) -> dict[str, Claim]:
    """The standing claims with these codes; a code that none bears is left out."""
    found: dict[str, Claim] = {}
    for some in chunks(codes):
        rows = models.Claim.objects.filter(case=case, superseded_by=None, code__in=some)
        found |= {claim.code: claim for claim in _claims(rows)}
    return found


def claims_of_source(case: models.Case, key: str) -> Iterator[Claim]:
    """Every standing claim that a source makes itself, by code."""
    rows = models.Claim.objects.filter(case=case, document__source__key=key, superseded_by=None)
    yield from _claims(rows.order_by("code"))


def incidents_of(case: models.Case, codes: Iterable[str]) -> dict[str, str]:
    """The incident that each of these claims stands grouped into."""
    found: dict[str, str] = {}
    for some in chunks(codes):
        rows = models.Grouping.objects.filter(case=case, claim__in=some).order_by()
        # Sorted here: asked for an order by id, SQLite walks every grouping of the case.
        decided = sorted(rows.values_list("id", "claim", "incident"))
        found |= {claim: incident for _, claim, incident in decided}
    return found


def versions(case: str, code: str) -> tuple[Version, ...]:
    """Everything that a claim ever said, oldest first; empty where no claim bears the code."""
    rows = models.Claim.objects.filter(case=row_of(case), code=code).order_by("version")
    about = list(rows.values_list("version", "batch__file_name", "batch__at"))
    return tuple(
        Version(number, claim, name, at.date())
        for (number, name, at), claim in zip(about, _claims(rows), strict=True)
    )


def period_claims(case: models.Case) -> tuple[PeriodClaim, ...]:
    """Every standing claim of a whole period, in the order of their codes."""
    rows = models.PeriodClaim.objects.filter(case=case, superseded_by=None).order_by("code")
    return tuple(_period_claim(row) for row in rows.values_list(*_PERIOD))


def period_claims_with_codes(case: models.Case, codes: Iterable[str]) -> dict[str, PeriodClaim]:
    """The standing period claims with these codes; a code that none bears is left out."""
    wanted = set(codes)
    return {claim.code: claim for claim in period_claims(case) if claim.code in wanted}


def _claims(rows: QuerySet[models.Claim]) -> Iterator[Claim]:
    """Claims in the order of the rows."""
    for some in chunks(rows.values_list(*_CLAIM).iterator(chunk_size=2000)):
        tolls = _tolls([row[0] for row in some])
        yield from (_claim(row, tuple(tolls.get(row[0], ()))) for row in some)


def _tolls(claims: list[int]) -> dict[int, list[Toll]]:
    tolls: dict[int, list[Toll]] = {}
    rows = models.Toll.objects.filter(claim_id__in=claims).order_by("id").values_list(*_TOLL)
    for claim, harm, group, *number in rows:
        toll = Toll(Harm(harm), group_from_text(group), HowMany(*number))
        tolls.setdefault(claim, []).append(toll)
    return tolls


def _claim(row: tuple[Any, ...], tolls: tuple[Toll, ...]) -> Claim:
    _, code, source, title, url, d1, d2, d3, first, last, precision, *said, words, checked = row
    place, governorate, subdistrict, lat, lon, weapon, target, facility, party = said
    return Claim(
        code=code,
        document=Document(source, title, url, When(d1, d2, Precision(d3))),
        when=When(first, last, Precision(precision)),
        place_said=place,
        governorate_said=governorate,
        subdistrict_said=subdistrict,
        lat=lat,
        lon=lon,
        weapon_said=weapon,
        target_said=target,
        facility_said=facility,
        party_said=party,
        tolls=tolls,
        words=words,
        checked=checked,
    )


def _period_claim(row: tuple[Any, ...]) -> PeriodClaim:
    code, source, title, url, d1, d2, d3, figure, *number, first, last, precision = row[:16]
    when_said, area_said, checked = row[16:]
    return PeriodClaim(
        code=code,
        document=Document(source, title, url, When(d1, d2, Precision(d3))),
        figure_said=figure,
        how_many=HowMany(*number),
        when=When(first, last, Precision(precision)),
        when_said=when_said,
        area_said=area_said,
        checked=checked,
    )
