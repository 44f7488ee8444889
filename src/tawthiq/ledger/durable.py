"""Files that are there, whole, after the power goes out: written aside, flushed, then named."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

_ASIDE = ".part"


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write some files; when this returns, each of them is on the disk in full.

    A file that was there before is replaced. Interrupted, each file is the old or the new
    one and never half of it, but some may be new and others old.

    Raises:
        OSError: The disk is full, or refuses.
    """
    for folder in dict.fromkeys(path.parent for path in files):
        make_folder(folder)
    for path, data in files.items():
        _write_flushed(path.with_name(path.name + _ASIDE), data)
    for path in files:
        path.with_name(path.name + _ASIDE).replace(path)
    for folder in dict.fromkeys(path.parent for path in files):
        flush_folder(folder)


def write(path: Path, data: bytes) -> None:
    """Write one file, as ``write_all`` does."""
    write_all({path: data})


def write_new(path: Path, data: bytes) -> None:
    """Write a file under a name that nobody has taken, whoever else tries at the same moment.

    Raises:
        FileExistsError: Somebody has taken it.
        OSError: The disk is full, or refuses.
    """
    aside = path.with_name(f"{path.name}.{os.getpid()}{_ASIDE}")
    _write_flushed(aside, data)
    try:
        path.hardlink_to(aside)  # the one call that names a whole file, and only if it is new
    except FileExistsError:
        raise
    except OSError:  # the file systems of USB sticks have no such links
        _write_flushed(path, data, "xb")
    finally:
        aside.unlink()
    flush_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, so that they last."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        flush_folder(folder.parent)


def flush_content(handle: int) -> None:
    """Make the content of an open file last; not every system can leave its times out of it."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(handle)
    else:
        os.fsync(handle)


def flush_folder(folder: Path) -> None:
    """Make the names in a folder last; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_flushed(path: Path, data: bytes, mode: Literal["wb", "xb"] = "wb") -> None:
    with path.open(mode) as file:
        file.write(data)
        file.flush()
        flush_content(file.fileno())
