"""Take a table into a case: first a preview of what would change, then all of it or nothing.

A preview is bound to the bytes of the file and to the state of the case. Where either is
no longer what it was, the preview is refused and has to be looked at again: nobody takes
in what nobody has seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.differences import Changed, changed
from tawthiq.actions.keep_claims import Kind, Said, keep, keep_sources, standing
from tawthiq.actions.preview import refuse_other_file, refuse_other_state, refuse_rows
from tawthiq.claims.source import Source
from tawthiq.intake.refusal import Refusal
from tawthiq.store import models
from tawthiq.store.queries.cases import row_of
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

COMPARED = 1000  # corrected claims compared cell by cell for a preview; more nobody reads


@dataclass(frozen=True, slots=True)
class Reading(Generic[Said]):
    """What was read of a table.

    Attributes:
        claims: In the order of the rows; only of use where nothing was refused.
        sources: Every source that the claims name, and those from which they derive.
        refused: Cells that cannot be taken, at most as many as a person can mend at once.
        refused_in_all: How many there are.
        remarks: What was taken with a doubt.
    """

    claims: Sequence[Said]
    sources: tuple[Source, ...]
    refused: tuple[Refusal, ...] = ()
    refused_in_all: int = 0
    remarks: tuple[Both, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview(Generic[Said]):
    """What taking a file into a case would do.

    Attributes:
        case: The code of the case.
        file_name: What the file is called.
        digest: Of the bytes that were read.
        state: Of the case that the file was held against.
        new: Codes of claims that the case does not have.
        corrected: Codes of claims that the file corrects.
        changed: What differs in them, of the first thousand.
        unchanged: How many claims come again as they stand.
        not_in_file: Codes of standing claims that the file does not have. They are left.
        refused, refused_in_all, remarks: As in ``Reading``.
    """

    case: str
    file_name: str
    digest: Digest
    state: str
    new: tuple[str, ...]
    corrected: tuple[str, ...]
    changed: tuple[Changed, ...]
    unchanged: int
    not_in_file: tuple[str, ...]
    refused: tuple[Refusal, ...]
    refused_in_all: int
    remarks: tuple[Both, ...]
    path: Path | None = field(repr=False)
    reading: Reading[Said] = field(repr=False)

    @property
    def can_be_taken(self) -> bool:
        return self.refused_in_all == 0

    @property
    def changes_nothing(self) -> bool:
        return self.can_be_taken and not (self.new or self.corrected)

    @property
    def seal(self) -> str:
        """What names this preview: the same file held against the same state has the same."""
        said = f"{self.case}\0{self.state}\0{self.digest}"
        return str(Digest.of(said.encode()))


Settle = Callable[[models.Case, Sequence[Said], Preview[Said], models.ImportBatch], int]
"""What else is done with claims that were kept; gives the number of incidents computed."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a file has changed: numbers of claims, sources and incidents."""

    new: int
    changed: int
    unchanged: int
    sources: int
    incidents: int


def preview(
    kind: Kind[Said], code: str, file: Path | bytes, name: str, reading: Reading[Said]
) -> Preview[Said]:
    """Say what a table would change in a case; nothing is written.

    Args:
        reading: Of exactly this file.

    Raises:
        UnknownNameError: No case has this code.
    """
    case = row_of(code)
    earlier = standing(case, kind)
    read = {claim.code: claim for claim in reading.claims}
    differ = [c for c in read if c in earlier and kind.digest(read[c]) != earlier[c].digest]
    old = kind.read_back(case, differ[:COMPARED])
    return Preview(
        case=code,
        file_name=name or (file.name if isinstance(file, Path) else "-"),
        digest=Digest.of(file) if isinstance(file, bytes) else Digest.of_file(file),
        state=case.state,
        new=tuple(c for c in read if c not in earlier),
        corrected=tuple(differ),
        changed=tuple(changed(old[c], read[c]) for c in differ[:COMPARED]),
        unchanged=sum(c in earlier for c in read) - len(differ),
        not_in_file=tuple(c for c in earlier if c not in read),
        refused=reading.refused,
        refused_in_all=reading.refused_in_all,
        remarks=reading.remarks,
        path=file if isinstance(file, Path) else None,
        reading=reading,
    )


def take(
    kind: Kind[Said], shown: Preview[Said], settle: Settle[Said], *, by: str, because: str
) -> Taken:
    """Do what a preview has shown, all of it or nothing.

    A file that changes nothing leaves one line in the journal that it was seen.

    Args:
        settle: What else has to be done with the claims that were kept.

    Raises:
        RefusedRowsError: The table has rows that cannot be taken.
        InputError: The file or the case is no longer what it was at the preview.
        HomeError: The database could not be written; nothing was changed.
    """
    rights.require_import(by, shown.case)
    refuse_rows(shown)
    refuse_other_file(shown)
    with changing(shown.case) as case:
        refuse_other_state(case, shown)
        if shown.changes_nothing:
            what = {"file": shown.file_name, "sha256": str(shown.digest)}
            journal.write(case, by=by, action=f"{kind.action}-seen-unchanged", what=what)
            return Taken(0, 0, shown.unchanged, 0, 0)
        return _take(kind, case, shown, settle, by=by, because=because)


def _take(
    kind: Kind[Said],
    case: models.Case,
    shown: Preview[Said],
    settle: Settle[Said],
    *,
    by: str,
    because: str,
) -> Taken:
    wanted = {*shown.new, *shown.corrected}
    claims = [claim for claim in shown.reading.claims if claim.code in wanted]
    earlier = standing(case, kind) if shown.corrected else {}
    batch = models.ImportBatch.objects.create(
        case=case,
        file_name=shown.file_name,
        sha256=str(shown.digest),
        at=datetime.now(UTC),
        by=by,
    )
    sources = keep_sources(case, shown.reading.sources)
    keep(kind, case, batch, claims, earlier)
    incidents = settle(case, claims, shown, batch)
    taken = Taken(len(shown.new), len(shown.corrected), shown.unchanged, len(sources), incidents)
    what = {"file": shown.file_name, "sha256": str(shown.digest), **_numbers(taken)}
    journal.write_change(case, by=by, action=kind.action, what=what, why=because)
    return taken


def _numbers(taken: Taken) -> dict[str, int]:
    return {name: getattr(taken, name) for name in Taken.__slots__}
