"""A disk whose power goes out: it keeps what was flushed, and only that."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch


class Disk:
    """What of some folders would survive, judged by the flushes that were asked for.

    Content survives as it was when its file was last flushed; names survive as they were when
    their folder was. One flush can be left out, to see whether anybody would notice.
    """

    def __init__(self, root: Path, leave_out: int | None = None) -> None:
        self.root = root
        self.flushes = 0
        self._leave_out = leave_out
        self._content: dict[int, bytes] = {}
        self._names: dict[Path, dict[str, int]] = {}

    @contextmanager
    def watched(self) -> Iterator[Disk]:
        with patch.object(os, "fsync", self._flush), patch.object(os, "fdatasync", self._flush):
            yield self

    def _flush(self, handle: int) -> None:
        self.flushes += 1
        if self.flushes - 1 == self._leave_out:
            return
        number = os.fstat(handle).st_ino
        for path in (self.root, *self.root.rglob("*")):
            if path.stat().st_ino == number:
                self._keep(path)

    def _keep(self, path: Path) -> None:
        if path.is_dir():
            self._names[path] = {inner.name: inner.stat().st_ino for inner in path.iterdir()}
        else:
            self._content[path.stat().st_ino] = path.read_bytes()

    def survivors(self, to: Path) -> None:
        """Lay out what is left in another folder."""
        self._lay_out(self.root, to)

    def _lay_out(self, folder: Path, to: Path) -> None:
        to.mkdir(exist_ok=True)
        for name, number in self._names.get(folder, {}).items():
            inner = folder / name
            if inner.is_dir():
                self._lay_out(inner, to / name)
            else:
                (to / name).write_bytes(self._content.get(number, b""))
