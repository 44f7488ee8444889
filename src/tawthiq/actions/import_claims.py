"""Take a table of claims on incidents into a case, and compute the incidents anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tawthiq.actions import import_table
from tawthiq.actions.import_table import Preview, Taken
from tawthiq.actions.keep_claims import CLAIMS
from tawthiq.actions.reading import SourceTable, read_claims
from tawthiq.actions.reassemble import compute
from tawthiq.actions.unread import not_read
from tawthiq.claims.claim import Claim
from tawthiq.store import models
from tawthiq.store.bulk import insert
from tawthiq.store.queries.claims import incidents_of
from tawthiq.store.queries.places import gazetteer
from tawthiq.store.sql import Values

_GROUPING = ("case_id", "claim", "incident", "by", "because", "at")
_BECAUSE = "the table's own numbering"


def preview(
    case: str, file: Path | bytes, name: str = "", sources: SourceTable | None = None
) -> Preview[Claim]:
    """Say what a table of claims would change in a case; nothing is written.

    Args:
        sources: Who each written source is; without it every name speaks for itself.

    Raises:
        UnknownNameError: No case has this code.
        UnreadableError: The file cannot be read as a table of claims.
    """
    shown = import_table.preview(CLAIMS, case, file, name, read_claims(file, name, sources))
    wanted = {*shown.new, *shown.corrected}
    fresh = (claim for claim in shown.reading.claims if claim.code in wanted)
    return replace(shown, remarks=(*shown.remarks, *not_read(fresh, gazetteer())))


def apply(shown: Preview[Claim], *, by: str, because: str) -> Taken:
    """Take in what a preview has shown, all of it or nothing, and compute the incidents.

    A new claim is grouped as the table numbers it; where somebody has grouped a claim
    otherwise before, that decision stays.

    Raises:
        RefusedRowsError, InputError, HomeError: As ``import_table.take`` says.
    """
    return import_table.take(CLAIMS, shown, settle, by=by, because=because)


def incident_of(code: str) -> str:
    """The incident into which a table groups a claim by its code: "I055.7" into "I055"."""
    return code.rpartition(".")[0] or code


def settle(
    case: models.Case, claims: Sequence[Claim], shown: Preview[Claim], batch: models.ImportBatch
) -> int:
    insert(models.Grouping, _GROUPING, _groupings(case, shown, batch))
    concerned = {incident_of(code) for code in shown.new}
    concerned |= set(incidents_of(case, shown.corrected).values())
    return compute(case, sorted(concerned), {claim.code: claim for claim in claims})


def _groupings(
    case: models.Case, shown: Preview[Claim], batch: models.ImportBatch
) -> Iterator[Values]:
    by, at = f"table:{shown.file_name}", f"{batch.at:%Y-%m-%d %H:%M:%S.%f}"
    for code in shown.new:
        yield (case.pk, code, incident_of(code), by, _BECAUSE, at)
