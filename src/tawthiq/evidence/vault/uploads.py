"""A file that comes in pieces, perhaps over days, from a telephone that loses its connection.

    uploads/ID         the bytes so far
    uploads/ID.held    how many of them were acknowledged: records of eight bytes and a check

A piece is on the disk before it is acknowledged. After a power cut the file may be longer than
what was acknowledged, and what lies beyond may be anything: the next piece is written over it.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from zlib import crc32

from tawthiq.errors import InputError
from tawthiq.evidence.vault import words
from tawthiq.evidence.vault.disk import Disk, write_all
from tawthiq.evidence.vault.hashing import fingerprint_of
from tawthiq.evidence.vault.session import locked
from tawthiq.evidence.vault.staging import KEPT_FREE, Staged, disk_errors
from tawthiq.values.digest import Digest

_NAME = re.compile(r"[0-9a-f]{32}")
_HELD = ".held"
_RECORD = struct.Struct(">QQI")  # acknowledged, announced, check


@dataclass(frozen=True, slots=True)
class Upload:
    """How far an upload has come.

    Attributes:
        name: What the sender calls it by; a random name of ours, and no secret.
        held: Bytes acknowledged; the next piece begins there.
        size: Bytes announced.
    """

    name: str
    held: int
    size: int

    @property
    def is_complete(self) -> bool:
        return self.held == self.size


class Uploads:
    """The unfinished uploads of one vault, in a folder on its file system."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self._folder, self._disk = folder, disk or Disk()

    def begin(self, size: int) -> Upload:
        """Begin an upload of so many bytes.

        Raises:
            StorageError: There is no room for it, or the disk refuses.
        """
        with disk_errors():
            free = self._disk.free(self._folder)
        if free < size + KEPT_FREE:
            raise words.no_room(size + KEPT_FREE, free)
        upload = Upload(token_hex(16), 0, size)
        with disk_errors():
            self._disk.close(self._disk.create(self._path(upload.name), 0o640))
            self._note(upload, self._disk.create(self._record(upload.name), 0o640), 0)
            self._disk.flush_folder(self._folder)
        return upload

    def find(self, name: str) -> Upload:
        """How far an upload has come.

        Raises:
            InputError: There is none of this name.
        """
        return self._last(name)[0]

    def names(self) -> tuple[str, ...]:
        with disk_errors():
            found = self._disk.names_in(self._folder)
        return tuple(name for name in found if _NAME.fullmatch(name))

    def append(self, name: str, at: int, chunks: Iterable[bytes]) -> Upload:
        """Take the next piece; when this returns, it is on the disk for good.

        If the chunks stop short or raise, nothing of this piece counts.

        Raises:
            InputError: The piece does not begin where the last one ended, is longer than what
                was announced, or somebody else is writing to this upload.
            StorageError: The disk is full or refuses.
        """
        with self._writing(name) as (target, upload, records):
            if at != upload.held:
                raise words.other_place(at, upload.held)
            end = self._written(target, upload, chunks)
            with disk_errors():
                self._disk.flush(target)
                grown = Upload(name, end, upload.size)
                handle = self._disk.open_again(self._record(name))
                self._note(grown, handle, records * _RECORD.size)
            return grown

    def finish(self, name: str, expected: Digest | None = None) -> Staged:
        """Hash what is there and make it ready to be published.

        Raises:
            InputError: Some of it has not come yet.
            IntegrityError: It is not what the sender says it is; it is given up.
        """
        with self._writing(name) as (target, upload, _):
            if not upload.is_complete:
                raise words.too_short(upload.held, upload.size)
            with disk_errors():
                self._disk.protect(target)
                fingerprint = fingerprint_of(self._disk, target, upload.size)
        if expected and fingerprint.ref.digest != expected:
            self.give_up(name)
            raise words.not_what_was_sent(name)
        return Staged(fingerprint, self._path(name), is_flushed=True, outlives=True)

    def give_up(self, name: str) -> None:
        """Forget an upload, or what is left of one that was published."""
        for path in (self._path(name), self._record(name)):
            with disk_errors(), suppress(FileNotFoundError):
                self._disk.remove(path)

    def sweep(self, before: datetime) -> tuple[str, ...]:
        """Give up what never came whole and has not grown since then; the names of what is gone.

        One that is complete waits to be taken in, however long: all that was sent is there.

        Raises:
            StorageError: The disk refuses.
        """
        with disk_errors():
            found = {name.removesuffix(_HELD) for name in self._disk.names_in(self._folder)}
        names = sorted(name for name in found if _NAME.fullmatch(name))
        gone = tuple(name for name in names if self._is_abandoned(name, before.timestamp()))
        for name in gone:
            self.give_up(name)
        return gone

    def _is_abandoned(self, name: str, before: float) -> bool:
        if self._last_change(name) >= before:
            return False
        try:
            return not self.find(name).is_complete
        except InputError:  # its beginning was cut off, and nothing of it was ever acknowledged
            return True

    def _last_change(self, name: str) -> float:
        """When something last came, by the clock of the file system; 0 where nothing is left."""
        times = [0.0]
        for path in (self._path(name), self._record(name)):
            with disk_errors(), suppress(FileNotFoundError):
                handle = self._disk.open_kept(path)
                try:
                    times.append(self._disk.status(handle).st_mtime)
                finally:
                    self._disk.close(handle)
        return max(times)

    def _written(self, target: int, upload: Upload, chunks: Iterable[bytes]) -> int:
        end = upload.held
        for chunk in chunks:
            if end + len(chunk) > upload.size:
                raise words.too_long(upload.size)
            with disk_errors():
                write_all(self._disk, target, chunk, end)
            end += len(chunk)
        return end

    @contextmanager
    def _writing(self, name: str) -> Iterator[tuple[int, Upload, int]]:
        """The upload's file, ours alone; how far it has come, and in how many records."""
        path = self._path(name)
        with disk_errors():
            try:
                target = self._opened(path)
            except FileNotFoundError:
                raise words.no_such_upload(name) from None
        try:
            if not locked(target):
                raise words.busy(name)
            yield target, *self._last(name)
        finally:
            with suppress(OSError):  # what was acknowledged has been flushed
                self._disk.close(target)

    def _opened(self, path: Path) -> int:
        try:
            return self._disk.open_again(path)
        except PermissionError:  # it was finished once, and not published
            path.chmod(0o640)
            return self._disk.open_again(path)

    def _last(self, name: str) -> tuple[Upload, int]:
        """The last whole record, and how many there are up to it."""
        with disk_errors():
            try:
                data = self._disk.content(self._record(name))
            except FileNotFoundError:
                raise words.no_such_upload(name) from None
        for index in reversed(range(len(data) // _RECORD.size)):
            held, size, check = _RECORD.unpack_from(data, index * _RECORD.size)
            if crc32(data[index * _RECORD.size :][: _RECORD.size - 4]) == check:
                return Upload(name, held, size), index + 1
        raise words.no_such_upload(name)

    def _note(self, upload: Upload, handle: int, at: int) -> None:
        """Write down how far it has come, so that it lasts; closes the handle."""
        try:
            body = struct.pack(">QQ", upload.held, upload.size)
            write_all(self._disk, handle, body + struct.pack(">I", crc32(body)), at)
            self._disk.flush(handle)
        finally:
            self._disk.close(handle)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise words.no_such_upload(name[:80])
        return self._folder / name

    def _record(self, name: str) -> Path:
        return self._path(name).with_suffix(_HELD)
