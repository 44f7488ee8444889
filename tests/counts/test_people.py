from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.claims.group import Age, Role, Sex, Status
from tawthiq.counts.people import (
    OVERLAPPING,
    SEVERAL,
    UNKNOWN,
    Draw,
    Line,
    Somebody,
    between_lists,
    tally_people,
)
from tawthiq.records.person import Standing
from tawthiq.values.how_many import HowMany
from tawthiq.values.when import When

IDENTIFIED, UNNAMED, INCOMPLETE = Standing.IDENTIFIED, Standing.UNNAMED, Standing.INCOMPLETE


def somebody(
    standing: Standing = IDENTIFIED, *, sex: Sex | None = Sex.MALE, age: Age | None = Age.ADULT,
    roles: Sequence[Role] = (), places: Sequence[str] = ("SY07",), died: str = "2021-03-04",
    parties: Sequence[str] = (), lists: Sequence[str] = ("L1",),
) -> Somebody:  # fmt: skip
    return Somebody(
        standing, sex, age, Status.UNSTATED, frozenset(roles), tuple(places), When.parse(died),
        frozenset(parties), tuple(lists),
    )  # fmt: skip


people = st.lists(
    st.builds(
        somebody,
        st.sampled_from(Standing),
        sex=st.sampled_from([*Sex, None]),
        age=st.sampled_from([*Age, None]),
        roles=st.lists(st.sampled_from(list(Role)), max_size=2),
        places=st.sampled_from([(), ("SY07",), ("SY02",), ("SY02", "SY07")]),
        died=st.sampled_from(["", "2021-03-04", "2021-03", "2021-03-30/2021-04-02"]),
    ),
    max_size=12,
)


@given(people, st.sampled_from(list(Line)))
def test_nobody_is_lost_and_nobody_is_counted_twice(held: list[Somebody], line: Line) -> None:
    made = tally_people(held, [], line)
    of = Counter(each.standing for each in held)
    assert made.total.identified == HowMany.exactly(of[IDENTIFIED])
    assert made.total.incomplete == HowMany.exactly(of[INCOMPLETE])
    if line not in OVERLAPPING:
        assert sum(row.identified.headline for row in made.rows) == of[IDENTIFIED]


@given(people, people, st.data())
def test_the_number_itself_lies_in_its_interval(
    held: list[Somebody], come: list[Somebody], data: st.DataObject
) -> None:
    gone = data.draw(
        st.lists(st.sampled_from(range(len(held))), unique=True) if held else st.just([])
    )
    made = tally_people(held, [Draw(tuple(gone), tuple(come)), Draw((), ())], Line.SEX)
    for row in (made.total, *made.rows):
        number = row.identified
        assert number.best is not None
        assert (number.low or 0) <= number.best <= (number.high or 0)


def test_two_draws_that_join_two_people_lower_the_low_end() -> None:
    two = [somebody(), somebody(sex=None)]
    joined = Draw((0, 1), (somebody(),))
    made = tally_people(two, [joined, Draw((), ())] * 50, Line.SEX)
    assert made.total.identified == HowMany(1, 2, 2)
    by_key = {row.key: row.identified for row in made.rows}
    assert by_key == {"male": HowMany.exactly(1), UNKNOWN: HowMany(0, 1, 1)}


def test_an_unlikely_draw_is_outside_an_interval_of_95_per_cent() -> None:
    two = [somebody(), somebody()]
    rare = [Draw((0, 1), (somebody(),)), *[Draw((), ())] * 99]
    assert tally_people(two, rare, Line.SEX).total.identified == HowMany.exactly(2)


def test_deaths_without_a_name_are_never_added_to_identified_people() -> None:
    held = [somebody(), somebody(UNNAMED), somebody(INCOMPLETE)]
    made = tally_people(held, [], Line.SEX).total
    assert made.identified == made.unnamed == made.incomplete == HowMany.exactly(1)


def test_unnamed_deaths_of_two_lists_may_be_the_same() -> None:
    first = [somebody(UNNAMED)] * 6
    second = [somebody(UNNAMED, lists=("L2",))] * 4
    assert between_lists(first) == HowMany.exactly(6)
    assert between_lists([*first, *second]) == HowMany.between(6, 10)
    assert between_lists([]) == HowMany.exactly(0)


@pytest.mark.parametrize(
    ("one", "line", "keys"),
    [
        (somebody(sex=None), Line.SEX, (UNKNOWN,)),
        (somebody(places=("SY02", "SY07")), Line.PLACE, (SEVERAL,)),
        (somebody(places=("SY07", "SY07")), Line.PLACE, ("SY07",)),
        (somebody(died="2021-03"), Line.MONTH, ("2021-03",)),
        (somebody(died="2021-03-30/2021-04-02"), Line.MONTH, (SEVERAL,)),
        (somebody(died=""), Line.MONTH, (UNKNOWN,)),
        (somebody(roles=(Role.MEDIA, Role.HEALTH)), Line.ROLE, ("health", "media")),
        (somebody(), Line.STATUS, (UNKNOWN,)),
        (somebody(age=Age.CHILD), Line.AGE, ("child",)),
        (somebody(parties=("russia",)), Line.PARTY, ("russia",)),
    ],
)  # fmt: skip
def test_a_person_stands_where_what_is_known_puts_them(
    one: Somebody, line: Line, keys: tuple[str, ...]
) -> None:
    assert one.keys(line) == keys


def test_what_is_not_known_stands_last() -> None:
    held = [somebody(sex=None), somebody(), somebody(sex=Sex.FEMALE)]
    assert [row.key for row in tally_people(held, [], Line.SEX).rows] == ["female", "male", UNKNOWN]
