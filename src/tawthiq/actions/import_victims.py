"""Take a list of people who were killed into a case: a preview first, then all or nothing.

A row that came before has the number it had: a later edition of a list supersedes what it
corrects, and decisions on a record hold on. The columns of an organisation's lists are
mapped once and remembered for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.keep_claims import keep_sources
from tawthiq.actions.keep_records import Standing, keep, keep_list, standing
from tawthiq.actions.people import compute_of
from tawthiq.actions.preview import refuse_other_file, refuse_other_state, refuse_rows
from tawthiq.claims.claim import Document
from tawthiq.claims.person_record import PersonRecord
from tawthiq.claims.source import Source
from tawthiq.errors import InputError
from tawthiq.intake.refusal import Refusal
from tawthiq.intake.source_name import origin_of, read_source, with_origins
from tawthiq.intake.victims_table import (
    Mapped,
    open_victims,
    read_victims,
    refuse_unknown_columns,
)
from tawthiq.store import models
from tawthiq.store.codecs import canonical
from tawthiq.store.person_rows import digest_of
from tawthiq.store.queries.cases import row_of
from tawthiq.store.queries.lists import list_with, mapping_for
from tawthiq.store.queries.sources import sources_of
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest
from tawthiq.values.when import When

_NO_DAY = When.unknown()


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a list into a case would do.

    Attributes:
        case: The code of the case.
        file_name, digest, path: The file.
        state: Of the case that the file was held against.
        source: Whose list it is.
        title: What the organisation calls it; "" for its only list.
        columns: For each column of the file the key that it is read as, or "".
        new: How many rows the case does not have.
        corrected: Numbers of the records that the file corrects.
        unchanged: How many rows come again as they stand.
        not_in_file: How many standing records of the list the file does not have; they stay.
        unnamed: How many rows name nobody.
        has_ids: Whether the list has ids of its own.
        remarks, refused, refused_in_all: As in other previews.
    """

    case: str
    file_name: str
    digest: Digest
    state: str
    source: Source
    title: str
    columns: Mapping[str, str]
    new: int
    corrected: tuple[int, ...]
    unchanged: int
    not_in_file: int
    unnamed: int
    has_ids: bool
    remarks: tuple[Both, ...]
    refused: tuple[Refusal, ...]
    refused_in_all: int
    path: Path | None = field(repr=False)
    records: Sequence[PersonRecord] = field(repr=False)

    @property
    def can_be_taken(self) -> bool:
        return self.refused_in_all == 0

    @property
    def changes_nothing(self) -> bool:
        return self.can_be_taken and not (self.new or self.corrected)

    @property
    def seal(self) -> str:
        """What names this preview: the same file, read the same way, against the same state."""
        said = [self.case, self.state, str(self.digest), self.source.key, self.title]
        return str(Digest.of(canonical([*said, dict(self.columns)]).encode()))


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a list has changed: numbers of records, and of people computed anew."""

    new: int
    changed: int
    unchanged: int
    people: int


def preview(
    case: str,
    file: Path | bytes,
    name: str = "",
    *,
    source: str,
    title: str = "",
    mapped: Mapped | None = None,
) -> Preview:
    """Say what a list would change in a case; nothing is written.

    Args:
        source: Whose list it is: the key of a source of the case, or its name.
        title: Which of the source's lists, where it keeps several.
        mapped: What somebody says of the columns. Of others counts what was said last of lists
            of this source, and else their names tell.

    Raises:
        UnknownNameError: No case has this code.
        InputError: Nobody is named as the source.
        UnreadableError: The file cannot be read as a list, or no column holds names.
    """
    held = row_of(case)
    whose = _source(held, source)
    document = Document(whose.key, title.strip(), "", _NO_DAY)
    said = _columns(whose.key, mapped or {})
    table = open_victims(file, name, said)
    refuse_unknown_columns(table, mapped or {})
    read = read_victims(table, document, today=datetime.now(UTC).date(), mapped=said)
    earlier = standing(list_with(held, document))
    new, corrected, unchanged = _compared(read.records, earlier)
    keys = {record.key for record in read.records}
    return Preview(
        case=case,
        file_name=table.name,
        digest=Digest.of(file) if isinstance(file, bytes) else Digest.of_file(file),
        state=held.state,
        source=whose,
        title=title.strip(),
        columns=read.columns,
        new=new,
        corrected=corrected,
        unchanged=unchanged,
        not_in_file=sum(key not in keys for key in earlier),
        unnamed=read.unnamed,
        has_ids=read.has_ids,
        remarks=tuple(read.notes),
        refused=tuple(read.refused),
        refused_in_all=read.refused_total,
        path=file if isinstance(file, Path) else None,
        records=read.records,
    )


def apply(shown: Preview, *, by: str, because: str) -> Taken:
    """Take in what a preview has shown, all of it or nothing.

    Raises:
        RefusedRowsError: The list has cells that cannot be taken.
        InputError: The file or the case is no longer what it was at the preview.
        HomeError: The database could not be written; nothing was changed.
    """
    rights.require_import(by, shown.case)
    refuse_rows(shown)
    refuse_other_file(shown)
    with changing(shown.case) as case:
        refuse_other_state(case, shown)
        _remember_columns(shown, by=by, because=because)
        if shown.changes_nothing:
            what = {"file": shown.file_name, "sha256": str(shown.digest)}
            journal.write(case, by=by, action="import-victims-seen-unchanged", what=what)
            return Taken(0, 0, shown.unchanged, 0)
        return _take(case, shown, by=by, because=because)


def _take(case: models.Case, shown: Preview, *, by: str, because: str) -> Taken:
    batch = models.ImportBatch.objects.create(
        case=case,
        file_name=shown.file_name,
        sha256=str(shown.digest),
        at=datetime.now(UTC),
        by=by,
    )
    keep_sources(case, with_origins([shown.source], [origin_of(shown.source)]))
    kept_in = keep_list(case, Document(shown.source.key, shown.title, "", _NO_DAY))
    numbers = keep(case, kept_in, batch, shown.records, standing(kept_in))
    people = compute_of(case, numbers)
    what: dict[str, object] = {
        "list": kept_in.code, "file": shown.file_name, "sha256": str(shown.digest),
        "new": shown.new, "changed": len(shown.corrected), "unchanged": shown.unchanged,
        "unnamed": shown.unnamed, "people": people,
    }  # fmt: skip
    journal.write_change(case, by=by, action="import-victims", what=what, why=because)
    return Taken(shown.new, len(shown.corrected), shown.unchanged, people)


def _compared(
    records: Sequence[PersonRecord], earlier: Mapping[str, Standing]
) -> tuple[int, tuple[int, ...], int]:
    """How many rows are new, the numbers of those that are corrected, how many are as they were."""
    known = [record for record in records if record.key in earlier]
    corrected = tuple(
        earlier[record.key].number
        for record in known
        if digest_of(record) != earlier[record.key].digest
    )
    return len(records) - len(known), corrected, len(known) - len(corrected)


def _source(case: models.Case, said: str) -> Source:
    written = said.strip()
    if not written:
        raise InputError(
            "a list is somebody's list; say whose (--from NAME)",
            "لكل قائمة صاحب؛ اذكر من أعدّها (‎--from NAME)",
        )
    known = sources_of(case)
    if written in known:
        return known[written]
    read = read_source(written)
    return known.get(read.key, read)


def _columns(source: str, said: Mapped) -> dict[str, str]:
    """What is said of the columns now, and beside it what was remembered of the others."""
    taken = {key for key in said.values() if key}
    before = mapping_for(source).items()
    return {name: key for name, key in before if key not in taken} | dict(said)


def _remember_columns(shown: Preview, *, by: str, because: str) -> None:
    """Keep the mapping of the source where it is not the one that stands."""
    columns = dict(shown.columns)
    if mapping_for(shown.source.key) == columns:
        return
    models.ColumnMapping.objects.create(
        source=shown.source.key,
        columns=canonical(columns),
        by=by,
        because=because,
        at=datetime.now(UTC),
    )
