"""The words of sources for sites, weapons and parties are read, and never guessed."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from tawthiq.errors import RuleError
from tawthiq.records import vocabulary
from tawthiq.records.vocabulary import (
    parties,
    read_kinds,
    read_name,
    read_words,
    sites,
    spot_kinds,
    weapons,
)
from tawthiq.values.both import LANGUAGES, Both
from tawthiq.values.kinds import Kind, Kinds
from tawthiq.values.text import fold

VOCABULARIES = [sites, weapons, parties]


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("market; residential buildings", "market home"),
        ("near a monastery; street", "public-place"),
        ("house; near a church", "home"),
        ("homes beside a mosque", "home"),
        ("homes near a school and a mosque", "home"),
        ("hospital (near a market), school", "hospital school"),
        ("town; monastery yard", "settlement worship"),
        ("ambulance post; rescuers (double tap)", "ambulance civil-defence"),
        ("hospital (out of service)", "hospital"),
        ("health facility (primary care)", "medical-facility health-centre"),
        ("fighters' positions (caves, trenches)", "military"),
        ("front line by the village", "military"),
        ("town square (Great Mosque)", "public-place"),
        ("(mosque)", "mosque"),
        ("main square / market", "public-place market"),
        ("main market street", "market"),
        ("road to the market", "public-place"),
        ("market and its surroundings", "market"),
        ("homes; two schools; post office", "home school public-building"),
        ("village; displaced people", "settlement displaced-people"),
        ("displaced persons compound", "camp"),
        ("training camp", "military"),
        ("supermarket", ""),
        ("", ""),
        ("سوق شعبي؛ منازل", "market home"),
        ("قرب المسجد؛ شارع", "public-place"),
        ("مدرستين ومشفى", "school hospital"),
        ("النقطة الطبية والدفاع المدني", "medical-facility civil-defence"),
        ("المَسْجِد الكبير", "mosque"),
    ],
)
def test_what_was_hit_is_read(cell: str, kinds: str) -> None:
    assert read_kinds(sites(), cell) == set(kinds.split())


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("airstrike (Su-24, 4 missiles)", "airstrike missile"),
        ("air-dropped bombs (double tap)", "airstrike"),
        ("rockets (Grad)", "rocket"),
        ("airstrike (vacuum missiles)", "airstrike thermobaric"),
        ("alleged chlorine", "chemical"),
        ("heavy shelling; chlorine claim not supported by SOHR", "artillery"),
        ("missile strike", "missile"),
        ("strike (type not stated)", ""),
        ("غارات جوية بالصواريخ الفراغية", "airstrike thermobaric"),
        ("براميل متفجرة وقذائف الهاون", "barrel-bomb mortar"),
        ("صواريخ", "missile"),
    ],
)
def test_the_weapon_is_read(cell: str, kinds: str) -> None:
    assert read_kinds(weapons(), cell) == set(kinds.split())


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("Syrian government and/or Russian forces", "syrian-government russia"),
        ("Government of Syria", "syrian-government"),
        ("Syrian-Russian alliance", "government-side"),
        ("Hay’at Tahrir al-Sham", "hts"),
        ("unknown", ""),
        ("قوات النظام والطيران الروسي", "syrian-government russia"),
        ("القوات الروسية", "russia"),
        ("قوات الحلف السوري الروسي", "government-side"),
        ("فصائل المعارضة", "armed-opposition"),
    ],
)
def test_the_party_is_read(cell: str, kinds: str) -> None:
    assert read_kinds(parties(), cell) == set(kinds.split())


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Upper Town Hospital", "hospital"),
        ("Market Street School / Mill Clinic", "school health-centre"),
        ("al-Maghara (cave) Central Hospital", "hospital"),
        ("Kafr Zita Ambulance System", "ambulance"),
        ("Jisr al-Shughur Surgical Hospital (near the market)", "hospital"),
        ("مشفى السوق", "hospital"),
        ("مدرسة الدير؛ مسجد القرية", "school mosque"),
        ("Nabad al-Hayat", ""),
        ("", ""),
    ],
)
def test_a_name_says_what_bears_it_and_not_what_it_is_called_after(name: str, kinds: str) -> None:
    assert read_name(sites(), name) == set(kinds.split())


def test_what_no_word_is_known_for_is_handed_back() -> None:
    reading = read_words(sites(), "market; two grain silos")
    assert (reading.kinds, reading.unread) == ({"market"}, ("grain", "silos"))


def test_a_kind_is_shown_where_it_stands() -> None:
    text = "hospitals and the Grand Market"
    spots = [(fold(text)[a:b], key) for a, b, key in spot_kinds(sites(), text)]
    assert spots == [("hospitals", "hospital"), ("market", "market")]


@pytest.mark.parametrize("kinds", VOCABULARIES)
def test_every_name_of_every_kind_is_read_as_that_kind(kinds: Callable[[], Kinds]) -> None:
    for key, kind in kinds().items():
        names = [kind.name.en, kind.name.ar, kind.plural.en, kind.plural.ar, *kind.variants]
        for name in filter(None, names):
            assert {found for _, _, found in spot_kinds(kinds(), name)} == {key}, name


@pytest.mark.parametrize("kinds", VOCABULARIES)
def test_every_kind_has_a_name_in_both_languages(kinds: Callable[[], Kinds]) -> None:
    for kind in kinds().values():
        assert all(kind.name.in_(language) for language in LANGUAGES)
        assert bool(kind.plural.en) is bool(kind.plural.ar)
        assert kind.name.en.isascii() or "ü" in kind.name.en
        assert not any(letter.isascii() and letter.isalpha() for letter in kind.name.ar)


def test_two_kinds_with_one_word_are_refused() -> None:
    torn = Kinds("torn", [Kind("a", Both("silo", "صومعة")), Kind("b", Both("Silo", "مخزن"))])
    with pytest.raises(RuleError, match=r"torn\.yaml: 'Silo' stands for 'a' and for 'b'"):
        read_kinds(torn, "silo")


def test_an_entry_that_lacks_a_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "_yaml", lambda _: [{"key": "a", "en": "a", "colour": "red"}])
    with pytest.raises(RuleError, match=r"sites\.yaml: .* lacks key, en or ar.*colour"):
        vocabulary._load("sites")


COLUMNS = {"target_type": sites, "weapon": weapons, "alleged_party": parties}


@pytest.mark.parametrize("column", COLUMNS)
def test_the_cells_of_the_idlib_table_are_read_to_the_last_word(column: str, shared: Path) -> None:
    table = shared / "data" / "idlib-2019" / "incidents.csv"
    with table.open(encoding="utf-8-sig", newline="") as rows:
        cells = {row[column] for row in csv.DictReader(rows) if "Airwars" not in row["source_org"]}
    silent = {"", "unknown", "strike (type not stated)", "denies responsibility"}
    readings = {cell: read_words(COLUMNS[column](), cell) for cell in cells - silent}
    assert len(readings) > 5
    assert [cell for cell, reading in readings.items() if reading.unread] == []
    assert [cell for cell, reading in readings.items() if not reading.kinds] == []
