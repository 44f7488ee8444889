from __future__ import annotations

from dataclasses import fields, replace

import pytest

from tawthiq.claims.claim import Claim, Document, PeriodClaim
from tawthiq.claims.group import CHILDREN
from tawthiq.claims.toll import Harm, Toll
from tawthiq.store.digests import of_claim, of_document, of_period_claim
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import Precision, When

from ..house import MARKET, TOTALS

DOCUMENT = MARKET[0].document
OTHERS: dict[str, object] = {
    "document": replace(DOCUMENT, url="https://elsewhere.example"),
    "when": When.parse("2031-03-05"),
    "lat": 35.5,
    "lon": 36.5,
    "tolls": (Toll(Harm.KILLED, CHILDREN, HowMany.exactly(12)),),
    "how_many": HowMany.at_least(60),
    "published": When.parse("2031-03"),
}


@pytest.mark.parametrize("name", [field.name for field in fields(Claim)])
def test_whatever_differs_in_a_claim_makes_it_another(name: str) -> None:
    one = replace(MARKET[0], lat=35.4, lon=36.4)
    other = replace(one, **{name: OTHERS.get(name, "something else")})
    assert of_claim(other) != of_claim(one)


@pytest.mark.parametrize("name", [field.name for field in fields(PeriodClaim)])
def test_whatever_differs_in_a_total_makes_it_another(name: str) -> None:
    other = replace(TOTALS[0], **{name: OTHERS.get(name, "something else")})
    assert of_period_claim(other) != of_period_claim(TOTALS[0])


@pytest.mark.parametrize("name", [field.name for field in fields(Document)])
def test_whatever_differs_in_a_document_makes_it_another(name: str) -> None:
    other = replace(DOCUMENT, **{name: OTHERS.get(name, "something else")})
    assert of_document(other) != of_document(DOCUMENT)


def test_an_estimated_day_is_not_an_exact_one() -> None:
    day = MARKET[0].when
    guessed = replace(MARKET[0], when=When(day.first, day.last, Precision.ESTIMATE))
    assert of_claim(guessed) != of_claim(MARKET[0])


def test_what_moves_from_one_cell_to_the_next_makes_another_claim() -> None:
    one = replace(MARKET[0], place_said="ab", governorate_said="c")
    assert of_claim(one) != of_claim(replace(one, place_said="a", governorate_said="bc"))
