from __future__ import annotations

import pytest

from tawthiq.errors import UnknownNameError
from tawthiq.store.queries import sources

from ..house import CLAIMS_OF_THE_HOUSE, MARKET, RADIO, SOURCES, WATCH, corrected, take


def test_every_source_is_listed_with_how_much_it_claims(case: str) -> None:
    listed = {each.source.key: (each.claims, each.totals) for each in sources.all_sources(case)}
    assert listed == {
        "clinic-network": (2, 0),
        "northern-watch": (3, 1),
        "northern-watch-via-radio-ayn": (1, 0),
        "second-count": (1, 0),
    }


def test_a_superseded_claim_is_counted_once(case: str) -> None:
    before = sources.all_sources(case)
    take([corrected(MARKET[0], killed=13)])
    assert sources.all_sources(case) == before


def test_sources_come_back_as_they_were(case: str) -> None:
    assert {each.source for each in sources.all_sources(case)} == set(SOURCES)


def test_a_source_shows_all_that_it_claims_and_who_relays_it(case: str) -> None:
    watch = sources.source(case, "northern-watch")
    assert watch.source == WATCH
    assert watch.derives_from is None
    assert watch.relayed_by == (RADIO,)
    assert watch.claims == tuple(
        claim for claim in CLAIMS_OF_THE_HOUSE if claim.document.source == "northern-watch"
    )
    assert watch.incidents == {"N001.1": "N001", "N002.2": "N002", "N003.1": "N003"}
    assert [total.code for total in watch.totals] == ["T001"]


def test_a_relay_shows_from_whom_it_has_it(case: str) -> None:
    radio = sources.source(case, "northern-watch-via-radio-ayn")
    assert (radio.derives_from, radio.relayed_by) == (WATCH, ())


def test_an_unknown_source_is_named(case: str) -> None:
    with pytest.raises(UnknownNameError, match="has no source 'nobody'"):
        sources.source(case, "nobody")
