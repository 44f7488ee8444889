"""A table of sources: for each name as written, who claims, who relays, what kind of body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tawthiq.claims.source import Source, SourceKind
from tawthiq.intake.columns import columns_of, too_long
from tawthiq.intake.organisations import kind_named, kind_words, version_named
from tawthiq.intake.refusal import CellError, Refusal, Refusals, refuse
from tawthiq.intake.rows import Row, Table
from tawthiq.intake.source_name import origin_source, read_source, with_origins
from tawthiq.intake.table import open_table
from tawthiq.values.both import Both

_KEYS = ("source_org", "origin", "origin_kind", "relay", "version")


@dataclass(frozen=True, slots=True)
class SourceKey:
    """The sources of a table.

    Attributes:
        sources: One of each key, in the order of the table, and after them each origin
            that the table has no row of its own for.
        by_said: The source of each name as written; two names may be one source.
        refused: What is not taken; ``refused_total`` counts also what is not listed.
        notes: What a person should know.
    """

    sources: tuple[Source, ...]
    by_said: dict[str, Source]
    refused: list[Refusal]
    refused_total: int
    notes: list[Both]


def open_source_key(file: Path | bytes, name: str = "") -> Table:
    """Look at a table with the columns of a source key.

    Raises:
        UnreadableError: The file cannot be read as a table.
    """
    return open_table(file, name, columns_of("sources").is_header)


def read_source_key(table: Table) -> SourceKey:
    """Read a whole table of sources.

    Raises:
        UnreadableError: A column is missing, or the file shows itself unreadable.
    """
    placed = columns_of("sources").placed(table)
    where, limits = [placed.where.get(key, -1) for key in _KEYS], placed.limits()
    refusals = Refusals()
    rows: dict[str, tuple[int, Source]] = {}
    by_said: dict[str, Source] = {}
    origins: list[Source] = []
    for row in table.rows():
        bad = [*row.problems, *too_long(row, limits, table.header)]
        if not bad:
            source, origin, bad = _read(row, where, table.header)
        if not bad:
            number, before = rows.setdefault(source.key, (row.number, source))
            bad = _other_than(before, number, source, row, table.header[where[0]])
            by_said[source.said] = before
            origins.append(origin)
        refusals.add(bad)
    sources = with_origins((source for _, source in rows.values()), origins)
    notes = [*table.notes, placed.note] if placed.note else list(table.notes)
    return SourceKey(sources, by_said, refusals.kept, refusals.total, notes)


def _read(
    row: Row, where: Sequence[int], header: Sequence[str]
) -> tuple[Source, Source, list[Refusal]]:
    said, who, kind_said, relay, version = (row.cells[at] if at >= 0 else "" for at in where)
    by_name = read_source(said)
    kind = kind_named(kind_said) or SourceKind.OTHER
    bad = [
        refuse(row.number, header[at], cell, error)
        for at, cell, error in (
            (where[0], said, None if said else _EMPTY),
            (where[1], who, None if who else _EMPTY),
            (where[2], kind_said, None if kind_named(kind_said) else _no_kind(kind_said)),
        )
        if error
    ]
    origin = origin_source(who or said, kind)
    source = replace(
        by_name,
        kind=kind,
        origin=origin.key,
        relay=relay or by_name.relay,
        version=version_named(version) or by_name.version,
    )
    return source, origin, bad


def _other_than(
    before: Source, number: int, source: Source, row: Row, column: str
) -> list[Refusal]:
    """Refuse a second row of the same source that says something else of it."""
    if (before.origin, before.kind, before.relay) == (source.origin, source.kind, source.relay):
        return []
    error = CellError(
        Both(
            f"row {number} says something else of the same source ({before.said!r})",
            f"الصف {number} يصف المصدر نفسه («{before.said}») وصفًا مختلفًا",
        ),
        Both("keep the right one of the two rows", "أبقِ الصف الصحيح منهما"),
    )
    return [refuse(row.number, column, source.said, error)]


_EMPTY = CellError(
    Both("nothing stands here", "الخلية فارغة"), Both("write the name", "اكتب الاسم")
)


def _no_kind(words: str) -> CellError:
    known = ", ".join(kind_words())
    return CellError(
        Both(f"{words!r} is no kind of source", f"«{words}» ليس نوعًا من أنواع المصادر"),
        Both(f"write one of: {known}", f"اكتب واحدًا مما يلي: {known}"),
    )
