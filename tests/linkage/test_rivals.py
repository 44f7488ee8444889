"""Rivals: of two rows of one list that fit a row of another, at most one is that person."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linkage.made import lists as made_lists

from tawthiq.linkage import measures
from tawthiq.linkage.linking import link
from tawthiq.linkage.result import Pairs
from tawthiq.linkage.rivals import contended
from tawthiq.linkage.table import Table

# Row 0 is of the first list; rows 1 and 2, of the second, both fit it.
_TWO_LISTS = np.array([0, 1, 1], np.int32)


def _pairs(*said: tuple[int, int, float]) -> Pairs:
    left, right, same = zip(*sorted(said), strict=True)
    rest = [(1 - chance) / 2 for chance in same]
    return Pairs(
        np.array(left, np.int32),
        np.array(right, np.int32),
        np.array(same, np.float32),
        np.array(rest, np.float32),
        np.arange(len(said), dtype=np.int32),
    )


def test_a_brother_gives_way_to_the_row_that_fits_better() -> None:
    found = contended(_pairs((0, 1, 0.999), (0, 2, 0.8)), _TWO_LISTS, 0.02)
    assert found.same[0] > 0.99
    assert found.same[1] < 0.01


def test_of_two_rows_that_fit_alike_each_is_as_likely_as_not() -> None:
    found = contended(_pairs((0, 1, 0.999), (0, 2, 0.999)), _TWO_LISTS, 0.02)
    assert found.same.tolist() == pytest.approx([0.5, 0.5], abs=0.001)


def test_two_rows_that_are_one_person_themselves_are_no_rivals() -> None:
    found = contended(_pairs((0, 1, 0.999), (0, 2, 0.99), (1, 2, 0.999)), _TWO_LISTS, 0.5)
    assert found.same.min() > 0.9


def test_a_list_that_never_repeats_a_person_needs_more_to_be_believed_it_does() -> None:
    pairs = _pairs((0, 1, 0.999), (0, 2, 0.9), (1, 2, 0.9))
    seldom = contended(pairs, _TWO_LISTS, 0.001).same[1]
    often = contended(pairs, _TWO_LISTS, 1.0).same[1]
    assert seldom < 0.3 < 0.7 < often


@pytest.mark.parametrize("lists", [(0, 0, 0), (-1, -1, -1), (0, 1, 2)])
def test_rows_of_one_list_and_of_no_known_list_do_not_contend(lists: tuple[int, ...]) -> None:
    pairs = _pairs((0, 1, 0.999), (0, 2, 0.8))
    found = contended(pairs, np.array(lists, np.int32), 0.02)
    assert found.same.tolist() == pairs.same.tolist()


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(0, 1),
        min_size=1,
    ),
    st.lists(st.integers(-1, 2), min_size=8, max_size=8),
    st.floats(0, 1),
)
def test_rivals_never_make_a_pair_likelier(
    said: dict[tuple[int, int], float], lists: list[int], repeats: float
) -> None:
    pairs = _pairs(*((*pair, chance) for pair, chance in said.items()))
    found = contended(pairs, np.array(lists, np.int32), repeats)
    assert (found.same <= pairs.same + 1e-6).all()
    assert (found.same >= 0).all() and (found.related >= 0).all()
    assert (found.same + found.related <= 1 + 1e-6).all()


def _one_list_with_two_given_names_each() -> tuple[Table, list[str]]:
    """People of one register, each written twice, with another given name one time in four."""
    draw = np.random.default_rng(3)
    given = [f"{a}{b}{c}" for a in "bdfk" for b in ("asa", "eri", "ono") for c in ("m", "lin", "t")]
    family = [
        f"{a}{b}{c}" for a in "gmpst" for b in ("olda", "ervi", "anko", "umbri") for c in "nz"
    ]
    columns: dict[str, list[str]] = {"id": [], "given": [], "family": [], "born": [], "place": []}
    truth: list[str] = []
    for person in range(1_200):
        names = draw.choice(given, 2, replace=False)
        other = names[1] if draw.random() < 0.25 else names[0]
        born = str(np.datetime64("1950-01-01") + int(draw.integers(0, 15_000)))
        own, place = draw.choice(family), draw.choice(["Brenno", "Caldo", "Sirmia", "Torvel"])
        for name in (names[0], other):
            row = (str(len(truth)), name, own, born, place)
            for column, cell in zip(columns.values(), row, strict=True):
                column.append(str(cell))
            truth.append(str(person))
    return Table.of(columns), truth


def test_people_born_on_one_day_may_bear_another_given_name() -> None:
    table, truth = _one_list_with_two_given_names_each()
    same = link(table).same()
    score = measures.of_pairs(same.left, same.right, measures.people(truth))
    assert score.recall > 0.9
    assert score.precision > 0.95


def test_an_explanation_gives_the_probability_of_the_linkage_and_names_a_rival() -> None:
    linkage = link(made_lists().table)
    pairs = linkage.between(0.02, 1.0)
    some = range(0, len(pairs), max(len(pairs) // 150, 1))
    told = [linkage.explain(int(pairs.right[at]), int(pairs.left[at])) for at in some]
    assert [each.same for each in told] == pytest.approx([float(pairs.same[at]) for at in some])
    assert any("another row of one of the two lists" in each.why.en for each in told)
