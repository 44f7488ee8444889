"""A fence in the kernel of Linux around the files that a process may open.

A reader needs its own file, which is open already, and the libraries of Python. Everything else
of the machine, our own database and keys before all, is out of its sight. See landlock(7).
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
import sysconfig
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same numbers on every processor
_ASK_VERSION, _BENEATH = 1, 1
_EXECUTE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 2, 1 << 3
_READING = _EXECUTE | _READ_FILE | _READ_FOLDER
# How many rights of the file system each version of the fence knows (landlock(7), "ABI").
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_TCP = 0b11  # bind and connect, from version 4
_SCOPES = 0b11  # abstract sockets and signals, from version 6


@cache
def version() -> int:
    """Which version of the fence this kernel has; 0 for none."""
    if platform.system() != "Linux":
        return 0
    found: int = _call(_CREATE, None, 0, _ASK_VERSION)
    return max(found, 0)


def fence(folders: Iterable[Path]) -> bool:
    """Let this process open nothing but files below these folders; whether the kernel did it.

    The process must have given up gaining rights (``PR_SET_NO_NEW_PRIVS``) before.
    """
    known = version()
    if not known:
        return False
    rules = _call(_CREATE, *_ruleset(known), 0)
    if rules < 0:
        return False
    for folder in folders:
        _allow(rules, folder)
    done = _call(_RESTRICT, rules, 0) == 0
    os.close(rules)
    return done


@cache
def of_python() -> tuple[Path, ...]:
    """Where the interpreter, its libraries and this package lie."""
    named = {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), *sys.path}
    named |= {"/usr/lib", "/lib", "/lib64", "/usr/share/zoneinfo", "/etc/ld.so.cache"}
    return tuple(Path(one) for one in sorted(named) if one and Path(one).exists())


def _ruleset(known: int) -> tuple[ctypes.Array[ctypes.c_char], int]:
    rights = (1 << _RIGHTS.get(known, 16)) - 1
    parts = [rights, _TCP, _SCOPES][: 1 + (known >= 4) + (known >= 6)]
    data = struct.pack(f"={len(parts)}Q", *parts)
    return ctypes.create_string_buffer(data, len(data)), len(data)


def _allow(rules: int, folder: Path) -> None:
    handle = os.open(folder, os.O_PATH | os.O_CLOEXEC)  # type: ignore[attr-defined,unused-ignore]
    try:
        rights = _READING if folder.is_dir() else _READING & ~_READ_FOLDER
        rule = struct.pack("=Qi", rights, handle)
        _call(_ADD, rules, _BENEATH, ctypes.create_string_buffer(rule, len(rule)), 0)
    finally:
        os.close(handle)


def _call(number: int, *given: object) -> int:
    result: int = ctypes.CDLL(None, use_errno=True).syscall(number, *given)
    return result
