"""An incident is what its claims come to, and is never closed to one more."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.telling import (
    AIR_FORCE,
    ARCHIVE,
    DATA_SET,
    RESCUE,
    SOURCES,
    WATCH,
    WATCH_FIRST,
    WATCH_IN_GAZETTE,
    WATCH_IN_HERALD,
    WATCH_SECOND,
    claim,
    source,
)
from tests.strategies import tellings, whens

from tawthiq.claims.claim import Claim
from tawthiq.claims.group import CHILDREN, UNSTATED
from tawthiq.claims.source import SourceKind
from tawthiq.claims.toll import Harm
from tawthiq.records.grade import Grade
from tawthiq.records.incident import SETTLED, Incident, assemble
from tawthiq.records.range import AIRWARS_MINIMUM, UCDP_BEST, Range, Strategy, Unused
from tawthiq.records.situated import situate
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

Places = dict[str, tuple[str, ...]]


def incident(*claims: Claim, places: Places | None = None, **how: Strategy) -> Incident:
    """An incident of these claims; a claim that ``places`` does not mention names Upper Town."""

    def find(each: Claim) -> tuple[str, ...]:
        return (places or {}).get(each.code, ("upper",))

    return assemble("V1", (situate(each, find) for each in claims), SOURCES, **how)


def killed(found: Incident) -> Range:
    held = found.range_of(Harm.KILLED, UNSTATED)
    assert held is not None
    return held


def ends(held: HowMany | None) -> tuple[int | None, int | None, int | None] | None:
    return held and (held.low, held.best, held.high)


# A market day: one toll that rises through the day, a headline against the body of its own
# page, a denial, and a data set that counts everybody again.

MARKET_DAY = (
    claim("V1.1", RESCUE, 38, published="2031-07-22"),  # the headline
    claim("V1.2", RESCUE, 25, published="2031-07-22"),  # the body of the same page
    claim("V1.3", WATCH, 37, published="2031-07-22"),
    claim("V1.4", WATCH_FIRST, 19, published="2031-07-22"),
    claim("V1.5", WATCH_SECOND, 23, published="2031-07-23"),  # printed a day late
    claim("V1.6", WATCH_IN_GAZETTE, published="2031-07-23"),
    claim(
        "V1.7", ARCHIVE, 43, published="2031-08", party="Syrian government and/or Russian forces"
    ),
    claim("V1.8", AIR_FORCE, published="2031-07-22", party="denies responsibility"),
    claim("V1.9", DATA_SET, HowMany(25, 38, 42), published="", party="Government of Syria"),
    claim("V1.10", RESCUE, 54, published="2031-07-23"),
)


def test_a_market_day_is_counted_from_the_last_word_of_each_voice() -> None:
    found = incident(*MARKET_DAY)
    assert [s.claim.code for s in found.claims][-2:] == ["V1.9", "V1.10"]
    assert found.independent_sources == ("archive", "rescue", "watch")
    assert found.graded.grade is Grade.FAIR and found.denied
    held = killed(found)
    assert held.used == {"archive": "V1.7", "rescue": "V1.10", "watch": "V1.3"}
    assert ends(held.how_many) == (37, 43, 54)
    assert held.unused == {
        "V1.1": Unused.EARLIER_VERSION,
        "V1.2": Unused.EARLIER_VERSION,
        "V1.4": Unused.EARLIER_VERSION,
        "V1.5": Unused.EARLIER_VERSION,
        "V1.6": Unused.SILENT,
        "V1.8": Unused.SILENT,
        "V1.9": Unused.COMPILATION,
    }


def test_the_strategy_is_chosen_and_shown() -> None:
    for strategy, range_ in ((AIRWARS_MINIMUM, (37, 37, 54)), (UCDP_BEST, (37, 43, 54))):
        held = killed(incident(*MARKET_DAY, strategy=strategy))
        assert (ends(held.how_many), held.strategy) == (range_, strategy)


def test_every_number_of_a_table_is_settled() -> None:
    tolls = {(Harm.KILLED, CHILDREN): HowMany.exactly(2)}
    found = incident(claim("V1.1", WATCH, 5, tolls=tolls))
    assert tuple((held.harm, held.group) for held in found.ranges) == SETTLED
    said = [ends(held.how_many) for held in found.ranges]
    assert said == [(5, 5, 5), (2, 2, 2), None, None]
    assert found.range_of(Harm.DISPLACED, UNSTATED) is None


@settings(max_examples=30)
@given(tellings(least=1), st.randoms())
def test_it_is_the_same_incident_in_whatever_order_claims_come_in(
    claims: list[Claim], random: Random
) -> None:
    assert incident(*random.sample(claims, len(claims))) == incident(*claims)


# Where.


def test_one_figure_for_two_towns_is_not_taken_for_one_of_them() -> None:
    found = incident(
        claim("V1.1", WATCH, 2),
        claim("V1.2", ARCHIVE, 9),
        places={"V1.1": ("upper",), "V1.2": ("upper", "lower")},
    )
    assert found.places == ("upper",)
    assert killed(found).unused == {"V1.2": Unused.COVERS_MORE}


def test_one_figure_for_both_of_two_disputed_towns_counts_for_neither() -> None:
    """One source says upper, one lower; a third gives a sum for both."""
    found = incident(
        claim("V1.1", WATCH, 2),
        claim("V1.2", ARCHIVE, 3),
        claim("V1.3", RESCUE, 9),
        places={"V1.1": ("upper",), "V1.2": ("lower",), "V1.3": ("lower", "upper")},
    )
    assert found.places == ("lower", "upper")
    assert ends(killed(found).how_many) == (2, 2, 3)
    assert killed(found).unused == {"V1.3": Unused.COVERS_MORE}


def test_where_every_claim_is_for_two_towns_the_incident_is() -> None:
    two, three = ("lower", "upper"), ("lower", "mill", "upper")
    found = incident(
        claim("V1.1", WATCH, 9),
        claim("V1.2", ARCHIVE, 8),
        claim("V1.3", RESCUE, 15),
        places={"V1.1": two, "V1.2": two, "V1.3": three},
    )
    assert found.places == two
    assert ends(killed(found).how_many) == (8, 8, 9)
    assert killed(found).unused == {"V1.3": Unused.COVERS_MORE}


def test_a_claim_that_names_no_place_covers_no_more_than_another() -> None:
    found = incident(claim("V1.1", WATCH, 2), claim("V1.2", ARCHIVE, 3), places={"V1.2": ()})
    assert found.places == ("upper",)
    assert ends(killed(found).how_many) == (2, 2, 3)
    nowhere = incident(claim("V1.1", WATCH, 2), places={"V1.1": ()})
    assert nowhere.places == () and ends(killed(nowhere).how_many) == (2, 2, 2)


# What and who: from independent sources first.


def test_a_compilation_does_not_say_where_or_who_beside_its_sources() -> None:
    far = claim("V1.2", DATA_SET, when=When.month(2031, 7), party="Government of Syria")
    found = incident(claim("V1.1", WATCH), far, places={"V1.2": ("far",)})
    assert (found.places, found.parties) == (("upper",), {"russia"})
    alone = incident(far, places={"V1.2": ("far",)})
    assert (alone.places, alone.parties) == (("far",), {"syrian-government"})
    assert alone.when == When.month(2031, 7)


def test_a_compilation_says_what_no_source_says() -> None:
    mute = claim("V1.1", WATCH, party="", weapon="", target="", when=When.unknown())
    found = incident(mute, claim("V1.2", DATA_SET))
    assert (found.parties, found.weapons, found.sites) == ({"russia"}, {"airstrike"}, {"market"})
    assert found.when == mute.when.day(date(2031, 7, 22))


def test_every_kind_of_site_that_a_source_names_was_hit() -> None:
    one = claim("V1.1", WATCH, target="market; homes", weapon="airstrike")
    other = claim("V1.2", ARCHIVE, target="bakery", weapon="rockets", party="rebels")
    found = incident(one, other)
    assert found.sites == {"market", "home", "bakery"}
    assert found.weapons == {"airstrike", "rocket"}
    assert found.parties == {"russia", "armed-opposition"}
    assert found.graded.grade is Grade.CONTESTED


# When.

FIFTH, SIXTH, JULY = When.parse("2031-07-05"), When.parse("2031-07-06"), When.month(2031, 7)
OPEN = When.parse("2031-07-05/..")


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ((FIFTH,), FIFTH),
        ((FIFTH, FIFTH), FIFTH),
        ((FIFTH, SIXTH), When.parse("2031-07-05/2031-07-06")),
        ((FIFTH, JULY), FIFTH),
        ((JULY, When.year(2031)), JULY),
        ((FIFTH, When.month(2031, 8)), When.parse("2031-07-05/2031-08-31")),
        ((FIFTH, OPEN, When.unknown()), FIFTH),
        ((OPEN,), When.unknown()),
        ((When.unknown(),), When.unknown()),
    ],
)
def test_the_most_precise_days_are_held(said: tuple[When, ...], held: When) -> None:
    claims = [claim(f"V1.{i}", WATCH, when=when) for i, when in enumerate(said)]
    assert incident(*claims).when == held


@settings(max_examples=50)
@given(st.lists(whens(), min_size=1, max_size=4))
def test_what_is_held_of_the_day_lies_between_the_days_that_were_said(said: list[When]) -> None:
    found = incident(*(claim(f"V1.{i}", WATCH, when=when) for i, when in enumerate(said))).when
    closed = [when for when in said if when.is_closed]
    assert found.is_known is bool(closed)
    if closed:
        ends_ = [day for when in closed for day in (when.first, when.last) if day]
        assert found.first and found.last
        assert min(ends_) <= found.first <= found.last <= max(ends_)
        assert any(found.first == when.first for when in closed)


# What cannot be.


def test_an_incident_needs_a_claim_of_a_known_source() -> None:
    with pytest.raises(ValueError, match="V1: an incident needs a claim"):
        incident()
    stranger = source("stranger", SourceKind.MEDIA)
    with pytest.raises(ValueError, match=r"V1\.1 names the source 'stranger'"):
        incident(claim("V1.1", stranger))


def test_two_papers_with_one_monitors_figure_are_weak() -> None:
    found = incident(claim("V1.1", WATCH_IN_GAZETTE, 5), claim("V1.2", WATCH_IN_HERALD, 5))
    assert found.independent_sources == ("watch",) and found.graded.grade is Grade.WEAK
