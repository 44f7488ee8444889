"""A count made by us from incidents: each member reachable, and what was left out beside it."""

from __future__ import annotations

from collections.abc import Callable

from tawthiq.counts.count import Count, LeftOut, Member, MemberKind, Reason
from tawthiq.counts.definition import Definition
from tawthiq.counts.frame import Frame
from tawthiq.counts.tally import Sum, tally
from tawthiq.records.range import EVERY_CASUALTY, Strategy
from tawthiq.values.both import Both
from tawthiq.values.how_many import HowMany

Describe = Callable[[str], tuple[Both, tuple[str, ...]]]
"""From an incident's code to its title and the addresses of its claims."""


def establish(
    name: str,
    title: Both,
    definition: Definition,
    frame: Frame,
    describe: Describe,
    *,
    strategy: Strategy = EVERY_CASUALTY,
) -> Count:
    """Count a definition over incidents whose ranges were settled by ``strategy``.

    The value is None where no incident is a member: nothing was counted, which is not zero.
    """
    counted = tally(definition, frame)
    members = tuple(_members(counted.counted, frame, describe))
    return Count(
        name=name,
        title=title,
        definition=definition,
        value=HowMany(*counted.counted.total) if members else None,
        members=members,
        left_out=tuple(_left_out(r, s, frame) for r, s in counted.left_out.items()),
        strategy=strategy.words,
    )


def _members(counted: Sum, frame: Frame, describe: Describe) -> list[Member]:
    members = []
    rows = zip(counted.rows, counted.low, counted.best, counted.high, strict=True)
    for row, low, best, high in rows:
        code = frame.codes[row]
        title, urls = describe(code)
        number = HowMany(int(low), int(best), int(high))
        members.append(Member(MemberKind.INCIDENT, code, title, number, urls))
    return members


def _left_out(reason: Reason, sums: Sum, frame: Frame) -> LeftOut:
    codes = tuple(frame.codes[row] for row in sums.rows)
    stated = reason is not Reason.NOT_STATED
    return LeftOut(reason, codes, HowMany(*sums.total) if stated else None)
