"""Which source, which time and which area applies to which number."""

from __future__ import annotations

from datetime import date

import pytest

from ..house import read


def windows(text: str, said_on: date | None = None) -> list[str]:
    return [str(m.window.when) if m.window else "-" for m in read(text, said_on=said_on).mentions]


def sources(text: str) -> list[str]:
    return [(m.source.key or m.source.name) if m.source else "-" for m in read(text).mentions]


def areas(text: str) -> list[str]:
    return [
        (m.area.area.code if m.area.area else m.area.settlement) if m.area else "-"
        for m in read(text).mentions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("235 civilians were killed in May 2019 and 119 from 1 to 23 June 2019.",
         ["2019-05", "2019-06-01/2019-06-23"]),
        ("In May 2019 235 civilians were killed, and in June 2019 119.", ["2019-05", "2019-06"]),
        ("Between 26 April and 27 July 2019 781 civilians, including 208 children, were killed.",
         ["2019-04-26/2019-07-27"] * 2),
        ("From 26 April to 27 July 2019 many died. At least 781 civilians were killed.",
         ["2019-04-26/2019-07-27"]),
        ("In May 2019 235 civilians were killed, and 119 from 1 to 23 June 2019.",
         ["2019-05", "2019-06-01/2019-06-23"]),
        ("By 17 July 2019 they counted 37 schools attacked.", ["../2019-07-17"]),
        ("At least 781 civilians were killed.", ["-"]),
        ("A report published on 31 July 2019 counts 781 civilians killed.", ["-"]),
        ("This statement covers 1 to 23 June 2019.\n\nTwo schools were hit.",
         ["2019-06-01/2019-06-23"]),
    ],
)  # fmt: skip
def test_a_time_applies_as_readers_take_it(text: str, expected: list[str]) -> None:
    assert windows(text) == expected


def test_a_date_without_a_year_takes_the_year_of_the_text() -> None:
    text = "Statement of 2 August 2019.\n\nBetween 26 April and 27 July 781 civilians were killed."
    assert windows(text) == ["2019-04-26/2019-07-27"]


def test_a_date_without_a_year_stays_without_one() -> None:
    reading = read("On 26 April 12 civilians were killed.")
    assert [time.yearless for time in reading.times] == [True]


def test_the_date_line_dates_the_text() -> None:
    reading = read("A title\n\n2 August 2019\n\nSince last April 12 civilians were killed.")
    assert reading.said_on == date(2019, 8, 2)
    assert [str(time.when) for time in reading.times if time.relative] == ["2019-04-01/.."]


def test_all_within_three_months_speaks_of_the_numbers_before_it() -> None:
    reading = read("They killed 781 civilians. All within three months.")
    (mention,) = reading.mentions
    assert mention.window is not None and mention.window.relative


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to SNHR, 781 civilians were killed.", ["snhr"]),
        ("781 civilians were killed (SNHR).", ["snhr"]),
        ("781 civilians were killed, the Syrian Network for Human Rights reports.", ["snhr"]),
        ("SNHR counted 781 civilians killed. Of these, 208 were children.", ["snhr", "snhr"]),
        ("SNHR counted 781 dead civilians. STJ recorded two hospitals hit.", ["snhr", "stj"]),
        ("SNHR counted 781 dead civilians and STJ recorded 119 dead civilians.", ["snhr", "stj"]),
        ("SNHR condemned the raids.\n\n781 civilians were killed.", ["-"]),
        ("2- According to the Syrian Human Rights Network\n\n33 massacres killed 781 civilians.",
         ["snhr", "snhr"]),
        ("According to local doctors, 12 people were killed.", ["local doctors"]),
        ("The Aleppo Media Office reported 12 people killed.", ["Aleppo Media Office"]),
        ("According to the rules of the law, 12 people were killed.", ["-"]),
    ],
)  # fmt: skip
def test_a_source_covers_what_follows_it(text: str, expected: list[str]) -> None:
    assert sources(text) == expected


def test_we_documented_cites_ourselves() -> None:
    (mention,) = read("We documented 12 civilians killed.").mentions
    assert mention.source is not None and mention.source.own


def test_the_author_who_condemns_is_no_source() -> None:
    text = "Human Rights Guardians warned that 3 million civilians and 12 dead children suffer."
    assert sources(text) == ["-", "-"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 people were killed in Idlib governorate.", ["SY07"]),
        ("12 people were killed in the north-west de-escalation zone.",
         ["fourth-de-escalation-zone"]),
        ("12 people were killed in north-west Syria.", ["north-west-syria"]),
        ("12 people were killed in Idlib and Hama governorates.", ["SY05+SY07"]),
        ("12 people were killed.", ["-"]),
    ],
)  # fmt: skip
def test_an_area_is_read_from_its_words(text: str, expected: list[str]) -> None:
    assert areas(text) == expected


def test_the_settlement_makes_it_one_incident() -> None:
    (mention,) = read("12 people were killed in Saraqib.").mentions
    assert mention.area is not None and mention.area.settlement
