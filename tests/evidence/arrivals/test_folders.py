from __future__ import annotations

import os
from pathlib import Path

from tests.evidence.vault.house import put

from tawthiq.evidence.arrivals.folders import Passed, files_in


def test_all_files_come_in_one_order(tmp_path: Path) -> None:
    paths = [
        put(tmp_path / "a", "2", b""),
        put(tmp_path / "a/b", "1", b""),
        put(tmp_path / "a", "ب", b""),
        put(tmp_path, "z", b""),
    ]
    assert list(files_in([tmp_path])) == [paths[0], paths[1], paths[2], paths[3]]


def test_links_are_told_and_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "secret", "key", b"ours")
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "loop").symlink_to(folder)
    found = list(files_in([folder]))
    assert [type(one) for one in found] == [Passed, Passed]
    assert all("link" in one.said.en for one in found if isinstance(one, Passed))


def test_a_pipe_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    [found] = files_in([tmp_path])
    assert isinstance(found, Passed)
    assert "pipe" in found.said.en


def test_a_file_that_is_named_itself_always_comes(tmp_path: Path) -> None:
    assert list(files_in([tmp_path / "gone"])) == [tmp_path / "gone"]


def test_a_name_that_is_no_text_is_a_name(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe5\xff"))
    path.write_bytes(b"")
    assert list(files_in([tmp_path])) == [path]
