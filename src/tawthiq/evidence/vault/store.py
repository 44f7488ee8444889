"""What any vault can do, whether its objects lie on a disk or on somebody's server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from hashlib import sha256
from io import RawIOBase
from pathlib import Path
from typing import Protocol

from tawthiq.evidence.vault import words
from tawthiq.evidence.vault.objects import Kept, ObjectRef
from tawthiq.evidence.vault.staging import Staged
from tawthiq.values.digest import Digest


class Store(Protocol):
    """Objects by their content. Nothing is ever written over."""

    def stage_file(self, path: Path, *, alone: bool = False) -> Staged:
        """Copy a file aside; ``alone`` where no group of others follows.

        Raises:
            InputError: It is no regular file, cannot be read, or changes all the time.
            StorageError: The disk is full or refuses.
        """
        ...

    def stage(self, chunks: Iterable[bytes], *, alone: bool = False) -> Staged:
        """Copy aside what comes in pieces."""
        ...

    def publish(self, staged: Sequence[Staged]) -> tuple[Kept, ...]:
        """Give copies their names; when this returns, each of them is kept for good.

        Raises:
            StorageError: The disk or server refuses. Nothing of it may be acknowledged; the
                copies are gone, though some may already be there under their names.
        """
        ...

    def discard(self, staged: Staged) -> None:
        """Give up a copy."""
        ...

    def find(self, digest: Digest) -> ObjectRef | None:
        """What is there under this name, by its size alone; its bytes are not read."""
        ...

    def open(self, digest: Digest, *, past_memory: bool = False) -> RawIOBase:
        """Open an object for reading; its bytes are not checked.

        Args:
            past_memory: Read from the disk itself, not from what the system remembers of it.

        Raises:
            IntegrityError: It is not there.
            StorageError: It cannot be read.
        """
        ...

    def at_hand(self, digest: Digest) -> AbstractContextManager[Path]:
        """A file of this machine with the object's bytes, for a program that needs a path."""
        ...

    def refs(self) -> Iterator[ObjectRef]:
        """All that is there, in the order of the names."""
        ...

    def erase(self, digest: Digest) -> bool:
        """Destroy an object, because its giver took it back; whether it was there."""
        ...


def read_checked(store: Store, ref: ObjectRef, piece: int = 1 << 20) -> Iterator[bytes]:
    """Read an object in pieces; whoever reads to the end has read what was kept.

    Raises:
        IntegrityError: It is missing, or at the end: its bytes are not those that were kept.
    """
    running, size = sha256(), 0
    with store.open(ref.digest) as file:
        while chunk := file.read(piece):
            running.update(chunk)
            size += len(chunk)
            yield chunk
    if size != ref.size or running.digest() != ref.digest.raw:
        raise words.damaged(ref)
