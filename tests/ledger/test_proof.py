"""What a proof shows, and that nothing but the truth passes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.house import (
    REFERENCE_LEAVES,
    NodesInMemory,
    entry,
    rfc_path,
    rfc_proof,
    rfc_root,
)

from tawthiq.errors import IntegrityError
from tawthiq.ledger.proof import (
    check_consistency,
    check_inclusion,
    consistency_path,
    inclusion_path,
    root_at,
)
from tawthiq.ledger.tree import EMPTY_ROOT, Hash, leaf_hash

SIZE = 200
ENTRIES = [entry(number) for number in range(SIZE)]
HASHES = [leaf_hash(one) for one in ENTRIES]
NODES = NodesInMemory(HASHES)
ROOTS = [root_at(NODES, size) for size in range(SIZE + 1)]
REFERENCE = NodesInMemory(map(leaf_hash, REFERENCE_LEAVES))

sizes = st.integers(1, SIZE)


def holds(index: int, size: int, path: Sequence[Hash], leaf: Hash, root: Hash) -> bool:
    try:
        check_inclusion(leaf, index=index, size=size, path=path, root=root)
    except IntegrityError:
        return False
    return True


def only_grew(old: int, new: int, path: Sequence[Hash], old_root: Hash, new_root: Hash) -> bool:
    try:
        check_consistency(old, new, path=path, old_root=old_root, new_root=new_root)
    except IntegrityError:
        return False
    return True


# --- the truth passes -----------------------------------------------------------------------


def test_every_leaf_proves_itself_under_every_size() -> None:
    for size in range(1, 131):
        for index in range(size):
            path = inclusion_path(NODES, index, size)
            check_inclusion(HASHES[index], index=index, size=size, path=path, root=ROOTS[size])


def test_every_log_shows_that_it_grew_from_every_smaller_one() -> None:
    for new in range(131):
        for old in range(new + 1):
            path = consistency_path(NODES, old, new)
            check_consistency(old, new, path=path, old_root=ROOTS[old], new_root=ROOTS[new])


@given(sizes, st.data())
def test_paths_are_those_that_the_rfc_defines(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    old = data.draw(st.integers(1, size))
    assert list(inclusion_path(NODES, index, size)) == rfc_path(index, ENTRIES[:size])
    assert list(consistency_path(NODES, old, size)) == rfc_proof(old, ENTRIES[:size])


@given(sizes)
def test_the_root_of_an_earlier_size_is_still_known(size: int) -> None:
    assert ROOTS[size] == rfc_root(ENTRIES[:size])


# The paths that certificate-transparency's own tests expect over the reference leaves.
@pytest.mark.parametrize(
    ("index", "size", "path"),
    [
        (0, 1, ""),
        (0, 8, "96a296d2 5f083f0a 6b47aaf2"),
        (5, 8, "bc1a0643 ca854ea1 d37ee418"),
        (2, 3, "fac54203"),
        (1, 5, "6e340b9c 5f083f0a bc1a0643"),
    ],
)
def test_others_give_the_same_paths(index: int, size: int, path: str) -> None:
    found = inclusion_path(REFERENCE, index, size)
    assert " ".join(beside.hex()[:8] for beside in found) == path


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        (1, 1, ""),
        (1, 8, "96a296d2 5f083f0a 6b47aaf2"),
        (6, 8, "0ebc5d34 ca854ea1 d37ee418"),
        (2, 5, "5f083f0a bc1a0643"),
        (6, 7, "0ebc5d34 b08693ec d37ee418"),
    ],
)
def test_others_show_growth_by_the_same_hashes(old: int, new: int, path: str) -> None:
    found = consistency_path(REFERENCE, old, new)
    assert " ".join(beside.hex()[:8] for beside in found) == path


# --- and nothing else -----------------------------------------------------------------------


@given(sizes, st.data())
def test_a_changed_leaf_never_proves_itself(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(
        st.binary(min_size=32, max_size=32).filter(lambda leaf: leaf != HASHES[index])
    )
    assert not holds(index, size, inclusion_path(NODES, index, size), other, ROOTS[size])


@given(sizes, st.data())
def test_a_leaf_never_proves_itself_at_another_index(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(st.integers(-3, 3 * size).filter(lambda claimed: claimed != index))
    path = inclusion_path(NODES, index, size)
    assert not holds(other, size, path, HASHES[index], ROOTS[size])


@given(sizes, st.data())
def test_a_leaf_never_proves_itself_under_another_head(size: int, data: st.DataObject) -> None:
    """A size comes with its own root; see the docstring of the module for why it must."""
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(sizes.filter(lambda claimed: claimed != size))
    path = inclusion_path(NODES, index, size)
    assert not holds(index, other, path, HASHES[index], ROOTS[other])


def test_a_path_alone_does_not_bind_the_size() -> None:
    """So that nobody relies on it: with the root of 4, a claim of size 3 has the same shape."""
    path = inclusion_path(NODES, 0, 4)
    assert holds(0, 3, path, HASHES[0], ROOTS[4])


@given(sizes, st.data())
def test_a_path_with_one_bit_changed_proves_nothing(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    path = inclusion_path(NODES, index, size)
    for changed in _each_with_one_bit_changed(path, data):
        assert not holds(index, size, changed, HASHES[index], ROOTS[size])


@given(sizes, st.data())
def test_growth_is_not_shown_by_a_path_with_one_bit_changed(size: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, size))
    path = consistency_path(NODES, old, size)
    for changed in _each_with_one_bit_changed(path, data):
        assert not only_grew(old, size, changed, ROOTS[old], ROOTS[size])


@given(sizes, st.data())
def test_a_path_of_another_length_is_refused(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    path = inclusion_path(NODES, index, size)
    for changed in _of_other_lengths(path):
        assert not holds(index, size, changed, HASHES[index], ROOTS[size])


@given(sizes, st.data())
def test_growth_is_not_shown_by_a_path_of_another_length(size: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(0, size))
    path = consistency_path(NODES, old, size)
    for changed in _of_other_lengths(path):
        assert not only_grew(old, size, changed, ROOTS[old], ROOTS[size])


@given(sizes, st.data())
def test_growth_is_never_shown_from_or_to_another_root(size: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, size))
    other = data.draw(st.binary(min_size=32, max_size=32))
    path = consistency_path(NODES, old, size)
    assert not only_grew(old, size, path, other, ROOTS[size])
    assert not only_grew(old, size, path, ROOTS[old], other)


@given(sizes, st.data())
def test_growth_is_never_shown_between_other_sizes(size: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, size))
    path = consistency_path(NODES, old, size)
    other_old = data.draw(st.integers(0, SIZE).filter(lambda claimed: claimed != old))
    other_new = data.draw(st.integers(0, SIZE).filter(lambda claimed: claimed != size))
    assert not only_grew(other_old, size, path, ROOTS[old], ROOTS[size])
    assert not only_grew(old, other_new, path, ROOTS[old], ROOTS[other_new])


def test_a_log_that_shrank_is_named_as_such() -> None:
    with pytest.raises(IntegrityError, match="had 7 entries and now has 5: entries were removed"):
        check_consistency(7, 5, path=(), old_root=ROOTS[7], new_root=ROOTS[5])


def test_nothing_grows_from_a_wrong_empty_root() -> None:
    check_consistency(0, 5, path=(), old_root=EMPTY_ROOT, new_root=ROOTS[5])
    assert not only_grew(0, 5, (), ROOTS[1], ROOTS[5])
    assert not only_grew(5, 5, (), ROOTS[5], ROOTS[6])
    assert not only_grew(0, 0, (), EMPTY_ROOT, ROOTS[1])


def test_a_forged_path_that_carries_both_roots_is_refused() -> None:
    """pymerkle up to 6.1 took a path of the two roots, whatever they were, as growth."""
    made_up = leaf_hash(b"any log at all")
    for path in ((made_up, ROOTS[5]), (ROOTS[5], made_up), (ROOTS[5],), (made_up,)):
        for old in range(1, 5):
            assert not only_grew(old, 5, path, made_up, ROOTS[5])


def test_a_leaf_does_not_pass_for_the_root_of_two() -> None:
    assert not holds(0, 2, (), HASHES[0], HASHES[0])


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_hash_of_another_length_is_refused(length: int) -> None:
    path = (b"\x07" * length,)
    with pytest.raises(IntegrityError, match="does not have 32 bytes"):
        check_inclusion(HASHES[0], index=0, size=2, path=path, root=ROOTS[2])


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_an_entry_beyond_the_log_is_named(index: int, size: int) -> None:
    with pytest.raises(IntegrityError, match=f"entry {index}, and a log of {size} entries"):
        check_inclusion(HASHES[0], index=index, size=size, path=(), root=ROOTS[3])
    with pytest.raises(ValueError, match=f"no leaf {index} in a tree of {size}"):
        inclusion_path(NODES, index, size)


def test_a_proof_of_a_log_that_did_not_grow_is_not_made() -> None:
    with pytest.raises(ValueError, match="a tree of 3 leaves did not grow from 4"):
        consistency_path(NODES, 4, 3)


def test_what_does_not_hold_is_said_in_arabic_too() -> None:
    with pytest.raises(IntegrityError) as caught:
        check_inclusion(HASHES[1], index=0, size=2, path=(HASHES[1],), root=ROOTS[2])
    assert "القيد 0" in caught.value.ar


def _each_with_one_bit_changed(path: Sequence[Hash], data: st.DataObject) -> list[list[Hash]]:
    changed = []
    for at, beside in enumerate(path):
        bit = data.draw(st.integers(0, 255))
        flipped = (int.from_bytes(beside) ^ 1 << bit).to_bytes(32)
        changed.append([*path[:at], flipped, *path[at + 1 :]])
    return changed


def _of_other_lengths(path: Sequence[Hash]) -> list[list[Hash]]:
    longer = [[*path, HASHES[0]], [HASHES[0], *path], [*path, *path, HASHES[1]]]
    shorter = [[*path[:at], *path[at + 1 :]] for at in range(len(path))]
    return longer + shorter
