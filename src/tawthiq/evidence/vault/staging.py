"""Files on their way into the vault: copied aside and hashed, not yet named, not yet promised."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tawthiq.evidence.vault import words
from tawthiq.evidence.vault.copying import copy_and_hash, write_and_hash
from tawthiq.evidence.vault.disk import Disk
from tawthiq.evidence.vault.objects import Fingerprint
from tawthiq.evidence.vault.session import Session

KEPT_FREE = 64 << 20  # bytes left for the ledger, so that a full disk can still say that it is full
_TRIES = 3  # times a file may change while it is read


@dataclass(frozen=True, slots=True)
class Staged:
    """A whole copy under a passing name.

    Attributes:
        fingerprint: Of what was stored.
        path: Where it lies until it is published or discarded.
        is_flushed: Whether its content is on the disk for good.
        changed_at: When the source says it was last written, in nanoseconds since 1970; a claim.
        outlives: Whether it stays where it is if it cannot be published, to be tried again.
    """

    fingerprint: Fingerprint
    path: Path
    is_flushed: bool
    changed_at: int | None = None
    outlives: bool = False


class Staging:
    """A folder on the file system of the vault where copies are made."""

    def __init__(self, disk: Disk, incoming: Path) -> None:
        self._disk, self._folder = disk, incoming
        self._session = Session(disk, incoming)

    def close(self) -> None:
        self._session.close()

    def stage_file(self, path: Path, *, flush: bool) -> Staged:
        """Copy a file aside.

        Raises:
            InputError: It is no regular file, cannot be read, or changes all the time.
            StorageError: The disk is full or refuses.
        """
        source = self._opened(path)
        try:
            for _ in range(_TRIES):
                with _source_errors(path.name):
                    before = self._disk.status(source)
                staged = self._copied(source, before, path.name, flush)
                with _source_errors(path.name):
                    after = self._disk.status(source)
                if _stood_still(before, after, staged):
                    return staged
                self.discard(staged)
        finally:
            with suppress(OSError):  # nothing that was only read can be lost
                self._disk.close(source)
        raise words.keeps_changing(path.name)

    def stage(self, chunks: Iterable[bytes], *, flush: bool) -> Staged:
        """Copy aside what comes in pieces; whatever the pieces raise goes on to the caller.

        Raises:
            StorageError: The disk is full or refuses.
        """
        self._make_sure_of_room(0)
        path = self._session.new_path()
        with self._writing(path) as target:
            fingerprint = write_and_hash(self._disk, target, chunks)
            self._flush(target, flush)
        return Staged(fingerprint, path, flush)

    def discard(self, staged: Staged) -> None:
        with suppress(OSError):  # it is swept away when the vault is next opened
            self._disk.remove(staged.path)

    def _opened(self, path: Path) -> int:
        with _source_errors(path.name):
            source = self._disk.open_given(path)
            try:
                if stat.S_ISREG(self._disk.status(source).st_mode):
                    return source
            except BaseException:
                self._disk.close(source)
                raise
            self._disk.close(source)
        raise words.not_a_file(path.name)

    def _copied(self, source: int, status: os.stat_result, name: str, flush: bool) -> Staged:
        self._make_sure_of_room(status.st_size)
        path = self._session.new_path()
        with self._writing(path) as target:
            fingerprint = copy_and_hash(self._disk, source, target, status.st_size, name)
            self._flush(target, flush)
        return Staged(fingerprint, path, flush, status.st_mtime_ns)

    @contextmanager
    def _writing(self, path: Path) -> Iterator[int]:
        """A new file; gone again if it does not come to its end."""
        with disk_errors():
            target = self._disk.create(path)
        try:
            with disk_errors():
                yield target
        except BaseException:
            with suppress(OSError):
                self._disk.close(target)
            with suppress(OSError):
                self._disk.remove(path)
            raise
        with disk_errors():
            self._disk.close(target)  # some network file systems speak of a full disk only now

    def _flush(self, target: int, flush: bool) -> None:
        if flush:
            self._disk.flush(target)

    def _make_sure_of_room(self, size: int) -> None:
        with disk_errors():
            free = self._disk.free(self._folder)
        if free < size + KEPT_FREE:
            raise words.no_room(size + KEPT_FREE, free)


@contextmanager
def disk_errors() -> Iterator[None]:
    """Say what the disk refused in words for people."""
    try:
        yield
    except OSError as refused:
        raise words.disk_refuses(refused) from refused


@contextmanager
def _source_errors(name: str) -> Iterator[None]:
    """Say why somebody's file cannot be read."""
    try:
        yield
    except OSError as refused:
        raise words.source_refuses(name, refused) from refused


def _stood_still(before: os.stat_result, after: os.stat_result, staged: Staged) -> bool:
    """Whether the source stood still while it was copied, and was copied to its end."""
    return (
        staged.fingerprint.ref.size == before.st_size == after.st_size
        and before.st_mtime_ns == after.st_mtime_ns
        and before.st_ctime_ns == after.st_ctime_ns
    )
