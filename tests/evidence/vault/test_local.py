from __future__ import annotations

import hashlib
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence.vault.disks import HalfDisk, PlainDisk
from tests.evidence.vault.house import film, keep, put

from tawthiq.errors import InputError, IntegrityError, StorageError
from tawthiq.evidence.vault.disk import Disk
from tawthiq.evidence.vault.hashing import LARGE
from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.objects import Held, ObjectRef
from tawthiq.evidence.vault.store import read_checked
from tawthiq.values.digest import Digest

SIZES = (
    0,
    1,
    4096,
    (1 << 20) - 1,
    1 << 20,
    (1 << 20) + 1,
    LARGE - 1,
    LARGE,
    LARGE + 1,
    3 * LARGE + 5,
)


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    return LocalStore(tmp_path / "vault")


@pytest.mark.parametrize(
    "disk", [Disk(), HalfDisk(), PlainDisk()], ids=lambda disk: type(disk).__name__
)
def test_a_file_of_any_size_is_kept_as_it_is(tmp_path: Path, disk: Disk) -> None:
    with LocalStore(tmp_path / "vault", disk) as store:
        for size in SIZES:
            content = film(size)
            path = put(tmp_path / "given", f"{size}", content)
            [kept] = store.publish([store.stage_file(path, alone=True)])
            assert kept.ref == ObjectRef(Digest(hashlib.sha256(content).digest()), size)
            assert kept.fingerprint.sha512 == hashlib.sha512(content).digest()
            assert b"".join(read_checked(store, kept.ref)) == content
            assert path.read_bytes() == content


def test_an_object_lies_where_its_name_says_and_nobody_may_write_to_it(store: LocalStore) -> None:
    [kept] = keep(store, b"a film")
    name = hashlib.sha256(b"a film").hexdigest()
    path = store.layout.root / "objects/sha256" / name[:2] / name
    assert path.read_bytes() == b"a film"
    assert stat.S_IMODE(path.stat().st_mode) == 0o440
    assert store.find(kept.ref.digest) == kept.ref


def test_the_same_bytes_are_kept_once(store: LocalStore) -> None:
    first, second, third = keep(store, b"a film", b"another", b"a film")
    assert [first.held, second.held, third.held] == [Held.NEW, Held.NEW, Held.ALREADY]
    assert keep(store, b"a film")[0].held is Held.ALREADY
    assert len(list(store.refs())) == 2


def test_a_damaged_object_is_mended_by_whole_bytes_and_kept_aside(store: LocalStore) -> None:
    [kept] = keep(store, b"a film")
    damage(store, kept.ref.digest, b"A film")
    [mended] = keep(store, b"a film")
    assert mended.held is Held.MENDED
    assert b"".join(read_checked(store, kept.ref)) == b"a film"
    [aside] = (store.layout.root / "damaged").iterdir()
    assert aside.read_bytes() == b"A film"
    assert aside.name.startswith(str(kept.ref.digest))


def test_whoever_reads_to_the_end_is_told_of_damage(store: LocalStore) -> None:
    [kept] = keep(store, b"a film")
    damage(store, kept.ref.digest, b"A film")
    with pytest.raises(IntegrityError, match="not as it was kept"):
        list(read_checked(store, kept.ref))


@pytest.mark.parametrize("past_memory", [True, False])
def test_an_object_is_opened_for_reading_only(store: LocalStore, past_memory: bool) -> None:
    [kept] = keep(store, b"a film")
    with store.open(kept.ref.digest, past_memory=past_memory) as file:
        assert file.read() == b"a film"
        assert not file.writable()


def test_what_was_never_kept_is_missing(store: LocalStore) -> None:
    digest = Digest.of(b"never kept")
    assert store.find(digest) is None
    with pytest.raises(IntegrityError, match=str(digest)):
        store.open(digest)
    with pytest.raises(IntegrityError, match=str(digest)), store.at_hand(digest):
        pass


def test_an_erased_object_is_gone_and_may_come_again(store: LocalStore) -> None:
    [kept] = keep(store, b"a film")
    assert store.erase(kept.ref.digest)
    assert not store.erase(kept.ref.digest)
    assert store.find(kept.ref.digest) is None
    assert keep(store, b"a film")[0].held is Held.NEW


def test_what_is_there_is_listed_in_order_and_strangers_apart(store: LocalStore) -> None:
    kept = [one.ref for one in keep(store, *(b"film %d" % number for number in range(20)))]
    [one] = keep(store, b"a film")
    name = str(one.ref.digest)
    strangers = [
        put(store.layout.objects / "00", "thumbs.db", b""),
        put(store.layout.objects, "README", b""),
        put(store.layout.objects / "xx", name, b"a film"),
    ]
    assert list(store.refs()) == sorted([*kept, one.ref])
    assert set(store.strangers()) == set(strangers)


@given(contents=st.lists(st.binary(max_size=40), max_size=12))
def test_what_went_in_comes_out(
    tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]
) -> None:
    with LocalStore(tmp_path_factory.getbasetemp() / "one vault") as store:
        for content, kept in zip(contents, keep(store, *contents), strict=True):
            assert b"".join(read_checked(store, kept.ref)) == content


# --- what cannot be kept ----------------------------------------------------------------------


def test_a_link_is_not_followed(store: LocalStore, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(put(tmp_path, "secret", b"ours"))
    with pytest.raises(InputError, match="link to another file"):
        store.stage_file(tmp_path / "link")


def test_a_pipe_is_not_waited_for(store: LocalStore, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="pipe is not a file"):
        store.stage_file(tmp_path / "pipe")


def test_a_folder_and_a_missing_file_are_named(store: LocalStore, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="given is not a file"):
        store.stage_file(put(tmp_path / "given", "one", b"").parent)
    with pytest.raises(InputError, match="gone cannot be read: it is not there"):
        store.stage_file(tmp_path / "gone")


class ChangingDisk(Disk):
    """A file grows each time that somebody has read it."""

    def __init__(self, path: Path, times: int) -> None:
        self.path, self.times = path, times

    def close(self, handle: int) -> None:
        super().close(handle)
        if self.times:
            self.times -= 1
            with self.path.open("ab") as file:
                file.write(b"more")


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    path = put(tmp_path, "log", b"begun ")
    store = LocalStore(tmp_path / "vault")
    store.disk = store._staging._disk = ChangingDisk(path, 2)
    [kept] = keep_file(store, path)
    assert b"".join(read_checked(store, kept)) == b"begun moremore"
    assert not list(store.layout.incoming.glob("*/*"))


def test_a_file_that_never_stands_still_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "log", b"begun ")
    store = LocalStore(tmp_path / "vault")
    store.disk = store._staging._disk = ChangingDisk(path, 99)
    with pytest.raises(InputError, match="log changes while it is read"):
        store.stage_file(path)
    assert not list(store.layout.incoming.glob("*/*"))


class FullDisk(Disk):
    def free(self, folder: Path) -> int:
        return (64 << 20) + 3


def test_room_for_the_ledger_is_left(tmp_path: Path) -> None:
    with LocalStore(tmp_path / "vault", FullDisk()) as store:
        store.stage_file(put(tmp_path, "three", b"123"))
        with pytest.raises(StorageError, match="67,108,868 bytes are needed"):
            store.stage_file(put(tmp_path, "four", b"1234"))


# --- opening ----------------------------------------------------------------------------------


def test_what_a_killed_program_left_is_swept_away(tmp_path: Path) -> None:
    left = LocalStore(tmp_path / "vault")
    staged = left.stage([b"half a film"])
    os.close(left._staging._session._handle)  # as the system does for a killed program
    assert staged.path.exists()
    with LocalStore(tmp_path / "vault"):
        assert not staged.path.exists()


def test_what_another_program_is_writing_is_left_alone(tmp_path: Path) -> None:
    with LocalStore(tmp_path / "vault") as writing:
        staged = writing.stage([b"half a film"])
        with LocalStore(tmp_path / "vault"):
            pass
        assert writing.publish([staged])[0].held is Held.NEW


def test_two_programs_that_keep_the_same_film_do_not_disturb_each_other(tmp_path: Path) -> None:
    with LocalStore(tmp_path / "vault") as one, LocalStore(tmp_path / "vault") as two:
        with ThreadPoolExecutor(2) as pool:
            for number in range(20):
                content = film(1000, number)
                both = list(pool.map(lambda store, data=content: keep(store, data)[0], [one, two]))
                assert both[0].ref == both[1].ref
        assert len(list(one.refs())) == 20
        assert not list((tmp_path / "vault/damaged").iterdir())


def test_a_vault_of_a_later_version_is_not_touched(tmp_path: Path) -> None:
    LocalStore(tmp_path / "vault").close()
    (tmp_path / "vault/VAULT").write_text("tawthiq vault 2\n")
    with pytest.raises(StorageError, match="tawthiq vault 2"):
        LocalStore(tmp_path / "vault")


def keep_file(store: LocalStore, path: Path) -> list[ObjectRef]:
    return [kept.ref for kept in store.publish([store.stage_file(path)])]


def damage(store: LocalStore, digest: Digest, content: bytes) -> None:
    path = store.layout.path_of(digest)
    path.chmod(0o640)
    path.write_bytes(content)
