"""Who has it from whom decides how many sources there are, not how many pages print it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.telling import (
    ARCHIVE,
    DATA_SET,
    OTHER_DATA_SET,
    SOURCES,
    WATCH,
    WATCH_FIRST,
    WATCH_IN_GAZETTE,
    WATCH_IN_HERALD,
    WATCH_SECOND,
    claim,
    source,
)
from tests.strategies import tellings

from tawthiq.claims.claim import Claim
from tawthiq.claims.independence import independent, origins
from tawthiq.claims.source import SourceKind


def codes(*claims: Claim) -> list[str]:
    """The claims of one voice in the order in which it said them."""
    [voice] = origins(claims, SOURCES)
    return [each.code for each in voice.claims]


def test_two_papers_that_print_one_monitor_are_one_source() -> None:
    [voice] = origins([claim("V1.1", WATCH_IN_GAZETTE), claim("V1.2", WATCH_IN_HERALD)], SOURCES)
    assert (voice.key, voice.name) == ("watch", WATCH.name)


def test_a_relay_counts_for_a_body_of_which_nothing_else_is_held() -> None:
    quoted = source("commission-via-gazette", SourceKind.UN, origin="commission")
    [voice] = origins([claim("V1.1", quoted)], {quoted.key: quoted})
    assert (voice.key, voice.kind, voice.name) == ("commission", SourceKind.UN, quoted.name)


def test_a_compilation_that_is_only_quoted_is_still_a_compilation() -> None:
    quoted = source("data-set-via-gazette", SourceKind.COMPILATION, origin="data-set")
    [voice] = origins([claim("V1.1", quoted)], {quoted.key: quoted})
    assert voice.is_compilation


def test_a_compilation_is_no_source_beside_what_it_counts() -> None:
    voices = origins([claim("V1.1", WATCH), claim("V1.2", DATA_SET)], SOURCES)
    assert [voice.key for voice in independent(voices)] == ["watch"]


def test_where_only_compilations_speak_they_are_one_source() -> None:
    voices = origins([claim("V1.2", OTHER_DATA_SET), claim("V1.1", DATA_SET)], SOURCES)
    assert [voice.key for voice in independent(voices)] == ["data-set"]
    assert independent([]) == ()


def test_what_a_voice_said_last_is_what_was_published_last() -> None:
    early = claim("V1.2", WATCH, published="2031-07-22")
    late = claim("V1.1", WATCH_IN_GAZETTE, published="2031-07-23")
    undated = claim("V1.3", WATCH_IN_HERALD, published="")
    assert codes(late, undated, early) == ["V1.3", "V1.2", "V1.1"]


def test_versions_of_one_day_stand_in_the_order_of_their_numbers() -> None:
    day = [claim(f"V1.{number}", WATCH) for number in (10, 2, 1)]
    assert codes(*day) == ["V1.1", "V1.2", "V1.10"]


def test_a_first_version_printed_the_next_day_is_still_the_first() -> None:
    last = claim("V1.1", WATCH, published="2031-07-22")
    second = claim("V1.2", WATCH_SECOND, published="2031-07-23")
    first = claim("V1.3", WATCH_FIRST, published="2031-07-24")
    assert codes(first, second, last) == ["V1.3", "V1.2", "V1.1"]


def test_a_claim_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match=r"V1\.1 names the source 'archive'; unknown"):
        origins([claim("V1.1", ARCHIVE)], {})


@settings(max_examples=40)
@given(tellings(), st.randoms())
def test_who_speaks_does_not_depend_on_the_order_of_the_rows(
    claims: list[Claim], random: Random
) -> None:
    shuffled = random.sample(claims, len(claims))
    assert origins(shuffled, SOURCES) == origins(claims, SOURCES)


@settings(max_examples=40)
@given(tellings())
def test_every_claim_is_carried_by_one_voice(claims: list[Claim]) -> None:
    carried = [each.code for voice in origins(claims, SOURCES) for each in voice.claims]
    assert sorted(carried) == sorted(each.code for each in claims)


@settings(max_examples=40)
@given(tellings(), st.sampled_from(sorted(SOURCES)))
def test_one_more_page_adds_at_most_one_source(claims: list[Claim], by: str) -> None:
    before = independent(origins(claims, SOURCES))
    after = independent(origins([*claims, claim("V2.1", SOURCES[by])], SOURCES))
    assert 0 <= len(after) - len(before) <= 1
