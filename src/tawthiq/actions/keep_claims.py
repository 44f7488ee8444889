"""Keep claims as they came, with their documents and sources: the writing half of an import.

Called inside the transaction of the action that imports, on rows that were all read and
found possible before the first of them is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import connection

from tawthiq.claims.claim import Claim, Document, PeriodClaim
from tawthiq.claims.source import Source
from tawthiq.store import models, rows
from tawthiq.store.bulk import first_free_id, insert, settle_numbers
from tawthiq.store.digests import of_claim, of_document, of_period_claim
from tawthiq.store.queries.claims import claims_with_codes, period_claims_with_codes
from tawthiq.store.sql import Values

Said = TypeVar("Said", Claim, PeriodClaim)


@dataclass(frozen=True, slots=True)
class Kind(Generic[Said]):
    """One of the two kinds of claim, and how it is written and read back.

    Attributes:
        action: What taking some in is called in the journal.
        read_back: From codes to the claims that stand under them.
    """

    action: str
    table: type[models.Claim] | type[models.PeriodClaim]
    columns: tuple[str, ...]
    cells: Callable[[Values, Said], Values]
    digest: Callable[[Said], str]
    read_back: Callable[[models.Case, Iterable[str]], dict[str, Said]]


CLAIMS = Kind(
    "import-claims",
    models.Claim,
    rows.CLAIM_COLUMNS,
    rows.claim_cells,
    of_claim,
    claims_with_codes,
)
PERIOD_CLAIMS = Kind(
    "import-period-claims",
    models.PeriodClaim,
    rows.PERIOD_CLAIM_COLUMNS,
    rows.period_claim_cells,
    of_period_claim,
    period_claims_with_codes,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim as it stands in the store: its row, its version, and the digest of its content."""

    row: int
    version: int
    digest: str


def standing(case: models.Case, kind: Kind[Said]) -> dict[str, Standing]:
    """What stands of all claims of a kind, by code."""
    held = kind.table._default_manager.filter(case=case, superseded_by=None)
    cells = held.values_list("code", "id", "version", "digest").iterator(chunk_size=5000)
    return {code: Standing(row, version, digest) for code, row, version, digest in cells}


def keep_sources(case: models.Case, sources: Iterable[Source]) -> list[str]:
    """Keep the sources that the case does not know yet; the keys of those.

    A source that is known stays as it is: what somebody decided about it is not undone
    by another table.
    """
    known = set(models.Source.objects.filter(case=case).values_list("key", flat=True))
    fresh = {source.key: source for source in sources if source.key not in known}
    models.Source.objects.bulk_create(_source_row(case, source) for source in fresh.values())
    return sorted(fresh)


def keep(
    kind: Kind[Said],
    case: models.Case,
    batch: models.ImportBatch,
    claims: Sequence[Said],
    earlier: Mapping[str, Standing],
) -> None:
    """Keep claims; one that has an earlier version supersedes it.

    Args:
        earlier: What stands of these claims until now, by code.

    Raises:
        KeyError: The source of a claim was not kept before.
    """
    first = first_free_id(kind.table)
    documents = keep_documents(case, (claim.document for claim in claims))

    def cells(at: int, claim: Said) -> Values:
        version = earlier[claim.code].version + 1 if claim.code in earlier else 1
        document, digest = documents[claim.document], kind.digest(claim)
        return kind.cells((first + at, case.pk, version, document, batch.pk, digest), claim)

    insert(kind.table, kind.columns, (cells(at, claim) for at, claim in enumerate(claims)))
    insert(models.Toll, rows.TOLL_COLUMNS, _tolls(first, claims))
    superseded = [
        (first + at, earlier[claim.code].row)
        for at, claim in enumerate(claims)
        if claim.code in earlier
    ]
    _supersede(kind.table._meta.db_table, superseded)
    settle_numbers(kind.table, models.Document)


def _tolls(first: int, claims: Sequence[Said]) -> Iterator[Values]:
    for at, claim in enumerate(claims):
        if isinstance(claim, Claim):
            yield from (rows.toll_cells(first + at, toll) for toll in claim.tolls)


def _supersede(table: str, later_and_earlier: Iterable[tuple[int, int]]) -> None:
    name = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {name} SET superseded_by_id = %s WHERE id = %s", list(later_and_earlier)
        )


def keep_documents(case: models.Case, said: Iterable[Document]) -> dict[Document, int]:
    """The row of each document; those that the case does not have yet are kept."""
    sources = dict(models.Source.objects.filter(case=case).values_list("key", "id"))
    held = models.Document.objects.filter(case=case).values_list("digest", "id")
    known = dict(held.iterator(chunk_size=5000))
    first = first_free_id(models.Document)
    found: dict[Document, int] = {}
    fresh: list[Values] = []
    for document in dict.fromkeys(said):
        digest = of_document(document)
        if digest not in known:
            known[digest] = first + len(fresh)
            kept = (known[digest], case.pk, sources[document.source], digest)
            fresh.append(rows.document_cells(kept, document))
        found[document] = known[digest]
    insert(models.Document, rows.DOCUMENT_COLUMNS, fresh)
    return found


def _source_row(case: models.Case, source: Source) -> models.Source:
    return models.Source(
        case=case,
        key=source.key,
        said=source.said,
        name_en=source.name.en,
        name_ar=source.name.ar,
        kind=source.kind,
        origin=source.origin,
        relay=source.relay,
        reliability=source.reliability,
    )
