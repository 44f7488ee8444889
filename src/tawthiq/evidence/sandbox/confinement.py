"""What a reader is kept from on this system, put on from inside and never taken off again."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

from tawthiq.evidence.sandbox import landlock, seccomp
from tawthiq.evidence.sandbox.limits import Limits

_PR_SET_NO_NEW_PRIVS, _PR_SET_DUMPABLE = 38, 4
_NEW_NETWORK, _NEW_USER = 0x40000000, 0x10000000
_PAGE = 4096


@dataclass(frozen=True, slots=True)
class Confinement:
    """Which of the walls stand.

    A wall clock, a limit of output, an empty environment and a process of its own stand on
    every system.

    Attributes:
        memory: A limit of memory.
        processor: A limit of computing.
        writing: No file can be written, by its size; with ``calls`` none can be opened for it.
        network: The process has a network of its own in which there is nothing.
        calls: The kernel refuses network, programs, signals and changes of files.
        fence: The kernel hides all files but those of Python.
    """

    memory: bool = False
    processor: bool = False
    writing: bool = False
    network: bool = False
    calls: bool = False
    fence: bool = False

    @property
    def keeps_off_the_network(self) -> bool:
        return self.network or self.calls


def holds() -> Confinement:
    """What is expected to stand here, before anything is tried.

    Linux has all of it (the fence from kernel 5.13; a network of its own where a user may have
    one). macOS limits computing and writing; its limit of memory does nothing. Windows has none
    of these here.
    """
    posix, linux = os.name == "posix", sys.platform == "linux"
    return Confinement(
        memory=linux,
        processor=posix,
        writing=posix,
        network=linux,
        calls=seccomp.is_available(),
        fence=landlock.version() > 0,
    )


def leave_the_network() -> bool:
    """Give this process a network in which there is nothing; whether the system allows it."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return not libc.unshare(_NEW_NETWORK) or not libc.unshare(_NEW_USER | _NEW_NETWORK)


def prepare() -> None:
    """Find out beforehand what each copy of this process would have to find out again."""
    if landlock.version():
        landlock.of_python()


def confine(limits: Limits, network: bool) -> Confinement:
    """Put up every wall that this system has, around this process, for good.

    Args:
        network: Whether the process has left the network already.
    """
    if sys.platform == "win32":
        return Confinement()
    processor, writing, memory = _limit(limits)
    calls = fence = False
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)  # no other process looks into this one
        if not libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
            fence = landlock.fence(landlock.of_python())
            calls = seccomp.install()
    return Confinement(memory, processor, writing, network, calls, fence)


def _limit(limits: Limits) -> tuple[bool, bool, bool]:
    import resource

    seconds, files = limits.processor, limits.files
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    if platform.system() != "Linux":
        return True, True, False
    most = _memory_now() + limits.memory
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    return True, True, True


def _memory_now() -> int:
    """Bytes of address space that the interpreter and its libraries take before they begin."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * _PAGE
