"""Records of people as they stand, and every earlier version of one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tawthiq.claims.claim import Document
from tawthiq.claims.person_record import PersonRecord
from tawthiq.store import models
from tawthiq.store.bulk import chunks
from tawthiq.store.person_rows import READ, record_of
from tawthiq.values.when import Precision, When


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a record.

    Attributes:
        number: 1 for the first.
        file_name: Of the edition of the list that it came with.
        taken_on: The day on which that was taken in (UTC).
    """

    number: int
    record: PersonRecord
    file_name: str
    taken_on: date


def standing_records(
    case: models.Case, numbers: Iterable[int] | None = None
) -> Iterator[tuple[int, PersonRecord]]:
    """Records of a case that nothing supersedes, with their numbers, in order.

    Args:
        numbers: Of those asked for; every one of the case without it.
    """
    rows = models.PersonRecord.objects.filter(case=case, superseded_by=None).order_by("number")
    documents = documents_of(case)
    if numbers is None:
        for row in rows.values_list(*READ).iterator(chunk_size=2000):
            yield row[0], record_of(row, documents[row[1]])
        return
    for some in chunks(sorted(set(numbers))):
        for row in rows.filter(number__in=some).values_list(*READ):
            yield row[0], record_of(row, documents[row[1]])


def versions(case: models.Case, number: int) -> tuple[Version, ...]:
    """Everything that a record ever said, oldest first; empty where there is none."""
    rows = models.PersonRecord.objects.filter(case=case, number=number).order_by("version")
    documents = documents_of(case)
    about = rows.values_list("version", "batch__file_name", "batch__at")
    return tuple(
        Version(version, record_of(row, documents[row[1]]), name, at.date())
        for row, (version, name, at) in zip(rows.values_list(*READ), about, strict=True)
    )


def documents_of(case: models.Case) -> dict[int, Document]:
    """The list that each row of a list in the database is."""
    rows = models.VictimList.objects.filter(case=case).values_list(
        "id", "document__source__key", "document__title", "document__url",
        "document__first", "document__last", "document__precision",
    )  # fmt: skip
    return {
        row: Document(source, title, url, When(first, last, Precision(precision)))
        for row, source, title, url, first, last, precision in rows
    }


def list_of_records(case: models.Case, numbers: Iterable[int] | None = None) -> dict[int, str]:
    """The code of the list in which each record stands, of those asked for or of all."""
    rows = models.PersonRecord.objects.filter(case=case, version=1)
    if numbers is None:
        return dict(rows.values_list("number", "list__code").iterator(chunk_size=5000))
    found: dict[int, str] = {}
    for some in chunks(numbers):
        found |= dict(rows.filter(number__in=some).values_list("number", "list__code"))
    return found
