"""The log over each of its storages: after every step everything is verified."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.house import entry

from tawthiq.errors import IntegrityError
from tawthiq.ledger.audit import audit
from tawthiq.ledger.files import FileStorage
from tawthiq.ledger.log import Log, Storage
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.proof import check_consistency, check_inclusion
from tawthiq.ledger.tree import EMPTY_ROOT, Head, leaf_hash, root_of

MakeStorage = Callable[[], Storage]


@pytest.fixture(params=["memory", "files"])
def make_storage(request: pytest.FixtureRequest, tmp_path: Path) -> MakeStorage:
    """Opens the same storage each time, as a new process would."""
    if request.param == "files":
        return lambda: FileStorage(tmp_path / "log")
    kept = MemoryStorage()
    return lambda: kept


def check_everything(log: Log, expected: list[bytes]) -> None:
    hashes = [leaf_hash(one) for one in expected]
    assert log.head == Head(len(expected), root_of(hashes))
    assert list(log.storage.entries(0, log.size)) == expected
    assert list(audit(log.storage)) == []
    for index in {0, len(expected) // 3, len(expected) - 1} if expected else ():
        assert log.entry(index) == expected[index]
        check_inclusion(
            hashes[index],
            index=index,
            size=log.size,
            path=log.inclusion(index),
            root=log.head.root,
        )


def test_a_new_log_is_empty(make_storage: MakeStorage) -> None:
    log = Log(make_storage())
    assert log.head == Head(0, EMPTY_ROOT)
    assert log.append([]) == log.head
    check_everything(log, [])


@pytest.mark.parametrize(
    "batches",
    [
        [1, 1, 1],
        [255, 1, 1],
        [256],
        [256, 256, 1],
        [100, 200, 300, 7],
        [1000, 1, 511],
        [257, 255, 1, 768],
    ],
)
def test_a_log_grows_and_is_found_as_it_was_left(
    make_storage: MakeStorage, batches: list[int]
) -> None:
    log, expected = Log(make_storage()), list[bytes]()
    for batch in batches:
        new = [entry(number) for number in range(len(expected), len(expected) + batch)]
        before, expected = log.head, expected + new
        assert log.append(new) == log.head
        check_everything(log, expected)
        log.check_grew_from(before)
        log = Log(make_storage())
        check_everything(log, expected)


def test_it_grew_from_every_head_that_it_ever_had(make_storage: MakeStorage) -> None:
    log = Log(make_storage())
    heads = [log.head] + [
        log.append([entry(n) for n in range(end - batch, end)])
        for batch, end in zip(_BATCHES, accumulate(_BATCHES), strict=True)
    ]
    for old in heads:
        log.check_grew_from(old)
        assert log.root_at(old.size) == old.root
        for new in heads:
            if old.size <= new.size:
                path = log.consistency(old.size, new.size)
                check_consistency(
                    old.size, new.size, path=path, old_root=old.root, new_root=new.root
                )


_BATCHES = [1, 2, 253, 1, 600, 40, 1]


def test_an_entry_proves_itself_under_an_earlier_head(make_storage: MakeStorage) -> None:
    log = Log(make_storage())
    earlier = log.append([entry(n) for n in range(300)])
    log.append([entry(n) for n in range(300, 900)])
    for index in (0, 255, 256, 299):
        check_inclusion(
            leaf_hash(entry(index)),
            index=index,
            size=earlier.size,
            path=log.inclusion(index, earlier.size),
            root=earlier.root,
        )


@given(st.lists(st.lists(st.binary(max_size=60), max_size=90), max_size=8))
def test_any_bytes_can_be_sealed(batches: list[list[bytes]]) -> None:
    log = Log(MemoryStorage())
    for batch in batches:
        log.append(batch)
    check_everything(log, [one for batch in batches for one in batch])


def test_two_writers_do_not_write_over_each_other(make_storage: MakeStorage) -> None:
    mine, theirs = Log(make_storage()), Log(make_storage())
    theirs.append([b"theirs"])
    with pytest.raises(RuntimeError, match="has moved on from 0 entries"):
        mine.append([b"mine"])
    check_everything(Log(make_storage()), [b"theirs"])


def test_an_entry_that_is_too_long_leaves_the_log_as_it_was(make_storage: MakeStorage) -> None:
    log = Log(make_storage())
    log.append([b"short"])
    with pytest.raises(ValueError, match="65536 bytes"):
        log.append([b"next", b"x" * 65536])
    check_everything(log, [b"short"])


@pytest.mark.parametrize("index", [-1, 3, 4])
def test_there_is_no_entry_outside_the_log(make_storage: MakeStorage, index: int) -> None:
    log = Log(make_storage())
    log.append([b"one", b"two", b"three"])
    with pytest.raises(ValueError, match=f"no entry {index} in a log of 3"):
        log.entry(index)
    with pytest.raises(ValueError, match=f"no leaf {index} in a tree of 3"):
        log.inclusion(index)


def test_it_never_had_a_size_beyond_its_own() -> None:
    log = Log(MemoryStorage())
    log.append([b"one"])
    with pytest.raises(ValueError, match="a log of 1 never had 2 entries"):
        log.root_at(2)


def test_a_held_head_shows_that_entries_were_removed() -> None:
    log = Log(MemoryStorage())
    held = log.append([b"one", b"two"])
    shorter = Log(MemoryStorage())
    shorter.append([b"one"])
    with pytest.raises(IntegrityError, match="had 2 entries and now has 1: entries were removed"):
        shorter.check_grew_from(held)


def test_a_held_head_shows_that_an_entry_was_changed() -> None:
    log = Log(MemoryStorage())
    held = log.append([b"one", b"two"])
    other = Log(MemoryStorage())
    other.append([b"one", b"twe", b"three"])
    with pytest.raises(IntegrityError, match="3 entries does not begin with the log of 2"):
        other.check_grew_from(held)


# --- damage below is reported, never proved ---------------------------------------------------


def of_six_hundred() -> tuple[MemoryStorage, Log]:
    storage = MemoryStorage()
    log = Log(storage)
    log.append([entry(number) for number in range(600)])
    return storage, log


def test_a_changed_entry_is_not_proved() -> None:
    storage, log = of_six_hundred()
    storage.sealed[7] = b"something else"
    with pytest.raises(IntegrityError, match="this is not entry 7 of the log of 600"):
        log.inclusion(7)


def test_a_log_whose_end_was_changed_does_not_open() -> None:
    storage, _ = of_six_hundred()
    storage.tiles[0, 2] = bytes(32) + storage.tiles[0, 2][32:]
    with pytest.raises(IntegrityError, match="do not give the root of its head at 600"):
        Log(storage)


def test_a_tile_of_another_width_is_named() -> None:
    storage, _ = of_six_hundred()
    storage.tiles[0, 2] = storage.tiles[0, 2][:-32]
    with pytest.raises(IntegrityError, match=r"tile/0/002\.p/88 does not have the hashes"):
        Log(storage)


def test_growth_is_not_shown_with_a_changed_hash() -> None:
    storage, log = of_six_hundred()
    storage.tiles[0, 0] = bytes(32) + storage.tiles[0, 0][32:]
    with pytest.raises(IntegrityError, match="does not begin with"):
        log.consistency(100)
