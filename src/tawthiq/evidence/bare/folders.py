"""The files of a package as they lie on the disk, and their digests; nothing is followed."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import BinaryIO, NamedTuple

from tawthiq.evidence.bare.said import CannotTell, DoesNotHold, Said, shown

CHUNK = 1 << 20
LONGEST_TEXT = 1 << 28  # bytes; a table of a million files has 200 MB


class Odd(NamedTuple):
    """Something in the folder that is no plain file."""

    path: str
    said: Said


class Files(NamedTuple):
    """What lies in a folder.

    Attributes:
        root: The folder.
        sizes: The plain files by their path, parts joined by `/`; how many bytes each has.
        folders: The folders below it.
        odd: Links, devices and whatever else has no place in a package.
    """

    root: str
    sizes: dict[str, int]
    folders: set[str]
    odd: list[Odd]

    def read(self, path: str) -> bytes:
        """A file of text as a whole.

        Raises:
            DoesNotHold: It is missing.
            CannotTell: It cannot be read.
        """
        if path not in self.sizes:
            raise DoesNotHold("missing", f"{shown(path)} is missing", f"{shown(path)} مفقود")
        if self.sizes[path] > LONGEST_TEXT:
            raise not_readable(path, "")
        try:
            with open_plainly(Path(self.root, path)) as file:
                return file.read()
        except OSError as error:
            raise not_readable(path, str(error.strerror)) from None

    def digests(self, path: str) -> tuple[str, str]:
        """SHA-256 and SHA-512 in hex, from one reading.

        Raises:
            CannotTell: It cannot be read to its end.
        """
        first, second = hashlib.sha256(), hashlib.sha512()
        try:
            with open_plainly(Path(self.root, path)) as file:
                for chunk in iter(lambda: file.read(CHUNK), b""):
                    first.update(chunk)
                    second.update(chunk)
        except OSError as error:
            raise not_readable(path, str(error.strerror)) from None
        return first.hexdigest(), second.hexdigest()


def files_in(root: str) -> Files:
    """Everything in a folder and below it.

    Raises:
        CannotTell: The folder, or one below it, cannot be listed.
    """
    found = Files(root, {}, set(), [])
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(Path(root, folder)) as listing:
                for entry in listing:
                    path = f"{folder}/{entry.name}" if folder else entry.name
                    if sort_in(found, path, entry.stat(follow_symlinks=False)):
                        waiting.append(path)
        except OSError as error:
            raise not_readable(folder or root, str(error.strerror)) from None
    return found


def sort_in(found: Files, path: str, its: os.stat_result) -> bool:
    """Note what lies there; whether it is a folder to look into."""
    if stat.S_ISDIR(its.st_mode):
        found.folders.add(path)
        return True
    if stat.S_ISREG(its.st_mode):
        found.sizes[path] = its.st_size
    elif stat.S_ISLNK(its.st_mode):
        found.odd.append(Odd(path, Said("a link to something else", "رابط إلى شيء آخر")))
    else:
        found.odd.append(Odd(path, Said("no plain file", "ليس ملفًا عاديًا")))
    return False


def open_plainly(path: Path) -> BinaryIO:
    """Open a file that was a plain one when it was listed, and must not have become a link."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.fdopen(os.open(path, flags), "rb")


def not_readable(path: str, why: str) -> CannotTell:
    reason = f" ({shown(why)})" if why else ""
    return CannotTell(
        "not-readable",
        f"{shown(path)} could not be read{reason}",
        f"تعذّرت قراءة {shown(path)}{reason}",
    )
