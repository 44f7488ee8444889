"""The vault on a server, on a server in memory, and on a real one where there is one.

A real one is named by the environment: TAWTHIQ_S3="endpoint bucket key secret". Tried so far with
the gateway of Ceph 16.2.15 (a real server: keeps to the condition, all tests pass), with
``moto_server`` of moto (keeps to the condition) and ``rclone serve s3`` (does not: refused).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
from tests.evidence.vault.house import film, keep, put

from tawthiq.errors import IntegrityError, StorageError
from tawthiq.evidence.vault.objects import Held
from tawthiq.evidence.vault.remote import RemoteStore, s3_server
from tawthiq.evidence.vault.scrub import Expected, Level, State, scrub
from tawthiq.evidence.vault.store import read_checked
from tawthiq.values.digest import Digest

obstore = pytest.importorskip("obstore")
NAMED = os.environ.get("TAWTHIQ_S3", "")


@pytest.fixture(params=["memory", "real"])
def server(request: pytest.FixtureRequest) -> Any:
    if request.param == "memory":
        return obstore.store.MemoryStore()
    if not NAMED:
        pytest.skip("no S3 server is named in TAWTHIQ_S3")
    endpoint, bucket, key, secret = NAMED.split()
    return s3_server(bucket, endpoint, key, secret)


@pytest.fixture
def store(server: Any, tmp_path: Path) -> Iterator[RemoteStore]:
    with RemoteStore(server, tmp_path / "scratch", prefix=f"{token_hex(4)}/") as store:
        yield store


def test_what_went_in_comes_out(store: RemoteStore, tmp_path: Path) -> None:
    for size in (0, 1, 1 << 20, 17 << 20):
        content = film(size)
        [kept] = store.publish([store.stage_file(put(tmp_path, "given", content))])
        assert kept.held is Held.NEW
        assert kept.ref.digest == Digest.of(content)
        assert b"".join(read_checked(store, kept.ref)) == content
        assert store.find(kept.ref.digest) == kept.ref
        with store.at_hand(kept.ref.digest) as path:
            assert path.read_bytes() == content
        assert not path.exists()


def test_the_same_bytes_are_kept_once(store: RemoteStore) -> None:
    assert [one.held for one in keep(store, b"1", b"2")] == [Held.NEW, Held.NEW]
    [again] = keep(store, b"1")
    assert again.held is Held.ALREADY
    assert len(list(store.refs())) == 2


def test_what_the_server_holds_wrongly_is_never_acknowledged(
    store: RemoteStore, server: Any
) -> None:
    [kept] = keep(store, b"a film")
    obstore.put(server, store._key(kept.ref.digest), b"A film")
    with pytest.raises(IntegrityError, match="not as it was kept"):
        keep(store, b"a film")
    [looked] = scrub(store, [Expected(kept.ref)], Level.HASHED)
    assert looked.state is State.CHANGED


def test_what_is_there_is_listed_without_strangers(store: RemoteStore, server: Any) -> None:
    refs = [one.ref for one in keep(store, *(film(10, seed) for seed in range(12)))]
    obstore.put(server, store._prefix + "objects/sha256/README", b"stranger")
    assert sorted(store.refs()) == sorted(refs)


def test_an_erased_object_is_gone(store: RemoteStore) -> None:
    [kept] = keep(store, b"a film")
    assert store.erase(kept.ref.digest)
    assert not store.erase(kept.ref.digest)
    with pytest.raises(IntegrityError, match="is not in the vault"):
        store.open(kept.ref.digest)
    [looked] = scrub(store, [Expected(kept.ref)], Level.THERE)
    assert looked.state is State.MISSING


def test_copies_do_not_stay_on_this_machine(store: RemoteStore, tmp_path: Path) -> None:
    keep(store, b"a film", b"another")
    assert not list((tmp_path / "scratch").glob("*/*"))


def test_a_server_that_writes_over_what_is_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = obstore.put

    def careless(*given: Any, mode: object = None, **named: Any) -> Any:
        return real(*given, mode="overwrite", **named)

    monkeypatch.setattr(obstore, "put", careless)
    with pytest.raises(StorageError, match="If-None-Match"):
        RemoteStore(obstore.store.MemoryStore(), tmp_path / "scratch")


def test_a_server_that_does_not_answer_is_told_in_words(tmp_path: Path) -> None:
    silent = s3_server("bucket", "http://127.0.0.1:9", "key", "secret")
    silent = silent.__class__(
        "bucket",
        endpoint="http://127.0.0.1:9",
        access_key_id="key",
        secret_access_key="secret",
        client_options={"allow_http": True},
        retry_config={"max_retries": 0},
    )
    with pytest.raises(StorageError, match="nothing was acknowledged"):
        RemoteStore(silent, tmp_path / "scratch")
