from __future__ import annotations

from pathlib import Path

import pytest
from tests.ledger.house import entry
from tests.ledger.keys import LOG

from tawthiq.errors import IntegrityError
from tawthiq.ledger import durable
from tawthiq.ledger.audit import audit
from tawthiq.ledger.bundle import unpack
from tawthiq.ledger.checkpoint import Checkpoint, Trust, accept
from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.ledger.note import Note
from tawthiq.ledger.published import PublishedStorage, publish


def published(log: Log, folder: Path) -> Log:
    """As a monitor reads it: the checkpoint first, then what it promises."""
    publish(log, folder, Checkpoint(LOG.name, log.head).signed(LOG))
    note = Note.parse((folder / "checkpoint").read_bytes())
    return Log(PublishedStorage(folder, accept(note, Trust.in_(LOG.public)).head))


@pytest.mark.parametrize(
    "sizes", [[0], [1, 2], [255, 1, 1], [256, 300], [700, 1], [3, 600, 66_000]]
)
def test_a_published_log_says_what_the_log_says(tmp_path: Path, sizes: list[int]) -> None:
    log = Log(MemoryStorage())
    for size in sizes:
        log.append([entry(number) for number in range(log.size, log.size + size)])
        copy = published(log, tmp_path)
        assert copy.head == log.head
        assert list(audit(copy.storage)) == []
        for index in {0, log.size // 2, log.size - 1} if log.size else ():
            assert copy.inclusion(index) == log.inclusion(index)
            assert copy.entry(index) == log.entry(index)


def test_the_files_are_those_of_the_specification(tmp_path: Path) -> None:
    log = Log(MemoryStorage())
    log.append([entry(number) for number in range(300)])
    published(log, tmp_path)
    files = {
        str(path.relative_to(tmp_path)): path for path in tmp_path.rglob("*") if path.is_file()
    }
    assert sorted(files) == [
        "checkpoint",
        "tile/0/000",
        "tile/0/001.p/44",
        "tile/1/000.p/1",
        "tile/entries/000",
        "tile/entries/001.p/44",
    ]
    assert files["tile/0/000"].stat().st_size == 8192
    assert unpack(files["tile/entries/001.p/44"].read_bytes(), 44)[0] == entry(256)


def test_partial_tiles_stay_until_the_full_one_is_there(tmp_path: Path) -> None:
    log = Log(MemoryStorage())
    for size in (10, 20, 226):
        log.append([entry(number) for number in range(log.size, log.size + size)])
        published(log, tmp_path)
        partial = sorted(path.name for path in (tmp_path / "tile/0").rglob("*/*"))
        assert partial == {10: ["10"], 30: ["10", "30"], 256: []}[log.size]


def test_interrupted_before_its_end_the_earlier_checkpoint_still_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = Log(MemoryStorage())
    log.append([entry(number) for number in range(200)])
    earlier = published(log, tmp_path)
    log.append([entry(number) for number in range(200, 900)])

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patched, pytest.raises(OSError, match="no space left"):
        patched.setattr(durable, "write", full)
        published(log, tmp_path)
    assert list(audit(earlier.storage)) == []
    assert list(audit(published(log, tmp_path).storage)) == []


def test_a_checkpoint_of_another_head_is_not_published(tmp_path: Path) -> None:
    log = Log(MemoryStorage())
    earlier = Checkpoint(LOG.name, log.head).signed(LOG)
    log.append([b"one"])
    with pytest.raises(ValueError, match="the checkpoint is not of the log at 1 entries"):
        publish(log, tmp_path, earlier)


def test_nobody_adds_to_a_copy(tmp_path: Path) -> None:
    log = Log(MemoryStorage())
    log.append([b"one"])
    with pytest.raises(RuntimeError, match="a published log is a copy"):
        published(log, tmp_path).append([b"two"])


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    log = Log(MemoryStorage())
    log.append([entry(number) for number in range(300)])
    copy = published(log, tmp_path)
    (tmp_path / "tile/entries/000").unlink()
    with pytest.raises(IntegrityError, match="tile/entries/000 is missing from the log"):
        copy.entry(7)
