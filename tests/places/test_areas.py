"""Phrases for an area, and what can be said of land whose edge nobody has drawn."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tawthiq.places.found import Between, FoundArea, NotFound
from tawthiq.places.place import Area
from tawthiq.places.shipped import shipped


def area(words: str) -> Area:
    answer = shipped().find_area(words)
    assert isinstance(answer, FoundArea), answer
    assert answer.why.en and answer.why.ar
    return answer.area


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Idlib", {"SY07"}),
        ("Idlib governorate", {"SY07"}),
        ("Idleb province", {"SY07"}),
        ("محافظة إدلب", {"SY07"}),
        ("Idlib and Hama provinces", {"SY07", "SY05"}),
        ("Idlib, Hama and Aleppo", {"SY07", "SY05", "SY02"}),
        ("محافظتي إدلب وحماة", {"SY07", "SY05"}),
        ("Idlib and its countryside", {"SY07"}),
        ("إدلب وريفها", {"SY07"}),
        ("Syria", {"SY"}),
        ("ريف دمشق", {"SY03"}),
        ("Rural Damascus", {"SY03"}),
        ("Idlib city", {"gn169389"}),
        ("Saraqib and Ariha", {"gn164816", "gn172994"}),
        ("Ma'arrat al-Numan district", {"SY0702"}),
    ],
)
def test_words_for_whole_places_have_a_known_edge(words: str, codes: set[str]) -> None:
    assert area(words).parts == area(words).within == codes


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("southern Idlib", {"SY07"}),
        ("southern Idlib and Hama", {"SY07", "SY05"}),
        ("northern Hama", {"SY05"}),
        ("rural areas of Hama", {"SY05"}),
        ("ريف حماة الشمالي", {"SY05"}),
        ("southern countryside of Aleppo", {"SY02"}),
        ("de-escalation zone", {"SY02", "SY03", "SY04", "SY05", "SY06", "SY07", "SY12", "SY14"}),
    ],
)
def test_words_for_a_part_tell_what_holds_it_and_no_more(words: str, within: set[str]) -> None:
    assert (area(words).parts, area(words).within) == (frozenset(), within)


def test_a_word_for_a_part_does_not_reach_back() -> None:
    assert area("Idlib and northern Hama").parts == {"SY07"}
    assert area("Idlib and northern Hama").within == {"SY07", "SY05"}


def test_the_same_words_for_a_part_are_the_same_area_and_others_are_not() -> None:
    assert area("southern Idlib") == area("Southern  IDLIB")
    assert area("southern Idlib") != area("northern Idlib")


def test_the_zone_and_idlib_governorate_overlap_and_neither_contains_the_other_for_sure() -> None:
    holds, zone, idlib = shipped().contains, area("fourth de-escalation zone"), area("Idlib")
    assert holds(idlib, zone) is False
    assert holds(zone, idlib) is None
    assert shipped().overlaps(zone, idlib) is True
    assert zone == area("fourth de-escalation zone (Idlib, Hama, Aleppo, Latakia)")
    assert zone == area("منطقة خفض التصعيد الرابعة")


def test_a_town_in_the_middle_of_the_zone_is_surely_in_it_and_one_at_its_edge_is_not() -> None:
    zone = area("fourth de-escalation zone")
    assert shipped().contains(zone, area("Hass")) is True
    assert shipped().contains(zone, area("Kafr Zita")) is True
    assert shipped().contains(zone, area("Sinjar")) is None
    assert shipped().contains(zone, area("Raqqa governorate")) is False


def test_a_name_of_several_places_stays_undecided() -> None:
    assert isinstance(shipped().find_area("Sarja"), Between)


@pytest.mark.parametrize("words", ["", "the whole area", "north of Saraqib", "Atlantis"])
def test_other_words_are_no_area(words: str) -> None:
    assert isinstance(shipped().find_area(words), NotFound)


def test_every_named_area_is_found_by_each_of_its_phrases_in_both_languages() -> None:
    for named in shipped().areas():
        for phrase in (named.name.en, named.name.ar, *named.variants):
            assert area(phrase).code == named.code, phrase


def test_every_area_of_the_idlib_example_is_found(shared: Path) -> None:
    with (shared / "data/idlib-2019/aggregates.csv").open(encoding="utf-8") as file:
        phrases = {row["area"] for row in csv.DictReader(file)}
    assert len(phrases) == 15
    assert {phrase for phrase in phrases if not area(phrase).within} == set()
