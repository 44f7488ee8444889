"""A quantity keeps its ends: at least is never a number alone."""

from __future__ import annotations

from hypothesis import given
from tests.web.quantities import quantities

from tawthiq.values.how_many import HowMany
from tawthiq.web.reader import Reader
from tawthiq.web.wording.quantities import ends, span, spoken

EN, AR = Reader("en"), Reader("ar")


def test_a_range_has_its_low_end_first_in_both_scripts() -> None:
    market = HowMany(37, 39, 43)
    assert span(market, EN) == "37–43"
    assert span(market, AR) == "٣٧–٤٣"
    assert spoken(market, EN) == "between 37 and 43"
    assert spoken(market, AR) == "ما بين ٣٧ و٤٣"


def test_a_bound_is_said_in_words() -> None:
    assert span(HowMany.at_least(781), EN) == "at least 781"
    assert span(HowMany.at_least(781), AR) == "٧٨١ فأكثر"
    assert spoken(HowMany.at_least(781), AR) == "ما لا يقل عن ٧٨١"
    assert span(HowMany.at_most(18), EN) == "up to 18"
    assert span(HowMany.about(487), AR) == "نحو ٤٨٧"


def test_all_three_numbers_are_named_and_a_missing_one_too() -> None:
    assert ends(HowMany(37, 39, 43), EN) == "low 37 · best 39 · high 43"
    assert ends(HowMany.at_least(781), EN) == "low 781 · best not given · high not given"
    assert ends(HowMany.exactly(12), EN) == "12"


@given(quantities())
def test_no_quantity_is_written_with_a_sign_that_mirrors(quantity: HowMany) -> None:
    for reader in (EN, AR):
        for write in (span, spoken, ends):
            assert not set("≥≤<>+") & set(write(quantity, reader))


@given(quantities())
def test_a_lone_bound_never_looks_exact(quantity: HowMany) -> None:
    if quantity.low != quantity.high:
        assert not span(quantity, EN).isdecimal()
