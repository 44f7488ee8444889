"""A disk that remembers what was asked of it, and what of it a cut of power may leave.

The rules are those that POSIX promises and no more: content lasts when its file was flushed, a name
when its folder was. What was not flushed may be there, may not, or in part: each name on its own,
each write on its own. The test chooses the worst.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tawthiq.evidence.vault.disk import Buffer, Disk

Inode = int


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes that went into a file."""

    inode: Inode
    offset: int
    data: bytes

    def on(self, content: bytes) -> bytes:
        end = self.offset + len(self.data)
        return content[: self.offset].ljust(self.offset, b"\0") + self.data + content[end:]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a folder that came to mean a file or folder, or nothing any more."""

    folder: Path
    name: str
    inode: Inode | None


@dataclass(frozen=True, slots=True)
class Flush:
    """A promise of the disk: of one file, of one folder, or of all that was done before."""

    inode: Inode | None = None
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody was told at this moment."""

    what: object


Event = Write | Name | Flush | Told


@dataclass
class PowerDisk(Disk):
    """An ordinary disk with a memory; one flush can be left out, in order to be missed.

    Attributes:
        root: The folder that is there already, and lasts.
        arranged: Flushes asked for before what the test is about.
    """

    root: Path
    all_at_once: bool = True
    leave_out: int | None = None
    events: list[Event] = field(default_factory=list)
    folders: set[Path] = field(default_factory=set)
    flushes: int = 0
    arranged: int = 0
    _known_as: dict[int, Inode] = field(default_factory=dict)

    def tell(self, what: object) -> None:
        self.events.append(Told(what))

    def flushes_all(self, folder: Path) -> bool:
        return self.all_at_once

    def create(self, path: Path, mode: int = 0o440) -> int:
        handle = super().create(path, mode)
        # A number that the system gives out twice is here two files.
        self._known_as[self.status(handle).st_ino] = len(self.events)
        self._named(path, self._inode(handle))
        return handle

    def write(self, handle: int, data: Buffer | bytes, offset: int) -> int:
        gone = super().write(handle, data, offset)
        self._wrote(handle, offset, bytes(memoryview(data)[:gone]))
        return gone

    def copy(self, source: int, target: int, count: int, offset: int) -> int:
        moved = super().copy(source, target, count, offset)
        buffer = bytearray(moved)
        self.read_into(target, buffer, offset)
        self._wrote(target, offset, bytes(buffer))
        return moved

    def flush(self, handle: int) -> None:
        self._flushed(Flush(inode=self._inode(handle)))

    def flush_folder(self, folder: Path) -> None:
        self._flushed(Flush(folder=folder))

    def flush_all(self, root: int) -> None:
        self._flushed(Flush())

    def rename(self, source: Path, target: Path) -> None:
        inode = self._known_as[source.stat().st_ino]
        super().rename(source, target)
        self._named(target, inode)
        self._named(source, None)

    def link(self, source: Path, target: Path) -> None:
        super().link(source, target)
        self._named(target, self._known_as[source.stat().st_ino])

    def remove(self, path: Path) -> None:
        super().remove(path)
        self._named(path, None)

    def make_folder(self, folder: Path) -> bool:
        made = super().make_folder(folder)
        if made:
            self.folders.add(folder)
            self._named(folder, 0)
        return made

    def _inode(self, handle: int) -> Inode:
        return self._known_as[self.status(handle).st_ino]

    def _named(self, path: Path, inode: Inode | None) -> None:
        self.events.append(Name(path.parent, path.name, inode))

    def _wrote(self, handle: int, offset: int, data: bytes) -> None:
        self.events.append(Write(self._inode(handle), offset, data))

    def _flushed(self, flush: Flush) -> None:
        self.flushes += 1
        if self.flushes - 1 != self.leave_out:
            self.events.append(flush)


class Choice:
    """Which of the things that nobody promised are there after all."""

    def __init__(self, names: float, content: float, seed: int = 0) -> None:
        """Probabilities that an unflushed name and an unflushed write have survived."""
        self._names, self._content, self._draw = names, content, Random(seed)

    def survives(self, event: Name | Write) -> bool:
        chance = self._names if isinstance(event, Name) else self._content
        return self._draw.random() < chance


Left = dict[Path, bytes | None]  # what lies there; None for a folder


def left(disk: PowerDisk, until: int, choice: Choice) -> Left:
    """What is there if the power went before this event."""
    names, contents = dict[Path, dict[str, Inode]](), dict[Inode, bytes]()
    for event, is_promised in _promises(disk.events[:until]):
        if not (is_promised or choice.survives(event)):
            continue
        if isinstance(event, Write):
            contents[event.inode] = event.on(contents.get(event.inode, b""))
        elif event.inode is None:
            names.setdefault(event.folder, {}).pop(event.name, None)
        else:
            names.setdefault(event.folder, {})[event.name] = event.inode
    return dict(_reachable(disk, disk.root, names, contents))


def told(disk: PowerDisk, until: int) -> list[object]:
    return [event.what for event in disk.events[:until] if isinstance(event, Told)]


def _promises(events: list[Event]) -> list[tuple[Name | Write, bool]]:
    """Names and writes in their order, and whether a later flush promised each of them."""
    flushed, found = set[Inode | Path](), list[tuple[Name | Write, bool]]()
    is_all_flushed = False
    for event in reversed(events):
        if isinstance(event, Flush):
            is_all_flushed |= event == Flush()
            flushed |= {place for place in (event.inode, event.folder) if place is not None}
        elif isinstance(event, Name | Write):
            place = event.folder if isinstance(event, Name) else event.inode
            found.append((event, is_all_flushed or place in flushed))
    return found[::-1]


def _reachable(
    disk: PowerDisk,
    folder: Path,
    names: dict[Path, dict[str, Inode]],
    contents: dict[Inode, bytes],
) -> Iterator[tuple[Path, bytes | None]]:
    """What can still be reached by names from the top."""
    for name, inode in names.get(folder, {}).items():
        path = folder / name
        if path in disk.folders:
            yield path, None
            yield from _reachable(disk, path, names, contents)
        else:
            yield path, contents.get(inode, b"")
