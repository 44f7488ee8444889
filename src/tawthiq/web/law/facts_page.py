"""The facts of an incident as their page shows them: suggested, held, thrown away; the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawthiq.law.book import LawPack
from tawthiq.law.said import value_said
from tawthiq.store.queries.law.shapes import EvidenceLine, FactLine, FactState
from tawthiq.values.both import Both
from tawthiq.web.law.names import METHODS


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact.

    Attributes:
        method: How whoever asserts it came to it.
        suggested: What the records suggest now, where it differs from what stands.
    """

    line: FactLine
    method: Both
    suggested: Both | None


@dataclass(frozen=True, slots=True)
class FactsPage:
    """The facts of an incident by how they stand, and what they may cite.

    Attributes:
        names: Every fact that can be recorded, by name, for the select.
    """

    suggested: tuple[FactRow, ...]
    held: tuple[FactRow, ...]
    rejected: tuple[FactRow, ...]
    evidence: tuple[EvidenceLine, ...]
    names: tuple[tuple[str, str], ...]


def facts_page(
    facts: Iterable[FactLine], evidence: tuple[EvidenceLine, ...], pack: LawPack, language: str
) -> FactsPage:
    """Lay out the facts of an incident."""
    rows = [_row(line) for line in facts]
    is_arabic = language == "ar"
    names = ((k.key, k.name.ar if is_arabic else k.name.en) for k in pack.vocabulary.values())
    return FactsPage(
        _of(rows, FactState.SUGGESTED),
        _of(rows, FactState.HELD),
        _of(rows, FactState.REJECTED),
        evidence,
        tuple(sorted(names, key=lambda pair: pair[1].casefold())),
    )


def _row(line: FactLine) -> FactRow:
    differs = line.suggested is not None and line.suggested != line.value
    suggested = value_said(line.kind, line.suggested) if line.suggested is not None else None
    return FactRow(line, METHODS[line.method], suggested if differs else None)


def _of(rows: Iterable[FactRow], state: FactState) -> tuple[FactRow, ...]:
    return tuple(row for row in rows if row.line.state is state)
