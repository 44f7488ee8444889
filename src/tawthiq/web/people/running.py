"""A linkage that is under way: one a case, in a thread beside the pages, that can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import connection

from tawthiq.actions.link_case import Linked, link_case
from tawthiq.errors import TawthiqError
from tawthiq.linkage.progress import StoppedError
from tawthiq.values.both import NOTHING, Both


@dataclass(slots=True)
class Job:
    """How far a linkage is; written by its thread, read by pages.

    Attributes:
        what: What is being done.
        share: How much of the whole is behind, from 0 to 1.
        linked: What it came to, once it is done.
        error: Why it ended without a result.
    """

    what: Both = NOTHING
    share: float = 0.0
    linked: Linked | None = None
    error: TawthiqError | None = None
    is_stopped: bool = False
    _asked_to_stop: threading.Event = field(default_factory=threading.Event)
    _over: threading.Event = field(default_factory=threading.Event)

    @property
    def is_running(self) -> bool:
        return not self._over.is_set()

    @property
    def percent(self) -> int:
        return round(100 * self.share)

    def stop(self) -> None:
        self._asked_to_stop.set()

    def run(self, case: str, by: str) -> None:
        """Link a case; whatever happens, it is over afterwards."""
        try:
            self.linked = link_case(case, by=by, told=self._tell, stop=self._asked_to_stop.is_set)
        except StoppedError:
            self.is_stopped = True
        except TawthiqError as error:
            self.error = error
        finally:
            self._over.set()

    def _tell(self, what: Both, share: float) -> None:
        self.what, self.share = what, share


_jobs: dict[str, Job] = {}
_lock = threading.Lock()


def job_of(case: str) -> Job | None:
    """The linkage of a case that is under way, or the last one since the server began."""
    return _jobs.get(case)


def start(case: str, by: str) -> Job:
    """Begin to link a case; one that is being linked already is not begun twice."""
    with _lock:
        held = _jobs.get(case)
        if held is not None and held.is_running:
            return held
        job = _jobs[case] = Job()
    _beside(lambda: job.run(case, by))
    return job


def _beside(work: Callable[[], None]) -> None:
    """Do it in a thread with a connection of its own, while pages are answered."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    threading.Thread(target=run, daemon=True, name="linkage").start()
