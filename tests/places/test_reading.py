"""Places and outlines of others: all of a file, or none of it and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawthiq.errors import InputError, RefusedRowsError, TawthiqError, UnreadableError
from tawthiq.places.place import Level, Place
from tawthiq.places.reading import read_boundaries, read_places
from tawthiq.values.both import Both


def table(folder: Path, text: str) -> Path:
    path = folder / "places.csv"
    path.write_text(text, encoding="utf-8")
    return path


WIDE = "PCODE,NAME_EN,NAME_AR,ADM2_PCODE,ADM2_EN,ADM2_AR,ADM1_PCODE,ADM1_EN,ADM1_AR\n"
HASS = "C1,Hass,حاس,SY0702,Al Ma'ra,معرة النعمان,SY07,Idleb,إدلب\n"


def test_a_row_gives_its_place_and_those_that_hold_it(tmp_path: Path) -> None:
    assert read_places(table(tmp_path, WIDE + HASS)) == [
        Place("SY07", Level.GOVERNORATE, Both("Idleb", "إدلب"), parent="SY"),
        Place("SY0702", Level.DISTRICT, Both("Al Ma'ra", "معرة النعمان"), parent="SY07"),
        Place("C1", Level.SUBDISTRICT, Both("Hass", "حاس"), parent="SY0702"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "ADM3_PCODE,ADM3_EN,ADM3_AR,ADM4_PCODE,ADM4_EN,ADM4_AR,Latitude_y,Longitude_x",
        "admin3Pcode,admin3Name_en,admin3Name_ar,admin4Pcode,admin4Name_en,admin4Name_ar,LAT,LON",
        "adm3 pcode,adm3 en,adm3 ar,adm4 pcode,adm4 en,adm4 ar,latitude,longitude",
    ],
)
def test_localities_come_with_their_point_under_every_usual_head(tmp_path: Path, head: str) -> None:
    row = "SY070203,Kafr Nobol,كفر نبل,C4126,Hass,حاس,35.6161,36.5907\n"
    *_, hass = read_places(table(tmp_path, f"{head}\n{row}"))
    assert hass == Place(
        "C4126", Level.SETTLEMENT, Both("Hass", "حاس"), (), "SY070203", 35.6161, 36.5907
    )


@pytest.mark.parametrize(
    ("row", "because"),
    [
        (HASS.replace("C1", ""), "row 3, column PCODE: no code"),
        (HASS.replace("Hass,حاس", ","), "row 3, column NAME_EN: C1 has no name"),
        (HASS.replace("C1", "SY08"), "column PCODE: SY08 is no code of a place in SY0702"),
        (HASS.replace("SY0702", "SY070203"), "column ADM2_PCODE: SY070203 is the code of a sub"),
        (
            HASS.replace("SY0702", "SY0802"),
            "column ADM2_PCODE: SY0802 is no code of a place in SY07",
        ),
        (HASS.replace("Idleb", "Hama"), "SY07 is 'Hama' here and 'Idleb' in row 2"),
    ],
)
def test_one_row_that_cannot_be_true_refuses_all(tmp_path: Path, row: str, because: str) -> None:
    with pytest.raises(RefusedRowsError, match=r"places\.csv: nothing was taken") as error:
        read_places(table(tmp_path, WIDE + HASS + row))
    assert because in str(error.value)


@pytest.mark.parametrize(
    ("lat", "lon", "because"),
    [
        ("36.6,35.6", "", "'36.6,35.6' is no number of degrees"),
        ("95", "36", "latitude 95.0 is not between"),
        ("35", "365", "longitude 365.0 is not between"),
        ("nan", "36", "latitude nan"),
        ("35", "", "half a coordinate"),
        ("=1+1", "36", "'=1+1' is no number"),
    ],
)
def test_a_coordinate_off_the_earth_is_refused(
    tmp_path: Path, lat: str, lon: str, because: str
) -> None:
    with pytest.raises(RefusedRowsError) as error:
        read_places(table(tmp_path, f'pcode,name_en,lat,lon\nC1,Hass,"{lat}",{lon}\n'))
    assert because in str(error.value)


def test_every_refusal_is_named_up_to_twenty_and_the_rest_counted(tmp_path: Path) -> None:
    rows = "".join(f",name {number}\n" for number in range(25))
    with pytest.raises(RefusedRowsError) as error:
        read_places(table(tmp_path, "pcode,name_en\n" + rows))
    assert "row 2," in str(error.value) and "row 21," in str(error.value)
    assert "row 22," not in str(error.value) and "and 5 more" in str(error.value)


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("town,people\nHass,20000\n", "no column of codes among town, people"),
        ("pcode,name_en\n", "no row below the head"),
    ],
)
def test_a_table_of_something_else_is_refused(tmp_path: Path, text: str, because: str) -> None:
    with pytest.raises(InputError, match=because):
        read_places(table(tmp_path, text))


def test_the_table_of_the_united_nations_is_read_whole(shared: Path) -> None:
    places = read_places(shared / "data/syria-geo/admin3_table.csv")
    counts = [sum(place.level is level for place in places) for level in Level]
    assert counts == [0, 14, 62, 272, 0]
    assert {place.parent for place in places if place.level is Level.GOVERNORATE} == {"SY"}


RING = [[36.0, 35.0], [37.0, 35.0], [37.0, 36.0], [36.0, 35.0]]


def feature(code: str = "SY07", coordinates: object = None, kind: str = "Polygon") -> dict:
    return {
        "type": "Feature",
        "properties": {"pcode": code, "name_en": "Idlib", "name_ar": "إدلب"},
        "geometry": {
            "type": kind,
            "coordinates": [RING] if coordinates is None else coordinates,
        },
    }


def geojson(folder: Path, *features: object, **more: object) -> Path:
    path = folder / "outlines.geojson"
    whole = {"type": "FeatureCollection", "features": features, **more}
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


def test_an_outline_has_code_names_and_level(tmp_path: Path) -> None:
    (outline,) = read_boundaries(geojson(tmp_path, feature()))
    assert (outline.code, outline.level, outline.name.ar) == ("SY07", Level.GOVERNORATE, "إدلب")
    assert outline.holds(35.2, 36.8)
    assert read_places(geojson(tmp_path, feature())) == [outline.place]


def test_several_polygons_and_heights_are_taken(tmp_path: Path) -> None:
    high = [[lon, lat, 400.0] for lon, lat in RING]
    (outline,) = read_boundaries(geojson(tmp_path, feature("SY07", [[high]], "MultiPolygon")))
    assert outline.polygons[0][0][0] == (36.0, 35.0)


@pytest.mark.parametrize(
    ("given_", "because"),
    [
        (feature(""), "column pcode: no code; every place needs one"),
        ({"type": "Feature", "geometry": None}, "no properties"),
        ({"properties": {"name": "x"}}, "no code among the properties name"),
        ([], "no properties"),
        (feature("SY07", [], "Point"), "no Polygon or MultiPolygon"),
        (feature("SY07", []), "no outline"),
        (feature("SY07", [5]), "a ring is a list"),
        (feature("SY07", [5], "MultiPolygon"), "a polygon is a list"),
        (feature("SY07", [[["36", 35]]]), "no longitude and latitude"),
        (feature("SY07", [[[True, False]]]), "no longitude and latitude"),
        (feature("SY07", [[[10**400, 35]]]), "no longitude and latitude"),
        (feature("SY07", [[[36, 35], [37, 35], [37, 36], [36, 36]]]), "close it"),
        (feature("SY07", [[[360, 35], [37, 35], [37, 36], [360, 35]]]), "longitude 360"),
    ],
)
def test_an_outline_that_cannot_be_is_refused_by_number(
    tmp_path: Path, given_: object, because: str
) -> None:
    with pytest.raises(RefusedRowsError) as error:
        read_boundaries(geojson(tmp_path, given_))
    assert because in str(error.value)
    assert "feature 1: " in str(error.value)


def test_a_code_comes_once(tmp_path: Path) -> None:
    with pytest.raises(RefusedRowsError, match="feature 2: the code SY07 came before"):
        read_boundaries(geojson(tmp_path, feature(), feature()))


@pytest.mark.parametrize(
    ("text", "kind", "because"),
    [
        ("{", UnreadableError, "not JSON"),
        ("[" * 100_000, UnreadableError, "not JSON"),
        ('{"a": NaN}', UnreadableError, "NaN is no number"),
        ("[1, 2]", InputError, "no GeoJSON FeatureCollection"),
        ('{"type": "FeatureCollection", "features": []}', InputError, "with features"),
        ('{"type": "FeatureCollection", "features": {}}', InputError, "with features"),
    ],
)
def test_what_is_no_geojson_is_refused(
    tmp_path: Path, text: str, kind: type[TawthiqError], because: str
) -> None:
    path = tmp_path / "outlines.geojson"
    path.write_text(text)
    with pytest.raises(kind, match=because):
        read_boundaries(path)


def test_metres_are_not_taken_for_degrees(tmp_path: Path) -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    with pytest.raises(InputError, match="not WGS 84"):
        read_boundaries(geojson(tmp_path, feature(), crs=crs))
    wgs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    assert read_boundaries(geojson(tmp_path, feature(), crs=wgs))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "coordinates", "pcode", "name_en", "properties", "geometry"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(JSON, max_size=3))
def test_whatever_the_features_are_the_answer_is_ours(tmp_path: Path, features: list) -> None:
    path = geojson(tmp_path, *features)
    with pytest.raises(TawthiqError):
        read_boundaries(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.sampled_from(["csv", "xlsx", "geojson", "tsv", "json"]))
def test_whatever_the_bytes_are_the_answer_is_ours(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / f"places.{kind}"
    path.write_bytes(data)
    with pytest.raises(TawthiqError):
        read_places(path)
