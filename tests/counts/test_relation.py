"""What is said of two numbers without looking at their members is true of their members."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.counts.world import (
    BASES,
    closed_windows,
    counted,
    definitions,
    exact_extents,
    pairs,
    together,
    truths,
    windows,
)

from tawthiq.claims.group import CHILDREN, CIVILIANS, HEALTH_WORKERS, MEDIA_WORKERS, WOMEN
from tawthiq.counts.definition import Definition, Established, Reported, Unit
from tawthiq.counts.extent import Extent
from tawthiq.counts.order import Order
from tawthiq.counts.relation import Kinship, Line, Relation, order_of_times, relate
from tawthiq.records.grade import HEADLINE, Grade
from tawthiq.values.both import Both
from tawthiq.values.when import When

TURNED = {Kinship.PART: Kinship.WHOLE, Kinship.WHOLE: Kinship.PART}
THINGS = {Unit.KILLED, Unit.INJURED, Unit.ATTACKS}  # what can belong to one day only


def is_sound(ours: Definition, theirs: Definition, kinship: Kinship) -> bool:
    """Whether what is said holds of the members, whatever turns out to be true."""
    for our_truth, their_truth in together(ours, theirs):
        a, b = counted(ours, our_truth), counted(theirs, their_truth)
        holds = {
            Kinship.SAME: not (a ^ b).any(),
            Kinship.PART: not (a & ~b).any(),
            Kinship.WHOLE: not (b & ~a).any(),
            Kinship.DISJOINT: not (a & b).any(),
        }.get(kinship, True)
        if not holds:
            return False
    return True


@settings(max_examples=70)
@given(pairs())
def test_what_is_said_is_true_of_the_members(both: tuple[Definition, Definition]) -> None:
    kinship = relate(*both).kinship
    assert is_sound(*both, kinship)


@settings(max_examples=60)
@given(pairs(where=exact_extents, when=closed_windows, units=THINGS))
def test_all_that_can_be_said_is_said(both: tuple[Definition, Definition]) -> None:
    """Where areas and windows are fully known, nothing is called overlapping needlessly."""
    (known,) = together(*both)
    a, b = (counted(definition, truth) for definition, truth in zip(both, known, strict=True))
    found = {
        Kinship.SAME: not (a ^ b).any(),
        Kinship.PART: not (a & ~b).any(),
        Kinship.WHOLE: not (b & ~a).any(),
        Kinship.DISJOINT: not (a & b).any(),
    }
    first = next((kinship for kinship, holds in found.items() if holds), Kinship.OVERLAPPING)
    assert relate(*both).kinship is first


@settings(max_examples=30)
@given(pairs(bases=BASES))
def test_it_is_the_same_seen_from_the_other_side(both: tuple[Definition, Definition]) -> None:
    ours, theirs = both
    there, back = relate(ours, theirs), relate(theirs, ours)
    assert back == Relation(TURNED.get(there.kinship, there.kinship), there.lines)


@settings(max_examples=30)
@given(definitions(when=closed_windows, bases=BASES))
def test_every_number_is_the_same_as_itself(definition: Definition) -> None:
    assert relate(definition, definition) == Relation(Kinship.SAME, ())
    again = replace(definition, as_of="another day")
    assert relate(definition, again).kinship is Kinship.SAME


@settings(max_examples=30)
@given(definitions(bases=BASES))
def test_an_open_window_is_the_same_as_itself_once_its_state_is_fixed(
    definition: Definition,
) -> None:
    assume(not definition.when.is_closed)
    fixed = replace(definition, as_of="2031-07-05")
    assert relate(fixed, fixed).kinship is Kinship.SAME
    for other in (replace(fixed, as_of=""), replace(fixed, as_of="2031-07-06")):
        found = relate(fixed, other)
        assert found == Relation(Kinship.NOT_COMPARABLE, (Line.WHEN,))
    loose = replace(definition, as_of="")
    assert relate(loose, loose).kinship is Kinship.NOT_COMPARABLE


@st.composite
def nested(draw: st.DrawFn) -> tuple[Definition, Definition, Definition]:
    """Three numbers, each narrowed from the one before along a few lines."""
    definition = draw(definitions(when=closed_windows))
    found = [definition]
    for _ in range(2):
        wide = found[-1]
        lines = draw(st.frozensets(st.sampled_from(["who", "sites", "weapons", "parties", "when"])))
        narrow = draw(definitions(when=closed_windows, units=[wide.unit]))
        found.append(replace(wide, **{line: getattr(narrow, line) for line in lines}))
    return found[2], found[1], found[0]


@settings(max_examples=30)
@given(nested())
def test_a_part_of_a_part_is_a_part(three: tuple[Definition, Definition, Definition]) -> None:
    small, middle, large = three
    inside = {Kinship.PART, Kinship.SAME}
    steps = {relate(small, middle).kinship, relate(middle, large).kinship}
    if steps <= inside:
        whole = relate(small, large).kinship
        assert whole is (Kinship.PART if Kinship.PART in steps else Kinship.SAME)


@settings(max_examples=30)
@given(nested())
def test_what_is_apart_from_the_whole_is_apart_from_the_part(
    three: tuple[Definition, Definition, Definition],
) -> None:
    small, middle, other = three
    apart = relate(middle, other).kinship is Kinship.DISJOINT
    if apart and relate(small, middle).kinship is Kinship.PART:
        assert relate(small, other).kinship is Kinship.DISJOINT


@settings(max_examples=30)
@given(pairs(), definitions())
def test_parts_that_are_apart_make_no_more_than_their_whole(
    both: tuple[Definition, Definition], whole: Definition
) -> None:
    ours, theirs = both
    whole = replace(
        whole, unit=ours.unit, who=ours.who, sites=None, weapons=None, parties=None,
        inside=frozenset(), where=WORLD, when=ALL_DAYS,
    )  # fmt: skip
    theirs = replace(theirs, who=ours.who)
    kinships = {relate(part, whole).kinship for part in (ours, theirs)}
    apart = relate(ours, theirs).kinship is Kinship.DISJOINT
    if apart and kinships <= {Kinship.PART, Kinship.SAME}:
        [all_of_it] = truths(whole)
        for a, b in together(ours, theirs):
            members = counted(ours, a).sum() + counted(theirs, b).sum()
            assert members <= counted(whole, all_of_it).sum()


WORLD = Extent.whole("world", Both.same("the world"), frozenset({"hill", "mill", "quay"}))
HILL = Extent.whole("hill", Both.same("the hill"), frozenset({"hill"}))
QUAY = Extent.whole("quay", Both.same("the quay"), frozenset({"quay"}))
ALL_DAYS = When.between(date(2031, 7, 1), date(2031, 7, 4))
MAY, JUNE = When.month(2031, 5), When.month(2031, 6)
SUMMER = When.between(date(2031, 5, 1), date(2031, 8, 31))
CIVILIANS_KILLED = Definition(Unit.KILLED, WORLD, SUMMER, Reported("watch"), CIVILIANS)


@settings(max_examples=30)
@given(pairs(bases=BASES))
def test_units_and_bases_never_mix(both: tuple[Definition, Definition]) -> None:
    ours, theirs = both
    if ours.basis != theirs.basis:
        assert relate(ours, theirs) == Relation(Kinship.NOT_COMPARABLE, (Line.BASIS,))
        # Two sources' open windows need not end on one day, even if published on one.
        loose = replace(theirs, as_of="")
        questions = relate(ours, loose, mind_basis=False)
        assert questions == relate(ours, loose.on(ours.basis))
    for unit in set(Unit) - {ours.unit}:
        if unit.counts_persons is ours.unit.counts_persons:
            other = replace(theirs, unit=unit)
            assert relate(ours, other) == Relation(Kinship.NOT_COMPARABLE, (Line.UNIT,))


def relation_of(**lines: object) -> Relation:
    """How the same number with other lines relates to "civilians killed in the summer"."""
    return relate(replace(CIVILIANS_KILLED, **lines), CIVILIANS_KILLED)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lines", "kinship", "told"),
    [
        ({"inside": frozenset({"massacre-snhr"})}, Kinship.PART, (Line.INSIDE,)),
        ({"who": CHILDREN}, Kinship.PART, (Line.WHO,)),
        ({"who": WOMEN, "when": JUNE}, Kinship.PART, (Line.WHO, Line.WHEN)),
        ({"parties": frozenset({"russia"})}, Kinship.PART, (Line.PARTIES,)),
        ({"where": HILL, "when": When.year(2031)}, Kinship.OVERLAPPING, (Line.WHERE, Line.WHEN)),
        ({"when": When.year(2030)}, Kinship.DISJOINT, (Line.WHEN,)),
        ({"when": When.unknown()}, Kinship.NOT_COMPARABLE, (Line.WHEN,)),
        ({"when": When.parse("2031-05-01/..")}, Kinship.NOT_COMPARABLE, (Line.WHEN,)),
        ({"basis": Reported("archive")}, Kinship.NOT_COMPARABLE, (Line.BASIS,)),
        ({"basis": Established(HEADLINE)}, Kinship.NOT_COMPARABLE, (Line.BASIS,)),
        ({"unit": Unit.INJURED}, Kinship.NOT_COMPARABLE, (Line.UNIT,)),
    ],
)
def test_the_reason_is_told(
    lines: dict[str, object], kinship: Kinship, told: tuple[Line, ...]
) -> None:
    assert relation_of(**lines) == Relation(kinship, told)


def test_established_at_other_grades_is_another_basis() -> None:
    at = [replace(CIVILIANS_KILLED, basis=Established(frozenset(grades))) for grades in
          ({Grade.FAIR}, {Grade.FAIR, Grade.CONFIRMED})]  # fmt: skip
    assert relate(*at).kinship is Kinship.NOT_COMPARABLE


def kinship_of(unit: Unit, ours: dict[str, object], theirs: dict[str, object]) -> Kinship:
    plain: dict[str, object] = {
        "unit": unit, "where": WORLD, "when": SUMMER, "basis": Reported("watch"),
    }  # fmt: skip
    one, other = (Definition(**(plain | lines)) for lines in (ours, theirs))  # type: ignore[arg-type]
    return relate(one, other).kinship


@pytest.mark.parametrize("unit", [Unit.KILLED, Unit.ATTACKS])
def test_one_attack_can_hit_two_kinds_of_site_with_two_weapons(unit: Unit) -> None:
    for line in ("sites", "weapons"):
        ours, theirs = {line: frozenset({"a"})}, {line: frozenset({"b"})}
        assert kinship_of(unit, dict(ours), dict(theirs)) is Kinship.OVERLAPPING


def test_what_is_alleged_to_either_of_two_parties_is_neithers() -> None:
    ours, theirs = {"parties": frozenset({"red"})}, {"parties": frozenset({"blue"})}
    assert kinship_of(Unit.KILLED, dict(ours), dict(theirs)) is Kinship.DISJOINT


@pytest.mark.parametrize(
    "unit", [Unit.SITES_ATTACKED, Unit.SITES_DAMAGED, Unit.SITES_OUT_OF_SERVICE, Unit.DISPLACED]
)
def test_a_hospital_hit_in_may_and_in_june_is_one_hospital(unit: Unit) -> None:
    assert kinship_of(unit, {"when": MAY}, {"when": JUNE}) is Kinship.OVERLAPPING
    assert kinship_of(unit, {"when": MAY}, {}) is Kinship.PART


def test_sites_of_two_kinds_or_two_towns_may_be_added() -> None:
    unit = Unit.SITES_OUT_OF_SERVICE
    hospitals, schools = {"sites": frozenset({"hospital"})}, {"sites": frozenset({"school"})}
    assert kinship_of(unit, dict(hospitals), dict(schools)) is Kinship.DISJOINT
    assert kinship_of(unit, {"where": HILL}, {"where": QUAY}) is Kinship.DISJOINT
    assert kinship_of(Unit.DISPLACED, {"where": HILL}, {"where": QUAY}) is Kinship.OVERLAPPING


def test_a_munition_is_of_one_kind() -> None:
    ours, theirs = {"weapons": frozenset({"a"})}, {"weapons": frozenset({"b"})}
    assert kinship_of(Unit.MUNITIONS, dict(ours), dict(theirs)) is Kinship.DISJOINT


def test_a_rescuer_who_films_may_be_counted_twice() -> None:
    ours, theirs = {"who": HEALTH_WORKERS}, {"who": MEDIA_WORKERS}
    assert kinship_of(Unit.KILLED, dict(ours), dict(theirs)) is Kinship.OVERLAPPING
    assert kinship_of(Unit.KILLED, {"who": CHILDREN}, {"who": WOMEN}) is Kinship.DISJOINT


@settings(max_examples=50)
@given(windows(), windows())
def test_windows_stand_to_each_other_as_they_are_turned(one: When, other: When) -> None:
    assert order_of_times(other, one) is order_of_times(one, other).turned


@pytest.mark.parametrize(
    ("ours", "theirs", "order"),
    [
        ("2031-06", "2031-06-01/2031-06-30", Order.SAME),
        ("2031-06", "2031", Order.PART),
        ("2031-06-01/2031-06-29", "2031-06", Order.PART),
        ("2031", "2031-06-30", Order.WHOLE),
        ("2031-05", "2031-06", Order.APART),
        ("2031-05-01/2031-06-01", "2031-06", Order.ACROSS),
        ("2031-04-26/..", "2031-04-26/..", Order.UNDECIDED),
        ("2031-04-26/..", "2031-04-25", Order.APART),
        ("2031-04-26/..", "2031-04-26", Order.UNDECIDED),
        ("../2031-04-26", "2031-04-27/..", Order.APART),
        ("", "", Order.UNDECIDED),
        ("", "2031", Order.UNDECIDED),
    ],
)
def test_two_windows(ours: str, theirs: str, order: Order) -> None:
    assert order_of_times(When.parse(ours), When.parse(theirs)) is order
