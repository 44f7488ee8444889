"""Proofs over a log: this entry stands in it, and that newer log only grew (RFC 9162, 2.1).

A path is checked under a size and a root that come from one signed checkpoint. Alone it proves
nothing.
"""

from __future__ import annotations

import hashlib
from typing import Sequence

EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def is_included(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether the leaf stands at that index of the log with that size and root (2.1.3.2)."""
    if not 0 <= index < size:
        return False
    inside = (index ^ (size - 1)).bit_length()  # levels up to where the right edge is met
    if len(path) != inside + ones_in(index >> inside):
        return False
    found = leaf
    for level, beside in enumerate(path):
        is_right = level >= inside or index >> level & 1
        found = node_hash(beside, found) if is_right else node_hash(found, beside)
    return found == root


def only_grew(old: int, old_root: bytes, new: int, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the log of the new size begins with the whole log of the old size (2.1.4.2)."""
    if not 0 <= old <= new:
        return False
    if old in (0, new):
        return not path and (old_root == EMPTY_ROOT if old == 0 else old_root == new_root)
    shift = (old & -old).bit_length() - 1  # the path starts at the last perfect subtree of the old
    last, end = (old - 1) >> shift, (new - 1) >> shift
    inside = (last ^ end).bit_length()
    is_whole = last == 0  # that subtree is the whole old log, and its root is known
    if len(path) != inside + ones_in(last >> inside) + (not is_whole):
        return False
    start, rest = (old_root, list(path)) if is_whole else (path[0], list(path[1:]))
    before = after = start
    for level, beside in enumerate(rest):
        if level >= inside or last >> level & 1:
            before, after = node_hash(beside, before), node_hash(beside, after)
        else:
            after = node_hash(after, beside)
    return (before, after) == (old_root, new_root)


def ones_in(number: int) -> int:
    return bin(number).count("1")
