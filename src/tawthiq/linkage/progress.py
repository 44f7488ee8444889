"""How far a linkage has come, told to whoever waits, and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tawthiq.errors import TawthiqError
from tawthiq.values.both import Both

Progress = Callable[[Both, float], None]
"""Called with what is being done and the share of the whole that is behind, from 0 to 1."""
Stop = Callable[[], bool]
"""Asked between steps whether somebody wants to stop."""


class StoppedError(TawthiqError):
    """Somebody stopped the linkage; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__(
            "the linkage was stopped; nothing was kept, start it again at any time",
            "أُوقف الربط ولم يُحفظ منه شيء؛ يمكن بدؤه من جديد في أي وقت",
        )


@dataclass(frozen=True, slots=True)
class Watch:
    """Tells how far the work is and stops it when asked."""

    told: Progress | None = None
    stop: Stop | None = None

    def at(self, what: Both, share: float) -> None:
        """Say where the work is.

        Raises:
            StoppedError: Somebody asked for it.
        """
        if self.stop is not None and self.stop():
            raise StoppedError
        if self.told is not None:
            self.told(what, share)
