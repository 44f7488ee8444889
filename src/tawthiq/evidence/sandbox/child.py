"""The process in which readers run.

It loads the libraries, and for each file makes a copy of itself (fork) that confines itself, reads
that one file and ends; so each file meets a fresh process at the price of a few milliseconds. The
copy speaks into a pipe of its own, and this process passes on what it says and how it ended. Where
copies are not to be had (Windows, macOS) the process confines itself, reads one file and ends.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
from typing import BinaryIO

from tawthiq.evidence.sandbox import confinement, frames
from tawthiq.evidence.sandbox.limits import Limits
from tawthiq.evidence.sandbox.not_read import CannotRead, Why
from tawthiq.evidence.sandbox.readers import Reader, reader_named

FORKS = sys.platform == "linux"
_OUT_OF_MEMORY = 71
_PIPE = 1 << 16  # bytes taken from a reader at a time
_DIED = 70  # exit status after anything that a reader did not foresee


def main(forks: bool = FORKS) -> None:
    """Serve requests, a line each, until there are no more; without copies, one."""
    network = confinement.leave_the_network()
    confinement.prepare()
    requests, answers = sys.stdin.buffer, _own_output()
    for line in requests:
        request = json.loads(line)
        answers.write(_answered(request, forks, network, answers))
        if not forks:
            return


def _own_output() -> BinaryIO:
    """Keep the way back for ourselves: what a library prints must not get into it."""
    kept = os.fdopen(os.dup(1), "wb", buffering=0)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    return kept


def _answered(
    request: dict[str, frames.Json], forks: bool, network: bool, answers: BinaryIO
) -> bytes:
    limits = Limits(**request["limits"])  # type: ignore[arg-type]
    try:
        reader = reader_named(str(request["reader"]))
    except ImportError as missing:
        return frames.end({"why": Why.NOT_INSTALLED, "detail": str(missing)})
    try:
        file = os.open(str(request["path"]), os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError as refused:
        return frames.end({"why": Why.BROKEN, "detail": str(refused)})
    try:
        if forks:
            return _in_a_copy(reader, file, request, limits, network, answers)
        confinement.confine(limits, network)
        return _status(_read(reader, file, request, answers, wrapped=True))
    finally:
        os.close(file)


# --- the copy ---------------------------------------------------------------------------------


def _in_a_copy(
    reader: Reader,
    file: int,
    request: dict[str, frames.Json],
    limits: Limits,
    network: bool,
    answers: BinaryIO,
) -> bytes:
    from_copy, to_parent = os.pipe()
    process = os.fork()
    if not process:
        status = _DIED
        try:
            os.close(from_copy)
            os.close(answers.fileno())
            os.close(0)
            confinement.confine(limits, network)
            with os.fdopen(to_parent, "wb", buffering=0) as pipe:
                status = _read(reader, file, request, pipe, wrapped=False)
        finally:
            os._exit(status)
    os.close(to_parent)
    why = _passed_on(from_copy, process, limits, answers)
    os.close(from_copy)
    _, waited = os.waitpid(process, 0)
    return frames.end({"why": why}) if why else _status(os.waitstatus_to_exitcode(waited))


def _passed_on(source: int, process: int, limits: Limits, answers: BinaryIO) -> Why | None:
    """Pass on what the copy says until it ends, or end it."""
    until, rest = time.monotonic() + limits.wall, limits.output
    while True:
        ready, _, _ = select.select([source], [], [], max(until - time.monotonic(), 0))
        if not ready:
            os.kill(process, signal.SIGKILL)
            return Why.TOO_LONG
        data = os.read(source, _PIPE)
        if not data:
            return None
        rest -= len(data)
        if rest < 0:
            os.kill(process, signal.SIGKILL)
            return Why.TOO_MUCH_OUTPUT
        answers.write(frames.chunk(data))


def _read(
    reader: Reader, file: int, request: dict[str, frames.Json], pipe: BinaryIO, *, wrapped: bool
) -> int:
    """Let the reader read, and write down what it yields; the exit status that says how it went."""
    options = request["options"]
    assert isinstance(options, dict)
    try:
        with os.fdopen(os.dup(file), "rb") as opened:
            for one in reader.read(opened, options):
                data = frames.said(one)
                _all_of(pipe, frames.chunk(data) if wrapped else data)
    except CannotRead as refused:
        data = frames.said({"cannot-read": refused.why, "detail": refused.detail[:2000]})
        _all_of(pipe, frames.chunk(data) if wrapped else data)
    except MemoryError:
        return _OUT_OF_MEMORY
    return 0


def _all_of(pipe: BinaryIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[pipe.write(rest) :]


def _status(code: int) -> bytes:
    """Say how a reader ended by its exit status; below zero, by which signal."""
    if code == 0:
        return frames.end({})
    if code == _OUT_OF_MEMORY:
        return frames.end({"why": Why.TOO_MUCH_MEMORY})
    if sys.platform != "win32" and code in (-signal.SIGXCPU, -signal.SIGKILL):
        return frames.end({"why": Why.TOO_LONG})
    return frames.end({"why": Why.DIED, "detail": f"exit status {code}"})
