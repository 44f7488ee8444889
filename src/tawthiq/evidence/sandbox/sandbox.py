"""Asking a confined child what is in a file."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import tawthiq
from tawthiq.evidence.sandbox import frames
from tawthiq.evidence.sandbox.child import FORKS
from tawthiq.evidence.sandbox.frames import Json, Malformed, Record, Unwrapped
from tawthiq.evidence.sandbox.limits import Limits
from tawthiq.evidence.sandbox.not_read import NotRead, Why

_SLACK = 5.0  # seconds by which the child's own clock is trusted to be first
_PACKAGE = str(Path(tawthiq.__file__).parents[1])
_PROGRAM = (
    "import sys; sys.path.insert(0, {package!r});"
    " from tawthiq.evidence.sandbox.child import main; main({forks})"
)
_MOST_RECORDS = 10_000  # in one answer; what comes in a stream has no such end
# No variable of ours goes to the child. Libraries of numbers would start threads before it forks.
_ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "LC_ALL": "C.UTF-8",
    "PYTHONDONTWRITEBYTECODE": "1",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader said of a file: records, and bytes that it made."""

    records: tuple[Record, ...]
    made: tuple[bytes, ...] = ()

    @property
    def record(self) -> Record:
        """The only record, or all of them as one."""
        return {key: value for record in self.records for key, value in record.items()}


class Sandbox:
    """A child process that reads files, one after the other; started when it is first asked.

    Threads wait for each other; whoever reads many files at once takes several.
    """

    def __init__(self, limits: Limits | None = None, *, forks: bool = FORKS) -> None:
        """Prepare; nothing is started yet.

        Args:
            forks: Whether the child copies itself for each file; False starts one for each.
        """
        self._limits, self._forks = limits or Limits(), forks
        self._child: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def close(self) -> None:
        self._end()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def ask(
        self,
        reader: str,
        path: Path,
        options: Mapping[str, Json] | None = None,
        limits: Limits | None = None,
    ) -> Answer | NotRead:
        """What a reader says of a file.

        Args:
            reader: One of ``readers.READERS``.
        """
        records, made = list[Record](), list[bytes]()
        coming = self.hear(reader, path, options, limits)
        for one in coming:
            match one:
                case NotRead():
                    return one
                case bytes():
                    made.append(one)
                case _:
                    records.append(one)
            if len(records) > _MOST_RECORDS:
                coming.close()
                return NotRead(Why.TOO_MUCH_OUTPUT)
        return Answer(tuple(records), tuple(made))

    def hear(
        self,
        reader: str,
        path: Path,
        options: Mapping[str, Json] | None = None,
        limits: Limits | None = None,
    ) -> Generator[Record | bytes | NotRead, None, None]:
        """The same, as it comes. ``NotRead`` comes last, after what was read before."""
        within = limits or self._limits
        request = {
            "reader": reader,
            "path": str(path.absolute()),
            "options": dict(options or {}),
            "limits": within.as_json(),
        }
        with self._turn:
            yield from self._heard(request, within)

    def _heard(
        self, request: Mapping[str, object], limits: Limits
    ) -> Iterator[Record | bytes | NotRead]:
        child = self._running()
        assert child.stdin
        assert child.stdout
        watch = threading.Timer(limits.wall + _SLACK, child.kill)
        watch.start()
        finished = False
        try:
            child.stdin.write(json.dumps(request).encode() + b"\n")
            child.stdin.flush()
            stream = Unwrapped(child.stdout, limits.output)
            refused = yield from _listened(stream, limits.output)
            stream.drain()
            finished = True
            if refused := refused or _why(stream.ended):
                yield refused
        except frames.TooMuch:
            yield NotRead(Why.TOO_MUCH_OUTPUT)
        except Malformed as said:
            yield NotRead(Why.NONSENSE, str(said)[:200])
        except (EOFError, OSError):
            yield NotRead(_of_status(child.wait(_SLACK)) if watch.is_alive() else Why.TOO_LONG)
        finally:
            watch.cancel()
            if not finished or not self._forks:
                self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            program = _PROGRAM.format(package=_PACKAGE, forks=self._forks)
            self._child = subprocess.Popen(
                [sys.executable, "-I", "-c", program],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_ENVIRONMENT,
                cwd=Path(sys.prefix),
            )
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()


def _of_status(code: int) -> Why:
    """Why a process that reads one file and ends has ended before it said so."""
    over_time = sys.platform != "win32" and code == -signal.SIGXCPU
    return Why.TOO_LONG if over_time else Why.DIED


def _listened(stream: Unwrapped, most: int) -> Generator[Record | bytes, None, NotRead | None]:
    """Hand on what a reader says; why it stopped, if it said so itself."""
    refused = None
    try:
        for one in frames.heard(stream, most):
            if isinstance(one, dict) and "cannot-read" in one:
                refused = _refusal(one)
            else:
                yield one
    except Malformed as said:
        refused = NotRead(Why.NONSENSE, str(said)[:200])
    return refused


def _refusal(record: Record) -> NotRead:
    try:
        return NotRead(Why(str(record["cannot-read"])), str(record.get("detail", ""))[:2000])
    except ValueError:
        return NotRead(Why.NONSENSE)


def _why(ended: Record | None) -> NotRead | None:
    if ended and "why" in ended:
        return NotRead(Why(str(ended["why"])), str(ended.get("detail", "")))
    return None
