"""The power goes at any moment: whatever was acknowledged is there, and nothing is half there."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from tests.evidence.vault.power import Choice, Left, PowerDisk, Write, left, told

from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.objects import Held, ObjectRef
from tawthiq.evidence.vault.uploads import Upload, Uploads
from tawthiq.values.digest import Digest

MARK = b"tawthiq vault 1\n"
Work = Callable[[PowerDisk], None]


def keep_one(disk: PowerDisk) -> None:
    store = LocalStore(disk.root / "vault", disk)
    for content in (b"a film", b"a list"):
        disk.tell(store.publish([store.stage([content], alone=True)])[0].ref)
    store.close()


def keep_groups(disk: PowerDisk) -> None:
    store = LocalStore(disk.root / "vault", disk)
    disk.arranged = disk.flushes  # the folders last by the first flush of everything, too
    for group in range(2):
        staged = [store.stage([b"%d of group %d" % (one, group)]) for one in range(9)]
        for kept in store.publish(staged):
            disk.tell(kept.ref)
    store.close()


def mend_one(disk: PowerDisk) -> None:
    """A vault that finds what it holds damaged, keeps that aside, and takes the whole copy."""
    store = LocalStore(disk.root / "vault", disk)
    [kept] = store.publish([store.stage([b"a film"], alone=True)])
    path = store.layout.path_of(kept.ref.digest)
    handle = disk.open_again(path)
    disk.write(handle, b"A", 0)
    disk.flush(handle)
    disk.close(handle)
    disk.arranged = disk.flushes
    [mended] = store.publish([store.stage([b"a film"], alone=True)])
    assert mended.held is Held.MENDED
    disk.tell(mended.ref)
    disk.tell(b"A film")  # which must still be there to be looked at
    store.close()


def upload_one(disk: PowerDisk) -> None:
    store = LocalStore(disk.root / "vault", disk)
    uploads = Uploads(store.layout.uploads, disk)
    upload = uploads.begin(6)
    disk.tell(upload)
    for piece in (b"a ", b"fi", b"lm"):
        upload = uploads.append(upload.name, upload.held, [piece])
        disk.tell(upload)
    [kept] = store.publish([uploads.finish(upload.name)])
    disk.tell(kept.ref)
    store.close()


WORKS = (keep_one, keep_groups, mend_one, upload_one)


def lost(disk: PowerDisk, until: int, choice: Choice) -> list[object]:
    """What somebody was told and is not so, and what stands under a name that is not its own."""
    there = left(disk, until, choice)
    said = told(disk, until)
    objects = {path.name: content for path, content in there.items() if len(path.name) == 64}
    halves = [
        name
        for name, content in objects.items()
        if content is None or (sha256(content).hexdigest() != name and content != b"A film")
    ]
    mark = there.get(disk.root / "vault/VAULT", MARK)
    halves += [] if mark == MARK else ["VAULT"]  # a vault with half a mark is never opened again
    return [*halves, *(what for what in said if not _is_so(what, objects, there))]


def _is_so(what: object, objects: dict[str, bytes | None], there: Left) -> bool:
    match what:
        case ObjectRef(digest, size):
            content = objects.get(str(digest))
            return content is not None and Digest.of(content) == digest and len(content) == size
        case Upload(held=held):
            return b"a film" in objects.values() or held <= _resumed(there)
        case bytes():
            return what in there.values()
    raise AssertionError(what)


def _resumed(there: Left) -> int:
    """How much of the upload a resuming vault can build on: what is there and was noted."""
    inside = {path.name: content or b"" for path, content in there.items()}
    for name, record in inside.items():
        if name.endswith(".held"):
            starts = range(0, len(record) - 19, 20)  # as docs/spec/vault.md lays records out
            noted = max((int.from_bytes(record[at : at + 8], "big") for at in starts), default=-1)
            data = inside.get(name.removesuffix(".held"), b"")
            return noted if data[: max(noted, 0)] == b"a film"[: max(noted, 0)] else -1
    return -1


def choices(draws: int) -> list[Choice]:
    """The worst that is known, and some at random."""
    worst = [Choice(0, 0), Choice(1, 0), Choice(0, 1), Choice(1, 1)]
    return worst + [Choice(0.5, 0.5, seed) for seed in range(draws)]


def moments(disk: PowerDisk) -> list[int]:
    """Every moment since the folders were made, and some of those before."""
    made = next(index for index, event in enumerate(disk.events) if isinstance(event, Write))
    return [*range(0, made, 50), *range(made, len(disk.events) + 1)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "disk").mkdir()
    return tmp_path / "disk"


@pytest.mark.parametrize("all_at_once", [True, False], ids=["all at once", "one by one"])
@pytest.mark.parametrize("work", WORKS)
def test_nothing_that_was_acknowledged_is_lost(root: Path, work: Work, all_at_once: bool) -> None:
    disk = PowerDisk(root, all_at_once)
    work(disk)
    for until in moments(disk):
        for choice in choices(2):
            assert lost(disk, until, choice) == []


@pytest.mark.parametrize("all_at_once", [True, False], ids=["all at once", "one by one"])
@pytest.mark.parametrize("work", WORKS)
def test_without_any_one_of_its_flushes_something_is_lost(
    tmp_path: Path, work: Work, all_at_once: bool
) -> None:
    """The negative control, flush by flush: none of them is for show."""
    whole = PowerDisk(_made(tmp_path / "whole"), all_at_once)
    work(whole)
    assert whole.flushes - whole.arranged > 2
    for number in range(whole.arranged, whole.flushes):
        disk = PowerDisk(_made(tmp_path / f"{number}"), all_at_once, leave_out=number)
        work(disk)
        seen = any(
            lost(disk, until, choice) for until in reversed(moments(disk)) for choice in choices(0)
        )
        assert seen, f"flush {number} could be left out and nothing showed it"


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
