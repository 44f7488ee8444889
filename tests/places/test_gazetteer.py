"""A written name finds its place, or the answer says why it cannot."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import UnknownNameError
from tawthiq.places.found import Between, Found, How, NotFound, Reason
from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.merge import km_between
from tawthiq.places.place import Level, Place
from tawthiq.places.shipped import shipped
from tawthiq.values.both import Both

IDLIB, HAMA, ALEPPO, LATAKIA = "SY07", "SY05", "SY02", "SY06"


def found(written: str, within: str | None = None) -> Found:
    answer = shipped().find(written, within=within)
    assert isinstance(answer, Found), answer
    return answer


def code(written: str, within: str | None = None) -> str:
    return found(written, within).place.code


MAARRA = "gn167611"
SARAQIB = "gn164816"


@pytest.mark.parametrize(
    "written",
    [
        "Ma'arrat An Nu'man",
        "Maarat al-Numaan",
        "Ma'aret Al Nu'man",
        "معرة النعمان",
        "معره النعمان",
        "MAARAT AL NUMAN",
        "\u200fمعرة النعمان\u200f",
        "gn167611",
        " gn167611 ",
        "Ma'arrat al-Numan market",
        "مدينة معرة النعمان",
    ],
)
def test_one_town_is_found_in_every_spelling(written: str) -> None:
    assert code(written) == MAARRA


def test_the_answer_says_how_it_was_found() -> None:
    assert found("SY070203").how is How.CODE
    assert found("Kafr Nobol").how is How.NAME
    assert found("Kuweires Sharqi").how is How.SPELLING
    for how in How:
        assert how.said.en and how.said.ar


def test_what_stands_in_brackets_is_kept_as_detail() -> None:
    answer = found("Hass (al-Rahma displaced persons compound)")
    assert (answer.place.name.en, answer.detail) == ("Hass", "al-Rahma displaced persons compound")
    assert not answer.near


@pytest.mark.parametrize(
    "written",
    [
        "north of Ma'arat al-Numan",
        "Ma'arat al-Numan area",
        "Ma'arat al-Numan (outskirts)",
        "Ma'arat al-Numan town (outskirts)",
        "ريف معرة النعمان",
        "أطراف معرة النعمان",
    ],
)
def test_near_a_town_is_not_in_it(written: str) -> None:
    answer = found(written)
    assert (answer.place.code, answer.near) == (MAARRA, True)


def test_a_town_is_meant_and_not_the_district_that_bears_its_name() -> None:
    assert code("Ariha") == code("Ariha town") == "gn172994"
    assert code("Ariha district") == "SY0705"
    assert code("Ariha subdistrict") == "SY070500"


def test_a_town_of_the_sound_comes_before_a_district_of_the_very_name() -> None:
    gazetteer = Gazetteer(
        [
            Place("SY020005", Level.SUBDISTRICT, Both("Zarbah", "")),
            Place("town", Level.SETTLEMENT, Both("Zerbeh", "")),
        ]
    )
    for written, code_ in (
        ("Zarbah town", "town"),
        ("Zarbah", "town"),
        ("Zarbah nahia", "SY020005"),
    ):
        answer = gazetteer.find(written)
        assert isinstance(answer, Found) and answer.place.code == code_


def test_a_name_that_the_source_gives_to_the_wrong_town_is_taken_away() -> None:
    answer = shipped().find("Ma'arrat Shemarin")
    assert "gn167605" not in str(answer)


def test_a_column_of_subdistricts_names_subdistricts() -> None:
    for written in ("Ariha", "ناحية مركز أريحا", "SY070500"):
        answer = shipped().find_at(Level.SUBDISTRICT, written)
        assert isinstance(answer, Found) and answer.place.code == "SY070500"
    assert isinstance(shipped().find_at(Level.GOVERNORATE, "Saraqib"), NotFound)
    assert isinstance(shipped().find_at(Level.GOVERNORATE, "  "), NotFound)


def test_a_city_and_its_governorate_are_told_apart_by_one_word() -> None:
    answer = shipped().find("Idlib")
    assert isinstance(answer, Between)
    assert answer.reason is Reason.CITY_OR_GOVERNORATE
    assert answer.holder == IDLIB
    assert "Idlib governorate; Idlib" in answer.why.en
    assert "محافظة إدلب؛ إدلب" in answer.why.ar
    assert code("Idlib city (al-Qusour)") == "gn169389"
    assert code("محافظة إدلب") == IDLIB


def test_one_name_of_two_villages_is_not_decided_but_both_lie_in_one_governorate() -> None:
    answer = shipped().find("Kafraya (northern Idlib)")
    assert isinstance(answer, Between)
    assert answer.reason is Reason.SAME_NAME
    assert {place.code for place in answer.places} == {"tw-kafraya", "tw-kafraya-sinjar"}
    assert answer.holder == IDLIB
    assert "Sinjar" in answer.why.en and "سنجار" in answer.why.ar


def test_a_subdistrict_decides_between_villages_of_one_name() -> None:
    assert isinstance(shipped().find("Sarja", within=IDLIB), Between)
    assert code("Sarja", "SY070500") == "tw-sarja"
    assert code("Sarja", "SY070202") == "tw-sarja-sinjar"


def test_a_governorate_decides_between_a_village_and_a_town_on_the_coast() -> None:
    assert isinstance(shipped().find("Jabala"), Between)
    assert code("Jabala", IDLIB) == "tw-jibala"
    assert code("Jabala", LATAKIA) == "gn169304"


def test_a_place_that_is_known_only_elsewhere_is_not_taken() -> None:
    answer = shipped().find("Saraqib", within=HAMA)
    assert isinstance(answer, NotFound)
    assert answer.reason is Reason.ELSEWHERE
    assert [place.code for place in answer.nearest] == [SARAQIB]
    assert "Idlib" in answer.why.en


def test_within_must_be_a_code() -> None:
    with pytest.raises(ValueError, match="'Idlib' is no code"):
        shipped().find("Saraqib", within="Idlib")


def test_several_places_in_one_cell_are_never_one() -> None:
    written = "Hanbushiyeh, Khan Shaykhun and Saraqib (three separate incidents, combined)"
    answer = shipped().find(written)
    assert isinstance(answer, Between)
    assert (answer.reason, answer.complete, answer.holder) == (Reason.TOGETHER, True, IDLIB)
    each = shipped().find_all(written)
    assert [one.place.code for one in each if isinstance(one, Found)] == [
        "tw-hanbushiyah",
        "gn168325",
        SARAQIB,
    ]


def test_a_list_with_a_name_that_is_not_known_says_so_and_holds_no_more_than_was_given() -> None:
    answer = shipped().find("al-Habit and Areen (combined)", within=IDLIB)
    assert isinstance(answer, Between)
    assert (answer.complete, answer.holder) == (False, IDLIB)
    unsure = shipped().find("al-Habit and Areen")
    assert isinstance(unsure, Between) and unsure.holder == ""
    kinds = [type(one) for one in shipped().find_all("al-Habit and Areen (combined)")]
    assert kinds == [Found, NotFound]


def test_the_subdistrict_of_a_row_does_not_lose_the_other_places_of_its_list() -> None:
    ehsem = "SY070501"
    answers = shipped().find_all("Kansafra and Basqala (combined)", within=ehsem)
    assert [type(one) for one in answers] == [Found, Found]
    assert isinstance(shipped().find("Basqala", within=ehsem), NotFound)
    assert [type(one) for one in shipped().find_all("Kansafra and Morek", within=ehsem)] == [
        Found,
        NotFound,
    ]
    assert [type(one) for one in shipped().find_all("Kansafra and Morek", within=IDLIB)] == [
        Found,
        NotFound,
    ]


@pytest.mark.parametrize("written", ["معرة النعمان وسراقب", "مدينتي معرة النعمان وسراقب"])
def test_an_arabic_list_comes_apart_where_both_sides_are_names(written: str) -> None:
    assert [type(one) for one in shipped().find_all(written)] == [Found, Found]


def test_a_name_that_begins_with_the_letter_of_and_is_not_cut() -> None:
    assert code("قرية الوضيحي") == code("وضيحي") == "tw-al-wadihi"


@pytest.mark.parametrize("written", ["Saraqib, Idlib", "Saraqib, Idlib, Syria", "سراقب، إدلب"])
def test_what_only_says_where_a_town_lies_is_not_a_second_town(written: str) -> None:
    assert [type(one) for one in shipped().find_all(written)] == [Found]
    assert code(written) == SARAQIB


def test_a_list_that_begins_with_a_governorate_seat_stays_a_list() -> None:
    written = "Idlib, Jisr al-Shughur, Ariha and Ma'arat al-Numan (combined)"
    assert len(shipped().find_all(written)) == 4


def test_two_spellings_with_a_slash_are_one_place_and_two_places_are_two() -> None:
    assert code("Has/Hassef town") == "tw-hass"
    assert code("Maar Tahroma/Maarat Hurmah village") == "tw-maarat-hurmah"
    answer = shipped().find("Saraqib / Ariha")
    assert isinstance(answer, Between) and answer.reason is Reason.ONE_OR_OTHER


def test_a_name_in_another_script_in_brackets_helps_to_find() -> None:
    assert code("Somewhere we cannot spell (سراقب)") == SARAQIB
    assert code("al-Kastan (الكستن الفوقاني)") == "tw-kastan-fawqani"


def test_an_area_is_no_place_and_is_given_as_an_area() -> None:
    answer = shipped().find("north-west Syria (towns not named)")
    assert isinstance(answer, NotFound)
    assert answer.reason is Reason.AREA_ONLY
    assert answer.area is not None and answer.area.code == "north-west-syria"
    part = shipped().find("northern Hama (facility not named)")
    assert isinstance(part, NotFound) and part.area is not None
    assert part.area.within == {HAMA} and not part.area.parts


def test_one_side_of_a_village_may_be_another_village() -> None:
    answer = shipped().find("western Saraqib")
    assert isinstance(answer, NotFound) and answer.reason is Reason.A_SIDE
    assert code("Deir Gharbi") == "tw-deir-gharbi"


def test_an_unknown_name_gets_names_that_come_close() -> None:
    answer = shipped().find("Khan Shaykhoum")
    assert isinstance(answer, NotFound) and answer.reason is Reason.UNKNOWN
    assert answer.nearest[0].code in ("gn168325", "SY070201")
    assert len(answer.nearest) <= 3


@pytest.mark.parametrize("written", ["", "  ", "؟", "()", "\u200f"])
def test_nothing_written_is_said_so(written: str) -> None:
    answer = shipped().find(written)
    assert isinstance(answer, NotFound) and answer.reason is Reason.NOTHING_WRITTEN


def test_every_reason_is_said_in_both_languages() -> None:
    for reason in Reason:
        assert reason.said.en and reason.said.ar


def test_a_code_that_nothing_bears_is_an_error_that_says_what_to_do() -> None:
    assert shipped().place(IDLIB).name.ar == "إدلب"
    with pytest.raises(UnknownNameError, match="'C1'; import the table"):
        shipped().place("C1")


def test_a_place_knows_its_governorate() -> None:
    gazetteer = shipped()
    holder = gazetteer.holder(SARAQIB, Level.GOVERNORATE)
    assert holder is not None and holder.code == IDLIB
    assert gazetteer.holder(IDLIB, Level.GOVERNORATE) == gazetteer.place(IDLIB)
    assert gazetteer.holder(IDLIB, Level.DISTRICT) is None


def test_two_places_cannot_share_a_code() -> None:
    place = Place("x", Level.SETTLEMENT, Both.same("X"))
    with pytest.raises(ValueError, match="share a code"):
        Gazetteer([place, place])


EVERY = shipped().places()


@given(st.sampled_from(EVERY), st.data())
def test_every_name_of_every_place_finds_it_or_all_that_bear_it(place: Place, data) -> None:  # type: ignore[no-untyped-def]
    written = data.draw(st.sampled_from(place.written))
    answer = shipped().find_at(place.level, written)
    among = (answer.place,) if isinstance(answer, Found) else getattr(answer, "places", ())
    assert place in among


@given(st.text(max_size=80), st.sampled_from([None, IDLIB, HAMA, "SY0702"]))
def test_whatever_is_written_there_is_an_answer(written: str, within: str | None) -> None:
    answer = shipped().find(written, within=within)
    assert isinstance(answer, Found | Between | NotFound)
    assert answer.written == written
    assert shipped().find_all(written, within=within)


PIECES = st.lists(
    st.sampled_from(
        ["Saraqib", "Idlib", "سراقب", "و", " و", ",", "/", "(", ")", " and ", " north of ", "town "]
    ),
    max_size=12,
).map("".join)


@given(PIECES)
def test_however_names_are_put_together_there_is_an_answer(written: str) -> None:
    assert shipped().find(written).written == written
    shipped().find_area(written)


def test_each_incident_of_the_idlib_example_is_found_where_it_lies_or_said_why(
    shared: Path,
) -> None:
    """The rows' own coordinates, added by their gatherers, are the outside truth."""
    with (shared / "data/idlib-2019/incidents.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if "Airwars" not in row["source_org"]]
    kinds: Counter[str] = Counter()
    far: list[tuple[str, float]] = []
    for row in rows:
        governorate = shipped().find_at(Level.GOVERNORATE, row["governorate"])
        within = governorate.place.code if isinstance(governorate, Found) else None
        answer = shipped().find(row["place"], within=within)
        kinds[type(answer).__name__] += 1
        if isinstance(answer, Found) and row["lat"]:
            lat, lon = float(row["lat"]), float(row["lon"])
            said = Place("row", Level.SETTLEMENT, Both.same("row"), lat=lat, lon=lon)
            distance = km_between(answer.place, said)
            if distance is None or distance > 1:
                far.append((row["place"], round(distance or -1)))
    assert kinds == {"Found": 202, "Between": 14, "NotFound": 4}
    # The row has the point of the neighbouring Ma'arat Hurmah.
    assert far == [("Sheikh Mustafa village", 3)]


def test_names_of_another_list_are_found_in_their_place_or_not_at_all(shared: Path) -> None:
    """1,887 names as the Uppsala program romanises them, most of them in no list of ours."""
    with (shared / "data/syria-geo/places_from_ucdp.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["adm3_pcode"]]
    right = wrong = 0
    for row in rows:
        answer = shipped().find(row["name_en"], within=row["adm3_pcode"][:4])
        if isinstance(answer, Found) and not answer.near and answer.place.lat is not None:
            lat, lon = float(row["lat"]), float(row["lon"])
            said = Place("row", Level.SETTLEMENT, Both.same("row"), lat=lat, lon=lon)
            distance = km_between(answer.place, said)
            right += distance is not None and distance <= 5
            wrong += distance is None or distance > 5
    assert right >= 260
    assert wrong <= 8
