"""Pictures hold nothing that could run and nothing that the pages' policy would refuse."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from tests.web.quantities import quantities

from tawthiq.values.how_many import HowMany
from tawthiq.web.charts.locator import Spot, locator
from tawthiq.web.charts.mini import mini, shared_scale
from tawthiq.web.charts.nest import Nest, nest_chart
from tawthiq.web.charts.strip import Said, axis, lane, strip_scale
from tawthiq.web.charts.svg import element
from tawthiq.web.charts.timeline import Happened, InMonth, months, timeline
from tawthiq.web.charts.value import value_chart
from tawthiq.web.reader import Reader

EN, AR = Reader("en"), Reader("ar")
HOSTILE = '"><script>alert(1)</script>'


def drawings(quantity: HowMany, reader: Reader) -> list[str]:
    """Every picture that can show one quantity, with hostile names where names go."""
    scale = strip_scale([quantity], reader)
    day = date(2019, 7, 22)
    return [
        value_chart(quantity, reader),
        mini(quantity, shared_scale([quantity], reader)),
        axis(scale, reader),
        lane(scale, [Said(quantity, "in"), Said(quantity, "old")], quantity),
        timeline([Happened(day, day, quantity, HOSTILE, "/x")], reader, HOSTILE),
        months([InMonth(day.replace(day=1), quantity.headline)], reader, HOSTILE),
        locator((Spot(35.64, 36.67, HOSTILE),), reader, HOSTILE),
        nest_chart(Nest(quantity.headline + 1, quantity.headline), reader, HOSTILE),
    ]


@settings(max_examples=60)
@given(quantities())
def test_every_picture_is_well_formed_and_runs_nothing(quantity: HowMany) -> None:
    for reader in (EN, AR):
        for markup in drawings(quantity, reader):
            root = ElementTree.fromstring(markup)
            for node in root.iter():
                assert node.tag not in {"script", "foreignObject", "style"}
                assert not any(name == "style" or name.startswith("on") for name in node.attrib)


@settings(max_examples=60)
@given(quantities())
def test_nothing_is_drawn_outside_its_column(quantity: HowMany) -> None:
    for reader in (EN, AR):
        for markup in drawings(quantity, reader)[:6]:
            for node in ElementTree.fromstring(markup).iter():
                for name in ("x", "x1", "x2", "cx"):
                    place = node.get(name, "")
                    if place.endswith("%"):
                        assert -1 <= float(place[:-1]) <= 101


def test_an_inline_style_or_handler_cannot_be_made() -> None:
    for name in ("style", "onclick"):
        with pytest.raises(ValueError, match="policy"):
            element("rect", **{name: "x"})


def test_a_picture_is_described_or_hidden_from_readers_of_words() -> None:
    market = HowMany(37, 39, 43)
    assert 'aria-label="low 37 · best 39 · high 43"' in value_chart(market, EN)
    assert 'aria-hidden="true"' in mini(market, shared_scale([market], EN))


def test_a_bound_has_an_arrow_and_no_dot() -> None:
    bound = HowMany.at_least(20)
    markup = lane(strip_scale([bound], EN), [Said(bound, "")], None)
    assert "bnd" in markup
    assert "<circle" not in markup


def test_a_map_is_never_mirrored() -> None:
    spot = (Spot(35.64, 36.67, "m"),)
    assert locator(spot, EN, "").count("land") == locator(spot, AR, "").count("land") > 0


def test_undrawn_is_drawn_as_nothing_not_as_zero() -> None:
    assert mini(None, shared_scale([], EN)) == ""
    assert timeline([], EN, "") == ""
