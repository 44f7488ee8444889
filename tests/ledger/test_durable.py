from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from tests.ledger.power import Disk

from tawthiq.ledger import durable


def test_files_are_written_with_the_folders_they_need(tmp_path: Path) -> None:
    files = {tmp_path / "a/b/one": b"1", tmp_path / "a/two": b"2"}
    durable.write_all(files)
    assert {path: path.read_bytes() for path in files} == files
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b", "one", "two"]


def test_a_file_that_was_there_is_replaced(tmp_path: Path) -> None:
    durable.write(tmp_path / "one", b"a long old content")
    durable.write(tmp_path / "one", b"new")
    assert (tmp_path / "one").read_bytes() == b"new"


def test_a_disk_that_refuses_leaves_the_old_file(tmp_path: Path) -> None:
    durable.write(tmp_path / "one", b"old")
    refuses = patch.object(durable, "flush_content", side_effect=OSError(28, "no space"))
    with refuses, pytest.raises(OSError, match="no space"):
        durable.write(tmp_path / "one", b"new")
    assert (tmp_path / "one").read_bytes() == b"old"


def written_before_the_power_went(tmp_path: Path, leave_out: int | None) -> tuple[bytes, int]:
    disk = Disk(tmp_path / "disk", leave_out)
    disk.root.mkdir()
    with disk.watched():
        durable.write(disk.root / "folder/one", b"content")
    disk.survivors(tmp_path / "after")
    after = tmp_path / "after/folder/one"
    return after.read_bytes() if after.exists() else b"", disk.flushes


def test_what_was_written_is_there_after_the_power_went(tmp_path: Path) -> None:
    content, flushes = written_before_the_power_went(tmp_path, None)
    assert content == b"content"
    assert flushes == 3  # the file, its folder, and the folder that was made for it


@pytest.mark.parametrize("left_out", [0, 1, 2])
def test_without_any_one_of_its_flushes_it_would_not_be(tmp_path: Path, left_out: int) -> None:
    """The negative control: a disk that cannot lose anything shows nothing."""
    assert written_before_the_power_went(tmp_path, left_out)[0] == b""


@pytest.mark.parametrize("has_links", [True, False])
def test_a_name_is_taken_once(tmp_path: Path, has_links: bool) -> None:
    refuses = patch.object(Path, "hardlink_to", side_effect=PermissionError(1, "no links here"))
    for number in range(3):
        path = tmp_path / f"{number}"
        if has_links:
            durable.write_new(path, b"first")
        else:
            with refuses:
                durable.write_new(path, b"first")
        with pytest.raises(FileExistsError):
            durable.write_new(path, b"second")
        assert path.read_bytes() == b"first"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "1", "2"]
