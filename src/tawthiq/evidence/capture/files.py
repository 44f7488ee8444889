"""The files of one arrival, as readers of tools' output look at them: by name and by content."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.limits import Limits
from tawthiq.evidence.sandbox.not_read import NotRead
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.values.digest import Digest

_CHUNK = 1 << 20
# Wider than for one picture: an export of years of messages, a web archive of some gigabytes.
LIMITS = Limits(wall=600, processor=300, output=512 << 20)


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that came.

    Attributes:
        name: What it was called by its giver, folders included, with ``/`` between them.
        path: Where its bytes lie.
        digest: Of its bytes, as they are kept.
    """

    name: str
    path: Path
    digest: Digest

    @property
    def leaf(self) -> str:
        return leaf_of(self.name)

    @property
    def folder(self) -> str:
        return self.name.rpartition("/")[0]

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.leaf).suffix.lower()


class GivenFiles:
    """All files of an arrival."""

    def __init__(self, files: Iterable[GivenFile]) -> None:
        self._files = tuple(files)
        self._by_leaf = defaultdict[str, list[GivenFile]](list)
        self._by_digest = defaultdict[Digest, list[GivenFile]](list)
        for file in self._files:
            self._by_leaf[file.leaf].append(file)
            self._by_digest[file.digest].append(file)

    def __iter__(self) -> Iterator[GivenFile]:
        return iter(self._files)

    def named(self, name: str, beside: GivenFile | None = None) -> GivenFile | None:
        """The file of this name, whatever folders were written before it.

        Args:
            beside: Of several of one name, the one in the folder of this file, or below it.
        """
        found = self._by_leaf.get(leaf_of(name), [])
        if beside is not None and len(found) > 1:
            found = [one for one in found if one.folder.startswith(beside.folder)] or found
        return found[0] if found else None

    def of(self, digest: Digest) -> GivenFile | None:
        """A file of this content."""
        return next(iter(self._by_digest.get(digest, [])), None)


def leaf_of(name: str) -> str:
    """The last part of a path or address, however its folders are divided."""
    return name.replace("\\", "/").rstrip("/").rpartition("/")[2]


def asked(
    sandbox: Sandbox, reader: str, file: GivenFile, **options: Json
) -> tuple[list[Record], NotRead | None]:
    """What a reader says of a file, and why it says no more."""
    records = list[Record]()
    for one in sandbox.hear(reader, file.path, options, LIMITS):
        if isinstance(one, NotRead):
            return records, one
        if isinstance(one, dict):
            records.append(one)
    return records, None


def hashed(path: Path, algorithm: str, leaving_out: Iterable[tuple[int, int]] = ()) -> bytes:
    """Hash a file but for some stretches of it, each its first byte and its length.

    Raises:
        ValueError: There is no such algorithm here, or stretches overlap.
        OSError: It cannot be read.
    """
    running, at = hashlib.new(algorithm), 0
    with path.open("rb") as file:
        for start, length in sorted(leaving_out):
            if start < at or length < 0:
                raise ValueError(f"stretches overlap at byte {start}")
            _feed(running, file, start - at)
            file.seek(length, 1)
            at = start + length
        _feed(running, file, None)
    return running.digest()


def _feed(running: hashlib._Hash, file: BinaryIO, count: int | None) -> None:
    while count is None or count > 0:
        chunk = file.read(_CHUNK if count is None else min(_CHUNK, count))
        if not chunk:
            return
        running.update(chunk)
        count = None if count is None else count - len(chunk)
