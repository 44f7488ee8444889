"""Copying somebody's file aside, and knowing both hashes of the copy when it is done."""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.evidence.vault import words
from tawthiq.evidence.vault.disk import Disk, write_all
from tawthiq.evidence.vault.hashing import LARGE, PIECE, StoredHash
from tawthiq.evidence.vault.objects import Fingerprint

_PROBE = 4096  # bytes asked for where the end is expected


def copy_and_hash(disk: Disk, source: int, target: int, size: int, name: str) -> Fingerprint:
    """Copy a file of this size, or whatever of it there is, and hash what was stored.

    Raises:
        UnreadableError: The source cannot be read to its end.
        OSError: The disk of the copy refuses.
    """
    with StoredHash(disk, target, size=size) as running:
        copied = 0
        while moved := _copy_part(disk, source, target, copied, size, name):
            if running.take(moved) != moved:
                raise OSError(5, "what was written could not be read back")
            if size >= LARGE:
                disk.forget(target, copied, moved)
            copied += moved
        return running.result()


def write_and_hash(disk: Disk, target: int, chunks: Iterable[bytes]) -> Fingerprint:
    """Store bytes that come in pieces, and hash what was stored.

    Raises:
        OSError: The disk refuses.
    """
    with StoredHash(disk, target, size=PIECE) as running:
        written = 0
        for chunk in chunks:
            write_all(disk, target, chunk, written)
            written += len(chunk)
            if running.take(len(chunk)) != len(chunk):
                raise OSError(5, "what was written could not be read back")
        return running.result()


def _copy_part(disk: Disk, source: int, target: int, offset: int, size: int, name: str) -> int:
    """Copy the next part; how many bytes it had, 0 at the end."""
    try:
        if offset < size and (moved := disk.copy(source, target, LARGE, offset)):
            return moved
    except (OSError, NotImplementedError):
        pass  # not between these two file systems; or one of them fails, and below it says which
    return _carry_part(disk, source, target, offset, size, name)


def _carry_part(disk: Disk, source: int, target: int, offset: int, size: int, name: str) -> int:
    """Copy through our own memory, where a fault of the source and of the disk can be told apart.

    It also has the last word on where a file ends: some systems copy nothing from files of
    their own making and call it the end.
    """
    buffer = memoryview(bytearray(min(PIECE, max(size - offset, _PROBE))))
    try:
        got = disk.read_into(source, buffer, offset)
    except OSError as refused:
        raise words.source_refuses(name, refused) from refused
    write_all(disk, target, buffer[:got], offset)
    return got
