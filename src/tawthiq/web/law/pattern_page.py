"""A set of incidents held against the context of crimes against humanity, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.law.book import LawPack
from tawthiq.law.kleene import Value
from tawthiq.law.pattern import ContextLine, PatternReading
from tawthiq.law.wording import VALUES, why_unknown
from tawthiq.store.queries.incidents import Listed
from tawthiq.store.queries.law.shapes import PatternInFull
from tawthiq.values.both import NOTHING, Both


@dataclass(frozen=True, slots=True)
class ContextRow:
    """One part of the context."""

    name: Both
    value: str
    degree: int
    said: Both
    level: Both
    why: Both
    numbers: Both
    missing: Both


@dataclass(frozen=True, slots=True)
class PartyBlock:
    """The reading of the incidents that are ascribed to one party; None where nobody is named."""

    party: Both | None
    incidents: tuple[str, ...]
    left_out: tuple[tuple[str, Both], ...]
    context: tuple[ContextRow, ...]
    part_value: str
    part_said: Both
    part_why: Both


@dataclass(frozen=True, slots=True)
class PatternPage:
    """One set of incidents in full."""

    found: PatternInFull
    rows: tuple[Listed, ...]
    blocks: tuple[PartyBlock, ...]


def pattern_page(found: PatternInFull, pack: LawPack) -> PatternPage:
    """Lay out a pattern."""
    blocks = tuple(_block(one, pack) for one in found.readings)
    return PatternPage(found, tuple(found.listed.values()), blocks)


def _block(one: PatternReading, pack: LawPack) -> PartyBlock:
    return PartyBlock(
        pack.bonds.name_of(one.party) if one.party else None,
        one.incidents,
        one.left_out,
        tuple(_context(one)),
        one.act_is_part.word,
        VALUES[one.act_is_part],
        why_unknown(one.why) if one.act_is_part is Value.UNKNOWN else NOTHING,
    )


def _context(one: PatternReading) -> Iterator[ContextRow]:
    for line in one.context:
        yield _row(line)


def _row(line: ContextLine) -> ContextRow:
    return ContextRow(
        line.name,
        line.value.word,
        int(line.level) if line.level is not None else 0,
        VALUES[line.value],
        line.level.name_said if line.level is not None else NOTHING,
        why_unknown(line.why) if line.value is Value.UNKNOWN else NOTHING,
        line.numbers,
        line.missing,
    )
