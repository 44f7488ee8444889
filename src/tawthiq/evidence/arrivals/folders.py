"""The files in folders, in an order that is the same every time, links told and not followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Passed:
    """Something that is not a file of ours to take, and why it was passed over."""

    path: Path
    said: Both


def files_in(paths: Iterable[Path]) -> Iterator[Path | Passed]:
    """The files that are named, and all files below the folders that are named.

    What is a link, a device or cannot be listed comes as ``Passed``. A file that is named itself
    always comes, whatever it is: keeping it will say what is wrong with it.
    """
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            yield from _below(path)
        else:
            yield path


def _below(folder: Path) -> Iterator[Path | Passed]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: os.fsencode(entry.name))
    except OSError as refused:
        reason = refused.strerror or str(refused)
        yield Passed(folder, Both(f"cannot be listed: {reason}", f"يتعذر سرد محتواه: {reason}"))
        return
    for entry in entries:
        yield from _one(entry)


def _one(entry: os.DirEntry[str]) -> Iterator[Path | Passed]:
    path = Path(entry.path)
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError:
        yield path  # keeping it will say why
        return
    if stat.S_ISDIR(mode):
        yield from _below(path)
    elif stat.S_ISREG(mode):
        yield path
    elif stat.S_ISLNK(mode):
        yield Passed(path, _LINK)
    else:
        yield Passed(path, _DEVICE)


_LINK = Both(
    "a link to something else; add what it leads to itself",
    "رابط إلى شيء آخر؛ أضف ما يقود إليه نفسه",
)
_DEVICE = Both("a device, pipe or socket, not a file", "جهاز أو قناة أو مقبس وليس ملفًا")
