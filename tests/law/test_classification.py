"""A classification is dated, signed and about a pair; two that deny each other are refused."""

from __future__ import annotations

from datetime import date

import pytest
from tests.law.world import HOSPITAL, PACK, incident

from tawthiq.errors import InputError
from tawthiq.law.answer import Answer
from tawthiq.law.classification import Classification, Conflict, denials
from tawthiq.law.level import Level
from tawthiq.law.qualification import fitting, qualify

GROUPS = ("Syria", "armed groups")
SOURCES = ("https://example.org/note",)
DAY = date(2026, 11, 25)


def of(
    conflict: Conflict,
    *pair: str,
    first: date | None = None,
    last: date | None = None,
    line: str = "",
) -> Classification:
    return Classification(conflict, pair, "Syria", first, last, "A. Lawyer", SOURCES, line)


def test_two_pairs_may_be_classified_differently_on_one_day() -> None:
    """Government and groups, and one State on the territory of another."""
    both = [of(Conflict.NIAC, *GROUPS), of(Conflict.IAC, "Turkiye", "Syria")]
    assert not denials(both)
    turkish = incident(HOSPITAL, party="Turkiye", opposing="Syria")
    assert fitting(turkish, both) == (both[1],)
    assert fitting(incident(HOSPITAL, opposing="armed groups"), both) == (both[0],)


def test_an_incident_between_parties_that_are_not_named_is_read_under_each() -> None:
    both = [of(Conflict.NIAC, *GROUPS), of(Conflict.IAC, "Turkiye", "Syria")]
    found = qualify(incident(HOSPITAL), both, asked_on=DAY)
    assert [one.reading.conflict for one in found.readings] == [Conflict.NIAC, Conflict.IAC]


def test_one_pair_classified_twice_is_read_both_ways_and_both_lines_are_named() -> None:
    twice = [
        of(Conflict.NIAC, *GROUPS, line="a.yaml:4"),
        of(Conflict.IAC, *GROUPS, line="a.yaml:9"),
    ]
    found = qualify(incident(HOSPITAL), twice, asked_on=DAY)
    assert [one.reading.conflict for one in found.readings] == [Conflict.NIAC, Conflict.IAC]
    [said] = found.contested
    assert "a.yaml:9: Syria / armed groups: one classification says NIAC (a.yaml:4)" in said.en
    assert "correct the days" in said.en


def test_what_applies_under_one_class_alone_is_arguable_where_the_class_is_contested() -> None:
    twice = [of(Conflict.NIAC, *GROUPS), of(Conflict.IAC, *GROUPS)]
    found = qualify(incident(HOSPITAL), twice, asked_on=DAY)
    assert found.answer("GC-CA3") is Answer.ARGUABLE
    assert found.answer("CIHL-028") is Answer.APPLICABLE
    once = qualify(incident(HOSPITAL), twice[0], asked_on=DAY)
    assert (once.answer("GC-CA3"), once.contested) == (Answer.APPLICABLE, ())


def test_two_who_say_the_same_class_are_one_reading_and_both_are_named() -> None:
    bare = Classification(Conflict.NIAC, GROUPS)
    found = qualify(incident(HOSPITAL), [bare, of(Conflict.NIAC, *GROUPS)], asked_on=DAY)
    [one] = found.readings
    assert (one.reading.classification.by, one.also) == ("A. Lawyer", (bare,))


def test_one_pair_may_change_its_class_from_one_day_to_the_next() -> None:
    until, since = date(2019, 7, 22), date(2019, 7, 23)
    held = [of(Conflict.NIAC, *GROUPS, last=until), of(Conflict.IAC, *GROUPS, first=since)]
    assert fitting(incident(HOSPITAL), held) == (held[0],)


def test_a_disputed_class_is_read_both_ways_and_both_are_shown() -> None:
    found = qualify(incident(HOSPITAL), of(Conflict.DISPUTED, *GROUPS), asked_on=DAY)
    assert [one.reading.conflict for one in found.readings] == [Conflict.IAC, Conflict.NIAC]


@pytest.mark.parametrize(
    "held",
    [
        [],
        [Classification(Conflict.NIAC, GROUPS, "Syria", date(2020, 1, 1))],
        [Classification(Conflict.NIAC, ("Russia", "Ukraine"))],
        [Classification(Conflict.NIAC, GROUPS, "Ukraine")],
    ],
)
def test_without_a_classification_that_fits_nothing_is_said(held: list[Classification]) -> None:
    with pytest.raises(InputError, match="no classification of the conflict covers"):
        qualify(incident(HOSPITAL), held, asked_on=DAY)


def test_a_signed_one_with_sources_carries_further_than_a_bare_one() -> None:
    assert of(Conflict.NIAC).level is Level.REASONABLE_GROUNDS
    assert Classification(Conflict.NIAC).level is Level.REASONABLE_BASIS
    assert Classification(Conflict.NIAC, by="A. Lawyer").level is Level.REASONABLE_BASIS


def test_the_link_to_the_conflict_is_no_stronger_than_its_classification() -> None:
    from tawthiq.law.reading import read

    bare = Classification(Conflict.NIAC)
    line = read(incident(HOSPITAL), bare, Conflict.NIAC, PACK).crime("RS-8-2-e-iv").element(4)
    assert line.level is Level.REASONABLE_BASIS


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Classification(Conflict.NIAC, (), "", date(2020, 1, 1), date(2019, 1, 1))
