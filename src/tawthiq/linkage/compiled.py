"""The decorator of the compiled parts of linkage: machine code kept beside the source.

Nothing is compiled while a person waits, except the first time on a machine. Compiled
functions release the interpreter's lock, so that two of them run on two cores.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., object])


def compiled(function: Function) -> Function:
    """Compile a function when it is first called, and keep the outcome on disk."""
    return cast(Function, njit(cache=True, nogil=True)(function))
