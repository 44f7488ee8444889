from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.records.same_person import (
    Link,
    across,
    contradicted,
    pair,
    regroup,
    touched,
    within,
)

RECORDS = range(1, 9)
pairs = st.sampled_from(list(combinations(RECORDS, 2)))
links = st.builds(
    lambda p, same: Link(*p, same), pairs, st.floats(0, 1, allow_nan=False)
)  # fmt: skip


def together(groups: list[list[int]], one: int, other: int) -> bool:
    return any({one, other} <= set(group) for group in groups)


@given(st.lists(links, max_size=12), st.lists(pairs, max_size=4), st.lists(pairs, max_size=4))
def test_every_record_is_in_one_group_and_decisions_bind(
    found: list[Link], same: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    groups = regroup(RECORDS, found, same, apart)
    assert sorted(r for group in groups for r in group) == list(RECORDS)
    assert all(together(groups, *each) for each in same)
    joined_by_same = regroup(RECORDS, [], same, [])
    for each in apart:
        assert together(groups, *each) == together(joined_by_same, *each)


@given(st.lists(links, max_size=12), st.randoms())
def test_the_order_in_which_links_come_changes_nothing(found: list[Link], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert regroup(RECORDS, found, [], [(1, 2)]) == regroup(RECORDS, shuffled, [], [(1, 2)])


def test_the_surest_link_goes_first_where_two_cannot_both_hold() -> None:
    """Record 3 hangs on 1 and on 2, who are two people: it goes where it surely belongs."""
    found = [Link(1, 3, 0.8), Link(2, 3, 0.9)]
    assert regroup([1, 2, 3], found, [], [(1, 2)]) == [[1], [2, 3]]


def test_a_link_does_not_join_two_groups_of_which_one_pair_is_held_apart() -> None:
    found = [Link(1, 2, 0.9), Link(3, 4, 0.9), Link(2, 3, 0.8)]
    assert regroup([1, 2, 3, 4], found, [], [(1, 4)]) == [[1, 2], [3, 4]]


def test_a_decision_that_agrees_with_the_clusters_touches_none() -> None:
    cluster_of = {1: 0, 2: 0, 3: 1}
    assert touched(cluster_of, [(1, 2)], [(1, 3)]) == frozenset()
    assert touched(cluster_of, [(1, 3)], []) == {0, 1}
    assert touched(cluster_of, [], [(1, 2)]) == {0}


@given(pairs, st.lists(pairs, max_size=5), st.lists(pairs, max_size=5))
def test_what_is_not_contradicted_can_be_held_with_everything_before(
    fresh: tuple[int, int], same: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    before = regroup(RECORDS, [], same, [])
    if any(together(before, *each) for each in apart):
        return  # what was decided before cannot all be true
    for is_same in (True, False):
        now_same = [*same, fresh] if is_same else same
        now_apart = apart if is_same else [*apart, fresh]
        after = regroup(RECORDS, [], now_same, [])
        is_true = not any(together(after, *each) for each in now_apart)
        assert (contradicted(is_same, fresh, same, apart) is None) == is_true


def test_pairs_are_written_one_way() -> None:
    assert pair(7, 2) == pair(2, 7) == (2, 7)
    assert across([3], [1, 5]) == [(1, 3), (3, 5)]
    assert within([3, 1, 2]) == [(1, 2), (1, 3), (2, 3)]
