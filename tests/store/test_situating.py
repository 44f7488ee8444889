from __future__ import annotations

import pytest

from tawthiq.places.gazetteer import Gazetteer
from tawthiq.places.place import Level, Place
from tawthiq.store.situating import finder, places_named
from tawthiq.values.both import Both

from ..house import claim


def place(code: str, name: str, level: Level, parent: str) -> Place:
    return Place(code, level, Both(name, name), (), parent)


# Two villages of one name in two subdistricts of a governorate, and a third elsewhere.
COUNTRY = Gazetteer(
    (
        place("XX", "Nowhereland", Level.COUNTRY, ""),
        place("XX01", "Westmark", Level.GOVERNORATE, "XX"),
        place("XX02", "Eastmark", Level.GOVERNORATE, "XX"),
        place("XX0101", "Highmoor", Level.DISTRICT, "XX01"),
        place("XX010101", "Upmoor", Level.SUBDISTRICT, "XX0101"),
        place("XX010102", "Lowmoor", Level.SUBDISTRICT, "XX0101"),
        place("oakham-up", "Oakham", Level.SETTLEMENT, "XX010101"),
        place("oakham-low", "Oakham", Level.SETTLEMENT, "XX010102"),
        place("oakham-east", "Oakham", Level.SETTLEMENT, "XX02"),
        place("birchford", "Birchford", Level.SETTLEMENT, "XX010102"),
    )
)


@pytest.mark.parametrize(
    ("said", "subdistrict", "governorate", "codes"),
    [
        ("Birchford", "", "", ("birchford",)),
        ("Oakham", "Upmoor", "Westmark", ("oakham-up",)),
        ("Oakham", "", "Eastmark", ("oakham-east",)),
        ("Oakham", "", "Westmark", ("XX0101",)),
        ("Oakham", "", "", ("XX",)),
        ("Birchford and Oakham", "Lowmoor", "Westmark", ("birchford", "oakham-low")),
        ("", "Upmoor", "Westmark", ("XX010101",)),
        ("", "", "Westmark", ("XX01",)),
        ("Zzyzx", "", "Westmark", ("XX01",)),
        ("Zzyzx", "Upmoor", "Westmark", ("XX010101",)),
        ("Zzyzx", "", "", ()),
        ("", "", "", ()),
        ("Birchford", "Upmoor", "Westmark", ("birchford",)),
    ],
)
def test_a_claim_is_put_as_narrowly_as_its_words_allow_and_no_narrower(
    said: str, subdistrict: str, governorate: str, codes: tuple[str, ...]
) -> None:
    assert places_named(COUNTRY, said, subdistrict, governorate) == codes


def test_a_finder_reads_the_three_cells_of_a_claim() -> None:
    find = finder(COUNTRY)
    assert find(claim("X.1", place="Oakham", governorate="Eastmark")) == ("oakham-east",)
