"""An incident inside an agreed area is an alleged breach of it, and no war crime by that alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.law.world import HOSPITAL, NIAC, PACK, incident

from tawthiq.law.agreement import Agreement, Inside, under
from tawthiq.law.incident import PartyType
from tawthiq.law.reading import read
from tawthiq.values.both import Both

ZONE = Agreement(
    "zone",
    "de_escalation_zone",
    Both("a zone", "منطقة"),
    ("Russia", "Turkiye"),
    ("Idlib", "إدلب"),
    date(2017, 5, 6),
    date(2019, 12, 31),
    "a memorandum",
)
KINDS = dict(PACK.agreement_kinds)


@pytest.mark.parametrize(
    ("place", "day", "party", "inside"),
    [
        ("Idlib", date(2019, 5, 5), "Russia", Inside.ALLEGED_BREACH),
        ("إدلب", date(2019, 5, 5), "Russia", Inside.ALLEGED_BREACH),
        ("IDLIB", date(2017, 5, 6), "Turkiye", Inside.ALLEGED_BREACH),
        ("Idlib", date(2019, 12, 31), "Russia", Inside.ALLEGED_BREACH),
        ("Idlib", date(2017, 5, 5), "Russia", Inside.OUTSIDE),
        ("Idlib", date(2020, 1, 1), "Russia", Inside.OUTSIDE),
        ("Raqqa", date(2019, 5, 5), "Russia", Inside.OUTSIDE),
        ("Idlib", date(2019, 5, 5), "Syria", Inside.OTHER_PARTY),
        ("Idlib", None, "Russia", Inside.UNKNOWN),
        ("", date(2019, 5, 5), "Russia", Inside.UNKNOWN),
    ],
)
def test_parties_area_and_days_decide_whether_it_is_inside(
    place: str, day: date | None, party: str, inside: Inside
) -> None:
    [line] = under(ZONE, [incident({}, place=place, day=day, party=party)], KINDS)
    assert line.inside is inside


def test_nobody_named_is_no_breach_by_anybody() -> None:
    nobody = incident({}, place="Idlib", party="", party_type=PartyType.UNKNOWN)
    assert under(ZONE, [nobody], KINDS)[0].inside is Inside.UNATTRIBUTED


def test_days_that_reach_over_the_end_leave_it_open() -> None:
    long = replace(incident({}, place="Idlib", party="Russia"), last=date(2020, 2, 1))
    assert under(ZONE, [long], KINDS)[0].inside is Inside.UNKNOWN


@pytest.mark.parametrize("kind", ["de_escalation_zone", "ceasefire"])
def test_its_weight_is_said_in_both_languages(kind: str) -> None:
    weight = KINDS[kind].weight
    assert "not by itself a war crime" in weight.en
    assert "ليس في ذاته جريمة حرب" in weight.ar or "وليس في ذاته جريمة حرب" in weight.ar


def test_a_deconfliction_list_bears_on_the_party_that_received_it_alone() -> None:
    assert "for no other party" in KINDS["deconfliction_list"].weight.en


def test_a_zone_changes_no_element_and_no_norm() -> None:
    """Rule 35 asks for an agreed hospital zone; a political zone is none."""
    inside = read(incident(HOSPITAL, place="Idlib"), NIAC, NIAC.conflict, PACK)
    outside = read(incident(HOSPITAL, place="Raqqa"), NIAC, NIAC.conflict, PACK)
    assert inside.norms == outside.norms
    assert not inside.norms["CIHL-035"].is_touched


def test_where_nobody_drew_the_area_it_is_not_known_whether_it_is_inside() -> None:
    held = replace(incident({}, place="Kafr Zita"), within=("Hama",), perhaps=("Idlib",))
    [line] = under(ZONE, [held], KINDS)
    assert line.inside is Inside.UNKNOWN
    [line] = under(replace(ZONE, partly=("حماة", "Hama")), [replace(held, perhaps=())], KINDS)
    assert line.inside is Inside.UNKNOWN
    [line] = under(ZONE, [replace(held, perhaps=())], KINDS)
    assert line.inside is Inside.OUTSIDE


def test_a_place_lies_in_all_that_holds_it_in_any_spelling() -> None:
    held = replace(incident({}, place="Saraqib"), within=("SY07", "Idlib", "إدلب"))
    assert held.lies_in("ادلب") and held.lies_in("sy07") and held.lies_in("Syria")
    [line] = under(ZONE, [replace(held, party="Russia")], KINDS)
    assert line.inside is Inside.ALLEGED_BREACH


@pytest.mark.parametrize(
    ("change", "said"),
    [({"last": date(2016, 1, 1)}, "ends .* before it begins"), ({"parties": ()}, "has parties")],
)
def test_an_agreement_that_cannot_be_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        replace(ZONE, **change)  # type: ignore[arg-type]


def test_the_pack_knows_the_two_memoranda_on_idlib() -> None:
    assert {known.agreement.id for known in PACK.agreements} == {"astana-2017", "sochi-2018"}
    for known in PACK.agreements:
        assert "https://" in known.agreement.source
