from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.house import REFERENCE_LEAVES, REFERENCE_ROOTS, entry, rfc_root

from tawthiq.ledger.tree import (
    EMPTY_ROOT,
    CompactRange,
    Head,
    leaf_hash,
    node_hash,
    perfect_root,
    root_of,
    split,
)

leaves = st.lists(st.binary(max_size=40), max_size=70)


@pytest.mark.parametrize(("size", "root"), list(enumerate(REFERENCE_ROOTS)))
def test_others_compute_the_same_roots(size: int, root: str) -> None:
    assert root_of([leaf_hash(leaf) for leaf in REFERENCE_LEAVES[:size]]).hex() == root


def test_a_leaf_is_hashed_apart_from_a_node() -> None:
    left, right = leaf_hash(b"one"), leaf_hash(b"two")
    assert leaf_hash(left + right) != node_hash(left, right)


@given(leaves)
def test_growing_gives_the_root_that_the_rfc_defines(entries: list[bytes]) -> None:
    assert root_of([leaf_hash(one) for one in entries]) == rfc_root(entries)


@given(leaves, st.lists(st.integers(0, 70)))
def test_it_does_not_matter_in_which_batches_a_log_grew(
    entries: list[bytes], cuts: list[int]
) -> None:
    hashes = [leaf_hash(one) for one in entries]
    grown, ends = CompactRange(), sorted({min(cut, len(hashes)) for cut in cuts} | {len(hashes)})
    for first, end in zip([0, *ends], ends, strict=False):
        grown = grown.extended(hashes[first:end])
    assert grown == CompactRange().extended(hashes)


def test_every_size_up_to_three_hundred_has_the_root_of_the_rfc() -> None:
    grown, entries = CompactRange(), [entry(number) for number in range(300)]
    for size, one in enumerate(entries):
        assert grown.head() == Head(size, rfc_root(entries[:size]))
        grown = grown.extended([leaf_hash(one)])


@given(leaves.filter(bool), st.data())
def test_a_changed_an_added_or_a_removed_entry_changes_the_root(
    entries: list[bytes], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(entries) - 1))
    changed = [*entries[:at], entries[at] + b"!", *entries[at + 1 :]]
    removed, added = [*entries[:at], *entries[at + 1 :]], [*entries, b"later"]
    roots = [root_of([leaf_hash(e) for e in some]) for some in (entries, changed, removed, added)]
    assert len(set(roots)) == 4


@pytest.mark.parametrize(("size", "left"), [(2, 1), (3, 2), (4, 2), (5, 4), (8, 4), (9, 8)])
def test_a_tree_divides_below_its_size_and_never_at_it(size: int, left: int) -> None:
    assert split(size) == left


@pytest.mark.parametrize("count", [0, 3, 6, 7])
def test_only_a_power_of_two_makes_a_perfect_tree(count: int) -> None:
    with pytest.raises(ValueError, match=f"{count} is no power of two"):
        perfect_root([EMPTY_ROOT] * count)


@pytest.mark.parametrize(
    ("size", "root"), [(-1, EMPTY_ROOT), (1, b"short"), (0, leaf_hash(b"not the hash of nothing"))]
)
def test_a_head_that_no_log_can_have_is_refused(size: int, root: bytes) -> None:
    with pytest.raises(ValueError, match=r"no tree|the hash of nothing"):
        Head(size, root)


def test_a_range_has_one_peak_for_each_digit_of_its_size() -> None:
    with pytest.raises(ValueError, match="1 peaks do not make a tree of 3 leaves"):
        CompactRange(3, (EMPTY_ROOT,))
