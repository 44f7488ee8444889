"""Hashing what was stored: the bytes are read back from the file that will be kept.

What the program held in memory is not what is hashed. A large file is hashed by two threads, one
for each hash, while the next part of it is still being copied.
"""

from __future__ import annotations

import hashlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Protocol

from tawthiq.evidence.vault.disk import Disk
from tawthiq.evidence.vault.objects import Fingerprint, ObjectRef
from tawthiq.values.digest import Digest

PIECE = 1 << 20  # bytes read at a time
LARGE = 8 << 20  # bytes from which two threads are worth starting
_AHEAD = 3  # pieces that may wait for a thread; bounds the memory


class _Hash(Protocol):
    def update(self, data: memoryview, /) -> None: ...


class StoredHash:
    """Both hashes of a stored file, growing as parts of it are named."""

    def __init__(self, disk: Disk, handle: int, *, size: int) -> None:
        """Prepare for a file of about this size."""
        self._disk, self._handle = disk, handle
        self._sha256, self._sha512 = hashlib.sha256(), hashlib.sha512()
        self._size = 0
        large = size >= LARGE
        self._lanes = [ThreadPoolExecutor(1), ThreadPoolExecutor(1)] if large else []
        piece = min(PIECE, max(size, 1))
        self._free = deque(memoryview(bytearray(piece)) for _ in range(_AHEAD if large else 1))
        self._waiting = deque[tuple[memoryview, list[Future[None]]]]()

    def __enter__(self) -> StoredHash:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        for lane in self._lanes:
            lane.shutdown()

    def take(self, count: int) -> int:
        """Hash the next bytes of the file, or as many as there are; how many came."""
        end, began = self._size + count, self._size
        while self._size < end:
            buffer = self._a_free_buffer()
            got = self._disk.read_into(self._handle, buffer[: end - self._size], self._size)
            self._feed(buffer, got)
            self._size += got
            if not got:
                break
        return self._size - began

    def result(self) -> Fingerprint:
        self._wait_for(0)
        ref = ObjectRef(Digest(self._sha256.digest()), self._size)
        return Fingerprint(ref, self._sha512.digest())

    def _feed(self, buffer: memoryview, count: int) -> None:
        hashes: tuple[_Hash, _Hash] = (self._sha256, self._sha512)
        if not self._lanes:
            for one in hashes:
                one.update(buffer[:count])
            self._free.append(buffer)
            return
        lanes = zip(self._lanes, hashes, strict=True)
        pending = [lane.submit(one.update, buffer[:count]) for lane, one in lanes]
        self._waiting.append((buffer, pending))

    def _a_free_buffer(self) -> memoryview:
        if not self._free:
            self._wait_for(_AHEAD - 1)
        return self._free.popleft()

    def _wait_for(self, at_most: int) -> None:
        """Wait until no more than this many pieces are still being hashed."""
        while len(self._waiting) > at_most:
            buffer, pending = self._waiting.popleft()
            for one in pending:
                one.result()
            self._free.append(buffer)


def fingerprint_of(disk: Disk, handle: int, size: int) -> Fingerprint:
    """Read a stored file from its beginning to its end.

    Args:
        size: How large it is thought to be; what there really is decides.
    """
    with StoredHash(disk, handle, size=size) as running:
        while running.take(LARGE):
            pass
        return running.result()
