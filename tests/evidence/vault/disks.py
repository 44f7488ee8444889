"""Disks on which something goes wrong, for a vault that believes it has an ordinary one."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tawthiq.evidence.vault.disk import Buffer, Disk

CALLS = tuple(name for name in vars(Disk) if not name.startswith("_") and name != "flushes_all")


class FailingDisk(Disk):
    """A disk on which one call fails, or all from that one on.

    Attributes:
        calls: How many were made.
    """

    def __init__(
        self,
        fails_at: int | None = None,
        number: int = errno.ENOSPC,
        *,
        for_ever: bool = False,
        although_done: bool = False,
        flushes_all: bool = True,
    ) -> None:
        self.calls = 0
        self.failed: list[str] = []
        self._fails_at, self._number = fails_at, number
        self._for_ever, self._although_done = for_ever, although_done
        self._flushes_all = flushes_all

    def flushes_all(self, folder: Path) -> bool:
        return self._flushes_all

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        return self._perhaps(name, found) if name in CALLS else found

    def _perhaps(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def made(*given: Any) -> Any:
            if not self._is_to_fail():
                return call(*given)
            self.failed.append(name)
            if self._although_done or name == "close":  # what is not closed stays locked
                call(*given)
            raise OSError(self._number, os.strerror(self._number))

        return made

    def _is_to_fail(self) -> bool:
        self.calls += 1
        if self._fails_at is None:
            return False
        return self.calls == self._fails_at or (self._for_ever and self.calls > self._fails_at)


class HalfDisk(Disk):
    """A disk that reads and writes less than it is asked to, as a disk may."""

    def read_into(self, handle: int, buffer: Buffer, offset: int) -> int:
        return super().read_into(handle, memoryview(buffer)[: len(buffer) // 2 + 1], offset)

    def write(self, handle: int, data: Buffer | bytes, offset: int) -> int:
        return super().write(handle, memoryview(data)[: len(data) // 2 + 1], offset)

    def copy(self, source: int, target: int, count: int, offset: int) -> int:
        return super().copy(source, target, count // 2 + 1, offset)


class PlainDisk(Disk):
    """A disk of a system that can neither copy by itself, nor flush all, nor link."""

    def copy(self, source: int, target: int, count: int, offset: int) -> int:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    def flushes_all(self, folder: Path) -> bool:
        return False

    def link(self, source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))
