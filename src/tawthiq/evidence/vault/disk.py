"""The disk as the vault uses it: a few calls in one place, each of which may fail.

Tests put another disk here, one that fills up, breaks, loses its power or writes half of what it
was given, and so see what the vault makes of it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from tawthiq.evidence.vault import flushing

Buffer = bytearray | memoryview

_GIVEN = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)  # a link in an export must not lead to our own files
    | getattr(os, "O_NONBLOCK", 0)  # opening a named pipe would wait for ever
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_KEPT = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_WRITING = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_AT_ONCE = 4  # flushes asked for side by side; a disk joins them into fewer


class Disk:
    """The disk of this machine.

    Every method raises OSError where the disk refuses, and writing may write less than it was
    given, as the system's own calls do.
    """

    # --- opening ------------------------------------------------------------------------------

    def open_given(self, path: Path) -> int:
        """Open somebody's file for reading, without following a link or waiting for a pipe."""
        return os.open(path, _GIVEN)

    def open_kept(self, path: Path) -> int:
        return os.open(path, _KEPT)

    def create(self, path: Path, mode: int = 0o440) -> int:
        """Make a file that was not there; ours to write until it is closed."""
        return os.open(path, _WRITING | os.O_CREAT | os.O_EXCL, mode)

    def open_again(self, path: Path) -> int:
        """Open a file of ours in order to write on at its end."""
        return os.open(path, _WRITING)

    def close(self, handle: int) -> None:
        os.close(handle)

    # --- content ------------------------------------------------------------------------------

    def status(self, handle: int) -> os.stat_result:
        return os.fstat(handle)

    def read_into(self, handle: int, buffer: Buffer, offset: int) -> int:
        """How many bytes came; 0 at the end."""
        if hasattr(os, "preadv"):
            return os.preadv(handle, [buffer], offset)
        os.lseek(handle, offset, os.SEEK_SET)
        data = os.read(handle, len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def write(self, handle: int, data: Buffer | bytes, offset: int) -> int:
        """How many bytes went; perhaps fewer than were given."""
        if hasattr(os, "pwrite"):
            return os.pwrite(handle, data, offset)
        os.lseek(handle, offset, os.SEEK_SET)
        return os.write(handle, data)

    def copy(self, source: int, target: int, count: int, offset: int) -> int:
        """Copy inside the system, at the same offset in both; how many bytes went."""
        if sys.platform != "linux":
            raise NotImplementedError
        return os.copy_file_range(source, target, count, offset, offset)

    def content(self, path: Path) -> bytes:
        """All of a small file of ours."""
        return path.read_bytes()

    def protect(self, handle: int) -> None:
        """Take the right to write from a file that is to be kept."""
        if hasattr(os, "fchmod"):
            os.fchmod(handle, 0o440)

    def forget(self, handle: int, start: int, count: int) -> None:
        """Begin to write these bytes to the disk, and keep those that are there out of memory."""
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(handle, start, count, os.POSIX_FADV_DONTNEED)

    # --- lasting ------------------------------------------------------------------------------

    def flush(self, handle: int) -> None:
        """Make the content of a file last."""
        flushing.flush_file(handle)

    def flush_folder(self, folder: Path) -> None:
        """Make the names in a folder last."""
        flushing.flush_folder(folder)

    def flush_folders(self, folders: Iterable[Path]) -> None:
        several = list(folders)
        if len(several) < 2:
            for folder in several:
                self.flush_folder(folder)
            return
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for _ in pool.map(self.flush_folder, several):
                pass  # each of them raises here if it failed

    def flush_all(self, root: int) -> None:
        """Make everything last that was written to the file system of an open folder."""
        flushing.flush_file_system(root)

    def flushes_all(self, folder: Path) -> bool:
        """Whether ``flush_all`` can be relied on there."""
        return flushing.can_flush_file_system(folder)

    def open_root(self, folder: Path) -> int:
        """Open a folder for ``flush_all``; what fails from now on is reported to this handle."""
        return os.open(folder, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))

    # --- names --------------------------------------------------------------------------------

    def size_at(self, path: Path) -> int | None:
        """How many bytes lie there; None where nothing does.

        Raises:
            OSError: It cannot be found out.
        """
        try:
            return path.lstat().st_size
        except FileNotFoundError:
            return None

    def rename(self, source: Path, target: Path) -> None:
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        target.hardlink_to(source)

    def remove(self, path: Path) -> None:
        path.unlink()

    def make_folder(self, folder: Path) -> bool:
        """Make a folder if it is missing; whether it was."""
        with suppress(FileExistsError):
            folder.mkdir(mode=0o750)
            return True
        return False

    def names_in(self, folder: Path) -> list[str]:
        return sorted(entry.name for entry in os.scandir(folder))

    def free(self, folder: Path) -> int:
        """How many bytes may still be written there."""
        return shutil.disk_usage(folder).free


def write_all(disk: Disk, target: int, data: Buffer | bytes, offset: int) -> None:
    """Write all of it, in as many turns as the disk needs."""
    rest = memoryview(data)
    while rest:
        gone = disk.write(target, rest, offset)
        if gone <= 0:
            raise OSError(28, "the disk takes no more bytes")
        rest, offset = rest[gone:], offset + gone
