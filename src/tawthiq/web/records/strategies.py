"""The published ways to turn differing claims into one range, and what each gives here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tawthiq.claims.source import Source
from tawthiq.records.incident import Incident
from tawthiq.records.range import STRATEGIES, UNUSED_IN_WORDS, Range, Unused
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany
from tawthiq.web.claims.numbers import killed
from tawthiq.web.claims.voice import Voice, voice
from tawthiq.web.reader import Reader


@dataclass(frozen=True, slots=True)
class Result:
    """What one strategy makes of the same claims.

    Attributes:
        chosen: Whether it is the one this incident is held by.
    """

    words: Both
    how_many: HowMany | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Used:
    """A claim that is in the range."""

    code: str
    voice: Voice
    how_many: HowMany


@dataclass(frozen=True, slots=True)
class Omitted:
    """Claims that are not in the range, for one reason."""

    why: Both
    codes: tuple[str, ...]


def results(incident: Incident, held: Range) -> tuple[Result, ...]:
    """Settle the number killed by every strategy, from the very numbers that were used."""
    numbers = tuple(_numbers(incident, held))
    return tuple(
        Result(
            strategy.words,
            strategy.settle(numbers) if numbers else None,
            strategy.key == held.strategy.key,
        )
        for strategy in STRATEGIES.values()
    )


def used(
    incident: Incident, held: Range, sources: Mapping[str, Source], reader: Reader
) -> tuple[Used, ...]:
    """The claims that made the range, lowest first."""
    claims = {situated.claim.code: situated for situated in incident.claims}
    rows = [
        Used(code, voice(sources[claims[code].claim.document.source], reader, sources), number)
        for code in held.used.values()
        if (number := killed(claims[code].claim))
    ]
    return tuple(sorted(rows, key=lambda row: (row.how_many.headline, row.code)))


def omitted(held: Range) -> tuple[Omitted, ...]:
    """The claims that did not, gathered by reason."""
    by_reason: dict[Unused, list[str]] = {}
    for code, why in held.unused.items():
        by_reason.setdefault(why, []).append(code)
    return tuple(
        Omitted(UNUSED_IN_WORDS[why], tuple(codes))
        for why, codes in sorted(by_reason.items(), key=lambda pair: -len(pair[1]))
    )


def _numbers(incident: Incident, held: Range) -> Iterator[HowMany]:
    claims = {situated.claim.code: situated for situated in incident.claims}
    for code in held.used.values():
        if number := killed(claims[code].claim):
            yield number
