"""Where an incident could be heard today: each body, what opens it or not, and the source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tawthiq.law.forum import Door, ForumLine
from tawthiq.law.wording import DOORS
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class ForumRow:
    """One body."""

    name: Both
    door: str
    said: Both
    what: Both
    ways: tuple[tuple[str, Both, Both], ...]
    asked_on: date
    source: str
    may_be_published: bool


_ORDER = (Door.OPEN, Door.ARGUABLE, Door.DEPENDS, Door.CLOSED)


def forum_rows(lines: Iterable[ForumLine]) -> tuple[ForumRow, ...]:
    """The bodies, those that are open first."""
    return tuple(_row(line) for line in sorted(lines, key=lambda one: _ORDER.index(one.door)))


def _row(line: ForumLine) -> ForumRow:
    return ForumRow(
        line.name,
        line.door.value,
        DOORS[line.door],
        line.what,
        tuple((door.value, DOORS[door], why) for door, why in line.ways),
        line.asked_on,
        line.source,
        line.may_be_published,
    )
