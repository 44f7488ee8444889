"""The norms that an incident touches, by whether they apply, each with why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.law.answer import Answer
from tawthiq.law.book import LawPack
from tawthiq.law.engagement import NormLine
from tawthiq.law.norm import Norm
from tawthiq.law.reading import Reading
from tawthiq.values.both import Both
from tawthiq.web.law.marks import Vouch, vouch_of
from tawthiq.web.law.names import ANSWERS

SITUATION = "situation"
"""The subject of the pack that every armed conflict touches, whatever happened in it."""


@dataclass(frozen=True, slots=True)
class NormLineRow:
    """One norm for one incident.

    Attributes:
        why: The reasons, without what is said twice.
        may_be_published: The row and the bonds it turned on are checked or signed.
    """

    norm: Norm
    vouch: Vouch
    why: tuple[Both, ...]
    may_be_published: bool


@dataclass(frozen=True, slots=True)
class NormBlock:
    """The norms with one answer.

    Attributes:
        rows: Those that what happened touches.
        general: Those that the situation alone touches, whatever happened in it.
    """

    key: str
    name: Both
    rows: tuple[NormLineRow, ...]
    general: tuple[NormLineRow, ...]

    @property
    def number(self) -> int:
        return len(self.rows) + len(self.general)


def norm_blocks(reading: Reading, pack: LawPack) -> tuple[NormBlock, ...]:
    """The touched norms by answer, what applies first; empty answers are left out."""
    return tuple(_blocks(reading, pack))


def _blocks(reading: Reading, pack: LawPack) -> Iterator[NormBlock]:
    for answer in ANSWERS:
        lines = [
            line for line in reading.norms.values() if line.is_touched and line.answer is answer
        ]
        rows = tuple(_row(line, pack) for line in lines if not _is_general(line))
        general = tuple(_row(line, pack) for line in lines if _is_general(line))
        if lines:
            yield NormBlock(answer.value, answer.said, rows, general)


def _is_general(line: NormLine) -> bool:
    return set(line.touched_by) <= {SITUATION}


def _row(line: NormLine, pack: LawPack) -> NormLineRow:
    norm = pack.norms[line.norm]
    deciding = [one.why for one in line.reasons if one.answer is line.answer]
    why = deciding or [one.why for one in line.reasons]
    if line.answer is Answer.APPLICABLE:
        why = [one.why for one in line.reasons]
    return NormLineRow(norm, vouch_of(norm), tuple(dict.fromkeys(why)), line.may_be_published)
