"""Proofs that need no trust in the log: this entry is in it, and that newer log only grew.

RFC 9162, sections 2.1.3 and 2.1.4. A path is checked against a root that comes from a signed
checkpoint; *path, index and size alone prove nothing*. A path does not bind the size either:
sizes whose trees have the same shape above an entry share its path. The pair of size and root
must therefore always be taken from one checkpoint.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tawthiq.ledger import words
from tawthiq.ledger.tree import EMPTY_ROOT, HASH_BYTES, Hash, node_hash, split


class Nodes(Protocol):
    """Whoever can give the hash of a perfect subtree."""

    def node(self, level: int, index: int) -> Hash:
        """The root over the leaves ``index * 2**level`` to ``(index + 1) * 2**level``."""
        ...


def inclusion_path(nodes: Nodes, index: int, size: int) -> tuple[Hash, ...]:
    """The hashes beside the way from one leaf up to the root, the leaf's neighbour first.

    Raises:
        ValueError: The tree of that size has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"no leaf {index} in a tree of {size}")
    first, end, path = 0, size, list[Hash]()
    while end - first > 1:
        middle = first + split(end - first)
        if index < middle:
            path.append(_subtree(nodes, middle, end))
            end = middle
        else:
            path.append(_subtree(nodes, first, middle))
            first = middle
    return tuple(reversed(path))


def consistency_path(nodes: Nodes, old: int, new: int) -> tuple[Hash, ...]:
    """The hashes that lead from the root of `old` leaves and to the root of `new`.

    Empty where there is nothing to show: the sizes are the same, or the old tree is empty.

    Raises:
        ValueError: `old` is larger than `new`, or negative.
    """
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {new} leaves did not grow from {old}")
    if old in (0, new):
        return ()
    first, end, path = 0, new, list[Hash]()
    while old < end:
        middle = first + split(end - first)
        if old <= middle:
            path.append(_subtree(nodes, middle, end))
            end = middle
        else:
            path.append(_subtree(nodes, first, middle))
            first = middle
    if first:  # else the old tree is this very subtree, and its root is known
        path.append(_subtree(nodes, first, end))
    return tuple(reversed(path))


def root_at(nodes: Nodes, size: int) -> Hash:
    """The root that the tree had at an earlier size."""
    return _subtree(nodes, 0, size) if size else EMPTY_ROOT


def check_inclusion(leaf: Hash, *, index: int, size: int, path: Sequence[Hash], root: Hash) -> None:
    """Return if the leaf stands at that index of the tree with that size and root.

    Raises:
        IntegrityError: It does not, or the path does not fit the index and the size exactly.
    """
    if not 0 <= index < size:
        raise words.no_such_leaf(index, size)
    inside = (index ^ (size - 1)).bit_length()  # levels up to where the right edge is met
    _refuse_misfit(path, inside + (index >> inside).bit_count(), size)
    found = leaf
    for level, beside in enumerate(path[:inside]):
        left_of_it = index >> level & 1
        found = node_hash(beside, found) if left_of_it else node_hash(found, beside)
    for beside in path[inside:]:
        found = node_hash(beside, found)
    if found != root:
        raise words.not_in_the_log(index, size)


def check_consistency(
    old: int, new: int, *, path: Sequence[Hash], old_root: Hash, new_root: Hash
) -> None:
    """Return if the tree of `new` leaves begins with the whole tree of `old` leaves.

    Raises:
        IntegrityError: It does not, or the path does not fit the two sizes exactly.
    """
    if not 0 <= old <= new:
        raise words.shrunk(old, new)
    if old in (0, new):
        _refuse_misfit(path, 0, new)
        is_empty = old_root == EMPTY_ROOT if old == 0 else True
        is_same = old_root == new_root if old == new else True
        if not (is_empty and is_same):
            raise words.did_not_only_grow(old, new)
        return
    if _roots(old, new, path, old_root) != (old_root, new_root):
        raise words.did_not_only_grow(old, new)


def _roots(old: int, new: int, path: Sequence[Hash], old_root: Hash) -> tuple[Hash, Hash]:
    """What the path yields as the two roots.

    It starts at the last perfect subtree of the old tree. Where that is the whole old tree,
    its hash is the old root and is not in the path.
    """
    shift = (old & -old).bit_length() - 1  # the height of that subtree
    last, end = (old - 1) >> shift, (new - 1) >> shift
    inside = (last ^ end).bit_length()  # levels up to where the old right edge is met
    whole = last == 0
    _refuse_misfit(path, inside + (last >> inside).bit_count() + (not whole), new)
    start, *rest = (old_root, *path) if whole else path
    before = after = start
    for level, beside in enumerate(rest[:inside]):
        if last >> level & 1:
            before, after = node_hash(beside, before), node_hash(beside, after)
        else:
            after = node_hash(after, beside)
    for beside in rest[inside:]:
        before, after = node_hash(beside, before), node_hash(beside, after)
    return before, after


def _refuse_misfit(path: Sequence[Hash], needed: int, size: int) -> None:
    if len(path) != needed:
        raise words.path_length(len(path), needed, size)
    if path and {*map(len, path)} != {HASH_BYTES}:
        raise words.hash_length()


def _subtree(nodes: Nodes, first: int, end: int) -> Hash:
    """The root over the leaves from `first` to before `end`, where the RFC divides there."""
    width = end - first
    if width & (width - 1) == 0:
        level = width.bit_length() - 1
        return nodes.node(level, first >> level)
    middle = first + split(width)
    return node_hash(_subtree(nodes, first, middle), _subtree(nodes, middle, end))
