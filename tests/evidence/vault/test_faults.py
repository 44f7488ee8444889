"""Each call to the disk fails once, or from then on: nothing is acknowledged that is not there."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from tests.evidence.vault.disks import FailingDisk

from tawthiq.errors import TawthiqError
from tawthiq.evidence.vault.group import GroupLimits, keep_files
from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.objects import Kept, ObjectRef
from tawthiq.evidence.vault.store import read_checked
from tawthiq.evidence.vault.uploads import Uploads

Told = list[ObjectRef]
Work = Callable[[Path, Path, FailingDisk, Told], None]


def keep_some(root: Path, given: Path, disk: FailingDisk, told: Told) -> None:
    with LocalStore(root, disk) as store:
        for group in keep_files(store, sorted(given.iterdir()), GroupLimits(files=3)):
            told += [one.ref for _, one in group if isinstance(one, Kept)]


def upload_some(root: Path, given: Path, disk: FailingDisk, told: Told) -> None:
    with LocalStore(root, disk) as store:
        uploads = Uploads(store.layout.uploads, disk)
        for path in sorted(given.iterdir()):
            data = path.read_bytes()
            upload = uploads.begin(len(data))
            for start in range(0, len(data), 40):
                upload = uploads.append(upload.name, start, [data[start : start + 40]])
            [kept] = store.publish([uploads.finish(upload.name)])
            told.append(kept.ref)
            uploads.give_up(upload.name)


KINDS = ("once", "from then on", "although done")


@pytest.mark.parametrize("work", [keep_some, upload_some])
@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, "once"), (errno.EIO, "from then on"), (errno.EIO, "although done")],
)
def test_no_call_may_fail_unseen(tmp_path: Path, work: Work, number: int, kind: str) -> None:
    calls = _fail_at(tmp_path, work, number, kind, all_at_once=kind == "once", step=9)
    assert calls > 50


@pytest.mark.torture
@pytest.mark.parametrize("work", [keep_some, upload_some])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=["full", "broken"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("all_at_once", [True, False], ids=["all at once", "one by one"])
def test_no_call_at_all_may_fail_unseen(
    tmp_path: Path, work: Work, number: int, kind: str, all_at_once: bool
) -> None:
    assert _fail_at(tmp_path, work, number, kind, all_at_once, step=1) > 50


def test_making_the_vault_may_fail_at_any_call(tmp_path: Path) -> None:
    whole = FailingDisk()
    LocalStore(tmp_path / "whole", whole).close()
    for nth in [
        *range(1, 12),
        *range(12, whole.calls - 12, 90),
        *range(whole.calls - 12, whole.calls),
    ]:
        root, told = tmp_path / f"{nth}", Told()
        with suppress(TawthiqError):
            LocalStore(root, FailingDisk(nth, for_ever=True)).close()
        keep_some(root, _given(tmp_path, nth), FailingDisk(), told)
        assert len(told) == 5
        _all_is_well(root, told)


def _fail_at(
    tmp_path: Path, work: Work, number: int, kind: str, all_at_once: bool, step: int
) -> int:
    """Let each of the calls fail in turn, or every so many; how many calls there are."""
    root, told, whole = tmp_path / "vault", Told(), FailingDisk(flushes_all=all_at_once)
    LocalStore(root).close()
    work(root, _given(tmp_path, 0), whole, told)
    assert len(told) == 5
    for nth in range(1, whole.calls + 2, step):  # two threads may make a call more or less
        disk = FailingDisk(
            nth,
            number,
            for_ever=kind == "from then on",
            although_done=kind == "although done",
            flushes_all=all_at_once,
        )
        told = []
        with suppress(TawthiqError):  # any other error would be one that nobody can act on
            work(root, _given(tmp_path, nth), disk, told)
        _all_is_well(root, told)
    with LocalStore(root) as store:
        for ref in store.refs():  # whatever bears a name is whole, acknowledged or not
            list(read_checked(store, ref))
        assert list(store.strangers()) == []
    return whole.calls


def _given(tmp_path: Path, number: int) -> Path:
    """Files whose content no vault has seen; one of them is there twice."""
    folder = tmp_path / f"given-{number}"
    folder.mkdir(exist_ok=True)
    for name in range(5):
        (folder / f"{name}").write_bytes(b"film %d of %d " % (name % 4, number) * 7)
    return folder


def _all_is_well(root: Path, told: Told) -> None:
    """What was acknowledged is there, and nothing else lies about."""
    with LocalStore(root) as store:
        for ref in told:
            assert b"".join(read_checked(store, ref)).startswith(b"film ")
        assert len(list((root / "incoming").iterdir())) == 2  # its own, of which one is the lock
