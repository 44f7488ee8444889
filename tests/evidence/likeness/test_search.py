from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.evidence.likeness import search
from tawthiq.evidence.likeness.hash import PdqHash
from tawthiq.evidence.likeness.search import HashTable, Near


def flipped(raw: bytes, bits: list[int]) -> bytes:
    number = int.from_bytes(raw, "big")
    for bit in bits:
        number ^= 1 << bit
    return number.to_bytes(32, "big")


def one_by_one(raw: list[bytes], asked: PdqHash, most: int) -> list[Near]:
    """The same, by the definition."""
    distances = [PdqHash(each, 0).distance(asked) for each in raw]
    near = [Near(place, distance) for place, distance in enumerate(distances) if distance <= most]
    return sorted(near, key=lambda each: (each.distance, each.place))


@given(
    raw=st.lists(st.sampled_from([bytes(32), b"\x01" + bytes(31), b"\xff" * 32, bytes(range(32))])),
    flips=st.lists(st.integers(0, 255), max_size=40, unique=True),
    most=st.integers(0, 256),
)
def test_it_finds_what_comparing_one_by_one_finds(
    raw: list[bytes], flips: list[int], most: int
) -> None:
    asked = PdqHash(flipped(bytes(range(32)), flips), 50)
    assert HashTable(raw).near(asked, most) == one_by_one(raw, asked, most)


@pytest.mark.parametrize("most", [0, 1, 30, 31, 32])
def test_the_edge_belongs_to_what_is_near(most: int) -> None:
    raw = [flipped(bytes(32), list(range(distance))) for distance in range(40)]
    found = HashTable(raw).near(PdqHash(bytes(32), 50), most)
    assert found == [Near(place, place) for place in range(most + 1)]


def test_blocks_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_BLOCK", 7)
    draw = Random(3)
    raw = [draw.randbytes(32) for _ in range(40)]
    table = HashTable(raw[:5])
    for start in range(5, 40, 11):
        table.extend(raw[start : start + 11])
    assert len(table) == 40
    for place, one in enumerate(raw):
        near = PdqHash(flipped(one, draw.sample(range(256), 31)), 50)
        assert table.near(near) == [Near(place, 31)]


def test_the_nearest_of_several_ways_counts_once() -> None:
    raw = [bytes(32), flipped(bytes(32), [1, 2, 3])]
    asked = [PdqHash(flipped(bytes(32), [1]), 50), PdqHash(flipped(bytes(32), [1, 2]), 50)]
    assert HashTable(raw).near(asked) == [Near(0, 1), Near(1, 1)]


def test_an_empty_table_finds_nothing() -> None:
    assert HashTable().near(PdqHash(bytes(32), 50), 256) == []


def test_a_hash_of_another_length_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        HashTable([bytes(31)])
