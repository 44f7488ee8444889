"""What is changed behind the log's back without its hashes is named, each thing by its name."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.house import entry
from tests.ledger.keys import LOG

from tawthiq.ledger.audit import audit
from tawthiq.ledger.checkpoint import Checkpoint
from tawthiq.ledger.files import FileStorage
from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.published import PublishedStorage, publish
from tawthiq.ledger.tree import Head, leaf_hash

SIZE = 66_000  # two full tiles of level 1 would be 131,072; this has one, and a part


def sealed(size: int) -> MemoryStorage:
    storage = MemoryStorage()
    Log(storage).append([entry(number) for number in range(size)])
    return storage


def where(storage: MemoryStorage) -> list[str]:
    return [fault.where for fault in audit(storage)]


WHOLE = sealed(SIZE)


def test_a_log_as_it_was_sealed_has_no_fault() -> None:
    assert where(WHOLE) == []
    assert where(MemoryStorage()) == []


@given(st.integers(0, 699), st.integers(0, 699))
def test_changed_entries_are_named(first: int, second: int) -> None:
    storage = sealed(700)
    for index in (first, second):
        storage.sealed[index] = b"changed"
    named = [name for name in where(storage) if name.startswith("entry")]
    assert named == [f"entry {index}" for index in sorted({first, second})]


def test_swapped_entries_are_named() -> None:
    storage = sealed(10)
    storage.sealed[3], storage.sealed[4] = storage.sealed[4], storage.sealed[3]
    assert where(storage) == ["entry 3", "entry 4", "head"]


def test_a_changed_leaf_hash_is_named_by_its_entry() -> None:
    storage = sealed(700)
    storage.tiles[0, 1] = leaf_hash(b"?") + storage.tiles[0, 1][32:]
    assert where(storage) == ["entry 256"]


def test_a_changed_hash_above_the_leaves_is_named_by_its_tile() -> None:
    for address, path in (
        ((1, 0), "tile/1/000"),
        ((1, 1), "tile/1/001.p/1"),
        ((2, 0), "tile/2/000.p/1"),
    ):
        storage = MemoryStorage()
        storage.at, storage.sealed, storage.tiles = WHOLE.at, WHOLE.sealed, dict(WHOLE.tiles)
        storage.tiles[address] = bytes(32) + storage.tiles[address][32:]
        assert where(storage) == [path]


def test_a_tile_that_is_too_narrow_is_named() -> None:
    storage = sealed(300)
    storage.tiles[0, 1] = storage.tiles[0, 1][:-32]
    assert where(storage) == ["tile/0/001.p/44"]


def test_another_root_in_the_head_is_named() -> None:
    storage = sealed(300)
    storage.at = Head(300, leaf_hash(b"another"))
    assert where(storage) == ["head"]


def test_a_fault_is_said_in_both_languages() -> None:
    storage = sealed(3)
    storage.sealed[2] = b"changed"
    fault = next(audit(storage))
    assert fault.said.en == "entry 2 is not what was sealed: it, or its hash, was changed"
    assert "القيد 2" in fault.said.ar


def test_entries_that_cannot_be_read_are_named_by_their_range(tmp_path: Path) -> None:
    log = Log(FileStorage(tmp_path))
    log.append([entry(number) for number in range(600)])
    path = tmp_path / "entries"
    path.write_bytes(path.read_bytes()[:-1])
    [fault] = audit(FileStorage(tmp_path))
    assert fault.where == "entries 512 to 599"
    assert "the file entries of the log was cut" in fault.said.en


def test_tiles_that_cannot_be_read_are_named_by_their_address(tmp_path: Path) -> None:
    log = Log(MemoryStorage())
    log.append([entry(number) for number in range(600)])
    publish(log, tmp_path, Checkpoint(LOG.name, log.head).signed(LOG))
    (tmp_path / "tile/0/001").unlink()
    (tmp_path / "tile/1/000.p/2").unlink()
    faults = list(audit(PublishedStorage(tmp_path, log.head)))
    assert [fault.where for fault in faults] == ["tile/0/001", "tile/1/000.p/2"]
    assert all("is missing from the log" in fault.said.en for fault in faults)
