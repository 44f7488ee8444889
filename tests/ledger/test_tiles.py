from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.house import NodesInMemory, entry

from tawthiq.ledger.proof import root_at
from tawthiq.ledger.tiles import Edge, Tile, TileNodes, hashes_in, tiles_of, width_at
from tawthiq.ledger.tree import CompactRange, leaf_hash, root_of

levels = st.one_of(st.integers(0, 63), st.just("entries"))
tiles = st.builds(Tile, levels, st.integers(0, 10**15), st.integers(1, 256))


@given(tiles)
def test_an_address_reads_back_to_the_same_tile(tile: Tile) -> None:
    assert Tile.parse(tile.path) == tile


# The first is the example of C2SP tlog-tiles; the rest are its rules.
@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 1234067), "tile/0/x001/x234/067"),
        (Tile(63, 0), "tile/63/000"),
        (Tile(1, 999, 5), "tile/1/999.p/5"),
        (Tile(0, 1000), "tile/0/x001/000"),
        (Tile("entries", 273, 112), "tile/entries/273.p/112"),
    ],
)
def test_others_give_a_tile_the_same_address(tile: Tile, path: str) -> None:
    assert tile.path == path


@pytest.mark.parametrize(
    "path",
    [
        "tile/64/000",
        "tile/00/000",
        "tile/0/0",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x001",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/05",
        "tile/-1/000",
        "tile/0/../../etc/passwd",
        "tile/data/000",
        "/tile/0/000",
        "tile/0/000\n",
        "tile/0/٠٠٠",
    ],
)
def test_an_address_is_written_in_one_way_only(path: str) -> None:
    with pytest.raises(ValueError, match=r"not the address of a tile|no tile"):
        Tile.parse(path)


@pytest.mark.parametrize(
    ("level", "index", "width"), [(64, 0, 1), (-1, 0, 1), (0, -1, 1), (0, 0, 0), (0, 0, 257)]
)
def test_a_tile_that_cannot_be_is_refused(level: int, index: int, width: int) -> None:
    with pytest.raises(ValueError, match=f"no tile {level}/{index} is {width} wide"):
        Tile(level, index, width)


def test_seventy_thousand_entries_lie_in_the_tiles_that_the_specification_counts() -> None:
    """C2SP tlog-tiles, "Partial Tiles", gives this example."""
    counted = Counter((tile.level, tile.width) for tile in tiles_of(70_000))
    assert counted == {(0, 256): 273, (0, 112): 1, (1, 256): 1, (1, 17): 1, (2, 1): 1}


def test_two_hundred_and_fifty_six_entries_have_a_tile_of_one_hash_above() -> None:
    assert list(tiles_of(256)) == [Tile(0, 0), Tile(1, 0, 1)]
    assert list(tiles_of(0)) == []


@given(st.integers(0, 10**7), st.integers(0, 3), st.integers(0, 50_000))
def test_a_width_is_that_of_the_listed_tile(size: int, level: int, index: int) -> None:
    hashes = size >> 8 * level
    assert width_at(size, level, index) == min(256, max(0, hashes - 256 * index))


@given(st.lists(st.integers(0, 600), max_size=8))
def test_however_a_log_grew_its_tiles_and_its_root_are_the_same(steps: list[int]) -> None:
    edge, kept, size = Edge(), dict[str, bytes](), 0
    for step in steps:
        edge, grown = edge.extended([leaf_hash(entry(n)) for n in range(size, size + step)])
        size += step
        kept |= {f"{tile.level}/{tile.index}": hashes for tile, hashes in grown.items()}
        assert edge.head().root == root_of([leaf_hash(entry(n)) for n in range(size)])
    whole, at_once = Edge().extended([leaf_hash(entry(n)) for n in range(size)])
    assert whole == edge
    assert kept == {f"{tile.level}/{tile.index}": hashes for tile, hashes in at_once.items()}
    assert sorted(map(str, at_once)) == sorted(map(str, tiles_of(size)))


def test_a_tile_gives_every_subtree_within_and_above_it() -> None:
    size = 70_000
    leaves = [leaf_hash(entry(number)) for number in range(size)]
    _, grown = Edge().extended(leaves)
    held = {(tile.level, tile.index): hashes for tile, hashes in grown.items()}
    nodes, expected = TileNodes(lambda *address: held[address]), NodesInMemory(leaves)
    for level in range(17):
        for index in {0, 1, (size >> level) // 2, (size >> level) - 1}:
            if 0 <= index < size >> level:
                assert nodes.node(level, index) == expected.node(level, index)
    assert root_at(nodes, size) == CompactRange().extended(leaves).root()


def test_a_tile_that_grew_is_read_anew_once_it_is_said_to_have_grown() -> None:
    leaves = [leaf_hash(entry(number)) for number in range(4)]
    held = b"".join(leaves[:2])
    nodes = TileNodes(lambda level, index: held)
    assert nodes.node(0, 1) == leaves[1]
    held = b"".join(leaves)
    nodes.forget_partial()
    assert nodes.node(0, 3) == leaves[3]


def test_an_edge_that_is_not_of_its_size_is_refused() -> None:
    with pytest.raises(ValueError, match="level 0 of a log of 2"):
        Edge(2, (leaf_hash(b"only one"),))


def test_the_hashes_of_a_tile_stand_one_after_another() -> None:
    assert hashes_in(b"a" * 32 + b"b" * 32) == [b"a" * 32, b"b" * 32]
