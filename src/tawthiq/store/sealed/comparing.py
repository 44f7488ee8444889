"""Are the record tables what was sealed? Row by row, and each difference has a name.

Rows are read as they were sealed, in parts, so that memory does not grow with a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.db import connection

from tawthiq.ledger.commitment import committed
from tawthiq.store import models
from tawthiq.store.sealed import parts, words
from tawthiq.store.sealed.manifest import CaseAfter, Manifest, Rows
from tawthiq.store.sealed.tables import (
    KEPT,
    Row,
    columns_of,
    contents,
    labels,
    read,
    table_of,
)
from tawthiq.store.sql import rows as ask
from tawthiq.values.both import Both


class What(StrEnum):
    """What happened to a row behind our back."""

    CHANGED = "changed"
    DELETED = "deleted"
    INSERTED = "inserted"
    FORGOTTEN = "salt removed"
    OUT_OF_LINE = "out of line"
    SEALS_CHANGED = "seals changed"
    RECOMPUTED = "not what its claims give"


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as it was sealed.

    Attributes:
        table: As the database calls it; ``ledger`` for the log itself.
        code: By what a person knows the row; ``#17``, its number, where nothing else is known.
        what: What happened to it.
        said: The same as a sentence.
    """

    table: str
    code: str
    what: What
    said: Both


@dataclass(slots=True)
class Sealed:
    """What all entries together say of one table.

    Attributes:
        entries: Place in the log, and the rows that it sealed, oldest first.
        gone: Place in the log, and the rows that it says were replaced.
    """

    entries: list[tuple[int, Rows]] = field(default_factory=list)
    gone: list[tuple[int, Rows]] = field(default_factory=list)


@dataclass(slots=True)
class Register:
    """What the log says of every table and every case."""

    tables: dict[str, Sealed] = field(default_factory=lambda: {name: Sealed() for name in KEPT})
    cases: dict[int, CaseAfter] = field(default_factory=dict)

    def add_body(self, place: int, body: bytes) -> None:
        """Take in what the entry at this place says.

        Raises:
            ValueError: It is none, or speaks of a table that this version does not know.
        """
        manifest = Manifest.parse(body)
        if unknown := {*manifest.rows, *manifest.gone} - set(KEPT):
            raise ValueError(f"no table {', '.join(sorted(unknown))}")
        for name, rows in manifest.rows.items():
            self.tables[name].entries.append((place, rows))
        for name, rows in manifest.gone.items():
            self.tables[name].gone.append((place, rows))
        if manifest.case:
            self.cases[manifest.case.number] = manifest.case


def compare(name: str, sealed: Sealed) -> Iterator[Difference]:
    """Hold one table against what was sealed of it."""
    gone = set[int]()
    for place, rows in sealed.gone:
        held = _parts(name, place, is_gone=True)
        if parts.digest_of(held) != rows.digest:
            yield _seals_differ(name, place)
        gone.update(number for each in held for number in parts.numbers_from_bytes(each))
    seen = 0
    for place, rows in sealed.entries:
        held = _parts(name, place, is_gone=False)
        if parts.digest_of(held) != rows.digest:
            yield _seals_differ(name, place)
        salts = _salts(name, place)
        for at, each in enumerate(held):
            one = list(parts.taken_apart(each, salts.get(at, b"")))
            yield from _compare_part(name, rows.columns, one, seen, gone)
            seen = max((seen, *(number for number, _, _ in one)))
    yield from _inserted(name, _numbers_between(name, seen + 1, None))


def out_of_line(name: str) -> Iterator[Difference]:
    """Claims and records that do not point to the next version of themselves, or to nothing."""
    label = KEPT[name].label
    query = (
        f"SELECT {label}, id FROM (SELECT id, {label}, superseded_by_id AS said, lead(id) OVER "
        f"(PARTITION BY case_id, {label} ORDER BY version) AS next FROM {table_of(name)}) AS line "
        "WHERE COALESCE(said, 0) <> COALESCE(next, 0)"
    )
    for code, number in ask(query, ()):
        said = words.out_of_line(table_of(name), str(code), number)
        yield Difference(table_of(name), str(code), What.OUT_OF_LINE, said)


def cases_differ(sealed: Mapping[int, CaseAfter]) -> Iterator[Difference]:
    """Cases whose revision or state is not that after their last sealed change."""
    table = table_of("Case")
    for number, code, revision, state in ask(f"SELECT id, code, revision, state FROM {table}", ()):
        after = sealed.get(number)
        if after is not None and (after.revision, after.state) != (revision, state):
            yield Difference(
                table, str(code), What.CHANGED, words.changed(table, str(code), number)
            )


def _compare_part(
    name: str,
    columns: Sequence[str],
    sealed: Sequence[tuple[int, bytes, bytes]],
    after: int,
    gone: set[int],
) -> Iterator[Difference]:
    """Rows of one part, and those between the part before and the end of this one."""
    if not sealed:
        return
    last = sealed[-1][0]
    known = {number for number, _, _ in sealed}
    extra = [number for number in _numbers_between(name, after + 1, last) if number not in known]
    yield from _inserted(name, extra)
    present = dict(_hashable(name, columns, sealed[0][0], last))
    differ, forgotten = list[int](), list[int]()
    for number, commitment, salt in sealed:
        if number in gone:
            if number in present:
                yield from _inserted(name, [number])
        elif number not in present:
            said = words.deleted(table_of(name), number)
            yield Difference(table_of(name), f"#{number}", What.DELETED, said)
        elif not salt:
            forgotten.append(number)
        elif committed(present[number], salt) != commitment:
            differ.append(number)
    yield from _named(name, differ, What.CHANGED)
    yield from _named(name, forgotten, What.FORGOTTEN)


def _hashable(
    name: str, columns: Sequence[str], first: int, last: int
) -> Iterator[tuple[int, bytes]]:
    there = set(columns) <= {*columns_of(name), *KEPT[name].apart}
    found: list[Row] = read(name, columns if there else columns_of(name), first, last)
    for row, content in zip(found, contents(name, found), strict=True):
        yield row[0], content


def _inserted(name: str, numbers: Sequence[int]) -> Iterator[Difference]:
    yield from _named(name, numbers, What.INSERTED)


def _named(name: str, numbers: Sequence[int], what: What) -> Iterator[Difference]:
    tell = {
        What.CHANGED: words.changed,
        What.INSERTED: words.inserted,
        What.FORGOTTEN: words.forgotten,
    }[what]
    for at in range(0, len(numbers), 500):
        some = numbers[at : at + 500]
        known = labels(name, some)
        for number in some:
            code = known.get(number) or f"#{number}"
            yield Difference(table_of(name), code, what, tell(table_of(name), code, number))


def _numbers_between(name: str, first: int, last: int | None) -> list[int]:
    table = connection.ops.quote_name(table_of(name))
    end = "" if last is None else f" AND id <= {last:d}"
    found = ask(f"SELECT id FROM {table} WHERE id >= %s{end} ORDER BY id", (first,))
    below = ask(f"SELECT id FROM {table} WHERE id < 1", ()) if first == 1 else []
    return [number for (number,) in (*below, *found)]


def _parts(name: str, place: int, *, is_gone: bool) -> list[bytes]:
    rows = models.SealedPart.objects.filter(table=name, entry=place, gone=is_gone)
    return [bytes(each) for each in rows.order_by("part").values_list("rows", flat=True)]


def _salts(name: str, place: int) -> dict[int, bytes]:
    rows = models.SealedSalts.objects.filter(table=name, entry=place)
    return {part: bytes(salts) for part, salts in rows.values_list("part", "salts")}


def _seals_differ(name: str, place: int) -> Difference:
    said = words.seals_differ(table_of(name), place)
    return Difference(table_of(name), f"entry {place}", What.SEALS_CHANGED, said)
