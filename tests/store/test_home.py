from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tawthiq.errors import HomeError
from tawthiq.store.home import VARIABLE, Home

_NOBODY = 65534


def test_the_named_folder_comes_before_the_variable_and_that_before_the_platform(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert Home.find().folder.name == "tawthiq"
    monkeypatch.setenv(VARIABLE, str(tmp_path / "b"))
    assert Home.find().folder == tmp_path / "b"
    assert Home.find(tmp_path / "a").folder == tmp_path / "a"


def test_only_its_owner_reads_a_home(tmp_path: Path) -> None:
    home = Home(tmp_path / "deep" / "home")
    home.prepare()
    key = home.secret_key()
    assert stat.S_IMODE(home.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((home.folder / "secret-key").stat().st_mode) == 0o600
    assert len(key) > 50


def test_the_key_stays_the_same(tmp_path: Path) -> None:
    assert Home(tmp_path).secret_key() == Home(tmp_path).secret_key()


def test_two_that_make_the_key_at_once_have_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: Home(tmp_path).secret_key(), range(24)))
    assert len(keys) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]


def test_two_homes_have_two_keys(tmp_path: Path) -> None:
    assert Home(tmp_path / "a").secret_key() != Home(tmp_path / "b").secret_key()


def test_an_emptied_key_is_not_taken_for_a_key(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch()
    with pytest.raises(HomeError, match="delete it, and a new key is made"):
        Home(tmp_path).secret_key()


@pytest.mark.parametrize("inside", ["", "below"])
def test_a_file_is_no_home(tmp_path: Path, inside: str) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(HomeError, match=r"must be a folder; name another with --home"):
        Home(file / inside if inside else file).prepare()


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder in which we may not write; root, to whom nothing is closed, steps aside."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    was_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if was_root:
        os.seteuid(_NOBODY)
    yield folder
    if was_root:
        os.seteuid(0)


def test_a_folder_that_may_not_be_written_to_is_no_home(closed: Path) -> None:
    with pytest.raises(HomeError, match="cannot be written to"):
        Home(closed).prepare()
