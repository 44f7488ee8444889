"""What a check is: an id, a weight, a title, and a way to find its fault on a bench."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding, Severity
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class Check:
    """One check; its public documentation is the docstring of ``find``.

    Attributes:
        id: As in ``N01``.
        severity: What most of its findings weigh; a finding may weigh less.
        title: The fault it looks for.
        find: Yields a finding for every fault, in any order.
    """

    id: str
    severity: Severity
    title: Both
    find: Callable[[Bench], Iterator[Finding]]

    @property
    def explained(self) -> str:
        """What it looks for and when it stays silent, in English."""
        return self.find.__doc__ or ""
