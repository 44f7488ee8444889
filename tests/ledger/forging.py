"""Forged proofs of every make: each claims something that is not so, so none may pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from tests.ledger.house import NodesInMemory, entry

from tawthiq.errors import IntegrityError
from tawthiq.ledger.proof import (
    check_consistency,
    check_inclusion,
    consistency_path,
    inclusion_path,
    root_at,
)
from tawthiq.ledger.tree import Hash, leaf_hash

SIZE = 3000
LEAVES = [leaf_hash(entry(number)) for number in range(SIZE)]
NODES = NodesInMemory(LEAVES)
ROOTS = [root_at(NODES, size) for size in range(SIZE + 1)]
# The same log rewritten at one place, with every hash computed anew.
REWRITTEN = NodesInMemory([*LEAVES[:1000], leaf_hash(b"rewritten"), *LEAVES[1001:]])
REWRITTEN_ROOTS = [root_at(REWRITTEN, size) for size in range(SIZE + 1)]

Path = tuple[Hash, ...]


def forged(count: int, seed: int) -> Iterator[str]:
    """Try that many forgeries; yields the make of each that passed."""
    draw = Random(seed)
    for _ in range(count):
        forge = draw.choice(_MAKES)
        try:
            forge(draw)
        except IntegrityError:
            continue
        yield forge.__name__


def _inclusion(draw: Random) -> tuple[int, int, Path]:
    size = draw.randint(1, SIZE)
    index = draw.randrange(size)
    return index, size, inclusion_path(NODES, index, size)


def _consistency(draw: Random) -> tuple[int, int, Path]:
    new = draw.randint(2, SIZE)
    old = draw.randint(1, new - 1)
    return old, new, consistency_path(NODES, old, new)


def _damaged(draw: Random, path: Path) -> Path:
    """Another path: cut, stretched, reordered, of other bytes or with one bit changed."""
    any_hash = draw.randbytes(32)
    at = draw.randrange(len(path) + 1)
    inner = draw.randrange(len(path)) if path else 0
    made: list[Path] = [
        (*path[:at], any_hash, *path[at:]),
        (*path[:at], *path[inner : inner + 1], *path[at:], any_hash),
        path + path[-1:] if path else (any_hash,),
    ]
    if path:
        bit = 1 << draw.randrange(256)
        flipped = (int.from_bytes(path[inner]) ^ bit).to_bytes(32)
        made += [
            (*path[:inner], *path[inner + 1 :]),
            (*path[:inner], flipped, *path[inner + 1 :]),
            (*path[:inner], any_hash, *path[inner + 1 :]),
            (*path[:inner], draw.choice(LEAVES), *path[inner + 1 :]),
            (*path[:inner], path[inner][:31], *path[inner + 1 :]),
            (),
        ]
    if len(set(path)) > 1:
        made += [path[::-1], path[1:] + path[:1]]
    return draw.choice([other for other in made if other != path])


def a_damaged_inclusion_path(draw: Random) -> None:
    index, size, path = _inclusion(draw)
    changed = _damaged(draw, path)
    check_inclusion(LEAVES[index], index=index, size=size, path=changed, root=ROOTS[size])


def a_leaf_that_was_never_there(draw: Random) -> None:
    index, size, path = _inclusion(draw)
    leaf = leaf_hash(draw.randbytes(20))
    check_inclusion(leaf, index=index, size=size, path=path, root=ROOTS[size])


def a_leaf_at_another_index(draw: Random) -> None:
    index, size, path = _inclusion(draw)
    other = draw.choice([index + 1, index - 1, index ^ 1, index + size, draw.randint(-5, 9999)])
    if other == index:
        other += 1
    check_inclusion(LEAVES[index], index=other, size=size, path=path, root=ROOTS[size])


def a_node_that_passes_for_a_leaf(draw: Random) -> None:
    """The hash two leaves up, as if the tree were flatter."""
    index, size, path = _inclusion(draw)
    if size < 2:
        return a_leaf_that_was_never_there(draw)
    level = draw.randint(1, (size - 1).bit_length() - 1) if size > 2 else 0
    node = NODES.node(level, 0) if level else draw.randbytes(32)
    check_inclusion(node, index=index >> level, size=size, path=path[level:], root=ROOTS[size])


def a_leaf_under_the_head_of_another_size(draw: Random) -> None:
    index, size, path = _inclusion(draw)
    other = draw.choice([n for n in (size + 1, size - 1, draw.randint(0, SIZE)) if n != size])
    other = min(max(other, 0), SIZE)
    if other == size:
        other -= 1
    check_inclusion(LEAVES[index], index=index, size=other, path=path, root=ROOTS[other])


def a_rewritten_entry_under_a_held_root(draw: Random) -> None:
    size = draw.randint(1001, SIZE)
    path = inclusion_path(REWRITTEN, 1000, size)
    check_inclusion(leaf_hash(b"rewritten"), index=1000, size=size, path=path, root=ROOTS[size])


def a_damaged_consistency_path(draw: Random) -> None:
    old, new, path = _consistency(draw)
    changed = _damaged(draw, path)
    check_consistency(old, new, path=changed, old_root=ROOTS[old], new_root=ROOTS[new])


def growth_from_another_root(draw: Random) -> None:
    old, new, path = _consistency(draw)
    root = draw.choice([draw.randbytes(32), ROOTS[new], ROOTS[old - 1], LEAVES[old - 1]])
    if root == ROOTS[old]:
        root = draw.randbytes(32)
    check_consistency(old, new, path=path, old_root=root, new_root=ROOTS[new])


def growth_to_another_root(draw: Random) -> None:
    old, new, path = _consistency(draw)
    root = draw.choice([draw.randbytes(32), ROOTS[old], ROOTS[new - 1]])
    if root == ROOTS[new]:
        root = draw.randbytes(32)
    check_consistency(old, new, path=path, old_root=ROOTS[old], new_root=root)


def growth_between_other_sizes(draw: Random) -> None:
    old, new, path = _consistency(draw)
    other = draw.choice([old + 1, old - 1, old * 2, draw.randint(0, new)])
    if other == old:
        other = old + 1
    root = ROOTS[old] if other else draw.randbytes(32)
    check_consistency(other, new, path=path, old_root=root, new_root=ROOTS[new])


def growth_of_a_rewritten_log(draw: Random) -> None:
    """The keeper has recomputed everything and serves the best proof there is."""
    old = draw.randint(1001, SIZE - 1)
    new = draw.randint(old + 1, SIZE)
    path = consistency_path(draw.choice([NODES, REWRITTEN]), old, new)
    check_consistency(old, new, path=path, old_root=ROOTS[old], new_root=REWRITTEN_ROOTS[new])


def a_path_that_carries_the_roots(draw: Random) -> None:
    """What pymerkle up to 6.1 accepted."""
    old, new, path = _consistency(draw)
    made_up = draw.randbytes(32)
    parts = [made_up, ROOTS[new], ROOTS[old], *path[: draw.randint(0, len(path))]]
    draw.shuffle(parts)
    forged_path = tuple(parts[: draw.choice([1, 2, 3, len(path)])])
    check_consistency(old, new, path=forged_path, old_root=made_up, new_root=ROOTS[new])


def a_log_that_shrank(draw: Random) -> None:
    old, new, path = _consistency(draw)
    check_consistency(new, old, path=path, old_root=ROOTS[new], new_root=ROOTS[old])


_MAKES: tuple[Callable[[Random], None], ...] = (
    a_damaged_inclusion_path,
    a_leaf_that_was_never_there,
    a_leaf_at_another_index,
    a_node_that_passes_for_a_leaf,
    a_leaf_under_the_head_of_another_size,
    a_rewritten_entry_under_a_held_root,
    a_damaged_consistency_path,
    growth_from_another_root,
    growth_to_another_root,
    growth_between_other_sizes,
    growth_of_a_rewritten_log,
    a_path_that_carries_the_roots,
    a_log_that_shrank,
)
