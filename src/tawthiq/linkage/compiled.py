"""The decorator of the compiled parts of linkage: machine code kept beside the source.

Nothing is compiled while a person waits, except the first time on a machine. Compiled
functions release the interpreter's lock, so that two of them run on two cores.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., object])


def _stamp() -> tuple[float, int]:
    """When the room was last changed, and how large it is."""
    modules = [path.stat() for path in Path(__file__).parent.glob("*.py")]
    return max(module.st_mtime for module in modules), sum(m.st_size for m in modules)


STAMP: Final = _stamp()


def compiled(function: Function) -> Function:
    """Compile a function when it is first called, and keep the outcome on disk."""
    dispatcher = njit(cache=True, nogil=True)(function)
    _bind_to_the_whole_room(dispatcher)
    return cast(Function, dispatcher)


def _bind_to_the_whole_room(dispatcher: Any) -> None:
    """Numba takes kept code for fresh while its own module is unchanged, though it may have
    been compiled together with a function of another module that has changed since. So the
    stamp of every kept function is that of the whole room."""
    kept = getattr(getattr(dispatcher, "_cache", None), "_cache_file", None)
    if kept is not None:
        kept._source_stamp = STAMP
