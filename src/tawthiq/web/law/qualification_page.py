"""An incident qualified, as its page shows it: four questions, never merged into one answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tawthiq.law.forum import Door
from tawthiq.law.incident import Incident
from tawthiq.law.qualification import Qualified
from tawthiq.store.queries.incidents import Listed
from tawthiq.store.queries.law.shapes import (
    Ascribed,
    FactState,
    KeptClassification,
    QualifiedIncident,
    UnderAgreement,
)
from tawthiq.values.both import Both
from tawthiq.web.law.crime_lines import CrimeBlock, DefeaterRow, crime_blocks, defeater_rows
from tawthiq.web.law.gap_rows import GapRow, gap_rows
from tawthiq.web.law.names import CONFLICTS, PARTY_TYPES
from tawthiq.web.law.norm_lines import NormBlock, norm_blocks
from tawthiq.web.law.places_to_go import ForumRow, forum_rows


@dataclass(frozen=True, slots=True)
class Acted:
    """Who is said to have acted, against whom and where, in the reader's words."""

    party: Both | None
    kind: Both
    opposing: Both | None
    territory: Both | None
    said: Ascribed


@dataclass(frozen=True, slots=True)
class FactCount:
    """How many facts are held by somebody, only suggested, or thrown away."""

    held: int
    suggested: int
    rejected: int


@dataclass(frozen=True, slots=True)
class ReadingBlock:
    """The incident under one class of conflict.

    Attributes:
        number: Which reading, for addresses.
        by: Who signed the classification it rests on; "" where nobody did.
        also: Others that say the same class.
        norms: Those touched, by answer; the last block holds those that are shut out.
        untouched: How many norms nothing touches.
    """

    number: int
    conflict: Both
    code: str
    by: str
    sources: tuple[str, ...]
    also: int
    norms: tuple[NormBlock, ...]
    applicable: int
    untouched: int
    crimes: tuple[CrimeBlock, ...]
    defeaters: tuple[DefeaterRow, ...]
    gaps: tuple[GapRow, ...]
    open_forums: int
    forums: tuple[ForumRow, ...]

    @property
    def moving(self) -> tuple[GapRow, ...]:
        """The gaps that would move an element by themselves."""
        return tuple(gap for gap in self.gaps if gap.moves)

    @property
    def helping(self) -> tuple[GapRow, ...]:
        """Those that would only together with another missing fact."""
        return tuple(gap for gap in self.gaps if not gap.moves)


@dataclass(frozen=True, slots=True)
class QualificationPage:
    """Everything on the page of one qualification, in the order of reading."""

    incident: Incident
    listed: Listed
    acted: Acted
    facts: FactCount
    pieces: int
    classifications: tuple[KeptClassification, ...]
    refused: Both | None
    looked_at: bool
    contested: tuple[Both, ...]
    readings: tuple[ReadingBlock, ...]
    agreements: tuple[UnderAgreement, ...]
    corroboration: Both | None
    footer: Both | None
    pack_hash: str
    asked_on: date | None


def qualification_page(found: QualifiedIncident) -> QualificationPage:
    """Lay out one qualification."""
    made = found.qualification
    return QualificationPage(
        incident=found.incident,
        listed=found.listed,
        acted=acted_of(found),
        facts=count_of(found),
        pieces=len(found.incident.evidence),
        classifications=found.classifications,
        refused=found.refused or None,
        looked_at=bool(made and made.looked_at),
        contested=made.contested if made else (),
        readings=tuple(_readings(found)),
        agreements=found.agreements,
        corroboration=made.corroboration if made else None,
        footer=made.footer if made else None,
        pack_hash=found.pack.hash,
        asked_on=made.asked_on if made else None,
    )


def acted_of(found: QualifiedIncident) -> Acted:
    """Who is said to have acted; None where nobody is named."""
    said, name_of = found.ascribed, found.pack.bonds.name_of
    return Acted(
        name_of(said.party) if said.party else None,
        PARTY_TYPES[said.party_type],
        name_of(said.opposing) if said.opposing else None,
        name_of(said.territory) if said.territory else None,
        said,
    )


def count_of(found: QualifiedIncident) -> FactCount:
    """How the facts stand."""
    states = [line.state for line in found.facts]
    return FactCount(
        states.count(FactState.HELD),
        states.count(FactState.SUGGESTED),
        states.count(FactState.REJECTED),
    )


def _readings(found: QualifiedIncident) -> Iterator[ReadingBlock]:
    for number, one in enumerate(found.qualification.readings if found.qualification else ()):
        yield _reading(number, one, found)


def _reading(number: int, one: Qualified, found: QualifiedIncident) -> ReadingBlock:
    reading, pack = one.reading, found.pack
    blocks = norm_blocks(reading, pack)
    said = reading.classification
    return ReadingBlock(
        number=number,
        conflict=CONFLICTS[reading.conflict],
        code=said.line,
        by=said.by,
        sources=said.sources,
        also=len(one.also),
        norms=blocks,
        applicable=sum(block.number for block in blocks if block.key == "applicable"),
        untouched=sum(not line.is_touched for line in reading.norms.values()),
        crimes=crime_blocks(reading, pack),
        defeaters=defeater_rows(reading, pack),
        gaps=gap_rows(one.gaps, pack),
        open_forums=sum(line.door is Door.OPEN for line in one.forums),
        forums=forum_rows(one.forums, pack),
    )
