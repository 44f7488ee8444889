"""A reader that does what a reader must not, so that it can be seen that it comes to nothing.

Part of the program and not of its tests, because whoever runs it may want to see which walls stand
on their own machine.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Do the deed that is named in the options, and say what came of it."""
    while options["deed"] == "flood":
        yield {"a": 1}
    deed = DEEDS[str(options["deed"])]
    try:
        yield {"done": True, "what": repr(deed(options))[:200]}
    except OSError as refused:
        yield {"done": False, "what": str(refused)}


def _answer(options: Mapping[str, Json]) -> object:
    return os.getpid()


def _refuse(options: Mapping[str, Json]) -> object:
    raise CannotRead(Why.ENCRYPTED, "by request")


def _environment(options: Mapping[str, Json]) -> object:
    return sorted(os.environ)


def _take_memory(options: Mapping[str, Json]) -> object:
    return len(bytearray(8 << 30))


def _compute(options: Mapping[str, Json]) -> object:
    while True:
        pass


def _sleep(options: Mapping[str, Json]) -> object:
    time.sleep(3600)
    return None


def _crash(options: Mapping[str, Json]) -> object:
    import ctypes

    return ctypes.string_at(0)


def _raise(options: Mapping[str, Json]) -> object:
    raise ZeroDivisionError


def _talk(options: Mapping[str, Json]) -> object:
    return os.write(1, b"a library prints") + os.write(2, b"and complains")


def _lie(options: Mapping[str, Json]) -> object:
    """Speak on the pipe beside the protocol."""
    return os.write(_way_out(), str(options["line"]).encode("latin-1"))


def _write_file(options: Mapping[str, Json]) -> object:
    return Path(str(options["path"])).write_bytes(b"left behind")


def _read_file(options: Mapping[str, Json]) -> object:
    return Path(str(options["path"])).read_bytes()


def _remove_file(options: Mapping[str, Json]) -> object:
    Path(str(options["path"])).unlink()
    return "gone"


def _connect(options: Mapping[str, Json]) -> object:
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    return _checked(libc.socket(2, 1, 0))


def _start_program(options: Mapping[str, Json]) -> object:
    return os.execv("/bin/true", ["true"])


def _fork(options: Mapping[str, Json]) -> object:
    return os.fork()


def _kill_parent(options: Mapping[str, Json]) -> object:
    os.kill(os.getppid(), 9)
    return "killed"


def _open_many(options: Mapping[str, Json]) -> object:
    return [os.dup(0 if options.get("zero") else 1) for _ in range(5000)]


def _checked(result: int) -> int:
    import ctypes

    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def _way_out() -> int:
    """The pipe to the process above, found by trying."""
    import stat

    for handle in range(3, 64):
        try:
            if stat.S_ISFIFO(os.fstat(handle).st_mode):
                return handle
        except OSError:
            continue
    raise OSError(9, "no pipe")


DEEDS: Mapping[str, Callable[[Mapping[str, Json]], object]] = {
    "answer": _answer,
    "refuse": _refuse,
    "environment": _environment,
    "take memory": _take_memory,
    "compute": _compute,
    "sleep": _sleep,
    "crash": _crash,
    "raise": _raise,
    "talk": _talk,
    "lie": _lie,
    "write": _write_file,
    "read": _read_file,
    "remove": _remove_file,
    "connect": _connect,
    "start": _start_program,
    "fork": _fork,
    "kill": _kill_parent,
    "open": _open_many,
}
