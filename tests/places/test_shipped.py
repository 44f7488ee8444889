"""What comes with the program: every file can mean what it says, and credits its makers."""

from __future__ import annotations

from importlib.resources import files

from tawthiq.places.boundary import holders
from tawthiq.places.place import Level, level_of_pcode
from tawthiq.places.reading import read_boundaries
from tawthiq.places.shipped import shipped, shipped_areas

DATA = files("tawthiq.places") / "data"


def test_there_are_the_fourteen_governorates_with_both_names() -> None:
    governorates = shipped().places(Level.GOVERNORATE)
    assert [place.code for place in governorates] == [f"SY{number:02}" for number in range(1, 15)]
    assert all(place.name.en and place.name.ar for place in governorates)


def test_every_pcode_is_of_the_level_of_its_place_and_within_its_parent() -> None:
    for place in shipped().places():
        if place.level is not Level.SETTLEMENT:
            assert level_of_pcode(place.code) is place.level
            assert place.code.startswith(place.parent)
        else:
            assert level_of_pcode(place.parent) is not None, place


def test_nearly_every_settlement_has_an_arabic_name_and_a_point() -> None:
    settlements = shipped().places(Level.SETTLEMENT)
    assert len(settlements) >= 380
    assert sum(not place.name.ar for place in settlements) <= 2
    assert sum(place.lat is None for place in settlements) <= 4


def test_every_settlement_lies_in_syria() -> None:
    for place in shipped().places(Level.SETTLEMENT):
        if place.lat is not None and place.lon is not None:
            assert 32 < place.lat < 37.5 and 35.5 < place.lon < 42.5, place


def test_codes_of_areas_are_codes_of_places_and_parts_lie_within() -> None:
    for area in shipped_areas():
        for code in area.parts | area.within:
            shipped().place(code)
        assert all(any(code.startswith(holder) for holder in area.within) for code in area.parts), (
            area.code
        )
        assert area.note.en and area.note.ar


def test_the_makers_of_the_data_are_credited() -> None:
    credits = (DATA / "CREDITS.md").read_text(encoding="utf-8")
    for name in ("GeoNames", "CC BY 4.0", "OCHA", "CC BY 3.0 IGO", "Uppsala"):
        assert name in credits


def test_every_settlement_lies_in_the_subdistrict_that_is_said(shared) -> None:  # type: ignore[no-untyped-def]
    outlines = read_boundaries(shared / "data/syria-geo/syr_admin3_simplified.geojson")
    wrong = [
        place.code
        for place in shipped().places(Level.SETTLEMENT)
        if place.lat is not None
        and place.lon is not None
        and (inside := holders(outlines, place.lat, place.lon))
        and not inside[0].code.startswith(place.parent)
    ]
    assert wrong == []
