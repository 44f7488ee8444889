"""What makes two claims the same claim: a digest over everything that was said.

The digest tells a corrected claim from one that came again unchanged without reading
back a hundred thousand rows. Lists are digested, not joined strings, so that no two
different claims can be written the same.
"""

from __future__ import annotations

from tawthiq.claims.claim import Claim, Document, PeriodClaim
from tawthiq.claims.toll import Toll
from tawthiq.store.codecs import canonical, group_to_text, when_to_json
from tawthiq.values.digest import Digest
from tawthiq.values.how_many import HowMany


def of_document(document: Document) -> str:
    return _digest(_document(document))


def of_claim(claim: Claim) -> str:
    return _digest(
        [
            claim.code,
            _document(claim.document),
            when_to_json(claim.when),
            claim.place_said,
            claim.governorate_said,
            claim.subdistrict_said,
            claim.lat,
            claim.lon,
            claim.weapon_said,
            claim.target_said,
            claim.facility_said,
            claim.party_said,
            [_toll(toll) for toll in claim.tolls],
            claim.words,
            claim.checked,
        ]
    )


def of_period_claim(claim: PeriodClaim) -> str:
    return _digest(
        [
            claim.code,
            _document(claim.document),
            claim.figure_said,
            _how_many(claim.how_many),
            when_to_json(claim.when),
            claim.when_said,
            claim.area_said,
            claim.checked,
        ]
    )


def _document(document: Document) -> list[object]:
    return [document.source, document.title, document.url, when_to_json(document.published)]


def _toll(toll: Toll) -> list[object]:
    return [toll.harm, group_to_text(toll.group), _how_many(toll.how_many)]


def _how_many(number: HowMany) -> list[object]:
    return [number.low, number.best, number.high, number.words, number.rule]


def _digest(said: list[object]) -> str:
    return str(Digest.of(canonical(said).encode()))
