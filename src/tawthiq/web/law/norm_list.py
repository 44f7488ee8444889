"""Norms as a list, by instrument, each with who vouches for it and whether it applies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tawthiq.law.answer import Answer
from tawthiq.law.book import LawPack
from tawthiq.law.engagement import NormLine
from tawthiq.law.norm import Norm
from tawthiq.values.both import Both
from tawthiq.values.text import fold
from tawthiq.web.law.asking import AskingLaw
from tawthiq.web.law.marks import Vouch, vouch_of

_OPEN_UNTIL = 60  # rows that are shown without being asked for; house choice


@dataclass(frozen=True, slots=True)
class NormRow:
    """One norm in the list.

    Attributes:
        answer: Whether it applies in the setting asked for; None where none was.
        why: The reasons of that answer.
    """

    norm: Norm
    vouch: Vouch
    answer: Answer | None
    why: tuple[Both, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """The norms of one instrument."""

    name: Both
    rows: tuple[NormRow, ...]
    unvouched: int


@dataclass(frozen=True, slots=True)
class NormList:
    """The list as it is asked for.

    Attributes:
        total, all: Rows that are shown, and rows there are.
        unvouched: Of those shown, the ones that may not enter a published text.
        is_open: Few enough to be shown without being asked for.
        names: Every instrument there is, for the filter.
    """

    instruments: tuple[Instrument, ...]
    total: int
    all: int
    unvouched: int
    is_open: bool
    names: tuple[Both, ...]
    pack_hash: str


def norm_list(pack: LawPack, asking: AskingLaw) -> NormList:
    """The norms that a reader asks for."""
    lines = {line.norm: line for line in asking.applies.lines} if asking.applies else {}
    rows = [row for row in _rows(pack.norms.values(), lines) if _is_asked(row, asking)]
    by_instrument: dict[Both, list[NormRow]] = {}
    for row in rows:
        by_instrument.setdefault(row.norm.instrument, []).append(row)
    groups = tuple(
        Instrument(name, tuple(held), _unvouched(held)) for name, held in by_instrument.items()
    )
    names = dict.fromkeys(norm.instrument for norm in pack.norms.values())
    return NormList(
        groups,
        len(rows),
        len(pack.norms),
        _unvouched(rows),
        len(rows) <= _OPEN_UNTIL,
        tuple(names),
        asking.applies.pack_hash if asking.applies else pack.hash,
    )


def _rows(norms: Iterable[Norm], lines: dict[str, NormLine]) -> Iterator[NormRow]:
    for norm in norms:
        line = lines.get(norm.id)
        why = tuple(reason.why for reason in line.reasons) if line else ()
        yield NormRow(norm, vouch_of(norm), line.answer if line else None, why)


def _is_asked(row: NormRow, asking: AskingLaw) -> bool:
    said = asking.said
    if said["instrument"] and row.norm.instrument.en != said["instrument"]:
        return False
    if said["vouch"] and not _is_vouched_as(row.vouch, said["vouch"]):
        return False
    if asking.applies and said["answer"] and row.answer != said["answer"]:
        return False
    return not said["q"] or all(
        word in _words(row.norm) for word in fold(said["q"]).casefold().split()
    )


def _is_vouched_as(vouch: Vouch, wanted: str) -> bool:
    if wanted == "waiting":
        return not vouch.may_be_published
    return vouch.key == "signed" if wanted == "signed" else vouch.key != "signed"


def _words(norm: Norm) -> str:
    texts = (norm.instrument, norm.provision, norm.title, norm.summary, norm.note)
    said = " ".join(f"{text.en} {text.ar}" for text in texts)
    return fold(f"{norm.id} {norm.source.citation} {said}").casefold()


def _unvouched(rows: Iterable[NormRow]) -> int:
    return sum(not row.vouch.may_be_published for row in rows)
