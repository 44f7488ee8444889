"""Which attack a number is of: its place, its day and what was hit, or none of them."""

from __future__ import annotations

from datetime import date

import pytest

from tawthiq.claims.source import Source, SourceKind
from tawthiq.statements.reading.read import read_statement
from tawthiq.statements.reading.reading import Scene
from tawthiq.values.both import Both

from ..house import read

MAARRAT, SARAQIB, RUMA, HASS = "gn167611", "gn164816", "tw-kafr-ruma", "tw-hass"


def scenes(text: str) -> list[Scene | None]:
    return [mention.scene for mention in read(text).mentions]


def at(text: str) -> list[tuple[str, ...] | None]:
    """The places of every number, in order; None where it is of no one attack."""
    return [scene.places if scene else None for scene in scenes(text)]


def days(text: str) -> list[str]:
    return [str(d.when) for scene in scenes(text) if scene for d in scene.days]


def test_a_sentence_gives_place_day_and_what_was_hit() -> None:
    (scene,) = scenes("On 22 July 2019 a strike on the market of Maarat al-Numan killed 54 people.")
    assert scene is not None
    assert (scene.places, scene.sites) == ((MAARRAT,), frozenset({"market"}))
    assert [day.when.first for day in scene.days] == [date(2019, 7, 22)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("20 people were killed in Hass on 16 August 2019.", [(HASS,)]),
        ("On 22 July 2019 aircraft hit Saraqib. They killed 7 people.", [(SARAQIB,)]),
        ("On 22 July 2019 strikes killed 31 people in Maarat al-Numan, 7 in Saraqib and 2 in Kafr"
         " Ruma.", [(MAARRAT,), (SARAQIB,), (RUMA,)]),
        ("On 22 July 2019 in Maarat al-Numan 31 people were killed, in Saraqib 7 and in Kafr Ruma"
         " 2.", [(MAARRAT,), (SARAQIB,), (RUMA,)]),
        ("A strike on Maarat al-Numan killed 31 people and one on Saraqib killed 7.",
         [(MAARRAT,), (SARAQIB,)]),
        ("Strikes on Maarat al-Numan and Saraqib killed 46 people.", [(MAARRAT, SARAQIB)]),
        ("Of 59 people killed, 39 died in Maarat al-Numan, 8 in Saraqib.",
         [None, (MAARRAT,), (SARAQIB,)]),
        ("59 people were killed, 39 of them in Maarat al-Numan.", [None, (MAARRAT,)]),
        ("59 people were killed across Idlib, most of them in Maarat al-Numan.", [None]),
        ("39 people were killed in Maarat al-Numan in southern Idlib.", [(MAARRAT,)]),
        ("15 people, among them 6 children, were killed in Hass.", [(HASS,), (HASS,)]),
        ("20 people from Saraqib were killed in Hass.", [(HASS,)]),
        ("A strike on al-Ghadfa killed one person.", [("tw-al-ghadfa",)]),
        ("A strike on Idlib city killed 7 people.", [("gn169389",)]),
        ("39 people were killed in Idlib’s Maarat al-Numan.", [(MAARRAT,)]),
        ("Saraqib Post counted 8 people killed in Hass.", [(HASS,)]),
    ],
)  # fmt: skip
def test_a_number_has_the_place_that_a_reader_gives_it(
    text: str, places: list[tuple[str, ...] | None]
) -> None:
    assert at(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "On 22 July 2019 a strike hit Maarat al-Numan. Since April 781 civilians have been killed.",
        "Between 26 April and 27 July 2019 strikes on Maarat al-Numan killed 120 people.",
        "On 22 July 2019 a strike on Maarat al-Numan brought to 450 the number of people killed.",
        "On 22 July 2019 strikes on Maarat al-Numan killed or injured 90 people.",
        "On 22 July 2019 in Maarat al-Numan 120 people had been killed this year.",
        "On 22 July 2019 39 people were killed in Maarat al-Numan. Two more died in hospital.",
        "The people of Maarat al-Numan have seen 400 killed in the last months.",
        "On 22 July 2019 three of the 39 dead of Maarat al-Numan were children.",
    ],
)
def test_a_number_that_gathers_more_than_one_attack_has_no_scene(text: str) -> None:
    assert scenes(text)[0] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the night of 5 to 6 July 2019 13 people were killed in Saraqib.",
         ["2019-07-05/2019-07-06"]),
        ("In July 2019 it grew worse: on 22 July 7 died in Saraqib.", ["2019-07-22"]),
        ("Saraqib, 22 July 2019: 7 people killed.", ["2019-07-22"]),
        ("22 July 2019:\n\n- Saraqib: 7 killed\n- Hass: 2 killed\n", ["2019-07-22", "2019-07-22"]),
        ("Idlib, 23 July 2019. In Saraqib 7 people were killed.", []),
        ("In Saraqib 7 people were killed, OCHA said on 23 July 2019.", []),
        ("According to a report of 23 July 2019, 7 people were killed in Saraqib.", []),
    ],
)  # fmt: skip
def test_a_number_has_the_day_of_what_happened(text: str, expected: list[str]) -> None:
    assert days(text) == expected


def test_who_speaks_is_not_what_was_hit() -> None:
    (scene,) = scenes("The White Helmets said that a strike on Saraqib killed 7 people.")
    assert scene is not None
    assert scene.sites == frozenset()


def test_two_verbs_with_a_number_each_share_neither() -> None:
    killed, injured = read("A strike killed 54 people and injured 60 others.").mentions
    assert (killed.unit, injured.unit) == ("persons-killed", "persons-injured")


def test_numbers_in_brackets_of_their_own_are_no_parts_of_each_other() -> None:
    text = "Ariha was hit on 24 July 2019 (2 killed) and on 27 July (11 killed)."
    assert [mention.whole for mention in read(text).mentions] == [None, None]
    text = "781 civilians (208 children) were killed; of them (140) were women."
    assert read(text).mentions[1].whole == 0


def test_today_in_the_name_of_a_source_is_no_time() -> None:
    text = "Ariha Today said that 7 people were killed in Hass on 16 August 2019."
    assert [str(time.when) for time in read(text).times] == ["2019-08-16"]
    assert days(text) == ["2019-08-16"]
    assert [time.relative for time in read("Russia Today reported 5 dead in Hass.").times] == []
    assert [time.relative for time in read("Today 5 people were killed in Hass.").times] == [True]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("al-Muharrar Media reported 8 people killed in Hass.", "al-Muharrar Media"),
        ("21st Century Wire said 12 people were killed.", "21st Century Wire"),
        ("According to 21st Century Wire, 12 people were killed.", "21st Century Wire"),
    ],
)
def test_a_name_that_begins_with_no_capital_is_read_whole(text: str, name: str) -> None:
    reading = read(text)
    assert [cited.name for cited in reading.citations] == [name]
    assert [mention.how_many.headline for mention in reading.mentions] in ([8], [12])


@pytest.mark.parametrize("name", ["al-Muharrar Media", "21st Century Wire"])
def test_a_source_of_the_case_whose_name_begins_with_no_capital_is_known(name: str) -> None:
    source = Source("it", name, Both.same(name), SourceKind.MONITOR, "it")
    reading = read_statement(f"It was {name} that counted 8 people killed.", {"it": source})
    assert [(named.key, named.name) for named in reading.names] == [("it", name)]
