"""Whoever relays a claim does not make it; the name as written says who does."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.claims.source import SourceKind
from tawthiq.intake.organisations import organisation, organisations, slug
from tawthiq.intake.source_key import open_source_key, read_source_key
from tawthiq.intake.source_name import origin_of, read_source, with_origins


@pytest.mark.parametrize(
    ("said", "key", "origin", "relay", "kind"),
    [
        ("SNHR", "snhr", "snhr", "", SourceKind.MONITOR),
        ("الشبكة السورية لحقوق الإنسان", "snhr", "snhr", "", SourceKind.MONITOR),
        (
            "White Helmets (via Watan FM, Arabic)",
            "white-helmets-via-watan-fm-arabic",
            "white-helmets",
            "Watan FM",
            SourceKind.RESCUE,
        ),
        (
            "الخوذ البيضاء (عبر تلفزيون سوريا)",
            "الخوذ-البيضاء-عبر-تلفزيون-سوريا",
            "white-helmets",
            "تلفزيون سوريا",
            SourceKind.RESCUE,
        ),
        ("SOHR (AFP)", "sohr-afp", "sohr", "AFP", SourceKind.MONITOR),
        (
            "Syrian Coalition (Etilaf)",
            "syrian-coalition-etilaf",
            "syrian-coalition",
            "",
            SourceKind.PARTY,
        ),
        ("UCDP GED", "ucdp", "ucdp", "", SourceKind.COMPILATION),
        (
            "Airwars (record in 2026 snapshot)",
            "airwars-record-in-2026-snapshot",
            "airwars",
            "",
            SourceKind.COMPILATION,
        ),
        ("OCHA situation report 9", "ocha-situation-report-9", "ocha", "", SourceKind.UN),
        (
            "Local doctors (AP, via The Valley Post)",
            "local-doctors-ap-via-the-valley-post",
            "local-doctors",
            "AP, via The Valley Post",
            SourceKind.LOCAL,
        ),
        ("Valley Watch", "valley-watch", "valley-watch", "", SourceKind.OTHER),
    ],
)
def test_a_name_says_who_claims_and_who_relays(
    said: str, key: str, origin: str, relay: str, kind: SourceKind
) -> None:
    source = read_source(said)
    assert (source.key, source.origin, source.relay, source.kind) == (key, origin, relay, kind)
    assert source.said == said


def test_a_person_in_office_is_not_made_into_the_office() -> None:
    source = read_source("UN deputy humanitarian chief (via Valley Post)")
    assert (source.origin, source.kind) == ("un-deputy-humanitarian-chief", SourceKind.OTHER)
    assert read_source("White Helmets official").origin == "white-helmets-official"


def test_a_marked_version_is_counted_from_one() -> None:
    versions = ["SOHR, first version (via EFE)", "SOHR, second version (via EFE)", "SOHR (via EFE)"]
    read = [read_source(said) for said in versions]
    assert [(source.origin, source.version) for source in read] == [
        ("sohr", 1),
        ("sohr", 2),
        ("sohr", 0),
    ]


def test_names_are_for_readers_of_both_languages() -> None:
    name = read_source("SNHR (via Syria TV)").name
    assert name.en == "SNHR (via Syria TV)"
    assert name.ar == "الشبكة السورية لحقوق الإنسان (عبر تلفزيون سوريا)"
    assert read_source("المرصد السوري (عبر رويترز)").name.en == (
        "Syrian Observatory for Human Rights (via Reuters)"
    )


def test_whoever_is_quoted_stands_among_the_sources_once() -> None:
    told = [read_source(said) for said in ("SNHR (via A)", "SNHR (via B)", "Valley Watch")]
    assert [source.key for source in with_origins(told, map(origin_of, told))] == [
        "snhr-via-a",
        "snhr-via-b",
        "valley-watch",
        "snhr",
    ]


def test_every_organisation_is_found_by_each_of_its_names() -> None:
    for one in organisations().values():
        assert organisation(one.name.en) is one
        assert organisation(one.name.ar) is one
        assert slug(one.key) == one.key


@given(st.text(min_size=1, max_size=200))
def test_any_name_has_a_key_and_an_origin(said: str) -> None:
    source = read_source(said)
    assert source.key and source.origin and len(source.key) <= 100
    assert " " not in source.key and "/" not in source.key
    assert origin_of(source).is_own


def test_keys_of_names_without_letters_are_still_apart() -> None:
    assert slug("???") != slug("!!!")
    assert slug("x" * 200) != slug("x" * 201)


def test_names_and_the_key_of_idlib_agree_on_who_speaks(shared: Path) -> None:
    """The key was made by hand; it calls people in office by their office, and we do not."""
    key = read_source_key(open_source_key(shared / "data" / "idlib-2019" / "source_key.csv"))
    assert (len(key.by_said), key.refused, key.notes) == (122, [], [])
    differ = {
        said for said, source in key.by_said.items() if read_source(said).origin != source.origin
    }
    assert len(differ) == 3
    assert all(" head " in said or " official " in said or " deputy " in said for said in differ)
    relays = {said for said, s in key.by_said.items() if read_source(said).relay != s.relay}
    assert relays == set()
