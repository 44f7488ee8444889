"""A filter in the kernel of Linux that refuses a process the calls that a reader never needs.

No network, no other programs, no signals to others, no file opened for writing, removed, renamed
or changed. Refused calls fail with EPERM, so that a library that only tries (a cache, a lock)
goes on without. See seccomp(2); the numbers are those of the kernel's tables for each processor.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
from collections.abc import Iterator
from typing import NamedTuple

_PR_SET_SECCOMP, _MODE_FILTER = 22, 2
_LOAD, _EQUAL, _AND, _RETURN, _AT_LEAST = 0x20, 0x15, 0x54, 0x06, 0x35
_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000
_EPERM, _ENOSYS = 1, 38
_NUMBER_AT, _MACHINE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16  # offsets in struct seccomp_data
_CLONE_THREAD = 0x00010000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_X32 = 0x40000000  # a second set of numbers for the same calls on x86_64

REFUSED = {
    "x86_64": {
        "socket": 41, "connect": 42, "accept": 43, "sendto": 44, "sendmsg": 46, "bind": 49,
        "listen": 50, "socketpair": 53, "fork": 57, "vfork": 58, "execve": 59, "kill": 62,
        "truncate": 76, "rename": 82, "mkdir": 83, "rmdir": 84, "creat": 85, "link": 86,
        "unlink": 87, "symlink": 88, "chmod": 90, "chown": 92, "lchown": 94, "ptrace": 101,
        "rt_sigqueueinfo": 129, "mknod": 133, "pivot_root": 155, "chroot": 161, "mount": 165,
        "umount2": 166, "init_module": 175, "setxattr": 188, "lsetxattr": 189, "tkill": 200,
        "io_setup": 206, "add_key": 248, "request_key": 249, "keyctl": 250, "mkdirat": 258,
        "mknodat": 259, "fchownat": 260, "futimesat": 261, "unlinkat": 263, "renameat": 264,
        "linkat": 265, "symlinkat": 266, "fchmodat": 268, "unshare": 272, "utimensat": 280,
        "accept4": 288, "rt_tgsigqueueinfo": 297, "perf_event_open": 298,
        "open_by_handle_at": 304, "setns": 308, "sendmmsg": 307, "process_vm_readv": 310,
        "process_vm_writev": 311, "finit_module": 313, "renameat2": 316, "bpf": 321,
        "execveat": 322, "userfaultfd": 323, "pidfd_send_signal": 424, "io_uring_setup": 425,
        "open_tree": 428, "move_mount": 429, "fsopen": 430, "pidfd_open": 434,
        "pidfd_getfd": 438, "fchmodat2": 452,
    },
    "aarch64": {
        "setxattr": 5, "lsetxattr": 6, "io_setup": 0, "mknodat": 33, "mkdirat": 34,
        "unlinkat": 35, "symlinkat": 36, "linkat": 37, "renameat": 38, "umount2": 39,
        "mount": 40, "pivot_root": 41, "truncate": 45, "chroot": 51, "fchmodat": 53,
        "fchownat": 54, "utimensat": 88, "unshare": 97, "init_module": 105, "ptrace": 117,
        "kill": 129, "tkill": 130, "rt_sigqueueinfo": 138, "socket": 198, "socketpair": 199,
        "bind": 200, "listen": 201, "accept": 202, "connect": 203, "sendto": 206,
        "sendmsg": 211, "add_key": 217, "request_key": 218, "keyctl": 219, "execve": 221,
        "rt_tgsigqueueinfo": 240, "perf_event_open": 241, "accept4": 242,
        "open_by_handle_at": 265, "setns": 268, "sendmmsg": 269, "process_vm_readv": 270,
        "process_vm_writev": 271, "finit_module": 273, "renameat2": 276, "bpf": 280,
        "execveat": 281, "userfaultfd": 282, "pidfd_send_signal": 424, "io_uring_setup": 425,
        "open_tree": 428, "move_mount": 429, "fsopen": 430, "pidfd_open": 434,
        "pidfd_getfd": 438, "fchmodat2": 452,
    },
}  # fmt: skip


class _Machine(NamedTuple):
    """How a processor is named to the filter, and its numbers of the calls that need a look."""

    audit: int
    openat: int
    open: int | None
    clone: int
    tgkill: int
    prlimit64: int


MACHINES = {
    "x86_64": _Machine(0xC000003E, 257, 2, 56, 234, 302),
    "aarch64": _Machine(0xC00000B7, 56, None, 220, 131, 261),
}
ABSENT = {"clone3": 435, "openat2": 437}  # answered as if the kernel were too old to have them

Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, operand


def is_available() -> bool:
    return os.name == "posix" and platform.system() == "Linux" and platform.machine() in MACHINES


def install() -> bool:
    """Filter this process from now on and for ever; whether the kernel did it.

    The process must have given up gaining rights (``PR_SET_NO_NEW_PRIVS``) before.
    """
    if not is_available():
        return False
    code = [struct.pack("=HBBI", *one) for one in _program(platform.machine(), os.getpid())]
    lines = ctypes.create_string_buffer(b"".join(code))
    program = struct.pack("@HP", len(code), ctypes.addressof(lines))
    libc = ctypes.CDLL(None, use_errno=True)
    return not libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.create_string_buffer(program), 0, 0)


def _program(machine: str, process: int) -> Iterator[Instruction]:
    names = MACHINES[machine]
    yield (_LOAD, 0, 0, _MACHINE_AT)
    yield (_EQUAL, 1, 0, names.audit)
    yield (_RETURN, 0, 0, _KILL)
    yield (_LOAD, 0, 0, _NUMBER_AT)
    if machine == "x86_64":
        yield (_AT_LEAST, 0, 1, _X32)
        yield (_RETURN, 0, 0, _KILL)
    for number in sorted(REFUSED[machine].values()):
        yield from _refuse(number, _EPERM)
    for number in ABSENT.values():
        yield from _refuse(number, _ENOSYS)
    yield from _refuse_if_any(names.openat, 2, _WRITING)
    if names.open is not None:
        yield from _refuse_if_any(names.open, 1, _WRITING)
    yield from _refuse_unless(names.clone, 0, _CLONE_THREAD, _CLONE_THREAD)  # threads are allowed
    yield from _refuse_unless(names.tgkill, 0, 0xFFFFFFFF, process)  # abort(3) signals itself
    yield from _refuse_unless(names.prlimit64, 0, 0xFFFFFFFF, 0)
    yield (_RETURN, 0, 0, _ALLOW)


def _refuse(number: int, error: int) -> Iterator[Instruction]:
    yield (_EQUAL, 0, 1, number)
    yield (_RETURN, 0, 0, _REFUSE | error)


def _refuse_if_any(number: int, argument: int, bits: int) -> Iterator[Instruction]:
    """Refuse a call one of whose arguments has any of these bits."""
    yield (_EQUAL, 0, 5, number)
    yield (_LOAD, 0, 0, _FIRST_ARGUMENT_AT + 8 * argument)
    yield (_AND, 0, 0, bits)
    yield (_EQUAL, 1, 0, 0)
    yield (_RETURN, 0, 0, _REFUSE | _EPERM)
    yield (_LOAD, 0, 0, _NUMBER_AT)


def _refuse_unless(number: int, argument: int, mask: int, value: int) -> Iterator[Instruction]:
    """Refuse a call unless one of its arguments, seen through a mask, is this."""
    yield (_EQUAL, 0, 5, number)
    yield (_LOAD, 0, 0, _FIRST_ARGUMENT_AT + 8 * argument)
    yield (_AND, 0, 0, mask)
    yield (_EQUAL, 1, 0, value)
    yield (_RETURN, 0, 0, _REFUSE | _EPERM)
    yield (_LOAD, 0, 0, _NUMBER_AT)
