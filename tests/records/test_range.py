"""One range from several voices: by a stated rule, and every claim left out has its reason."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.telling import (
    AIR_FORCE,
    ARCHIVE,
    DATA_SET,
    OTHER_DATA_SET,
    RESCUE,
    SOURCES,
    WATCH,
    WATCH_IN_GAZETTE,
    claim,
)
from tests.strategies import how_manys, tellings

from tawthiq.claims.claim import Claim
from tawthiq.claims.group import CHILDREN, UNSTATED
from tawthiq.claims.independence import origins
from tawthiq.claims.source import Source, SourceKind
from tawthiq.claims.toll import Harm
from tawthiq.records.range import (
    AIRWARS_MINIMUM,
    EVERY_CASUALTY,
    STRATEGIES,
    UCDP_BEST,
    UNUSED_IN_WORDS,
    Range,
    Strategy,
    Unused,
    likeliest,
    minimum,
    settle,
    widest,
)
from tawthiq.values.how_many import HowMany

numbers = st.lists(how_manys(most=40), min_size=1, max_size=7).map(tuple)
strategies = st.sampled_from([EVERY_CASUALTY, AIRWARS_MINIMUM, UCDP_BEST])
primary = st.sampled_from([WATCH, ARCHIVE, RESCUE])


def exactly(*said: int) -> tuple[HowMany, ...]:
    return tuple(map(HowMany.exactly, said))


def settled(
    *claims: Claim, by: Strategy = EVERY_CASUALTY, more: frozenset[str] = frozenset()
) -> Range:
    voices = origins(claims, SOURCES)
    return settle(voices, Harm.KILLED, UNSTATED, by=by, covering_more=more)


def ends(held: HowMany | None) -> tuple[int | None, int | None, int | None] | None:
    return held and (held.low, held.best, held.high)


# What each strategy does.


@pytest.mark.parametrize(
    ("said", "range_", "least", "best"),
    [
        (exactly(7), (7, 7, 7), (7, 7, 7), (7, 7, 7)),
        (exactly(37, 43), (37, 37, 43), (37, 37, 43), (37, 37, 43)),
        (exactly(20, 35, 54), (20, 35, 54), (20, 20, 54), (20, 35, 54)),
        (exactly(1, 20, 35, 54, 90), (1, 35, 90), (1, 1, 90), (20, 35, 54)),
        ((HowMany.at_least(40), HowMany.exactly(37)), (37, 37, 40), (37, 37, 40), (37, 37, 40)),
        ((HowMany(25, 38, 42),), (25, 38, 42), (25, 25, 42), (25, 25, 42)),
        ((HowMany.between(19, 23),), (19, 19, 23), (19, 19, 23), (19, 19, 23)),
        ((HowMany.at_most(18),), (None, 18, 18), (None, None, 18), (None, None, 18)),
        ((HowMany.at_most(40), HowMany.exactly(7)), (7, 7, 40), (7, 7, 40), (7, 7, 40)),
        ((HowMany.at_most(3), HowMany.at_least(10)), (None, 10, 10), (None, None, 10),
         (None, None, 10)),
        ((HowMany.at_most(10), HowMany.at_least(10)), (10, 10, 10), (10, 10, 10), (10, 10, 10)),
        ((HowMany.about(30), HowMany.exactly(33)), (30, 30, 33), (30, 30, 33), (30, 30, 33)),
    ],
)  # fmt: skip
def test_the_three_rules(
    said: tuple[HowMany, ...], range_: object, least: object, best: object
) -> None:
    assert ends(widest(said)) == range_
    assert ends(minimum(said)) == least
    assert ends(likeliest(said)) == best


@settings(max_examples=50)
@given(numbers, strategies)
def test_low_best_and_high_rise_whatever_is_said(
    said: tuple[HowMany, ...], strategy: Strategy
) -> None:
    held = strategy.settle(said)
    rising = [n for n in (held.low, held.best, held.high) if n is not None]
    assert rising == sorted(rising) and held.high is not None


@settings(max_examples=50)
@given(numbers, strategies, st.randoms())
def test_it_does_not_matter_who_is_heard_first(
    said: tuple[HowMany, ...], strategy: Strategy, random: Random
) -> None:
    assert strategy.settle(tuple(random.sample(said, len(said)))) == strategy.settle(said)


@settings(max_examples=50)
@given(numbers, how_manys(most=40))
def test_one_more_voice_never_narrows_the_widest_range(
    said: tuple[HowMany, ...], more: HowMany
) -> None:
    """An end that was held may move outwards or become unsaid, never inwards.

    A voice that commits to a least can give one where nobody did before.
    """
    before, after = widest(said), widest((*said, more))
    assert before.high is not None and after.high is not None
    assert after.high >= before.high
    assert before.low is None or after.low is None or after.low <= before.low


@settings(max_examples=50)
@given(numbers)
def test_the_minimum_leads_and_lies_in_the_widest_range(said: tuple[HowMany, ...]) -> None:
    least, whole = minimum(said), widest(said)
    assert (least.low, least.high) == (whole.low, whole.high)
    assert least.low is None or least.headline == least.low


@settings(max_examples=50)
@given(numbers)
def test_the_likeliest_lies_in_the_widest_range(said: tuple[HowMany, ...]) -> None:
    inner, whole = likeliest(said), widest(said)
    assert inner.high is not None and whole.high is not None and inner.high <= whole.high
    assert whole.low is None or inner.low is None or whole.low <= inner.low


@settings(max_examples=50)
@given(numbers)
def test_whoever_agrees_with_everybody_is_agreed_with(said: tuple[HowMany, ...]) -> None:
    [number] = {exactly(said[0].headline)[0]}
    for strategy in STRATEGIES.values():
        assert strategy.settle((number,) * len(said)).is_exact


# Which claims count.


def test_each_voice_counts_once_with_its_last_number() -> None:
    held = settled(
        claim("V1.1", WATCH, 19),
        claim("V1.2", WATCH_IN_GAZETTE, 23),
        claim("V1.3", ARCHIVE, 40),
    )
    assert ends(held.how_many) == (23, 23, 40)
    assert held.used == {"archive": "V1.3", "watch": "V1.2"}
    assert held.unused == {"V1.1": Unused.EARLIER_VERSION}


def test_a_later_page_without_a_number_takes_none_back() -> None:
    held = settled(claim("V1.1", WATCH, 19), claim("V1.2", WATCH_IN_GAZETTE))
    assert held.used == {"watch": "V1.1"}
    assert held.unused == {"V1.2": Unused.SILENT}


def test_zero_is_a_number() -> None:
    held = settled(claim("V1.1", WATCH, 0), claim("V1.2", ARCHIVE, 2))
    assert ends(held.how_many) == (0, 0, 2)


def test_a_compilation_stands_in_only_where_nobody_else_gives_the_number() -> None:
    counted = settled(claim("V1.1", WATCH, 12), claim("V1.2", DATA_SET, 99))
    assert ends(counted.how_many) == (12, 12, 12)
    assert counted.unused == {"V1.2": Unused.COMPILATION}
    alone = settled(
        claim("V1.1", WATCH), claim("V1.2", DATA_SET, 99), claim("V1.3", OTHER_DATA_SET, 5)
    )
    assert alone.used == {"data-set": "V1.2"}
    assert alone.unused == {"V1.1": Unused.SILENT, "V1.3": Unused.COMPILATION}


def test_one_figure_for_several_places_is_not_split() -> None:
    more = frozenset({"V1.2"})
    held = settled(claim("V1.1", WATCH, 2), claim("V1.2", WATCH, 9), more=more)
    assert (ends(held.how_many), held.unused) == ((2, 2, 2), {"V1.2": Unused.COVERS_MORE})
    nothing = settled(claim("V1.2", WATCH, 9), more=more)
    assert nothing.how_many is None and nothing.used == {}


def test_numbers_of_other_people_and_other_harm_are_silence() -> None:
    tolls = {
        (Harm.KILLED, CHILDREN): HowMany.exactly(3),
        (Harm.INJURED, UNSTATED): HowMany.exactly(9),
    }
    held = settled(claim("V1.1", WATCH, tolls=tolls))
    assert held.how_many is None and held.unused == {"V1.1": Unused.SILENT}


def test_the_words_and_the_rule_behind_a_number_are_kept() -> None:
    dozens = HowMany(12, None, None, "dozens", "dozens")
    alone = settled(claim("V1.1", WATCH, dozens)).how_many
    assert alone and (alone.words, alone.rule) == ("dozens", "dozens")
    beside = settled(claim("V1.1", WATCH, dozens), claim("V1.2", ARCHIVE, 15)).how_many
    assert beside and (beside.words, beside.rule) == ("", "dozens")


@settings(max_examples=40)  # a telling takes long to draw
@given(tellings(), strategies, st.randoms())
def test_the_order_of_the_rows_does_not_matter(
    claims: list[Claim], strategy: Strategy, random: Random
) -> None:
    shuffled = random.sample(claims, len(claims))
    assert settled(*shuffled, by=strategy) == settled(*claims, by=strategy)


@settings(max_examples=40)  # a telling takes long to draw
@given(tellings(), strategies)
def test_every_claim_is_used_or_has_a_reason(claims: list[Claim], strategy: Strategy) -> None:
    held = settled(*claims, by=strategy)
    codes = sorted([*held.used.values(), *held.unused])
    assert codes == sorted(each.code for each in claims)
    assert bool(held.used) is (held.how_many is not None)


@settings(max_examples=40)  # a telling takes long to draw
@given(tellings(), primary, how_manys(most=60), how_manys(most=60), strategies)
def test_a_compilation_beside_a_primary_source_changes_nothing(
    claims: list[Claim], own: Source, number: HowMany, again: HowMany, strategy: Strategy
) -> None:
    claims = [*claims, claim("V2.1", own, number)]
    with_set = settled(*claims, claim("V2.2", DATA_SET, again), by=strategy)
    before = settled(*claims, by=strategy)
    assert (with_set.how_many, with_set.used) == (before.how_many, before.used)
    assert with_set.unused["V2.2"] is Unused.COMPILATION


@settings(max_examples=40)  # a telling takes long to draw
@given(tellings(), primary, how_manys(most=60), how_manys(most=60), strategies)
def test_an_earlier_version_never_counts(
    claims: list[Claim], own: Source, first: HowMany, last: HowMany, strategy: Strategy
) -> None:
    latest = claim("V2.2", own, last, published="2031-08-02")
    without = settled(*claims, latest, by=strategy)
    with_first = settled(
        *claims, claim("V2.1", own, first, published="2031-08-01"), latest, by=strategy
    )
    assert (with_first.how_many, with_first.used) == (without.how_many, without.used)
    assert with_first.unused["V2.1"] is Unused.EARLIER_VERSION


@settings(max_examples=40)  # a telling takes long to draw
@given(tellings(), how_manys(most=60))
def test_one_more_independent_source_never_narrows_what_is_held(
    claims: list[Claim], number: HowMany
) -> None:
    claims = [each for each in claims if each.document.source != AIR_FORCE.key]
    kinds = {SOURCES[each.document.source].kind for each in claims if each.tolls}
    before, after = settled(*claims), settled(*claims, claim("V2.1", AIR_FORCE, number))
    if before.how_many is None or kinds == {SourceKind.COMPILATION}:
        assert after.used == {"air-force": "V2.1"}  # it takes the place of a compilation
        return
    old, new = before.how_many, after.how_many
    assert new and new.high is not None and old.high is not None and new.high >= old.high
    assert old.low is None or new.low is None or new.low <= old.low


def test_every_strategy_and_every_reason_can_be_looked_up_in_both_languages() -> None:
    assert {key: strategy.key for key, strategy in STRATEGIES.items()} == {
        key: key for key in ("range", "minimum", "best")
    }
    assert set(UNUSED_IN_WORDS) == set(Unused)
    for said in (*UNUSED_IN_WORDS.values(), *(s.words for s in STRATEGIES.values())):
        assert said.en and said.ar and said.en != said.ar
