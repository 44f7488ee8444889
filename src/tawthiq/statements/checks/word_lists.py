"""Word lists as data: what is written, what to write instead, and finding it in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from tawthiq.errors import RuleError
from tawthiq.statements.checks.finding import Severity
from tawthiq.statements.reading.lexicon import Lexicon
from tawthiq.statements.reading.page import Page
from tawthiq.statements.reading.sentences import Span
from tawthiq.values.both import NOTHING, Both


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list.

    Attributes:
        words: The phrases, or none where a pattern is given.
        instead: What to write.
        about: What the phrases concern, for lists that have no wording instead.
        severity: Where it differs from the check's own.
    """

    words: tuple[str, ...]
    pattern: re.Pattern[str] | None = None
    instead: Both = NOTHING
    about: Both = NOTHING
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Met(Span):
    """An entry that was met in a text."""

    entry: Entry | None = None

    @property
    def line(self) -> Entry:
        if self.entry is None:
            raise ValueError("met nothing")
        return self.entry


@cache
def entries(name: str) -> tuple[Entry, ...]:
    """The list of a name.

    Raises:
        RuleError: A line has neither words nor a pattern, or says something unknown.
    """
    text = (files("tawthiq.statements") / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    return tuple(_entry(name, line) for line in yaml.load(text, yaml.CSafeLoader))


def _entry(name: str, line: Mapping[str, object]) -> Entry:
    unknown = set(line) - {"words", "pattern", "instead", "about", "severity"}
    words, pattern = line.get("words", []), line.get("pattern")
    if unknown or not isinstance(words, list) or not (words or pattern):
        raise RuleError(
            f"{name}.yaml: {line!r} needs words or a pattern, and has unknown {unknown}"
        )
    return Entry(
        words=tuple(str(word) for word in words),
        pattern=re.compile(str(pattern)) if pattern else None,
        instead=_both(line.get("instead")),
        about=_both(line.get("about")),
        severity=Severity(str(line["severity"])) if "severity" in line else None,
    )


def _both(said: object) -> Both:
    return Both(str(said["en"]), str(said["ar"])) if isinstance(said, dict) else NOTHING


@cache
def _lexicon(name: str) -> Lexicon:
    return Lexicon(
        ("word", str(number), word)
        for number, entry in enumerate(entries(name))
        for word in entry.words
    )


def meet(name: str, page: Page) -> list[Met]:
    """Every entry of a list that stands in a text, in order."""
    lines = entries(name)
    met = [
        Met(hit.start, hit.end, entry=lines[int(hit.key)])
        for hit in _lexicon(name).spot(page.words).of("word")
    ]
    return sorted((*met, *_patterns(lines, page)), key=lambda each: each.start)


def _patterns(lines: tuple[Entry, ...], page: Page) -> Iterator[Met]:
    for entry in lines:
        if entry.pattern is not None:
            for found in entry.pattern.finditer(page.text):
                yield Met(*found.span(), entry=entry)
