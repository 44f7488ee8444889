"""The law pack is read once and kept, and never used when anything of it has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.law.book import LawPack
from tawthiq.law.pack import kept
from tawthiq.law.pack.loading import law_pack

DIGEST = kept._digest


def test_the_digest_is_the_same_until_a_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "code.py").write_text("a = 1\n")
    (tmp_path / "data" / "norm.yaml").write_text("a: 1\n")
    monkeypatch.setattr(kept, "_ROOM", tmp_path)
    digests = {DIGEST(), DIGEST()}
    (tmp_path / "data" / "norm.yaml").write_text("a: 2\n")
    digests.add(DIGEST())
    (tmp_path / "code.py").write_text("a = 2\n")
    assert len(digests | {DIGEST()}) == 3


@pytest.fixture(autouse=True)
def _one_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_digest", lambda: "now")


def test_what_is_kept_is_what_was_read_and_is_read_once(tmp_path: Path) -> None:
    pack, reads = law_pack(), list[int]()

    def read() -> LawPack:
        reads.append(1)
        return pack

    first, second = kept.kept_or(read, tmp_path), kept.kept_or(read, tmp_path)
    assert len(reads) == 1
    assert first.hash == second.hash == pack.hash
    assert first.norms == second.norms == pack.norms


def test_a_changed_file_is_read_anew_and_the_old_one_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.kept_or(law_pack, tmp_path)
    monkeypatch.setattr(kept, "_digest", lambda: "another")
    kept.kept_or(law_pack, tmp_path)
    assert [path.name.split(".")[0] for path in tmp_path.iterdir()] == ["pack-another"]


def test_a_kept_file_that_was_cut_short_is_passed_over(tmp_path: Path) -> None:
    kept.kept_or(law_pack, tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:1000])
    assert kept.kept_or(law_pack, tmp_path).hash == law_pack().hash


def test_where_nothing_may_be_written_the_pack_is_read_each_time(tmp_path: Path) -> None:
    nowhere = tmp_path / "no" / "such" / "folder"
    assert kept.kept_or(law_pack, nowhere).hash == law_pack().hash
    assert not nowhere.exists()
