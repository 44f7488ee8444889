"""Where an incident could be heard today: each body, what opens it or not, and the source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tawthiq.law.book import LawPack
from tawthiq.law.forum import Door, ForumLine
from tawthiq.law.wording import DOORS
from tawthiq.values.both import Both
from tawthiq.web.law.marks import Vouch, vouch_of_forum


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
    row: str
    vouch: Vouch


_ORDER = (Door.OPEN, Door.ARGUABLE, Door.DEPENDS, Door.CLOSED)


def forum_rows(lines: Iterable[ForumLine], pack: LawPack) -> tuple[ForumRow, ...]:
    """The bodies, those that are open first."""
    vouches = {forum.id: vouch_of_forum(forum) for forum in pack.forums}
    ordered = sorted(lines, key=lambda one: _ORDER.index(one.door))
    return tuple(_row(line, vouches[line.forum]) for line in ordered)


def _row(line: ForumLine, vouch: Vouch) -> ForumRow:
    return ForumRow(
        line.name,
        line.door.value,
        DOORS[line.door],
        line.what,
        tuple((door.value, DOORS[door], why) for door, why in line.ways),
        line.asked_on,
        line.source,
        f"forum:{line.forum}",
        vouch,
    )
