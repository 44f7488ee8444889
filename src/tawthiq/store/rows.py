"""From values to the cells of a table, for writing many at once with ``bulk``."""

from __future__ import annotations

from datetime import date

from tawthiq.claims.claim import Claim, Document, PeriodClaim
from tawthiq.claims.toll import Toll
from tawthiq.store.codecs import group_to_text
from tawthiq.store.sql import Values
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

_TIME = ("first", "last", "precision")
_NUMBER = ("low", "best", "high", "number_words", "rule")
_KEPT = ("id", "case_id", "version", "document_id", "batch_id", "digest")

DOCUMENT_COLUMNS = ("id", "case_id", "source_id", "digest", "title", "url", *_TIME)
CLAIM_COLUMNS = (
    *_KEPT,
    "code",
    *_TIME,
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
TOLL_COLUMNS = ("claim_id", "harm", "group", *_NUMBER)
PERIOD_CLAIM_COLUMNS = (
    *_KEPT,
    "code",
    *_TIME,
    *_NUMBER,
    "figure_said",
    "when_said",
    "area_said",
    "checked",
)


def time_cells(when: When) -> Values:
    return (iso(when.first), iso(when.last), when.precision.value)


def number_cells(number: HowMany) -> Values:
    return (number.low, number.best, number.high, number.words, number.rule)


def iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def document_cells(kept: Values, document: Document) -> Values:
    """The cells of a document; ``kept`` holds id, case_id, source_id and digest."""
    return (*kept, document.title, document.url, *time_cells(document.published))


def claim_cells(kept: Values, claim: Claim) -> Values:
    """The cells of a claim; ``kept`` holds id, case_id, version, document_id, batch_id, digest."""
    return (
        *kept,
        claim.code,
        *time_cells(claim.when),
        claim.place_said,
        claim.governorate_said,
        claim.subdistrict_said,
        claim.lat,
        claim.lon,
        claim.weapon_said,
        claim.target_said,
        claim.facility_said,
        claim.party_said,
        claim.words,
        claim.checked,
    )


def toll_cells(claim_id: int, toll: Toll) -> Values:
    return (claim_id, toll.harm.value, group_to_text(toll.group), *number_cells(toll.how_many))


def period_claim_cells(kept: Values, claim: PeriodClaim) -> Values:
    """The cells of a period claim; ``kept`` as for ``claim_cells``."""
    return (
        *kept,
        claim.code,
        *time_cells(claim.when),
        *number_cells(claim.how_many),
        claim.figure_said,
        claim.when_said,
        claim.area_said,
        claim.checked,
    )
