"""Keep the rows of a list of people as they came: the writing half of its import.

Called inside the transaction of the action that imports, on rows that were all read and
found possible before the first of them is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Max

from tawthiq.actions.keep_claims import keep_documents
from tawthiq.claims.claim import Document
from tawthiq.claims.person_record import PersonRecord
from tawthiq.store import models, person_rows
from tawthiq.store.bulk import first_free_id, insert, settle_numbers
from tawthiq.store.sql import Values


@dataclass(frozen=True, slots=True)
class Standing:
    """A record as it stands: its row, its number, its version, and the digest of its content."""

    row: int
    number: int
    version: int
    digest: str


def standing(kept_in: models.VictimList | None) -> dict[str, Standing]:
    """What stands of a list, by key of the row; nothing where there is no such list yet."""
    if kept_in is None:
        return {}
    held = models.PersonRecord.objects.filter(list=kept_in, superseded_by=None)
    cells = held.values_list("key", "id", "number", "version", "digest").iterator(chunk_size=5000)
    return {
        key: Standing(row, number, version, digest) for key, row, number, version, digest in cells
    }


def keep_list(case: models.Case, document: Document) -> models.VictimList:
    """The list that this document is, made where the case does not have it yet."""
    row = keep_documents(case, [document])[document]
    settle_numbers(models.Document)
    held = models.VictimList.objects.filter(case=case, document_id=row).first()
    if held is not None:
        return held
    code = f"L{models.VictimList.objects.filter(case=case).count() + 1}"
    return models.VictimList.objects.create(case=case, code=code, document_id=row)


def keep(
    case: models.Case,
    kept_in: models.VictimList,
    batch: models.ImportBatch,
    records: Sequence[PersonRecord],
    earlier: Mapping[str, Standing],
) -> list[int]:
    """Keep the records that are new or corrected; the numbers of those."""
    fresh = list(_fresh(case, records, earlier))
    first = first_free_id(models.PersonRecord)

    def cells(at: int, number: int, version: int, digest: str, record: PersonRecord) -> Values:
        kept = (first + at, case.pk, kept_in.pk, number, version, batch.pk, digest)
        return person_rows.cells(kept, record)

    insert(
        models.PersonRecord,
        person_rows.COLUMNS,
        (cells(at, *each) for at, each in enumerate(fresh)),
    )
    superseded = [
        (first + at, earlier[record.key].row)
        for at, (_, version, _, record) in enumerate(fresh)
        if version > 1
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE store_personrecord SET superseded_by_id = %s WHERE id = %s", superseded
        )
    settle_numbers(models.PersonRecord)
    return [number for number, *_ in fresh]


def _fresh(
    case: models.Case, records: Iterable[PersonRecord], earlier: Mapping[str, Standing]
) -> Iterator[tuple[int, int, str, PersonRecord]]:
    """Number, version, digest and record of what is to be written."""
    last = models.PersonRecord.objects.filter(case=case).aggregate(last=Max("number"))["last"] or 0
    for record in records:
        digest, before = person_rows.digest_of(record), earlier.get(record.key)
        if before is None:
            last += 1
            yield last, 1, digest, record
        elif before.digest != digest:
            yield before.number, before.version + 1, digest, record
