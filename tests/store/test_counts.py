from __future__ import annotations

import pytest

from tawthiq.actions.name_count import name_count, name_published
from tawthiq.claims.group import CHILDREN, PRESUMED_CIVILIANS, Group
from tawthiq.counts.count import Reason
from tawthiq.counts.definition import Definition, Established, Reported, Unit
from tawthiq.counts.frame import frame_of
from tawthiq.counts.relation import Kinship, relate
from tawthiq.errors import InputError, UnknownNameError
from tawthiq.records.grade import HEADLINE, Grade
from tawthiq.store import models
from tawthiq.store.queries import counts, incidents
from tawthiq.store.queries.frames import frame
from tawthiq.store.queries.known import known
from tawthiq.store.queries.places import extents, gazetteer
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

from ..house import OMAR, claim, take

TITLE = Both("Killed (invented)", "القتلى (مختلق)")
ALL = frozenset(Grade) - {Grade.DISCOUNTED}


def killed(
    place: str = "SY07", who: Group = PRESUMED_CIVILIANS, grades: frozenset[Grade] = ALL
) -> Definition:
    return Definition(
        Unit.KILLED,
        extents().of_place(place),
        When.parse("2031-03-01/2031-05-31"),
        Established(grades),
        who,
    )


def name(case: str, definition: Definition, as_: str = "killed") -> bool:
    return name_count(case, as_, TITLE, definition, by=OMAR, because="for the statement")


def test_a_named_count_has_members_that_lead_back(case: str) -> None:
    name(case, killed())
    found = counts.count(case, "killed").count
    assert found.value == HowMany(12, 12, 15)
    assert [(m.code, m.how_many) for m in found.members] == [
        ("N001", HowMany(11, 11, 14)),
        ("N002", HowMany(1, 1, 1)),
    ]
    assert found.members[1].urls == (
        "https://clinic-network.example/N002.1",
        "https://northern-watch.example/N002.2",
    )
    assert [(left.reason, left.codes) for left in found.left_out] == [
        (Reason.NO_DATE, ("N003",)),
    ]


def test_the_headline_leaves_out_what_one_voice_alone_says(case: str) -> None:
    name(case, killed(grades=HEADLINE))
    left = {each.reason: each.codes for each in counts.count(case, "killed").count.left_out}
    assert left[Reason.NO_DATE] == ("N003",)


def test_an_incident_known_by_its_governorate_may_be_in_any_district_of_it(case: str) -> None:
    take([claim("N004.1", when="2031-03-09", place="", killed=5)])
    district = incidents.listed(case, "N001").district
    name(case, killed(district))
    found = counts.count(case, "killed").count
    assert [member.code for member in found.members] == ["N001"]
    left = {each.reason: each.codes for each in found.left_out}
    assert left[Reason.PLACE_UNCERTAIN] == ("N004",)


def test_a_district_is_a_part_of_its_governorate(case: str) -> None:
    district = killed(incidents.listed(case, "N001").district)
    assert relate(district, killed()).kinship is Kinship.PART


def test_a_definition_reaches_places_that_were_learned_after_it(case: str) -> None:
    only_the_code = extents().of_place("SY07")
    narrow = frozenset({"SY07"})
    stored = type(only_the_code)("SY07", only_the_code.name, narrow, narrow)
    definition = killed()
    name(case, Definition(Unit.KILLED, stored, definition.when, definition.basis, definition.who))
    assert counts.count(case, "killed").count.value == HowMany(12, 12, 15)


def test_a_count_can_be_defined_anew_and_the_same_again_is_no_change(case: str) -> None:
    assert name(case, killed())
    assert not name(case, killed())
    assert name(case, killed(who=CHILDREN))
    assert [(c.name, c.version) for c in counts.named(case)] == [("killed", 2)]
    assert counts.count(case, "killed").count.value == HowMany(3, 3, 3)
    assert models.NamedCount.objects.count() == 2


def test_a_published_total_stands_under_its_name_with_its_page(case: str) -> None:
    name_published(case, "watch-killed", TITLE, "T001", by=OMAR, because="for the statement")
    found = counts.count(case, "watch-killed")
    assert (found.count.name, found.count.title) == ("watch-killed", TITLE)
    assert found.count.value == HowMany.at_least(60, "at least")
    assert found.count.definition.basis == Reported("northern-watch")
    assert found.count.definition.where.code == "SY07"
    assert (found.url, found.period_said) == (
        "https://northern-watch.example/spring",
        "spring 2031",
    )


def test_an_unknown_count_is_named_with_those_there_are(case: str) -> None:
    name(case, killed())
    with pytest.raises(UnknownNameError, match="no count 'kiled'; it has killed"):
        counts.count(case, "kiled")
    with pytest.raises(UnknownNameError, match="no published total 'T404'"):
        name_published(case, "x", TITLE, "T404", by=OMAR, because="")


@pytest.mark.parametrize("bad", ["", "Killed", "a b", "ق", "a/b", "x" * 121])
def test_a_name_must_stand_in_an_address(case: str, bad: str) -> None:
    with pytest.raises(InputError, match="cannot name a count"):
        name(case, killed(), bad)


def test_columns_from_the_store_are_those_of_the_assembled_incidents(case: str) -> None:
    open_ended = (HowMany.at_least(5), HowMany.at_most(7), HowMany.about(6))
    take(claim(f"N04{at}.1", killed=number) for at, number in enumerate(open_ended))
    stored = frame(models.Case.objects.get(code=case))
    whole = [incidents.incident(case, code).incident for code in stored.codes]
    told = frame_of(whole)
    for each in ("places", "parties", "sites", "weapons", "grades"):
        ours, theirs = getattr(stored, each), getattr(told, each)
        assert [ours.values[c] for c in ours.codes] == [theirs.values[c] for c in theirs.codes]
    assert (list(stored.first), list(stored.last)) == (list(told.first), list(told.last))

    def tolls(f: object) -> set[tuple[object, ...]]:
        rows = zip(f.incident, f.harms.codes, f.groups.codes, f.low, f.best, f.high, strict=True)  # type: ignore[attr-defined]
        return {
            (int(i), f.harms.values[h], f.groups.values[g], int(a), int(b), int(c))  # type: ignore[attr-defined]
            for i, h, g, a, b, c in rows
        }

    assert tolls(stored) == tolls(told)


def test_a_number_without_a_most_counts_as_what_was_said(case: str) -> None:
    rows = models.Incident.objects.filter(code="N002")
    rows.update(killed_low=5, killed_best=None, killed_high=None)
    name(case, killed())
    member = counts.count(case, "killed").count.members[1]
    assert (member.code, member.how_many) == ("N002", HowMany(5, 5, 5))


def test_a_case_without_incidents_counts_nothing_and_breaks_nothing(case: str) -> None:
    from tawthiq.actions.open_case import open_case

    open_case("empty", TITLE, by=OMAR)
    name("empty", killed())
    assert counts.count("empty", "killed").count.value is None
    assert known("empty").incidents == ()


def test_what_is_known_holds_totals_counts_sources_and_incidents(case: str) -> None:
    name(case, killed())
    all_ = known(case)
    assert [each.count.name for each in all_.counts] == ["T001", "killed"]
    assert [each.code for each in all_.incidents] == ["N003", "N001", "N002"]
    market = all_.incidents[1]
    assert market.killed == HowMany(11, 11, 14)
    assert len(market.urls) == 4
    assert set(all_.sources) == {
        "clinic-network",
        "northern-watch",
        "northern-watch-via-radio-ayn",
        "second-count",
    }
    assert gazetteer().place(market.place_codes[0]).name.en == "Saraqib"
