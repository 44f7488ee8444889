"""What each system must be asked for so that bytes are on the disk and stay there.

One file at a time is the rule. Linux can also flush a whole file system in one call, which takes
a hundred small files at the price of one or two; but a file system outside the kernel (FUSE, a
network) may not pass the call on, so it is used only where the kernel itself writes the disk.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import re
import sys
from functools import cache
from pathlib import Path

# Kernels before 5.8 let syncfs(2) succeed although writing had failed (man 2 syncfs, "Versions").
_FIRST_HONEST_KERNEL = (5, 8)
# File systems of the kernel that flush their device in syncfs: house choice, decision 0013.
_OF_THE_KERNEL = frozenset({"ext3", "ext4", "xfs", "f2fs"})
_NO_FOLDER_FLUSH = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


def flush_file(handle: int) -> None:
    """Make the content of an open file last."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync there stops at the disk's own memory
    else:
        os.fsync(handle)


def flush_folder(folder: Path) -> None:
    """Make the names in a folder last; Windows has no such call and writes names through."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as refused:
        if refused.errno not in _NO_FOLDER_FLUSH:  # some network file systems have no such call
            raise
    finally:
        os.close(handle)


def flush_file_system(handle: int) -> None:
    """Make everything last that was written to the file system of this open folder."""
    if _libc().syncfs(handle):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


@cache
def can_flush_file_system(folder: Path) -> bool:
    return (
        sys.platform == "linux"
        and _kernel() >= _FIRST_HONEST_KERNEL
        and hasattr(_libc(), "syncfs")
        and _file_system_of(folder) in _OF_THE_KERNEL
    )


def _kernel() -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", platform.release())[:2])


def _file_system_of(folder: Path) -> str:
    """The name that Linux gives to it, or nothing where it does not say."""
    device = folder.stat().st_dev
    place = f"{os.major(device)}:{os.minor(device)}"
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "replace")
    except OSError:
        return ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        if before.split()[2] == place:
            return after.split()[0]
    return ""


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
