"""A place of another list joins ours, or is recognised as one of them."""

from __future__ import annotations

import pytest

from tawthiq.places.found import Found
from tawthiq.places.merge import km_between, merged
from tawthiq.places.place import Level, Place
from tawthiq.places.shipped import shipped
from tawthiq.values.both import Both

HASS = Place("tw-hass", Level.SETTLEMENT, Both("Hass", "حاس"), (), "SY070203", 35.6161, 36.5907)


def theirs(
    en: str = "Hass", ar: str = "حاس", lat: float | None = 35.62, lon: float | None = 36.59
) -> Place:
    return Place("C4126", Level.SETTLEMENT, Both(en, ar), ("Hassa",), "SY070203", lat, lon)


def test_the_same_village_gains_their_code_and_names_and_keeps_its_own() -> None:
    (place,) = merged([HASS], [theirs("Has")])
    assert (place.code, place.name) == ("tw-hass", HASS.name)
    assert place.variants == ("C4126", "Has", "Hassa")
    assert (place.lat, place.parent) == (35.6161, "SY070203")


def test_a_village_of_the_name_farther_off_is_another() -> None:
    assert len(merged([HASS], [theirs(lat=35.65)])) == 2


def test_a_near_village_of_another_name_is_another() -> None:
    assert len(merged([HASS], [theirs("Kafr Ruma", "كفروما")])) == 2


def test_short_names_must_be_the_same_and_not_only_share_consonants() -> None:
    assert len(merged([HASS], [theirs("Hisa", "حصا")])) == 2


def test_a_village_without_a_point_is_not_taken_for_ours() -> None:
    assert len(merged([HASS], [theirs(lat=None, lon=None)])) == 2


def test_of_two_twins_neither_is_chosen() -> None:
    other = Place("x", Level.SETTLEMENT, HASS.name, (), "", 35.62, 36.6)
    assert len(merged([HASS, other], [theirs()])) == 3


def test_one_code_is_one_place_and_what_we_did_not_know_is_added() -> None:
    bare = Place("C4126", Level.SETTLEMENT, Both("Hass", ""))
    (place,) = merged([bare], [theirs()])
    assert (place.lat, place.parent, place.written) == (35.62, "SY070203", ("Hass", "حاس", "Hassa"))


def test_an_imported_village_is_found_by_its_code_and_by_the_old_name() -> None:
    gazetteer = shipped().with_places([theirs("Hass village", "حاس")])
    for written in ("C4126", "c4126", "Hass", "حاس"):
        answer = gazetteer.find(written)
        assert isinstance(answer, Found) and answer.place.code == "tw-hass"
    assert len(gazetteer.places()) == len(shipped().places())


def test_kilometres_are_kilometres() -> None:
    """Damascus to Aleppo is 310 km on a map."""
    damascus, aleppo = shipped().place("gn170654"), shipped().place("gn170063")
    assert km_between(damascus, aleppo) == pytest.approx(310, abs=3)
    assert km_between(damascus, shipped().place("SY07")) is None
