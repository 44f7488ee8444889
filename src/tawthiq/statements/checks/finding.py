"""What a check says of a passage, and what the checking of a whole text amounts to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.values.both import NOTHING, Both


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """What the passage says does not agree with its source or with itself."""
    WARNING = "warning"
    """It may mislead."""
    NOTE = "note"
    """Something to know."""

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Basis:
    """A row of the law pack on which a finding rests.

    Attributes:
        norm: Its id, as in ``GC4-18``.
        said: The provision and what it says, in our own words.
        mark: How the row was checked and whether a lawyer signed it: shown with every use.
        url: Where to read the text itself.
        may_be_published: False for a row from memory that nobody has signed.
    """

    norm: str
    said: Both
    mark: Both
    url: str
    may_be_published: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, or one thing to know, at one place of a text.

    Attributes:
        check: The id of the check, as in ``N01``.
        start, end: Where the passage stands, in codepoints of the text.
        passage: The words themselves.
        title: The fault in a few words.
        explanation: What is wrong and what the sources say.
        suggestion: A wording to use instead, or what to do; may be empty.
        sources: Addresses at which a reader can see it, each once.
        law: The rows of the law pack that it rests on, each once.
    """

    check: str
    severity: Severity
    start: int
    end: int
    passage: str
    title: Both
    explanation: Both
    suggestion: Both = NOTHING
    sources: tuple[str, ...] = ()
    law: tuple[Basis, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(
                f"{self.check}: a finding needs a passage, not {self.start}:{self.end}"
            )
        if not self.title or not self.explanation:
            raise ValueError(f"{self.check}: a finding says what is wrong, in both languages")


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What was examined, so that silence is not taken for approval.

    Attributes:
        sentences, numbers, percentages, times, citations, attributions: How many were read.
        compared: Numbers held against what the case knows of their source.
        provisions: Articles, rules and resolutions that the text cites.
        provisions_held: Those of them that were found in the law pack.
        not_compared: Numbers for which the case knows nothing comparable.
        checks: The ids of the checks that ran.
        not_looked_at: What was left out, with the reason.
    """

    sentences: int
    numbers: int
    percentages: int
    times: int
    citations: int
    attributions: int
    compared: int
    not_compared: int
    checks: tuple[str, ...]
    not_looked_at: tuple[Both, ...]
    provisions: int = 0
    provisions_held: int = 0

    def as_counts(self) -> Mapping[str, int]:
        """The numbers alone, by name, as the machine-readable report gives them."""
        return {
            name: getattr(self, name)
            for name in (
                "sentences", "numbers", "compared", "not_compared", "percentages", "times",
                "citations", "attributions", "provisions", "provisions_held",
            )
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """The findings on a text, by place and then by weight, and what was looked at."""

    findings: tuple[Finding, ...]
    looked_at: LookedAt

    def of(self, check: str) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.check == check)

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)
