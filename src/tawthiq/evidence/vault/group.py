"""Many small files made to last together: one wait for the disk instead of one for each.

Nobody in a group is told that a file is kept before all of the group are on the disk. Copies of
the next group are made while the disk writes this one.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from tawthiq.errors import InputError, TawthiqError
from tawthiq.evidence.vault.objects import Kept
from tawthiq.evidence.vault.staging import Staged
from tawthiq.evidence.vault.store import Store
from tawthiq.values.both import Both

Given = TypeVar("Given")
"""Whatever the caller knows a file by: its path, its name in a zip."""

_WORKERS = 2  # one reads and hashes while another waits for the disk
_AHEAD = 64  # files that may be copied before their turn has come


@dataclass(frozen=True, slots=True)
class GroupLimits:
    """When a group is complete: whichever comes first."""

    files: int = 100
    size: int = 64 << 20  # bytes
    seconds: float = 0.2


@dataclass(frozen=True, slots=True)
class NotKept:
    """A file that could not be kept, and why; the others go on."""

    name: str
    said: Both


def keep_files(
    store: Store, paths: Iterable[Path], limits: GroupLimits | None = None
) -> Iterator[tuple[tuple[Path, Kept | NotKept], ...]]:
    """Keep files; each group that comes is on the disk for good.

    Seal a group in the ledger before asking for the next: then at most one group is in the vault
    and not in the ledger when the power goes.

    Raises:
        StorageError: The disk is full or refuses. What came in earlier groups is kept, and so
            is what had been copied before it in this one.
    """
    yield from publish_in_groups(store, _copied(store, paths), limits or GroupLimits())


def publish_in_groups(
    store: Store, arriving: Iterable[tuple[Given, Staged | NotKept]], limits: GroupLimits
) -> Iterator[tuple[tuple[Given, Kept | NotKept], ...]]:
    """Publish copies as they come, a group at a time."""
    group = _Group[Given](limits)
    coming = iter(arriving)
    try:
        for given, one in coming:
            group.add(given, one)
            if group.is_complete:
                yield group.published(store)
    except TawthiqError:
        if group:
            yield group.published(store)
        raise
    if group:
        yield group.published(store)


class _Group(Generic[Given]):
    """Copies that wait for each other."""

    def __init__(self, limits: GroupLimits) -> None:
        self._limits = limits
        self._members: list[tuple[Given, Staged | NotKept]] = []
        self._size, self._began = 0, 0.0

    def __bool__(self) -> bool:
        return bool(self._members)

    def add(self, given: Given, one: Staged | NotKept) -> None:
        if not self._members:
            self._began = time.monotonic()
        self._members.append((given, one))
        self._size += one.fingerprint.ref.size if isinstance(one, Staged) else 0

    @property
    def is_complete(self) -> bool:
        return (
            len(self._members) >= self._limits.files
            or self._size >= self._limits.size
            or time.monotonic() - self._began >= self._limits.seconds
        )

    def published(self, store: Store) -> tuple[tuple[Given, Kept | NotKept], ...]:
        """Publish them all, and begin anew."""
        members, self._members, self._size = self._members, [], 0
        kept = iter(store.publish([one for _, one in members if isinstance(one, Staged)]))
        return tuple(
            (given, next(kept) if isinstance(one, Staged) else one) for given, one in members
        )


def _copied(store: Store, paths: Iterable[Path]) -> Iterator[tuple[Path, Staged | NotKept]]:
    """Copies in the order of their paths, made by several threads."""
    coming = iter(paths)
    waiting = deque[tuple[Path, Future[Staged | NotKept]]]()
    with ThreadPoolExecutor(_WORKERS) as pool:
        try:
            for path in islice(coming, _AHEAD):
                waiting.append((path, pool.submit(_copy, store, path)))
            while waiting:
                path, copy = waiting.popleft()
                one = copy.result()
                yield path, one
                for path in islice(coming, 1):
                    waiting.append((path, pool.submit(_copy, store, path)))
        finally:
            _give_up(store, (copy for _, copy in waiting))


def _copy(store: Store, path: Path) -> Staged | NotKept:
    try:
        return store.stage_file(path)
    except InputError as refused:
        return NotKept(path.name, Both(refused.en, refused.ar))


def _give_up(store: Store, copies: Iterable[Future[Staged | NotKept]]) -> None:
    """Nobody will ask for these copies any more."""
    for copy in copies:
        if copy.cancel() or copy.exception() is not None:
            continue
        if isinstance(one := copy.result(), Staged):
            store.discard(one)
