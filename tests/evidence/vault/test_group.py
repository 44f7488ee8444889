from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.evidence.vault.house import put

from tawthiq.errors import StorageError
from tawthiq.evidence.vault.disk import Disk
from tawthiq.evidence.vault.group import GroupLimits, NotKept, keep_files, publish_in_groups
from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.objects import Held, Kept
from tawthiq.evidence.vault.staging import Staged

SLOW = GroupLimits(files=3, seconds=60)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    with LocalStore(tmp_path / "vault") as store:
        yield store


def test_files_come_back_in_their_order_and_in_groups(store: LocalStore, tmp_path: Path) -> None:
    paths = [put(tmp_path / "given", f"{number}", b"film %d" % number) for number in range(200)]
    groups = list(keep_files(store, paths, GroupLimits(files=30, seconds=60)))
    assert [len(group) for group in groups] == [30] * 6 + [20]
    assert [path for group in groups for path, _ in group] == paths
    assert all(isinstance(one, Kept) for group in groups for _, one in group)


def test_a_group_is_on_the_disk_when_it_comes(store: LocalStore, tmp_path: Path) -> None:
    paths = [put(tmp_path / "given", f"{number}", b"film %d" % number) for number in range(7)]
    for group in keep_files(store, paths, SLOW):
        for _, one in group:
            assert isinstance(one, Kept)
            assert store.find(one.ref.digest) == one.ref


def test_one_file_that_cannot_be_read_does_not_hold_up_the_others(
    store: LocalStore, tmp_path: Path
) -> None:
    first, last = put(tmp_path, "first", b"1"), put(tmp_path, "last", b"2")
    [group] = keep_files(store, [first, tmp_path / "gone", last], SLOW)
    kinds = [type(one) for _, one in group]
    assert kinds == [Kept, NotKept, Kept]
    assert isinstance(group[1][1], NotKept)
    assert "gone cannot be read" in group[1][1].said.en
    assert "gone" in group[1][1].said.ar


def test_a_group_ends_when_it_is_large_enough(store: LocalStore, tmp_path: Path) -> None:
    paths = [put(tmp_path / "given", f"{number}", b"%d" % number * 100) for number in range(4)]
    groups = list(keep_files(store, paths, GroupLimits(size=150, seconds=60)))
    assert [len(group) for group in groups] == [2, 2]


def test_nobody_waits_long_for_a_group_to_fill(store: LocalStore, tmp_path: Path) -> None:
    paths = [put(tmp_path / "given", f"{number}", b"%d" % number) for number in range(4)]
    assert len(list(keep_files(store, paths, GroupLimits(seconds=0)))) == 4


def test_no_files_make_no_group(store: LocalStore) -> None:
    assert list(keep_files(store, [])) == []


def test_what_was_copied_before_the_disk_was_full_is_still_kept(
    store: LocalStore, tmp_path: Path
) -> None:
    def arriving() -> Iterator[tuple[Path, Staged | NotKept]]:
        yield tmp_path, store.stage([b"a film"])
        raise StorageError("the disk is full")

    groups = publish_in_groups(store, arriving(), SLOW)
    [(_, kept)] = next(groups)
    assert isinstance(kept, Kept)
    assert kept.held is Held.NEW
    with pytest.raises(StorageError, match="full"):
        next(groups)


class BrokenDisk(Disk):
    def flush_all(self, root: int) -> None:
        raise OSError(5, "Input/output error")

    def flush(self, handle: int) -> None:
        raise OSError(5, "Input/output error")


def test_a_group_that_could_not_be_flushed_is_not_acknowledged(tmp_path: Path) -> None:
    LocalStore(tmp_path / "vault").close()
    with LocalStore(tmp_path / "vault", BrokenDisk()) as store:
        paths = [put(tmp_path / "given", f"{number}", b"%d" % number) for number in range(70)]
        with pytest.raises(StorageError, match="Input/output error"):
            next(keep_files(store, paths, SLOW))
        assert list(store.refs()) == []


def test_whoever_stops_listening_leaves_no_copies_behind(store: LocalStore, tmp_path: Path) -> None:
    paths = [put(tmp_path / "given", f"{number}", b"%d" % number) for number in range(70)]
    groups = keep_files(store, paths, SLOW)
    next(groups)
    groups.close()  # type: ignore[attr-defined]
    assert len(list(store.refs())) == 3
    assert not list(store.layout.incoming.glob("*/*"))
