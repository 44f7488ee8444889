"""Part of N04: totals that add what counts the same people, and windows that shrink."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from tawthiq.counts.consistency import SlipKind, Stated, contradictions, counted_twice
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding
from tawthiq.statements.checks.slips import slip_finding
from tawthiq.statements.checks.stated import source_key, stated
from tawthiq.statements.reading.reading import Mention

_TOTALS = re.compile(
    r"\b(?:in total|in all|altogether|a total of|total(?:ling|ing|led|ed)?|together|combined"
    r"|overall"
    r"|sums? (?:up )?to|adds? up|i\.e\.|that is|bringing)\b",
    re.IGNORECASE,
)


def sums_off(bench: Bench) -> Iterator[Finding]:
    """Totals made by adding what counts the same people."""
    mentions = bench.reading.mentions
    for total in mentions:
        if total.unit is None or not _is_sum(bench, total):
            continue
        before = [
            m for m in mentions[max(0, total.number - 8) : total.number] if _can_add(total, m)
        ]
        for parts in (before, *combinations(before, 2)):
            slip = counted_twice(_apart(total), [_apart(p) for p in parts])
            if slip:
                yield slip_finding(bench, slip, total, list(parts))
                break


def _apart(mention: Mention) -> Stated:
    return stated(mention, in_one_breath=False)


def _is_sum(bench: Bench, total: Mention) -> bool:
    text = bench.reading.text
    around = text[max(0, total.start - 60) : total.start] + text[total.end : total.end + 40]
    return _TOTALS.search(around) is not None


def _can_add(total: Mention, part: Mention) -> bool:
    same = part.unit is total.unit and part.groups == total.groups
    return (
        same and part.whole is None and not part.again and abs(part.sentence - total.sentence) <= 3
    )


def windows_off(bench: Bench) -> Iterator[Finding]:
    """A longer window of one source that holds fewer than a shorter one within it."""
    by_source: dict[str | None, list[Mention]] = {}
    for mention in bench.reading.mentions:
        window = mention.window
        if window is None or not window.when.is_closed or mention.again or not mention.counts:
            continue
        if mention.source is not None and mention.how_many.is_exact:
            by_source.setdefault(source_key(mention), []).append(mention)
    for mentions in by_source.values():
        by_place = {(m.start, m.end): m for m in mentions[:_COMPARED]}
        for slip in contradictions([_apart(m) for m in by_place.values()]):
            if slip.kind is SlipKind.WINDOW_SHRINKS:
                yield slip_finding(
                    bench, slip, by_place[slip.whole.where], [by_place[slip.parts[0].where]]
                )


_COMPARED = 60  # numbers of one source compared pair by pair, so that long texts stay quick
