"""Forms of writing: a table of patterns, and one walk through a text that finds them all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from re import Match, Pattern
from typing import Generic, TypeVar

Read = TypeVar("Read", covariant=True)

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
# A word begins here; in Arabic "and" is a letter joined to what follows.
_WORD_BEGINS = r"(?<![^\Wو])(?=\w)"


@dataclass(frozen=True)
class Form(Generic[Read]):
    """One way of writing something.

    Attributes:
        examples: What is written so, one or several separated by "; "; tests read each.
        pattern: A regular expression for a levelled text; it begins where a word begins.
        read: What a match means, given also the words as they were written; None where
            it means nothing after all.
    """

    examples: str
    pattern: str
    read: Callable[[Match[str], str], Read | None]

    def read_at(self, level: str, start: int, written: str) -> Read | None:
        found = self._compiled.match(level, start)
        return self.read(found, written[start : found.end()]) if found else None

    @cached_property
    def _compiled(self) -> Pattern[str]:
        return re.compile(self.pattern)  # when first met: most forms are rare


class Forms(Generic[Read]):
    """Several forms, the more telling first, looked for in one walk."""

    def __init__(self, forms: Sequence[Form[Read]]) -> None:
        self._forms = tuple(forms)
        nameless = (_NAMED_GROUP.sub("(?:", form.pattern) for form in forms)
        any_of = "|".join(f"(?P<f{at}>{pattern})" for at, pattern in enumerate(nameless))
        self._pattern = f"{_WORD_BEGINS}(?:{any_of})"

    @cached_property
    def _any(self) -> Pattern[str]:
        return re.compile(self._pattern)

    def find(self, level: str, written: str) -> Iterator[Read]:
        """What the forms mean, from left to right; two never overlap.

        Args:
            level: The levelled text.
            written: The same text as it was written.
        """
        at = 0
        while found := self._any.search(level, at):
            form = self._forms[int((found.lastgroup or "f0")[1:])]
            read = form.read_at(level, found.start(), written)
            at = found.start() + 1 if read is None else found.end()
            if read is not None:
                yield read
