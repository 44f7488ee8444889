"""What a machine catches in stated numbers, and what it must leave alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.claims.group import CHILDREN, CIVILIANS, EVERYBODY, WOMEN, Group
from tawthiq.counts.consistency import (
    SharePrinted,
    SlipKind,
    Stated,
    contradictions,
    counted_twice,
    part_exceeds,
    share_differs,
    sum_differs,
)
from tawthiq.counts.definition import Definition, Reported, Unit
from tawthiq.counts.extent import Extent
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

IDLIB = Extent.whole("SY07", Both("Idlib", "إدلب"), frozenset({"SY07"}))
JUNE = When.between(date(2019, 6, 1), date(2019, 6, 23))
SPRING = When.between(date(2019, 4, 26), date(2019, 7, 27))


def killed(
    number: int | HowMany,
    who: Group = CIVILIANS,
    when: When = SPRING,
    by: str = "",
    source: str = "snhr",
) -> Stated:
    definition = Definition(
        Unit.KILLED, IDLIB, when, Reported(source), who, parties=frozenset({by}) if by else None
    )
    return Stated(definition, number if isinstance(number, HowMany) else HowMany.exactly(number))


def test_a_part_can_be_the_whole_and_not_more() -> None:
    assert part_exceeds(killed(60, CHILDREN), killed(60)) is None
    slip = part_exceeds(killed(154, CHILDREN), killed(60, EVERYBODY))
    assert slip is not None and slip.kind is SlipKind.PART_EXCEEDS_WHOLE
    assert (slip.recomputed, slip.stated) == (154, 60)


def test_whoever_knows_154_dead_children_does_not_say_at_least_60_victims() -> None:
    assert part_exceeds(killed(154, CHILDREN), killed(HowMany.at_least(60), EVERYBODY))
    assert part_exceeds(killed(HowMany.at_most(154), CHILDREN), killed(60, EVERYBODY)) is None


def test_about_does_not_contradict_a_part_that_is_slightly_larger() -> None:
    assert part_exceeds(killed(101, CHILDREN), killed(HowMany.about(100))) is None
    assert part_exceeds(killed(120, CHILDREN), killed(HowMany.about(100)))


def test_lines_by_party_have_to_make_the_total_only_where_they_are_all_of_it() -> None:
    lines = [killed(n, by=p) for n, p in ((700, "government"), (108, "isis"))]
    assert sum_differs(killed(808), lines, all_of_it=True) is None
    assert sum_differs(killed(828), lines, all_of_it=False) is None
    short = sum_differs(killed(828), lines, all_of_it=True)
    assert short is not None and short.kind is SlipKind.PARTS_FALL_SHORT
    assert (short.recomputed, short.stated) == (808, 828)
    over = sum_differs(killed(800), lines, all_of_it=False)
    assert over is not None and over.kind is SlipKind.PARTS_EXCEED_WHOLE


def test_lines_at_least_may_fall_short_of_their_total() -> None:
    lines = [killed(HowMany.at_least(n), by=p) for n, p in ((600, "government"), (108, "isis"))]
    assert sum_differs(killed(828), lines, all_of_it=True) is None


def test_parts_that_share_people_are_not_added() -> None:
    assert sum_differs(killed(10), [killed(8), killed(6, CHILDREN)], all_of_it=False) is None
    slip = sum_differs(killed(10), [killed(8, WOMEN), killed(6, CHILDREN)], all_of_it=False)
    assert slip is not None and slip.recomputed == 14


def test_a_sum_of_a_month_and_its_quarter_counts_twice() -> None:
    parts = [killed(119, when=JUNE), killed(781)]
    slip = counted_twice(killed(900), parts)
    assert slip is not None and slip.kind is SlipKind.SAME_COUNTED_TWICE
    assert counted_twice(killed(901), parts) is None
    apart = [killed(625, by="government"), killed(156, by="russia")]
    assert counted_twice(killed(781), apart) is None


def test_one_report_through_two_channels_is_one_report() -> None:
    assert counted_twice(killed(1562), [killed(781), killed(781, source="anadolu")])


@pytest.mark.parametrize(
    ("printed", "share", "admitted"),
    [
        (SharePrinted(54.2, 54.2, 1), 54.198, True),
        (SharePrinted(4.2, 4.2, 1), 54.198, False),
        (SharePrinted(54, 54), 54.98, True),  # cut off
        (SharePrinted(55, 55), 54.5, True),
        (SharePrinted(55, 55), 54.49, False),
        (SharePrinted(50, None, rough=True), 44.6, False),  # "more than half"
        (SharePrinted(50, None, rough=True), 50.2, True),
        (SharePrinted(50, 50, rough=True), 47.5, True),  # "half of them"
        (SharePrinted(50, 50, rough=True), 44.6, False),
        (SharePrinted(None, 10), 9.9, True),
        (SharePrinted(None, 10), 12, False),
    ],
)
def test_a_share_may_be_rounded_or_cut_off_as_printed(
    printed: SharePrinted, share: float, admitted: bool
) -> None:
    assert printed.admits(share) is admitted


def test_a_lost_digit_in_a_percentage_is_found() -> None:
    parts = [killed(162, CHILDREN), killed(51, WOMEN)]
    slip = share_differs(SharePrinted(4.2, 4.2, 1), parts, killed(393, EVERYBODY))
    assert slip is not None and round(slip.recomputed, 1) == 54.2
    assert share_differs(SharePrinted(54.2, 54.2, 1), parts, killed(393, EVERYBODY)) is None


def test_parts_beyond_their_whole_make_no_share() -> None:
    parts = [killed(154, CHILDREN), killed(90, WOMEN)]
    assert share_differs(SharePrinted(37, 37), parts, killed(60, EVERYBODY)) is None


def test_a_longer_time_cannot_hold_fewer() -> None:
    slips = list(contradictions([killed(119, when=JUNE), killed(100)]))
    assert [slip.kind for slip in slips] == [SlipKind.WINDOW_SHRINKS]
    assert not list(contradictions([killed(119, when=JUNE), killed(119)]))


def test_two_sources_may_disagree() -> None:
    assert not list(contradictions([killed(119, when=JUNE), killed(100, source="ohchr")]))


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_two_parts_that_share_nothing_always_fit_their_own_sum(one: int, other: int) -> None:
    parts = [killed(one, by="government"), killed(other, by="russia")]
    assert sum_differs(killed(one + other), parts, all_of_it=True) is None
    shorter = replace(killed(0), how_many=HowMany.exactly(one + other + 1))
    assert sum_differs(shorter, parts, all_of_it=True) is not None


@given(st.integers(1, 5000), st.data())
def test_a_share_printed_from_its_own_numbers_is_never_wrong(
    total: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, total))
    digits = data.draw(st.integers(0, 2))
    printed = round(100 * part / total, digits)
    shown = SharePrinted(printed, printed, digits)
    assert share_differs(shown, [killed(part, CHILDREN)], killed(total)) is None
