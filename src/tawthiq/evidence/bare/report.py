"""What was found, in the order in which it was looked for, and what it comes to."""

from __future__ import annotations

from typing import Callable, NamedTuple, TypeVar

from tawthiq.evidence.bare.said import CannotTell, DoesNotHold, Said

HOLDS, BROKEN, UNCLEAR = "holds", "does-not-hold", "could-not-tell"
EXIT_CODES = {HOLDS: 0, BROKEN: 1, UNCLEAR: 3}
MOST_NAMED = 20  # of one kind of fault; the others are counted

Result = TypeVar("Result")


class Finding(NamedTuple):
    """One thing that was looked at.

    Attributes:
        state: One of `HOLDS`, `BROKEN`, `UNCLEAR`.
        code: The same for programs, in every language.
    """

    state: str
    code: str
    said: Said


class Shown(NamedTuple):
    """What is shown of one piece of evidence.

    Attributes:
        number: Its number in the package; `path` where it lies.
        sealed: What the clock of the ledger's keeper said when it was sealed.
        not_later: The earliest verified time stamp that covers it; empty where there is none.
    """

    number: str
    path: str
    sha256: str
    entry: int
    sealed: str
    not_later: str


class Report:
    """Everything that was found, and the pieces of evidence that it is about."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.shown: list[Shown] = []

    def holds(self, code: str, en: str, ar: str) -> None:
        self.findings.append(Finding(HOLDS, code, Said(en, ar)))

    def broken(self, code: str, en: str, ar: str) -> None:
        self.findings.append(Finding(BROKEN, code, Said(en, ar)))

    def unclear(self, code: str, en: str, ar: str) -> None:
        self.findings.append(Finding(UNCLEAR, code, Said(en, ar)))

    def tried(self, what: str, look: Callable[[], Result]) -> Result | None:
        """What comes of looking; if nothing does, the reason is noted under the name of it."""
        try:
            return look()
        except DoesNotHold as reason:
            self.broken(reason.code, f"{what}: {reason.said.en}", f"{what}: {reason.said.ar}")
        except CannotTell as reason:
            self.unclear(reason.code, f"{what}: {reason.said.en}", f"{what}: {reason.said.ar}")
        return None

    def named(self, code: str, paths: list[str], en: str, ar: str) -> None:
        """One fault for each of these paths, up to a number."""
        for path in paths[:MOST_NAMED]:
            self.broken(code, f"{path}: {en}", f"{path}: {ar}")
        if len(paths) > MOST_NAMED:
            more = len(paths) - MOST_NAMED
            self.broken(code, f"and {more} more: {en}", f"و{more} غيرها: {ar}")

    def state(self) -> str:
        """What it comes to: a fault outweighs a doubt, a doubt outweighs everything that holds.

        Where nothing was looked at nothing holds.
        """
        states = {finding.state for finding in self.findings}
        if BROKEN in states:
            return BROKEN
        return UNCLEAR if UNCLEAR in states or not states else HOLDS
