"""A place of one's own for unfinished files, so that nobody sweeps away what somebody writes.

Each open vault has a folder under ``incoming`` and a locked file beside it. The system lets go
of the lock when the program ends, however it ends; the next one to open the vault then clears
the folder away.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from secrets import token_hex

from tawthiq.evidence.vault.disk import Disk

_LOCK = ".lock"


class Session:
    """Names for unfinished files, unlike those of any other program on the same vault."""

    def __init__(self, disk: Disk, incoming: Path) -> None:
        """Begin, and clear away what ended programs left behind.

        Raises:
            OSError: The disk refuses.
        """
        self._disk, self._incoming = disk, incoming
        self._numbers = count()
        self._handle, self._folder = self._locked()
        try:
            self._disk.make_folder(self._folder)
            self._sweep()
        except BaseException:
            self._disk.close(self._handle)
            raise

    def new_path(self) -> Path:
        return self._folder / str(next(self._numbers))

    def close(self) -> None:
        """Clear away what was not finished."""
        try:
            self._clear(self._folder)
        finally:
            self._disk.close(self._handle)

    def _locked(self) -> tuple[int, Path]:
        """A locked file of a new name, and the name of the folder that goes with it."""
        while True:
            folder = self._incoming / token_hex(8)
            lock = folder.with_suffix(_LOCK)
            handle = self._disk.create(lock, 0o600)
            try:
                is_ours = locked(handle) and self._disk.size_at(lock) is not None
            except BaseException:
                self._disk.close(handle)
                raise
            if is_ours:
                return handle, folder
            self._disk.close(handle)  # somebody swept it away before it was locked

    def _sweep(self) -> None:
        for name in self._disk.names_in(self._incoming):
            lock = self._incoming / name
            if lock.suffix == _LOCK and lock.stem != self._folder.name and self._is_over(lock):
                self._clear(lock.with_suffix(""))

    def _is_over(self, lock: Path) -> bool:
        try:
            handle = self._disk.open_again(lock)
        except FileNotFoundError:
            return False  # another program sweeps at the same moment
        try:
            return locked(handle)
        finally:
            self._disk.close(handle)

    def _clear(self, folder: Path) -> None:
        """Remove the folder first and its lock last, so that a broken sweep is done again."""
        if folder.is_dir():
            for name in self._disk.names_in(folder):
                self._disk.remove(folder / name)
            folder.rmdir()
        folder.with_suffix(_LOCK).unlink(missing_ok=True)


def locked(handle: int) -> bool:
    """Try to lock an open file for this handle alone; whether that worked."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
