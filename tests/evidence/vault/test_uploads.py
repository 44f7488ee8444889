from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import InputError, IntegrityError, StorageError
from tawthiq.evidence.vault.disk import Disk
from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.objects import Held
from tawthiq.evidence.vault.store import read_checked
from tawthiq.evidence.vault.uploads import Upload, Uploads
from tawthiq.values.digest import Digest

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    return LocalStore(tmp_path / "vault")


@pytest.fixture
def uploads(store: LocalStore) -> Uploads:
    return Uploads(store.layout.uploads)


def lost_connection(*chunks: bytes) -> Iterator[bytes]:
    yield from chunks
    raise ConnectionResetError


def test_a_film_comes_in_pieces(store: LocalStore, uploads: Uploads) -> None:
    upload = uploads.begin(6)
    assert upload.held == 0
    for piece in (b"a ", b"fi", b"lm"):
        upload = uploads.append(upload.name, upload.held, [piece[:1], piece[1:]])
        assert uploads.find(upload.name) == upload
    assert upload.is_complete
    [kept] = store.publish([uploads.finish(upload.name, Digest.of(b"a film"))])
    assert kept.held is Held.NEW
    assert b"".join(read_checked(store, kept.ref)) == b"a film"
    assert store.layout.path_of(kept.ref.digest).stat().st_mode & 0o777 == 0o440
    uploads.give_up(upload.name)
    assert uploads.names() == ()
    assert b"".join(read_checked(store, kept.ref)) == b"a film"


@given(pieces=st.lists(st.binary(max_size=9), max_size=6), broken=st.lists(st.binary(max_size=9)))
def test_lost_connections_do_not_change_what_arrives(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[bytes], broken: list[bytes]
) -> None:
    with LocalStore(tmp_path_factory.getbasetemp() / "one vault") as store:
        uploads, content = Uploads(store.layout.uploads), b"".join(pieces)
        upload = uploads.begin(len(content))
        for number, piece in enumerate(pieces):
            if number < len(broken) and len(broken[number]) <= len(content) - upload.held:
                with pytest.raises(ConnectionResetError):
                    uploads.append(upload.name, upload.held, lost_connection(broken[number]))
            upload = uploads.append(upload.name, uploads.find(upload.name).held, [piece])
        [kept] = store.publish([uploads.finish(upload.name)])
        uploads.give_up(upload.name)
        assert b"".join(read_checked(store, kept.ref)) == content


def test_a_piece_must_begin_where_the_last_one_ended(uploads: Uploads) -> None:
    upload = uploads.append(uploads.begin(6).name, 0, [b"a "])
    for at in (0, 1, 3):
        with pytest.raises(InputError, match=f"begins at byte {at} and 2 bytes are held"):
            uploads.append(upload.name, at, [b"film"])
    assert uploads.find(upload.name).held == 2


def test_more_than_was_announced_is_not_taken(uploads: Uploads) -> None:
    upload = uploads.begin(3)
    with pytest.raises(InputError, match="more bytes came than the 3"):
        uploads.append(upload.name, 0, [b"12", b"34"])
    assert uploads.find(upload.name).held == 0


def test_an_upload_that_is_not_complete_is_not_finished(uploads: Uploads) -> None:
    upload = uploads.append(uploads.begin(6).name, 0, [b"a "])
    with pytest.raises(InputError, match="2 of 6 bytes"):
        uploads.finish(upload.name)
    assert uploads.find(upload.name) == upload


def test_an_upload_that_is_not_what_was_sent_is_given_up(uploads: Uploads) -> None:
    upload = uploads.append(uploads.begin(6).name, 0, [b"A film"])
    with pytest.raises(IntegrityError, match="the hashes differ"):
        uploads.finish(upload.name, Digest.of(b"a film"))
    assert uploads.names() == ()


@pytest.mark.parametrize("name", ["", "..", "../VAULT", "0" * 31, "0" * 32, "G" * 32, "0" * 5000])
def test_a_name_that_we_never_gave_opens_nothing(uploads: Uploads, name: str) -> None:
    for use in (uploads.find, uploads.finish):
        with pytest.raises(InputError, match="no unfinished upload"):
            use(name)
    with pytest.raises(InputError, match="no unfinished upload"):
        uploads.append(name, 0, [b"x"])


def test_two_writers_do_not_write_at_once(uploads: Uploads) -> None:
    upload = uploads.begin(6)

    def meanwhile() -> Iterator[bytes]:
        with pytest.raises(InputError, match="somebody else is writing"):
            uploads.append(upload.name, 0, [b"a film"])
        yield b"a film"

    assert uploads.append(upload.name, 0, meanwhile()).is_complete


def test_a_record_that_was_torn_is_not_believed(uploads: Uploads, store: LocalStore) -> None:
    upload = uploads.append(uploads.begin(6).name, 0, [b"a "])
    record = store.layout.uploads / f"{upload.name}.held"
    whole = record.read_bytes()
    record.write_bytes(whole + b"\0" * 7)  # the power went while the next one was written
    assert uploads.append(upload.name, 2, [b"film"]).is_complete
    record.write_bytes(whole[:-1] + b"\0")
    assert uploads.find(upload.name) == Upload(upload.name, 0, 6)


def test_what_could_not_be_published_may_be_tried_again(tmp_path: Path) -> None:
    class BrokenDisk(Disk):
        def flush_folders(self, folders: object) -> None:
            raise OSError(5, "Input/output error")

    LocalStore(tmp_path / "vault").close()
    with LocalStore(tmp_path / "vault", BrokenDisk()) as broken:
        uploads = Uploads(broken.layout.uploads)
        upload = uploads.append(uploads.begin(6).name, 0, [b"a film"])
        with pytest.raises(StorageError):
            broken.publish([uploads.finish(upload.name)])
    with LocalStore(tmp_path / "vault") as store:
        [kept] = store.publish([uploads.finish(upload.name)])
        assert kept.held is Held.ALREADY
        assert b"".join(read_checked(store, kept.ref)) == b"a film"


def aged(store: LocalStore, name: str, when: datetime) -> None:
    """As if nothing had come since then."""
    for path in store.layout.uploads.glob(f"{name}*"):
        os.utime(path, (when.timestamp(), when.timestamp()))


def test_what_was_broken_off_long_ago_is_swept_and_nothing_else(
    uploads: Uploads, store: LocalStore
) -> None:
    names = {}
    for what, data in (("old", b"a "), ("empty", b""), ("whole", b"a film"), ("young", b"a ")):
        names[what] = uploads.append(uploads.begin(6).name, 0, [data]).name
        if what != "young":
            aged(store, names[what], LONG_AGO)
    assert set(uploads.sweep(LONG_AGO)) == set()
    assert set(uploads.sweep(LONG_AGO + timedelta(days=1))) == {names["old"], names["empty"]}
    assert set(uploads.names()) == {names["whole"], names["young"]}
    assert len(list(store.layout.uploads.iterdir())) == 4
    assert uploads.append(names["young"], 2, [b"film"]).is_complete
    [kept] = store.publish([uploads.finish(names["whole"])])
    assert b"".join(read_checked(store, kept.ref)) == b"a film"


def test_an_upload_that_grew_of_late_is_not_old(uploads: Uploads, store: LocalStore) -> None:
    upload = uploads.begin(6)
    aged(store, upload.name, LONG_AGO)
    uploads.append(upload.name, 0, [b"a "])
    assert uploads.sweep(LONG_AGO + timedelta(days=1)) == ()


@pytest.mark.parametrize("left", ["", ".held"])
def test_what_is_left_of_an_upload_is_swept_too(
    uploads: Uploads, store: LocalStore, left: str
) -> None:
    upload = uploads.begin(6)
    aged(store, upload.name, LONG_AGO)
    (store.layout.uploads / f"{upload.name}{'' if left else '.held'}").unlink()
    (store.layout.uploads / "somebody's.txt").write_text("not ours")
    assert uploads.sweep(LONG_AGO + timedelta(days=1)) == (upload.name,)
    assert [path.name for path in store.layout.uploads.iterdir()] == ["somebody's.txt"]


def test_an_upload_for_which_there_is_no_room_does_not_begin(uploads: Uploads) -> None:
    with pytest.raises(StorageError, match="no room"):
        uploads.begin(1 << 60)
    assert uploads.names() == ()
