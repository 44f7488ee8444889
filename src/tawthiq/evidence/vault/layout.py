"""The folders of a vault on a disk, and the mark that says that all of them are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tawthiq.evidence.vault import words
from tawthiq.evidence.vault.disk import Disk, write_all
from tawthiq.values.digest import Digest

_VERSION = b"tawthiq vault 1\n"
_PLACE = re.compile(r"objects/sha256/([0-9a-f]{2})/(\1[0-9a-f]{62})")


def place_of(digest: Digest) -> str:
    """Where an object lies, below the folder of a vault or under the name of a bucket."""
    name = str(digest)
    return f"objects/sha256/{name[:2]}/{name}"


def digest_named(place: str) -> Digest | None:
    """Which object lies at a place; None for what has no business there."""
    found = _PLACE.fullmatch(place)
    return Digest.parse(found[2]) if found else None


class Layout:
    """Where things lie below one folder."""

    def __init__(self, root: Path, disk: Disk) -> None:
        self.root, self._disk = root, disk
        self.incoming, self.uploads = root / "incoming", root / "uploads"
        self.damaged, self.objects = root / "damaged", root / "objects/sha256"

    def path_of(self, digest: Digest) -> Path:
        return self.root / place_of(digest)

    def digest_at(self, path: Path) -> Digest | None:
        """The name of the object that lies there; None for what has no business there."""
        return digest_named(path.relative_to(self.root).as_posix())

    def places(self) -> Iterator[Path]:
        """Whatever lies where objects lie, in the order of its names."""
        for name in self._disk.names_in(self.objects):
            folder = self.objects / name
            if folder.is_dir():
                yield from (folder / inner for inner in self._disk.names_in(folder))
            else:
                yield folder

    def make_sure(self) -> None:
        """Lay out an empty vault where there is none.

        Raises:
            StorageError: There is a vault of another version.
            OSError: The disk refuses.
        """
        if self._disk.size_at(self._mark) is None:
            self._make()
        found = self._mark.read_bytes()
        if found != _VERSION:
            raise words.not_a_vault(str(self.root), found[:80].decode("utf-8", "replace"))

    @property
    def _mark(self) -> Path:
        return self.root / "VAULT"

    def _make(self) -> None:
        """Lay out the folders; the mark comes last."""
        above = self._make_root()
        inner = [self.objects / f"{number:02x}" for number in range(256)]
        outer = [self.incoming, self.uploads, self.damaged, self.objects.parent, self.objects]
        for folder in (*outer, *inner):
            self._disk.make_folder(folder)
        for folder in (self.objects, self.objects.parent):
            self._disk.flush_folder(folder)
        self._write_mark()
        for folder in (self.root, *above):
            self._disk.flush_folder(folder)

    def _make_root(self) -> list[Path]:
        """Make the root and what is missing above it; the folders that got a new name in them."""
        missing = [self.root] if not self.root.is_dir() else []
        while missing and not missing[-1].parent.is_dir():
            missing.append(missing[-1].parent)
        for folder in reversed(missing):
            self._disk.make_folder(folder)
        return [folder.parent for folder in missing]

    def _write_mark(self) -> None:
        aside = self._mark.with_suffix(".part")
        with suppress(FileNotFoundError):
            self._disk.remove(aside)
        handle = self._disk.create(aside)
        try:
            write_all(self._disk, handle, _VERSION, 0)
            self._disk.flush(handle)
        finally:
            self._disk.close(handle)
        self._disk.rename(aside, self._mark)
