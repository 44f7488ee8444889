"""The working log in plain files: what was acknowledged is there, whatever interrupts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.ledger.house import entry
from tests.ledger.power import Disk

from tawthiq.errors import IntegrityError, TawthiqError
from tawthiq.ledger.audit import audit
from tawthiq.ledger.files import FileStorage
from tawthiq.ledger.log import Log

BATCHES = [3, 250, 3, 1, 400]  # crosses a bundle at its very end, by its very first, and within


def some(first: int, count: int) -> list[bytes]:
    return [entry(number) for number in range(first, first + count)]


def holds_exactly(folder: Path, count: int) -> bool:
    log = Log(FileStorage(folder))
    is_whole = list(log.storage.entries(0, log.size)) == some(0, count)
    return is_whole and list(audit(log.storage)) == []


class InterruptedWrite(Exception):
    """The process was killed here."""


class Killed(FileStorage):
    """A storage whose process dies within the n-th of its writes, which is done by half."""

    left = 10**9

    def _write(self, name: str, at: int, data: bytes) -> None:
        self.left -= 1
        if self.left < 0:
            super()._write(name, at, data[: len(data) // 2])
            raise InterruptedWrite
        super()._write(name, at, data)


@pytest.mark.parametrize("writes", range(6))
def test_killed_at_any_write_the_log_is_as_before_and_grows_on(tmp_path: Path, writes: int) -> None:
    log, size = Log(Killed(tmp_path)), 0
    for batch in BATCHES:
        assert isinstance(log.storage, Killed)
        log.storage.left = writes
        try:
            log.append(some(size, batch))
        except InterruptedWrite:
            log = Log(Killed(tmp_path))
            assert log.size in (size, size + batch)  # half a head may be all that it says
            assert holds_exactly(tmp_path, log.size)
            log.append(some(log.size, size + batch - log.size))
        size += batch
        assert holds_exactly(tmp_path, size)


def test_what_was_acknowledged_is_there_after_the_power_went(tmp_path: Path) -> None:
    assert lost_to_a_power_cut(tmp_path, None) == []


def test_without_any_one_of_its_flushes_something_would_be_lost(tmp_path: Path) -> None:
    """The negative control. The last batch makes each kind of file grow."""
    flushes = count_flushes(tmp_path / "count")
    harmless = [n for n in range(flushes) if not lost_to_a_power_cut(tmp_path / f"{n}", n)]
    assert harmless == [2]  # the name of the head of an empty log: such a log is made again


def lost_to_a_power_cut(tmp_path: Path, leave_out: int | None) -> list[int]:
    """After which batches the power may not go out, if one flush is left out."""
    tmp_path.mkdir(exist_ok=True)
    disk, lost, size = Disk(tmp_path / "disk", leave_out), list[int](), 0
    disk.root.mkdir()
    with disk.watched():
        log = Log(FileStorage(disk.root / "log"))
        for batch in [0, *BATCHES]:
            log.append(some(size, batch))
            size += batch
            disk.survivors(tmp_path / "after")
            try:
                survived = holds_exactly(tmp_path / "after/log", size)
            except TawthiqError:
                survived = False
            shutil.rmtree(tmp_path / "after")
            if not survived:
                lost.append(batch)
    return lost


def count_flushes(tmp_path: Path) -> int:
    tmp_path.mkdir()
    disk, size = Disk(tmp_path), 0
    with disk.watched():
        log = Log(FileStorage(tmp_path / "log"))
        for batch in BATCHES:
            log.append(some(size, batch))
            size += batch
    return disk.flushes


def test_a_head_half_written_leaves_the_one_before_it(tmp_path: Path) -> None:
    log = Log(FileStorage(tmp_path))
    log.append(some(0, 5))
    log.append(some(5, 5))
    head = tmp_path / "head"
    data = head.read_bytes()
    newest = data.rindex(b"tawthiq-head/1\n10\n") if b"\n10\n" in data[512:] else 0
    head.write_bytes(data[: newest + 30] + b"\0" * 482 + data[newest + 512 :])
    assert holds_exactly(tmp_path, 5)


def test_two_broken_heads_are_not_taken_for_an_empty_log(tmp_path: Path) -> None:
    Log(FileStorage(tmp_path)).append(some(0, 5))
    (tmp_path / "head").write_bytes(b"\0" * 1024)
    with pytest.raises(IntegrityError, match="neither of its two places can be read"):
        FileStorage(tmp_path)


@pytest.mark.parametrize("name", ["level-0", "level-1", "entries", "bundles"])
def test_a_file_that_is_missing_is_named(tmp_path: Path, name: str) -> None:
    Log(FileStorage(tmp_path)).append(some(0, 300))
    (tmp_path / name).unlink()
    with pytest.raises(IntegrityError, match=f"{name} is missing from the log"):
        Log(FileStorage(tmp_path)).entry(0)


def test_hashes_and_index_take_less_than_forty_bytes_an_entry(tmp_path: Path) -> None:
    """The goal of the issue; the two bytes before each entry count as index."""
    Log(FileStorage(tmp_path)).append(some(0, 10_000))
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    lengths = 2 * 10_000
    index = sizes["level-0"] + sizes["level-1"] + sizes["bundles"] + sizes["head"] + lengths
    assert index / 10_000 < 36
    assert sizes["entries"] == lengths + sum(map(len, some(0, 10_000)))


def test_a_person_can_read_the_head(tmp_path: Path) -> None:
    log = Log(FileStorage(tmp_path))
    log.append(some(0, 5))
    places = (tmp_path / "head").read_text("ascii").split("tawthiq-head/1\n")
    assert sorted(place.split("\n")[0] for place in places) == ["", "0", "5"]
