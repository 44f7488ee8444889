"""Part of N04: lines by party against the total that stands over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.counts.consistency import sum_differs
from tawthiq.statements.checks.bench import Bench
from tawthiq.statements.checks.finding import Finding
from tawthiq.statements.checks.slips import slip_finding
from tawthiq.statements.checks.stated import all_stated, source_key, stated
from tawthiq.statements.reading.nouns import Kind
from tawthiq.statements.reading.reading import Mention

_REACH = 24  # numbers after a total among which its lines by party are looked for; house choice


def lines_off(bench: Bench) -> Iterator[Finding]:
    """Lines by party that stand apart from their total: a list under a paragraph."""
    mentions = bench.reading.mentions
    for whole in mentions:
        if whole.unit is None or whole.parties is not None or whole.again:
            continue
        lines = _lines_of(bench, whole)
        if len(lines) < 2 or all(line.whole == whole.number for line in lines):
            continue
        missing = _parties_without_line(bench, whole, lines)
        complete = bool(missing) or _covers_all_attacks(bench, whole, lines)
        slip = sum_differs(stated(whole, in_one_breath=True), all_stated(lines), all_of_it=complete)
        if slip:
            yield slip_finding(bench, slip, whole, lines, missing)


def _lines_of(bench: Bench, whole: Mention) -> list[Mention]:
    """The numbers of the same thing that follow a total, one for each party."""
    found: dict[frozenset[str], Mention] = {}
    for mention in bench.reading.mentions[whole.number + 1 : whole.number + _REACH]:
        if mention.parties is None or not _is_line_of(bench, whole, mention):
            continue
        if mention.parties in found:
            return []  # two lines for one party: another division than we can read
        found[mention.parties] = mention
    return list(found.values())


def _is_line_of(bench: Bench, whole: Mention, mention: Mention) -> bool:
    if mention.unit is not whole.unit or mention.again or not _same_people(whole, mention):
        return False
    if mention.sites != whole.sites or _is_event(whole) is not _is_event(mention):
        return False
    if source_key(mention) not in (None, source_key(whole)) or not _same_time(whole, mention):
        return False
    layout = bench.reading.page.layout
    blocks = layout.sentences[mention.sentence].block - layout.sentences[whole.sentence].block
    return blocks <= 12 and mention.whole in (None, whole.number)


def _is_event(mention: Mention) -> bool:
    return mention.kind is Kind.EVENTS


def _same_people(whole: Mention, mention: Mention) -> bool:
    wide = {("people",), ("unstated",), ("civilians",), ()}
    return whole.groups == mention.groups or (whole.groups in wide and mention.groups in wide)


def _same_time(whole: Mention, mention: Mention) -> bool:
    ours, theirs = whole.window, mention.window
    return ours is None or theirs is None or ours.when == theirs.when


def _attack_lines(bench: Bench, whole: Mention) -> tuple[Mention | None, list[Mention]]:
    """The number of attacks beside a total, and its lines by party."""
    for mention in bench.reading.mentions[max(0, whole.number - 4) : whole.number + 5]:
        near = abs(mention.sentence - whole.sentence) <= 1
        if near and _is_event(mention) and mention.parties is None:
            return mention, _lines_of(bench, mention)
    return None, []


def _parties_without_line(bench: Bench, whole: Mention, lines: Sequence[Mention]) -> list[Mention]:
    """Attacks of a party that has no line of people: "International coalition: 3 massacres"."""
    _, attacks = _attack_lines(bench, whole)
    named = {line.parties for line in lines}
    return [attack for attack in attacks if attack.parties not in named]


def _covers_all_attacks(bench: Bench, whole: Mention, lines: Sequence[Mention]) -> bool:
    total, attacks = _attack_lines(bench, whole)
    covered = {line.parties for line in lines} == {attack.parties for attack in attacks}
    return (
        total is not None
        and covered
        and sum(a.how_many.headline for a in attacks) == total.how_many.headline
    )
